/** `type/subtype` as RFC 9110, section 8.3.1 spells it, in lower case and without parameters; undefined if malformed. */
export function essenceOf(contentType: string): string | undefined {
  const essence = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(essence) ? essence : undefined;
}

/** Whether a media type is JSON. */
export function isJson(mediaType: string): boolean {
  return /^application\/(json|[^/]+\+json)$/.test(essenceOf(mediaType) ?? "");
}

/** Whether a media type is one of form fields. */
export function isForm(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return essence === "application/x-www-form-urlencoded" || essence === "multipart/form-data";
}

/** Whether a documented media type, which may have wildcards (`image/*`), covers that of a message. */
export function coversMediaType(documented: string, actual: string): boolean {
  const [type, subtype] = (essenceOf(documented) ?? "").split("/");
  const [actualType, actualSubtype] = (essenceOf(actual) ?? "").split("/");
  return (type === "*" || type === actualType) && (subtype === "*" || subtype === actualSubtype);
}

/** The readable media ranges of an Accept header; an unreadable one asks for nothing. */
export function readAccept(accept: string | undefined): string[] | undefined {
  const ranges = accept?.split(",").map((range) => range.trim());
  const readable = ranges?.filter((range) => essenceOf(range) !== undefined && !/[^\x20-\x7e]/.test(range));
  return readable && readable.length > 0 ? readable : undefined;
}
