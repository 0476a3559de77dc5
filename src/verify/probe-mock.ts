import type { LoadedClient } from "../client/load-client.ts";
import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { Json } from "../openapi/document.ts";
import type { Report } from "../source/diagnostic.ts";
import type { VerifyResult } from "./census.ts";
import { type DescribedOperation, findSchema } from "./described-operation.ts";
import { gate } from "./diagnostics.ts";
import { Caller, type Outcome, type Server } from "./exchange.ts";
import { type ClientRequest, readRequest } from "./read-request.ts";
import type { Judge } from "./verify-example.ts";

/** A documented request that the mock accepts, and what the document says about it. */
interface Good {
  readonly operation: Operation;
  readonly example: Example;
  readonly described: DescribedOperation;
  readonly request: ClientRequest;
}

/**
 * Sends wrong requests, one of each sort: a mock that lets them pass would let wrong examples pass, too. Each must come
 * out of the client as an `ApiError`.
 */
export async function probeMock(
  operations: readonly Operation[],
  { judge, client, server }: { readonly judge: Judge; readonly client: LoadedClient; readonly server: Server },
  report: Report,
): Promise<VerifyResult["probes"]> {
  const { token: _, ...anonymous } = server;
  const outcomes: boolean[] = [];
  const expect = (
    { operation, example }: Good,
    wanted: string,
    { exchange, error, isRefusal }: Outcome,
    ...statuses: number[]
  ) => {
    const status = exchange?.answer.status;
    const passed = isRefusal && status !== undefined && statuses.includes(status);
    outcomes.push(passed);
    const found = isRefusal || !error ? String(status) : error.message;
    const place = `${operation.method.toUpperCase()} ${operation.path}`;
    if (!passed) report(gate(example.request.location, `${wanted} (${place})`, found));
  };

  const [any] = findGood(operations, judge, () => true);
  if (any) expect(any, "404 for an unknown path", await new Caller(client, server).get("/md2oas/no-such-path"), 404);
  const [secured] = findGood(operations, judge, ({ described }) => described.isSecured);
  if (secured) {
    const outcome = await new Caller(client, anonymous).call(secured.described.name, secured.request);
    expect(secured, "401 without a token", outcome, 401);
  }
  const [written] = findGood(operations, judge, (good) => findWrongBody(good, judge) !== undefined);
  if (written) {
    const request = { ...written.request, body: findWrongBody(written, judge) };
    const outcome = await new Caller(client, server).call(written.described.name, request);
    // A mock may answer with the documented error response instead (Prism does).
    expect(written, "422 for a wrong body", outcome, 422, ...(written.described.responses.has("400") ? [400] : []));
  }
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((passed) => !passed).length };
}

/** The first good request that is wanted. */
function* findGood(operations: readonly Operation[], judge: Judge, isWanted: (good: Good) => boolean): Generator<Good> {
  for (const operation of operations) {
    for (const example of operation.examples) {
      const [match] = judge.matcher.find(operation.method, example.request.url);
      const described = judge.describe(operation);
      if (match?.operation !== operation || !described) continue;
      const request = readRequest(example, { match, described, validator: judge.validator }, () => undefined);
      const good = request && { operation, example, described, request };
      if (good && isWanted(good)) yield good;
    }
  }
}

/** A body that contradicts the schema of a request that has a JSON body. */
function findWrongBody({ described, request }: Good, { validator }: Judge): Json | undefined {
  const schema = described.requestBody && findSchema(described.requestBody, "application/json");
  if (!schema || request.body === undefined) return undefined;
  const candidates: Json[] = [[1], 1, { "": 1 }];
  return candidates.find((candidate) => validator.validate(schema, candidate, "request").length > 0);
}
