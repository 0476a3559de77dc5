import { ApiError } from "./api-error.ts";
import { type BodyKind, kindOf } from "./media-type.ts";

/** Reads the body of a successful response: as the documented kind, or, where several are documented, by its type. */
export async function readBody(response: Response, documented: BodyKind | "any"): Promise<unknown> {
  const contentType = response.headers.get("content-type");
  const kind = documented !== "any" ? documented : contentType === null ? "text" : kindOf(contentType);
  if (kind === "binary") return response.blob();
  const text = await response.text();
  if (kind !== "json") return text === "" && documented === "any" ? undefined : text;
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(response, text);
  }
}
