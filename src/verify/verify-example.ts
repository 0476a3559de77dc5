import { isDeepStrictEqual } from "node:util";
import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import { isJsonMediaType } from "../openapi/media-type-name.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Verdict } from "./census.ts";
import type { DescribedOperation } from "./described-operation.ts";
import { clientFailure, requestPath } from "./diagnostics.ts";
import type { Caller, Exchange, Outcome } from "./exchange.ts";
import { judgeAnswer, judgeDocumented } from "./judge-response.ts";
import type { RequestMatch, RequestMatcher } from "./match-request.ts";
import { preferenceFor } from "./prefer.ts";
import { type ClientRequest, readRequest } from "./read-request.ts";

/** What all examples are judged by. */
export interface Judge {
  readonly matcher: RequestMatcher;
  /** What the document says about an operation; undefined if it is not in there. */
  readonly describe: (operation: Operation) => DescribedOperation | undefined;
  readonly validator: BodyValidator;
  readonly isMock: boolean;
  /** Whether a request with this method may be sent. */
  readonly maySend: (method: string) => boolean;
  readonly onExchange: (exchange: Exchange) => void;
}

/** Judges one example of an operation: by itself, and, sent through the client, by what comes back. */
export async function verifyExample(
  { operation, example }: { readonly operation: Operation; readonly example: Example },
  judge: Judge,
  caller: Caller,
): Promise<Verdict & { readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const finish = (kind: Verdict["kind"]) => ({ kind, codes: diagnostics.map(({ code }) => code), diagnostics });

  const match = findMatch(operation, example, judge, report);
  const described = judge.describe(operation);
  if (!match || !described) return finish("failed");
  const { validator, isMock } = judge;
  const context = { match, described, validator, isMock };
  const request = readRequest(example, context, report);
  const documented = example.response
    ? judgeDocumented(example.response, context, report)
    : ({ kind: "unknown" } as const);
  if (request && judge.maySend(operation.method)) {
    const outcome = await caller.call(described.name, isMock ? withPreference(request, operation, example) : request);
    judgeClient(example, outcome, report);
    if (outcome.exchange) {
      judge.onExchange(outcome.exchange);
      judgeAnswer(example, { answer: outcome.exchange.answer, documented }, context, report);
    }
  }
  if (diagnostics.length > 0) return finish("failed");
  return finish(judge.maySend(operation.method) ? "passed" : "skipped");
}

function findMatch(
  operation: Operation,
  { request }: Example,
  { matcher }: Judge,
  report: (diagnostic: Diagnostic) => void,
): RequestMatch | undefined {
  const matches = matcher.find(request.method, request.url);
  const own = matches.find((match) => match.operation.path === operation.path);
  if (matches.length === 1 && own && request.method === operation.method) return own;
  const expected = `\`${operation.method.toUpperCase()} ${operation.path}\``;
  const others = matches.map((match) => `\`${match.operation.method.toUpperCase()} ${match.operation.path}\``);
  report(
    requestPath(
      request.location,
      `only ${expected}`,
      others.join(" and ") || `no operation for \`${shorten(request.url)}\``,
    ),
  );
  return undefined;
}

function withPreference(request: ClientRequest, operation: Operation, example: Example): ClientRequest {
  const prefer = preferenceFor(operation, example);
  const { params } = request;
  return prefer === undefined ? request : { ...request, params: { ...params, header: { ...params.header, prefer } } };
}

/** The client must not fail by itself, and must give the body it got. */
function judgeClient(
  { request }: Example,
  { exchange, data, failure }: Outcome,
  report: (diagnostic: Diagnostic) => void,
) {
  if (failure) {
    report(clientFailure(request.location, "an answer", failure.message));
    return;
  }
  const { status = 0, headers, body } = exchange?.answer ?? {};
  if (status < 200 || status >= 300 || typeof body !== "string" || body === "") return;
  const isJson = isJsonMediaType(headers?.get("content-type") ?? "");
  if (isJson && !isDeepStrictEqual(data, JSON.parse(body))) {
    report(clientFailure(request.location, "the body of the answer", typeof data));
  }
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
