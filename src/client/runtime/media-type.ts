/** How a body of a media type is written in code: a value, a string, a record of fields, or bytes. */
export type BodyKind = "json" | "text" | "form" | "binary";

/** `application/json; odata.metadata=minimal` and `application/problem+json` are JSON, `text/csv` is text. */
export function kindOf(mediaType: string): BodyKind {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (/[/+]json$/.test(type) || type === "*/*") return "json";
  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded") return "form";
  if (/^(text|message)\//.test(type) || /[/+]xml$/.test(type)) return "text";
  return "binary";
}
