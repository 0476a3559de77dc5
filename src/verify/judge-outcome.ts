import { isDeepStrictEqual } from "node:util";
import type { Example } from "../model/example.ts";
import { isJsonMediaType } from "../openapi/media-type-name.ts";
import type { Report } from "../source/diagnostic.ts";
import { clientFailure } from "./diagnostics.ts";
import type { Outcome } from "./exchange.ts";
import { type AnswerContext, type DocumentedBody, judgeAnswer, parseAnswer } from "./judge-response.ts";
import { findSentProblem, type SentRequest } from "./judge-sent.ts";

/** What became of an example that was sent, and what it is compared with. */
export interface SentExample {
  readonly outcome: Outcome;
  readonly documented: DocumentedBody;
  readonly given: SentRequest;
}

/**
 * Judges what was sent, what was answered, and what the client made of it; what comes after the first of these that is
 * wrong cannot be right.
 */
export function judgeOutcome(
  example: Example,
  { outcome, documented, given }: SentExample,
  context: AnswerContext,
  report: Report,
): void {
  const { exchange } = outcome;
  let isGood = true;
  const fail: Report = (diagnostic) => {
    isGood = false;
    report(diagnostic);
  };
  const problem = exchange && findSentProblem(exchange.request, given);
  if (problem) fail(clientFailure(example.request.location, problem.expected, problem.found));
  if (isGood && exchange) judgeAnswer(example, { answer: exchange.answer, documented }, context, fail);
  if (isGood) judgeClient(example, outcome, report);
}

/** The client must throw the errors it gets, and none of its own, and must give the body of a success. */
function judgeClient({ request }: Example, { exchange, data, error, isRefusal }: Outcome, report: Report): void {
  const { status = 0, headers, body } = exchange?.answer ?? {};
  const isError = status >= 400;
  if (isError !== isRefusal || (error && !isRefusal)) {
    report(clientFailure(request.location, isError ? "an ApiError" : "an answer", error?.message ?? "no error"));
    return;
  }
  const isJson = isJsonMediaType(headers?.["content-type"] ?? "");
  if (isError || status >= 300 || typeof body !== "string" || body === "" || !isJson) return;
  if (!isDeepStrictEqual(data, parseAnswer(body))) {
    report(clientFailure(request.location, "the body of the answer", typeof data));
  }
}
