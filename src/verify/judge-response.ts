import type { Example, HttpBody, HttpResponse } from "../model/example.ts";
import { locateMember } from "../openapi/body-location.ts";
import { describeValue } from "../openapi/body-problem.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import type { Json } from "../openapi/document.ts";
import { baseMediaType, isJsonMediaType, isTextMediaType } from "../openapi/media-type-name.ts";
import type { Report } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";
import { type DescribedBody, type DescribedOperation, findResponse, findSchema } from "./described-operation.ts";
import {
  answeredBody,
  responseHeader,
  responseMediaType,
  responseStatus,
  undocumentedResponse,
} from "./diagnostics.ts";
import { findDifference } from "./find-difference.ts";
import { judgeJson } from "./judge-json.ts";
import { guessMediaType, mediaTypeOf } from "./read-body.ts";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or for files the bytes. */
  readonly body: string | Uint8Array;
}

/** What an answer is judged by. */
export interface AnswerContext {
  readonly described: DescribedOperation;
  readonly validator: BodyValidator;
  /** Whether the server is to answer with the documented values, as the mock does, or with its own. */
  readonly isMock: boolean;
  /** Whether it is the only example of its status: OpenAPI has one example of a header, not one per response shown. */
  readonly isOnlyExample: boolean;
}

/** Judges what the server answered to an example request by the documented response and its body. */
export function judgeAnswer(
  { request, response }: Example,
  { answer, documented }: { readonly answer: Answer; readonly documented: DocumentedBody },
  context: AnswerContext,
  report: Report,
): void {
  const isKnown = response && documented.kind !== "undocumented";
  const isExpected = isKnown ? answer.status === response.status : answer.status < 400;
  if (!isExpected) {
    const found = `${answer.status}${excerptOf(answer)}`;
    const place = answer.status >= 400 ? request.location : (response ?? request).location;
    report(responseStatus(place, String(response?.status ?? "success"), found));
    return;
  }
  // What the docs contradict themselves about is reported already.
  if (documented.kind === "undocumented") return;
  if (response) judgeHeaders(response, answer, context, report);
  const place = (response ?? request).location;
  if (!judgeMediaType(answer, { place, response, context }, report)) return;
  const isValid = judgeBody(answer, { place, context }, report);
  if (isValid && context.isMock) compareBody(answer, { place, documented }, report);
}

/** Judges the documented response itself: that its status is described, and its body valid. Gives the body's value. */
export function judgeDocumented(
  response: HttpResponse,
  { described, validator }: Pick<AnswerContext, "described" | "validator">,
  report: Report,
): DocumentedBody {
  const { body, status, location } = response;
  const contents = findResponse(described, status);
  if (!contents) {
    report(undocumentedResponse(location, [...described.responses.keys()].join(" or "), String(status)));
    return { kind: "undocumented" };
  }
  if (!body || body.text.trim() === "") return { kind: "unknown" };
  const mediaType = mediaTypeOf(response) ?? guessMediaType(body, contents);
  const schema = findSchema(contents, mediaType);
  if (!schema) {
    report(undocumentedResponse(body.location, listContents(contents, status), `\`${mediaType}\``));
    return { kind: "undocumented" };
  }
  if (isTextMediaType(mediaType)) return { kind: "text", text: body.text };
  if (!isJsonMediaType(mediaType)) return { kind: "bytes" };
  const { isTruncated } = response;
  const shown = judgeJson(body, { schema, validator, direction: "response", isTruncated }, report);
  return shown?.isValid ? { kind: "json", value: shown.value, body } : { kind: "unknown" };
}

/**
 * What an answer can be compared with. `unknown`: the docs show no body, or one that no valid answer equals.
 * `undocumented`: they show a status or media type that they do not describe.
 */
export type DocumentedBody =
  | { readonly kind: "unknown" | "undocumented" | "bytes" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "json"; readonly value: Json; readonly body: HttpBody };

const neverCompared = new Set(
  "connection content-length content-type date keep-alive server transfer-encoding".split(" "),
);

function judgeHeaders(
  response: HttpResponse,
  answer: Answer,
  { isMock, isOnlyExample }: AnswerContext,
  report: Report,
): void {
  for (const { name, value, location } of response.headers) {
    if (neverCompared.has(name.toLowerCase())) continue;
    const found = answer.headers[name.toLowerCase()];
    if (found === undefined) report(responseHeader(location, `\`${name}\``, "none"));
    else if (isMock && isOnlyExample && found.trim() !== value.trim())
      report(responseHeader(location, `\`${value}\``, `\`${found}\``));
  }
}

/** Whether an answer has the documented media type. An answer without a body has none. */
function judgeMediaType(
  { status, headers, body }: Answer,
  { place, response, context }: Place & { readonly response: HttpResponse | undefined },
  report: Report,
): boolean {
  if (body.length === 0) return true;
  const found = baseMediaType(headers["content-type"] ?? "");
  const contents = findResponse(context.described, status);
  const shown = response && mediaTypeOf(response);
  if (contents && findSchema(contents, found) && (shown === undefined || baseMediaType(shown) === found)) return true;
  report(responseMediaType(place, shown ?? listContents(contents, status), found || "a body without one"));
  return false;
}

/** Whether the body of an answer is valid. */
function judgeBody({ status, headers, body }: Answer, { place, context }: Place, report: Report): boolean {
  const contents = findResponse(context.described, status);
  const mediaType = headers["content-type"] ?? "";
  const schema = contents && findSchema(contents, mediaType);
  if (body.length === 0 || !schema || !isJsonMediaType(mediaType)) return true;
  const value = parseAnswer(body);
  if (value === undefined) {
    report(answeredBody(place, "JSON", `\`${String(body).slice(0, 80)}\``));
    return false;
  }
  const problems = context.validator.validate(schema, value, "response");
  for (const { pointer, expected, found } of problems) report({ ...answeredBody(place, expected, found), pointer });
  return problems.length === 0;
}

/** Where an answer is reported, and what it is judged by. */
interface Place {
  readonly place: SourceLocation;
  readonly context: AnswerContext;
}

/** The value of a JSON body; undefined if it is none. */
export function parseAnswer(body: Answer["body"]): Json | undefined {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function compareBody(
  { body }: Answer,
  { place, documented }: { readonly place: SourceLocation; readonly documented: DocumentedBody },
  report: Report,
): void {
  if (documented.kind === "unknown" || documented.kind === "undocumented") return;
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

function listContents(documented: DescribedBody | undefined, status: number): string {
  if (!documented) return `no response ${status}`;
  return documented.contents.size === 0 ? "no body" : [...documented.contents.keys()].join(" or ");
}

/** What the server says about an error, in few words. */
function excerptOf({ status, headers, body }: Answer): string {
  if (status < 400 || typeof body !== "string" || body === "") return "";
  const violations = headers["sl-violations"];
  const text = violations === undefined ? body : `${body} ${violations}`;
  return `: ${text.replaceAll(/\s+/g, " ").slice(0, 300)}`;
}
