import type { Example, HttpBody, HttpResponse } from "../model/example.ts";
import { findSyntaxProblem, locateMember } from "../openapi/body-location.ts";
import { describeValue } from "../openapi/body-problem.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import type { Json } from "../openapi/document.ts";
import { isTolerable } from "../openapi/example.ts";
import { baseMediaType, isJsonMediaType, isTextMediaType } from "../openapi/media-type-name.ts";
import type { Report } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";
import { type DescribedBody, type DescribedOperation, findResponse, findSchema } from "./described-operation.ts";
import { answeredBody, responseBody, responseHeader, responseMediaType, responseStatus } from "./diagnostics.ts";
import { findDifference } from "./find-difference.ts";
import { guessMediaType, mediaTypeOf } from "./read-request.ts";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Text, or for files the bytes. */
  readonly body: string | Uint8Array;
}

/** What an answer is judged by. */
export interface AnswerContext {
  readonly described: DescribedOperation;
  readonly validator: BodyValidator;
  /** Whether the server is to answer with the documented values, as the mock does, or with its own. */
  readonly isMock: boolean;
}

/** Judges what the server answered to an example request by the documented response and its body. */
export function judgeAnswer(
  { request, response }: Example,
  { answer, documented }: { readonly answer: Answer; readonly documented: DocumentedBody },
  context: AnswerContext,
  report: Report,
): void {
  const isExpected = response ? answer.status === response.status : answer.status < 400;
  if (!isExpected) {
    const found = `${answer.status}${excerptOf(answer)}`;
    const place = answer.status >= 400 ? request.location : (response ?? request).location;
    report(responseStatus(place, String(response?.status ?? "success"), found));
    return;
  }
  if (response) judgeHeaders(response, answer, context, report);
  const place = (response ?? request).location;
  const isValid = judgeBody(answer, { place, context }, report);
  if (isValid && context.isMock) compareBody(answer, { place, documented }, report);
}

/** Judges the documented response itself: that its status is described, and its body valid. Gives the body's value. */
export function judgeDocumented(
  response: HttpResponse,
  { described, validator }: Omit<AnswerContext, "isMock">,
  report: Report,
): DocumentedBody {
  const { body, status } = response;
  if (!body || body.text.trim() === "") return { kind: "unknown" };
  const documented = findResponse(described, status);
  const mediaType = mediaTypeOf(response) ?? guessMediaType(body);
  const schema = documented && findSchema(documented, mediaType);
  if (!documented || !schema) {
    report(responseBody(body.location, listContents(documented, status), `\`${mediaType}\``));
    return { kind: "unknown" };
  }
  if (isTextMediaType(mediaType)) return { kind: "text", text: body.text };
  if (!isJsonMediaType(mediaType)) return { kind: "bytes" };
  const value = parseJson(body, report);
  if (value === undefined) return { kind: "unknown" };
  const problems = validator.validate(schema, value, "response");
  for (const problem of problems) {
    const { pointer, expected, found } = problem;
    if (!isTolerable(problem, response))
      report({ ...responseBody(locateMember(body, pointer), expected, found), pointer });
  }
  return problems.length > 0 ? { kind: "unknown" } : { kind: "json", value, body };
}

/** What an answer can be compared with; `unknown` where the docs show no body, or one that no valid answer equals. */
export type DocumentedBody =
  | { readonly kind: "unknown" | "bytes" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "json"; readonly value: Json; readonly body: HttpBody };

const neverCompared = new Set(
  "connection content-length content-type date keep-alive server transfer-encoding".split(" "),
);

function judgeHeaders(response: HttpResponse, answer: Answer, { isMock }: AnswerContext, report: Report): void {
  for (const { name, value, location } of response.headers) {
    if (neverCompared.has(name.toLowerCase())) continue;
    const found = answer.headers.get(name);
    if (found === null) report(responseHeader(location, `\`${name}\``, "none"));
    else if (isMock && found.trim() !== value.trim()) report(responseHeader(location, `\`${value}\``, `\`${found}\``));
  }
  const documented = mediaTypeOf(response);
  const found = answer.headers.get("content-type");
  if (documented === undefined || !response.body || response.body.text.trim() === "") return;
  if (found === null || baseMediaType(found) !== baseMediaType(documented)) {
    report(responseMediaType(response.location, baseMediaType(documented), found ?? "none"));
  }
}

/** Whether the body of an answer is what the document says. */
function judgeBody(
  { status, headers, body }: Answer,
  { place, context }: { readonly place: SourceLocation; readonly context: AnswerContext },
  report: Report,
): boolean {
  const { described, validator } = context;
  const contents = findResponse(described, status);
  const mediaType = headers.get("content-type") ?? "";
  const schema = contents && findSchema(contents, mediaType);
  if (body.length === 0) return true;
  if (!schema) report(answeredBody(place, listContents(contents, status), mediaType || "a body"));
  if (!schema || !isJsonMediaType(mediaType) || typeof body !== "string") return schema !== undefined;
  const problems = validator.validate(schema, JSON.parse(body), "response");
  for (const { pointer, expected, found } of problems) report({ ...answeredBody(place, expected, found), pointer });
  return problems.length === 0;
}

function compareBody(
  { body }: Answer,
  { place, documented }: { readonly place: SourceLocation; readonly documented: DocumentedBody },
  report: Report,
): void {
  if (documented.kind === "unknown") return;
  if (body.length === 0) report(answeredBody(place, "a body", "none"));
  else if (documented.kind === "json") compareJson(documented, JSON.parse(String(body)), report);
  else if (documented.kind === "text" && String(body).trim() !== documented.text.trim()) {
    report(answeredBody(place, "the documented text", `\`${String(body).slice(0, 80)}\``));
  }
}

function compareJson(shown: { readonly value: Json; readonly body: HttpBody }, value: Json, report: Report): void {
  const difference = findDifference(shown.value, value);
  if (!difference) return;
  const { pointer, expected, found } = difference;
  const [wanted, got] = [expected, found].map((side) => (side === undefined ? "no such member" : describeValue(side)));
  report({ ...answeredBody(locateMember(shown.body, pointer), wanted ?? "", got ?? ""), pointer });
}

function parseJson(body: HttpBody, report: Report): Json | undefined {
  try {
    return JSON.parse(body.text);
  } catch {
    const { location, expected, found } = findSyntaxProblem(body);
    report(responseBody(location, expected, found));
    return undefined;
  }
}

function listContents(documented: DescribedBody | undefined, status: number): string {
  if (!documented) return `no response ${status}`;
  return documented.contents.size === 0 ? "no body" : [...documented.contents.keys()].join(" or ");
}

/** What the server says about an error, in few words. */
function excerptOf({ status, headers, body }: Answer): string {
  if (status < 400 || typeof body !== "string" || body === "") return "";
  const violations = headers.get("sl-violations");
  const text = violations === null ? body : `${body} ${violations}`;
  return `: ${text.replaceAll(/\s+/g, " ").slice(0, 300)}`;
}
