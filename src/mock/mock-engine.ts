import type { JsonObject } from "../openapi/document.ts";
import type { Locations } from "../openapi/locations.ts";
import { type MockAnswer, type MockRequest, problemAnswer } from "./answer.ts";
import { OperationAnswerer } from "./operation-answerer.ts";
import { type DocumentedOperation, type Method, readBasePaths, readOperations } from "./operations.ts";
import { Problems } from "./problems.ts";
import { readTarget } from "./read-request.ts";
import { Router } from "./router.ts";
import { answerService } from "./service.ts";

/** How the mock answers, besides what the document says. */
export interface EngineOptions {
  /** Where the parts of the document stand in the docs, for messages. */
  readonly locations?: Locations;
  /** Whether to check the scopes that the token claims: 403 where they do not suffice. */
  readonly checkScopes?: boolean;
  /** Whether a response that is not as documented is answered with 500 instead. */
  readonly errors?: boolean;
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

  /** Answers a request. Rejects only for a bug, or for a schema of the document that cannot be used. */
  async answer(request: MockRequest): Promise<MockAnswer> {
    const target = readTarget(request.target);
    if (!target) return problemAnswer(this.#problems.badTarget(request.target), "invalid request");
    const method = request.method.toLowerCase() as Method;
    const routing = this.#router.find(method, target.path);
    if (routing.kind === "found")
      return this.#answerer.answer(routing.operation, { request, target, values: routing.values });
    const service = answerService(request, target.path, this.operations, this.#options.locations);
    if (service) return service;
    if (routing.kind === "noPath") {
      return problemAnswer(this.#problems.noPath(request.method, target.path, routing.nearest), "no such path");
    }
    const allow = routing.allowed.map((name) => name.toUpperCase()).join(", ");
    if (method === "options") return { status: 204, headers: new Map([["allow", allow]]), body: "", verdict: "ok" };
    return problemAnswer(
      this.#problems.noMethod(request.method, target.path, allow, routing.operations),
      "no such method",
    );
  }
}
