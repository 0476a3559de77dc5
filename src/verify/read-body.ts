import type { HttpBody, HttpRequest } from "../model/example.ts";
import { findSyntaxProblem, locateMember } from "../openapi/body-location.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import type { Json, JsonObject } from "../openapi/document.ts";
import { isTolerable } from "../openapi/example.ts";
import { isJsonMediaType } from "../openapi/media-type-name.ts";
import type { Report } from "../source/diagnostic.ts";
import { type DescribedOperation, findSchema, listNames } from "./described-operation.ts";
import { requestBody } from "./diagnostics.ts";

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
  const mediaType = mediaTypeOf(request) ?? guessMediaType(body);
  const schema = documented && findSchema(documented, mediaType);
  if (!schema) {
    report(requestBody(body.location, listNames(documented?.contents.keys() ?? [], "body"), `\`${mediaType}\``));
    return undefined;
  }
  if (isJsonMediaType(mediaType)) return readJson(body, { schema, validator }, report);
  return /^multipart\//i.test(mediaType) ? withLineEnds(body.text) : body.text;
}

function readJson(
  body: HttpBody,
  { schema, validator }: { readonly schema: JsonObject; readonly validator: BodyValidator },
  report: Report,
): Json | undefined {
  const value = parseJson(body, report);
  if (value === undefined) return undefined;
  for (const problem of validator.validate(schema, value, "request")) {
    const { pointer, expected, found } = problem;
    if (isTolerable(problem, { isTruncated: false })) continue;
    report({ ...requestBody(locateMember(body, pointer), expected, found), pointer });
  }
  return value;
}

function parseJson(body: HttpBody, report: Report): Json | undefined {
  try {
    return JSON.parse(body.text);
  } catch {
    const { location, expected, found } = findSyntaxProblem(body);
    report(requestBody(location, expected, found));
    return undefined;
  }
}

/** The `Content-Type` of a message of the docs. */
export function mediaTypeOf({ headers }: Pick<HttpRequest, "headers">): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === "content-type")?.value;
}

/** What a body without a `Content-Type` looks like. */
export function guessMediaType(body: HttpBody): string {
  return /^\s*[[{]/.test(body.text) ? "application/json" : "text/plain";
}

/** The parts of a multipart body end with CRLF (RFC 2046, section 5.1.1). */
function withLineEnds(text: string): string {
  return text.replaceAll(/\r?\n/g, "\r\n");
}
