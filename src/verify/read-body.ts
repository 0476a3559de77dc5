import type { HttpBody, HttpRequest } from "../model/example.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import type { Json } from "../openapi/document.ts";
import { isJsonMediaType, isTextMediaType } from "../openapi/media-type-name.ts";
import type { Report } from "../source/diagnostic.ts";
import { type DescribedBody, type DescribedOperation, findSchema, listNames } from "./described-operation.ts";
import { requestBody } from "./diagnostics.ts";
import { judgeJson } from "./judge-json.ts";

/** The body of an example request, as the client takes it. What contradicts the docs is reported. */
export function readBody(
  request: HttpRequest,
  { described, validator }: { readonly described: DescribedOperation; readonly validator: BodyValidator },
  report: Report,
): Json | undefined {
  const { body, location } = request;
  const documented = described.requestBody;
  if (!body || body.text.trim() === "") {
    if (documented?.required) report(requestBody(location, listNames(documented.contents.keys(), "body"), "no body"));
    return undefined;
  }
  const mediaType = mediaTypeOf(request) ?? guessMediaType(body, documented ?? { contents: new Map() });
  const schema = documented && findSchema(documented, mediaType);
  if (!schema) {
    report(requestBody(body.location, listNames(documented?.contents.keys() ?? [], "body"), `\`${mediaType}\``));
    return undefined;
  }
  if (isJsonMediaType(mediaType)) {
    return judgeJson(body, { schema, validator, direction: "request", isTruncated: false }, report)?.value;
  }
  return /^multipart\//i.test(mediaType) ? withLineEnds(body.text) : body.text;
}

/** The `Content-Type` of a message of the docs. */
export function mediaTypeOf({ headers }: Pick<HttpRequest, "headers">): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === "content-type")?.value;
}

/**
 * The media type of a body that is shown without one: what it looks like, unless the docs describe only files, whose bytes
 * they show as they like.
 */
export function guessMediaType(body: HttpBody, { contents }: Pick<DescribedBody, "contents">): string {
  const [only = ""] = contents.keys();
  if (contents.size === 1 && !isJsonMediaType(only) && !isTextMediaType(only)) return only;
  return /^\s*[[{]/.test(body.text) ? "application/json" : "text/plain";
}

/** The parts of a multipart body end with CRLF (RFC 2046, section 5.1.1). */
function withLineEnds(text: string): string {
  return text.replaceAll(/\r?\n/g, "\r\n");
}
