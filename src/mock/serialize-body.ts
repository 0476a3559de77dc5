import type { Json } from "../openapi/document.ts";
import { isJson } from "./media-type.ts";

/** A body as it is sent: JSON for JSON media types, texts as they are. Statuses without content send none (RFC 9110, 6.4.1). */
export function serializeBody(status: number, body: Json | undefined, contentType: string | undefined): string {
  if (body === undefined || status === 204 || status === 304 || status < 200) return "";
  if (typeof body === "string" && !isJson(contentType ?? "")) return body;
  return JSON.stringify(body);
}
