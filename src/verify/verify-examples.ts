import { generateClientModule } from "../client/generate-client.ts";
import { type LoadedClient, loadClient } from "../client/load-client.ts";
import { listOperations } from "../client/operations.ts";
import type { ApiModel } from "../model/api-model.ts";
import { BodyValidator } from "../openapi/body-validator.ts";
import type { JsonObject, OpenApiDocument } from "../openapi/document.ts";
import type { Report } from "../source/diagnostic.ts";
import { UsageError } from "../source/usage-error.ts";
import { takeCensus, type VerifyResult } from "./census.ts";
import { type DescribedOperation, describeOperation } from "./described-operation.ts";
import { Caller, type Exchange, type Server } from "./exchange.ts";
import { RequestMatcher } from "./match-request.ts";
import { createPace } from "./pace.ts";
import { probeMock } from "./probe-mock.ts";
import { Redactor } from "./redact.ts";
import { type Judge, type Task, verifyExample } from "./verify-example.ts";

/** What to verify: the docs as a model, and the document made from it. */
export interface Subject {
  readonly model: ApiModel;
  readonly openapi: OpenApiDocument;
  /** Text of the generated `client.ts`. Left out: it is generated. */
  readonly client?: string;
}

/** How to verify. */
export interface VerifyOptions {
  /** Whether a service, which is not the mock, may be sent requests that change something. */
  readonly allowWrites?: boolean;
  /** Every `count`th example, from the `index`th; the first is 1. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** At most so many requests per second. */
  readonly requestsPerSecond?: number;
  /** Is told of every request and its answer, in no particular order. Tokens are not in there. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Is told how many examples are judged. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Sends every documented example through the generated client to a server, and reports at its line what does not work or
 * is not as documented. Examples that contradict their schema are judged too, although the document leaves them out.
 *
 * @throws UsageError if the server cannot be reached.
 */
export async function verifyExamples(
  { model, openapi: { document }, client: text }: Subject,
  server: Server,
  report: Report,
  options: VerifyOptions = {},
): Promise<VerifyResult> {
  const client = await loadClient(text ?? generateClientModule(document));
  const redactor = new Redactor();
  const watched = watch(server, redactor, options);
  const onExchange = (exchange: Exchange) => options.onExchange?.(redactor.cleanExchange(exchange));
  const judge = createJudge(model, document, server, { ...options, onExchange });
  const verdicts = await judgeAll(selectExamples(model, options), { judge, client, server: watched, options });
  for (const { diagnostics } of verdicts) for (const diagnostic of diagnostics) report(redactor.clean(diagnostic));
  const isFirstShard = (options.shard?.index ?? 1) === 1;
  const probes =
    server.isMock && isFirstShard
      ? await probeMock(model.operations, { judge, client, server }, report)
      : { passed: 0, failed: 0 };
  return takeCensus(verdicts, probes);
}

/** The server, with its requests paced and their tokens noted. */
function watch(server: Server, redactor: Redactor, { requestsPerSecond }: VerifyOptions): Server {
  const pace = createPace(requestsPerSecond);
  const { fetch = globalThis.fetch, isMock, baseUrl } = server;
  let hasAnswered = false;
  return {
    ...server,
    fetch: async (request) => {
      await pace();
      // The mock takes any token: there is no secret in it.
      if (!isMock) redactor.note(request);
      try {
        const response = await fetch(request);
        hasAnswered = true;
        return response;
      } catch (error) {
        const reason = reasonOf(error);
        // That is not about the docs; a server that fails later on may fail because of an example.
        throw hasAnswered ? new Error(reason) : new UsageError(`Cannot reach ${baseUrl}: ${reason}`);
      }
    },
  };
}

/** `fetch` only says that it failed; its cause says why, with several addresses one for each. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  const [first = cause] = cause instanceof AggregateError ? cause.errors : [];
  return first instanceof Error ? first.message : error instanceof Error ? error.message : String(error);
}

function selectExamples({ operations }: ApiModel, { shard }: VerifyOptions): Task[] {
  const tasks = operations.flatMap((operation) => operation.examples.map((example) => ({ operation, example })));
  return shard ? tasks.filter((_, index) => index % shard.count === shard.index - 1) : tasks;
}

function createJudge(model: ApiModel, document: JsonObject, server: Server, options: VerifyOptions): Judge {
  const servers = Array.isArray(document["servers"]) ? document["servers"] : [];
  const urls = [...model.servers, ...servers.map(({ url }) => String(url))];
  const clientOperations = listOperations(document);
  const byPlace = new Map(clientOperations.map((each) => [`${each.facts.method} ${each.facts.path}`, each]));
  const described = new Map<string, DescribedOperation>();
  return {
    matcher: new RequestMatcher(model.operations, urls),
    describe: ({ method, path }) => {
      const place = `${method} ${path}`;
      const operation = byPlace.get(place);
      const known = described.get(place) ?? (operation && describeOperation(document, operation));
      if (known) described.set(place, known);
      return known;
    },
    validator: new BodyValidator(document),
    isMock: server.isMock,
    maySend: (method) => server.isMock || options.allowWrites === true || method === "get" || method === "head",
    onExchange: options.onExchange ?? (() => undefined),
  };
}

/** So many requests are under way at once; the mock shares the processor with us, and services have limits. */
const parallel = 4;

async function judgeAll(
  tasks: readonly Task[],
  {
    judge,
    client,
    server,
    options,
  }: { readonly judge: Judge; readonly client: LoadedClient; readonly server: Server; readonly options: VerifyOptions },
) {
  const verdicts: Awaited<ReturnType<typeof verifyExample>>[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const caller = new Caller(client, server);
    for (let index = next++; index < tasks.length; index = next++) {
      verdicts[index] = await verifyExample(tasks[index] as Task, judge, caller);
      options.onProgress?.(++done, tasks.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, tasks.length) }, work));
  return verdicts;
}
