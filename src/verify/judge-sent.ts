import { isDeepStrictEqual } from "node:util";
import type { HttpRequest } from "../model/example.ts";
import { baseMediaType, isJsonMediaType } from "../openapi/media-type-name.ts";
import type { DescribedOperation } from "./described-operation.ts";
import type { Exchange } from "./exchange.ts";
import { parseAnswer } from "./judge-response.ts";
import type { RequestMatch, RequestMatcher } from "./match-request.ts";
import { mediaTypeOf } from "./read-body.ts";
import type { ClientRequest } from "./read-request.ts";

/** A request in the terms of the client, and as it was sent. */
export interface SentRequest {
  readonly documented: HttpRequest;
  readonly described: DescribedOperation;
  readonly request: ClientRequest;
  readonly match: RequestMatch;
  readonly matcher: RequestMatcher;
}

/** What of a request is on the wire not as the docs show it. */
export interface SentProblem {
  readonly expected: string;
  readonly found: string;
}

/** Compares what the client sent with what it was given. */
export function findSentProblem(sent: Exchange["request"], given: SentRequest): SentProblem | undefined {
  return findUrlProblem(sent, given) ?? findHeaderProblem(sent, given) ?? findBodyProblem(sent, given);
}

function findUrlProblem(
  { method, url }: Exchange["request"],
  { request: { params }, match, matcher }: SentRequest,
): SentProblem | undefined {
  const [found] = matcher.find(method.toLowerCase(), url);
  const { operation } = match;
  if (found?.operation !== operation) {
    return { expected: `\`${operation.method.toUpperCase()} ${operation.path}\``, found: `\`${method} ${url}\`` };
  }
  const path = Object.fromEntries(found.path);
  if (!Object.entries(params.path).every(([name, value]) => isSamePath(value, path[name])))
    return difference(params.path, path);
  const query = Object.entries(params.query).flatMap(([name, value]) => [value].flat().map((item) => [name, item]));
  const sentQuery = found.query.flatMap(([name, value]) => {
    const isList = Array.isArray(params.query[name]);
    return isList ? value.split(",").map((item) => [name, item.trim()]) : [[name, value]];
  });
  return isDeepStrictEqual(sentQuery, query) ? undefined : difference(query, sentQuery);
}

/** A path in the path is sent without slashes at its ends, whatever the docs write. */
function isSamePath(given: string, sent: string | undefined): boolean {
  return sent === given || sent === given.replace(/^\/+|\/+$/g, "");
}

function difference(expected: unknown, found: unknown): SentProblem {
  return { expected: JSON.stringify(expected), found: JSON.stringify(found) };
}

function findHeaderProblem({ headers }: Exchange["request"], { request }: SentRequest): SentProblem | undefined {
  for (const [name, value] of Object.entries(request.params.header)) {
    const found = headers[name.toLowerCase()];
    if (found !== value.trim()) return { expected: `\`${name}: ${value}\``, found: found ?? `no header \`${name}\`` };
  }
  return undefined;
}

function findBodyProblem(
  sent: Exchange["request"],
  { documented, described, request }: SentRequest,
): SentProblem | undefined {
  const { body } = request;
  if (body === undefined) return sent.body === "" ? undefined : { expected: "no body", found: "a body" };
  const shown = mediaTypeOf(documented);
  const expected = shown === undefined ? [...(described.requestBody?.contents.keys() ?? [])] : [shown];
  const found = sent.headers["content-type"] ?? "no media type";
  const isExpected = expected.some((type) => type.includes("*") || baseMediaType(type) === baseMediaType(found));
  if (!isExpected) return { expected: `a body of \`${expected.join("` or `")}\``, found: `\`${found}\`` };
  const isSame = isJsonMediaType(found) ? isDeepStrictEqual(parseAnswer(sent.body), body) : sent.body === body;
  return isSame ? undefined : { expected: "the documented body", found: `\`${sent.body.slice(0, 80)}\`` };
}
