import { isDeepStrictEqual } from "node:util";
import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import { baseMediaType, isJsonMediaType } from "../openapi/media-type-name.ts";
import type { Diagnostic, Report } from "../source/diagnostic.ts";
import type { Verdict } from "./census.ts";
import type { DescribedOperation } from "./described-operation.ts";
import { clientFailure, requestPath } from "./diagnostics.ts";
import type { Caller, Exchange, Outcome } from "./exchange.ts";
import {
  type AnswerContext,
  type DocumentedBody,
  judgeAnswer,
  judgeDocumented,
  parseAnswer,
} from "./judge-response.ts";
import type { RequestMatch, RequestMatcher } from "./match-request.ts";
import { preferenceFor } from "./prefer.ts";
import { type ClientRequest, mediaTypeOf, readRequest } from "./read-request.ts";

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

/** An example, and the operation that it is documented for. */
export interface Task {
  readonly operation: Operation;
  readonly example: Example;
}

/** Judges one example of an operation: by itself, and, sent through the client, by what comes back. */
export async function verifyExample(
  task: Task,
  judge: Judge,
  caller: Caller,
): Promise<Verdict & { readonly diagnostics: readonly Diagnostic[] }> {
  const { operation, example } = task;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const finish = (kind: Verdict["kind"]) => ({ kind, codes: diagnostics.map(({ code }) => code), diagnostics });

  const match = findMatch(example, judge, report);
  if (!match && judge.matcher.isForeign(example.request.url)) return { kind: "skipped", codes: [], diagnostics: [] };
  const described = match && judge.describe(match.operation);
  if (!match || !described) return finish("failed");
  const context = { match, described, validator: judge.validator, isMock: judge.isMock };
  const request = readRequest(example, context, report);
  const shown = example.response ? judgeDocumented(example.response, context, report) : ({ kind: "unknown" } as const);
  // The document has an example with the operation it is documented for, and only there the mock can repeat it.
  const documented = match.operation === operation ? shown : ({ kind: "unknown" } as const);
  const maySend = judge.maySend(operation.method);
  if (request && maySend) {
    const sent = judge.isMock ? askMock(request, { operation, example, documented }) : request;
    const outcome = await caller.call(described.name, sent);
    if (outcome.exchange) judge.onExchange(outcome.exchange);
    judgeOutcome(example, { outcome, documented }, context, report);
  }
  if (diagnostics.length > 0) return finish("failed");
  return finish(maySend ? "passed" : "skipped");
}

/** Judges the answer, and, if it is as it should be, what the client made of it. */
function judgeOutcome(
  example: Example,
  { outcome, documented }: { readonly outcome: Outcome; readonly documented: DocumentedBody },
  context: AnswerContext,
  report: Report,
): void {
  let isGood = true;
  const { exchange } = outcome;
  if (exchange) {
    judgeAnswer(example, { answer: exchange.answer, documented }, context, (diagnostic) => {
      isGood = false;
      report(diagnostic);
    });
  }
  if (isGood) judgeClient(example, outcome, report);
}

function findMatch({ request }: Example, { matcher }: Judge, report: Report): RequestMatch | undefined {
  const matches = matcher.find(request.method, request.url);
  const [only] = matches;
  if (only && matches.length === 1) return only;
  const names = matches.map(({ operation }) => `\`${operation.method.toUpperCase()} ${operation.path}\``);
  const found = names.join(" and ") || `none for \`${request.method.toUpperCase()} ${shorten(request.url)}\``;
  report(requestPath(request.location, "one operation", found));
  return undefined;
}

/** Adds what makes the mock give the response of this example rather than of another. */
function askMock(
  request: ClientRequest,
  { operation, example, documented }: Task & { readonly documented: DocumentedBody },
): ClientRequest {
  const prefer = preferenceFor(operation, example, {
    isInDocument: documented.kind === "json" || documented.kind === "text",
  });
  const isDescribed = documented.kind !== "undocumented";
  const accept = isDescribed && example.response ? mediaTypeOf(example.response) : undefined;
  const { params } = request;
  const header = {
    ...(accept !== undefined && { accept: baseMediaType(accept) }),
    ...params.header,
    ...(prefer !== undefined && { prefer }),
  };
  return { ...request, params: { ...params, header } };
}

/** The client must not fail by itself, and must give the body it got. */
function judgeClient({ request }: Example, { exchange, data, failure }: Outcome, report: Report) {
  if (failure) {
    report(clientFailure(request.location, "an answer", failure.message));
    return;
  }
  const { status = 0, headers, body } = exchange?.answer ?? {};
  if (status < 200 || status >= 300 || typeof body !== "string" || body === "") return;
  const isJson = isJsonMediaType(headers?.get("content-type") ?? "");
  if (isJson && !isDeepStrictEqual(data, parseAnswer(body))) {
    report(clientFailure(request.location, "the body of the answer", typeof data));
  }
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
