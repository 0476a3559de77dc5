import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import { baseMediaType } from "../openapi/media-type-name.ts";
import type { Diagnostic, Report } from "../source/diagnostic.ts";
import type { Verdict } from "./census.ts";
import { type DescribedOperation, findResponse } from "./described-operation.ts";
import { requestPath } from "./diagnostics.ts";
import type { Caller, Exchange } from "./exchange.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import { type DocumentedBody, judgeDocumented } from "./judge-response.ts";
import type { RequestMatch, RequestMatcher } from "./match-request.ts";
import { preferenceFor } from "./prefer.ts";
import { mediaTypeOf } from "./read-body.ts";
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
  const { validator, isMock } = judge;
  const context = { match, described, validator, isMock, isOnlyExample: isOnlyExample(task) };
  const request = readRequest(example, context, report);
  const shown = example.response ? judgeDocumented(example.response, context, report) : unknownBody;
  // The document has an example with the operation it is documented for, and only there the mock can repeat it.
  const documented = match.operation === operation ? shown : unknownBody;
  const maySend = judge.maySend(operation.method);
  if (request && maySend) {
    const sent = judge.isMock ? askMock(request, { operation, example, described, documented }) : request;
    const outcome = await caller.call(described.name, sent);
    if (outcome.exchange) judge.onExchange(outcome.exchange);
    const given = { documented: example.request, described, request: sent, match, matcher: judge.matcher };
    judgeOutcome(example, { outcome, documented, given }, context, report);
  }
  return finish(gradeOf(diagnostics, maySend));
}

function gradeOf(diagnostics: readonly Diagnostic[], wasSent: boolean): Verdict["kind"] {
  if (diagnostics.some(({ severity }) => severity === "error")) return "failed";
  if (!wasSent) return "skipped";
  return diagnostics.length > 0 ? "amended" : "passed";
}

/** Whether no other example of the operation shows a response of the same status. */
function isOnlyExample({ operation, example }: Task): boolean {
  return operation.examples.every((other) => other === example || other.response?.status !== example.response?.status);
}

const unknownBody: DocumentedBody = { kind: "unknown" };

function findMatch({ request }: Example, judge: Judge, report: Report): RequestMatch | undefined {
  const matches = judge.matcher.find(request.method, request.url);
  const [only] = matches;
  if (only && matches.length === 1) {
    if (judge.describe(only.operation)) return only;
    report(requestPath(request.location, "an operation of the document", nameOf(only.operation)));
    return undefined;
  }
  const names = matches.map(({ operation }) => nameOf(operation));
  const found = names.join(" and ") || `none for \`${request.method.toUpperCase()} ${shorten(request.url)}\``;
  report(requestPath(request.location, "one operation", found));
  return undefined;
}

/** Adds what makes the mock give the response of this example rather than of another. */
function askMock(
  request: ClientRequest,
  { operation, example, described, documented }: Task & MockContext,
): ClientRequest {
  const { response } = example;
  const isInDocument =
    response !== undefined && findResponse(described, response.status)?.examples.has(example.name) === true;
  const isRequestInDocument = !example.request.body || described.requestBody?.examples.has(example.name) === true;
  const statuses = [...described.responses.keys()];
  const prefer = preferenceFor(operation, example, { isInDocument, isRequestInDocument, statuses });
  const hasBody = documented.kind === "json" || documented.kind === "text" || documented.kind === "bytes";
  const accept = hasBody && response ? mediaTypeOf(response) : undefined;
  const { params } = request;
  const header = {
    ...(accept !== undefined && { accept: baseMediaType(accept) }),
    ...params.header,
    ...(prefer !== undefined && { prefer }),
  };
  return { ...request, params: { ...params, header } };
}

interface MockContext {
  readonly described: DescribedOperation;
  readonly documented: DocumentedBody;
}

function nameOf({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
