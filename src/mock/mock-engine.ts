import type { JsonObject } from "../openapi/document.ts";
import type { Locations } from "../openapi/locations.ts";
import { type MockAnswer, type MockRequest, problemAnswer } from "./answer.ts";
import { forward, UpstreamError } from "./forward.ts";
import { UnreadableBodyError } from "./message-body.ts";
import { OperationAnswerer } from "./operation-answerer.ts";
import { type DocumentedOperation, type Method, readBasePaths, readOperations } from "./operations.ts";
import { Problems } from "./problems.ts";
import { type RequestTarget, readTarget } from "./read-request.ts";
import { Router, type Routing } from "./router.ts";
import { BrokenSchemaError } from "./schema-validators.ts";
import { answerService } from "./service.ts";

type Found = Extract<Routing, { kind: "found" }>;

/** How the mock answers, besides what the document says. */
export interface EngineOptions {
  /** Where the parts of the document stand in the docs, for messages. */
  readonly locations?: Locations;
  /** Whether to check the scopes that the token claims: 403 where they do not suffice. */
  readonly checkScopes?: boolean;
  /** Whether a response that is not as documented is answered with 500 instead. */
  readonly errors?: boolean;
  /** A server to send requests on to; the mock then checks both sides, and mocks what upstream answers with 501. */
  readonly upstream?: URL;
  /** Makes other generated data; the same seed makes the same data. */
  readonly seed?: string;
}

/** Answers requests from one document. Knows nothing of sockets. */
export class MockEngine {
  readonly operations: readonly DocumentedOperation[];
  readonly #options: EngineOptions;
  readonly #router: Router;
  readonly #answerer: OperationAnswerer;
  readonly #problems: Problems;

  constructor(document: JsonObject, options: EngineOptions = {}) {
    this.#options = options;
    this.operations = readOperations(document);
    this.#router = new Router(this.operations, readBasePaths(document));
    this.#problems = new Problems(options.locations);
    this.#answerer = new OperationAnswerer(document, options, this.#problems);
  }

  /** Answers a request. Rejects only for a bug. */
  async answer(request: MockRequest): Promise<MockAnswer> {
    const target = readTarget(request.target);
    if (!target) return problemAnswer(this.#problems.badTarget(request.target), "invalid request");
    const method = request.method.toLowerCase() as Method;
    const routing = this.#router.find(method, target.path);
    if (routing.kind === "found") return this.#answerOperation(routing, request, target);
    const service = answerService(request, target.path, this.operations, this.#options.locations);
    if (service) return service;
    const { upstream, errors } = this.#options;
    if (upstream && !errors) return this.#forwardUndocumented(request, target, upstream);
    if (routing.kind === "noPath") {
      return problemAnswer(this.#problems.noPath(request.method, target.path, routing.nearest), "no such path");
    }
    const allow = routing.allowed.map((name) => name.toUpperCase()).join(", ");
    if (method === "options") return { status: 204, headers: new Map([["allow", allow]]), body: "", verdict: "ok" };
    const problem = this.#problems.noMethod(request.method, target.path, allow, routing.operations);
    return problemAnswer(problem, "no such method");
  }

  async #answerOperation(found: Found, request: MockRequest, target: RequestTarget): Promise<MockAnswer> {
    const { operation, values, localPath } = found;
    try {
      return await this.#answerer.answer(operation, { request, target, values, localPath });
    } catch (error) {
      return this.#explain(operation, error);
    }
  }

  /** What the user can mend: the request, the upstream server, the document. Anything else is a bug of ours. */
  #explain(operation: DocumentedOperation, error: unknown): MockAnswer {
    const { operationId } = operation;
    if (error instanceof UnreadableBodyError) {
      return problemAnswer(this.#problems.unreadableBody(operation, error.message), "invalid request", operationId);
    }
    if (error instanceof UpstreamError) {
      return problemAnswer(this.#problems.noUpstream(error), "no upstream", operationId);
    }
    if (!(error instanceof BrokenSchemaError)) throw error;
    return { ...problemAnswer(this.#problems.brokenSchema(operation, error), "failed", operationId), error };
  }

  async #forwardUndocumented(
    request: MockRequest,
    { path, search }: RequestTarget,
    upstream: URL,
  ): Promise<MockAnswer> {
    try {
      return { ...(await forward(request, upstream, path + search)), verdict: "no such path" };
    } catch (error) {
      if (error instanceof UpstreamError) return problemAnswer(this.#problems.noUpstream(error), "no upstream");
      throw error;
    }
  }
}
