import type { Json, JsonObject } from "../openapi/document.ts";
import { type MockAnswer, type MockRequest, problemAnswer } from "./answer.ts";
import { preferExample, withoutExamples } from "./choose-example.ts";
import { fitExample } from "./fit-example.ts";
import { forward, readUpstreamBody, type UpstreamResponse } from "./forward.ts";
import { generateExample } from "./generate-example.ts";
import { LruMap } from "./lru-map.ts";
import type { EngineOptions } from "./mock-engine.ts";
import type { DocumentedOperation } from "./operations.ts";
import { type PreparedOperation, prepareOperation } from "./prepared-operation.ts";
import { type Negotiated, negotiate, type Preferences, type PrismOperation } from "./prism.ts";
import { createPrismOperation, type Generate } from "./prism-operation.ts";
import type { Problems } from "./problems.ts";
import { type RequestPreferences, type RequestTarget, readPreferences, toPrismRequest } from "./read-request.ts";
import { readRequestParts } from "./request-parts.ts";
import { findMissingScopes } from "./scopes.ts";
import { serializeBody } from "./serialize-body.ts";
import { type RequestParts, Validator } from "./validator.ts";
import { formatViolations, type Violation } from "./violation.ts";

/** A request that reached an operation. */
export interface RoutedRequest {
  readonly request: MockRequest;
  readonly target: RequestTarget;
  /** The path without the base path of a server of the document. */
  readonly localPath: string;
  /** Values of the path template's placeholders, decoded. */
  readonly values: ReadonlyMap<string, string>;
}

/** An operation ready to be answered. */
interface ReadyOperation {
  readonly prepared: PreparedOperation;
  readonly prism: PrismOperation;
}

/** Operations kept ready at a time; about 10 kB each. */
const MAX_READY = 4_000;

/** Answers requests to documented operations: checks them, chooses a documented response, fills it. */
export class OperationAnswerer {
  readonly #document: JsonObject;
  readonly #options: EngineOptions;
  readonly #problems: Problems;
  readonly #validator: Validator;
  readonly #ready = new LruMap<string, ReadyOperation>(MAX_READY);

  constructor(document: JsonObject, options: EngineOptions, problems: Problems) {
    this.#document = document;
    this.#options = options;
    this.#problems = problems;
    this.#validator = new Validator(document);
  }

  /**
   * Answers a request to an operation.
   *
   * @throws BrokenSchemaError where a schema that the request needs cannot be used
   */
  async answer(operation: DocumentedOperation, routed: RoutedRequest): Promise<MockAnswer> {
    const { operationId } = operation;
    const ready = this.#ready.get(operation.pointer, () => this.#prepare(operation));
    const parts = await readRequestParts(routed);
    const preferences = readPreferences(routed.request.headers, parts.query);
    if (preferences.problem !== undefined) {
      return problemAnswer(
        this.#problems.badPreference(operation, preferences.problem),
        "invalid request",
        operationId,
      );
    }
    const violations = this.#validator.validateRequest(ready.prepared, parts);
    const isValid = violations.length === 0;
    const [prism, chosen] = isValid ? this.#choose(ready, parts, preferences) : [ready.prism, preferences];
    const negotiated = negotiate(prism, toPrismRequest(routed), chosen, violations);
    const refusal = this.#refuse(ready, routed, negotiated, violations);
    const { upstream, errors } = this.#options;
    if (upstream && !(refusal && errors)) {
      const response = await forward(routed.request, upstream, routed.localPath + routed.target.search);
      // As in Prism: what upstream has not implemented yet is mocked.
      if (response.status !== 501) return this.#relay(ready.prepared, response, refusal);
    }
    return refusal ?? this.#respond(ready.prepared, negotiated);
  }

  #prepare(operation: DocumentedOperation): ReadyOperation {
    const prepared = prepareOperation(this.#document, operation);
    this.#validator.check(prepared);
    return { prepared, prism: createPrismOperation(this.#document, prepared, this.#generate(this.#options.seed)) };
  }

  #generate(seed: string | undefined, dynamic = false): Generate {
    return ({ schema }) => {
      if (!schema) return undefined;
      const isValid = (value: Json) => this.#validator.accepts(schema, value);
      return generateExample(this.#document, schema, { seed: seed ?? "", dynamic, isValid });
    };
  }

  /** Puts the example that fits the request where Prism looks first. */
  #choose(
    { prepared, prism }: ReadyOperation,
    parts: RequestParts,
    preferences: RequestPreferences,
  ): [PrismOperation, Preferences] {
    if (preferences.dynamic) {
      const without = withoutExamples(prepared);
      return [
        createPrismOperation(this.#document, without, this.#generate(preferences.seed ?? this.#options.seed, true)),
        preferences,
      ];
    }
    const fitting = preferences.example === undefined ? fitExample(prepared, parts) : undefined;
    if (!fitting) return [prism, preferences];
    const code =
      preferences.code ??
      (fitting.isExact && /^\d{3}$/.test(fitting.status ?? "") ? Number(fitting.status) : undefined);
    return [preferExample(prism, fitting.name), { ...preferences, ...(code !== undefined && { code }) }];
  }

  /** The answer to a request that lacks what the operation asks for. */
  #refuse(
    { prepared, prism }: ReadyOperation,
    { request }: RoutedRequest,
    negotiated: Negotiated,
    violations: readonly Violation[],
  ): MockAnswer | undefined {
    const { operation } = prepared;
    const { operationId } = operation;
    if (negotiated.isUnauthorized) {
      return problemAnswer(this.#problems.unauthorized(operation, negotiated, prism), "unauthorized", operationId);
    }
    const authorization = request.headers.get("authorization");
    const missing = this.#options.checkScopes ? findMissingScopes(this.#document, operation, authorization) : undefined;
    if (missing) return problemAnswer(this.#problems.missingScopes(operation, missing), missing.verdict, operationId);
    if (violations.length === 0) return undefined;
    return problemAnswer(
      this.#problems.invalidRequest(operation, negotiated, violations),
      "invalid request",
      operationId,
    );
  }

  #respond(prepared: PreparedOperation, negotiated: Negotiated): MockAnswer {
    const { status, body, problem } = negotiated;
    if (problem) {
      const verdict = status === 406 ? "not acceptable" : "no such response";
      return problemAnswer(this.#problems.noResponse(prepared, negotiated), verdict, prepared.operation.operationId);
    }
    if (status < 200) {
      return problemAnswer(
        this.#problems.noFinalResponse(prepared, status),
        "no such response",
        prepared.operation.operationId,
      );
    }
    const headers = new Map(negotiated.headers);
    const text = serializeBody(status, body, headers.get("content-type"));
    if (text === "") headers.delete("content-type");
    const response = { status, headers, ...(text !== "" && { body }) };
    return this.#checked(prepared, { status, headers, body: text }, response);
  }

  /** The answer of an upstream server, checked. `refusal` is what the mock itself would have said to the request. */
  #relay(prepared: PreparedOperation, response: UpstreamResponse, refusal: MockAnswer | undefined): MockAnswer {
    const { status, headers } = response;
    const body = readUpstreamBody(response);
    const answer = this.#checked(prepared, response, { status, headers, ...(body !== undefined && { body }) });
    const violations = refusal?.headers.get("sl-violations");
    if (!refusal || answer.verdict !== "ok") return answer;
    const marked =
      violations === undefined ? answer.headers : new Map([...answer.headers, ["sl-violations", violations]]);
    return { ...answer, headers: marked, verdict: refusal.verdict };
  }

  /** The answer, with what is wrong with it by the document in a header, or with `errors` instead of it. */
  #checked(
    prepared: PreparedOperation,
    answer: Pick<MockAnswer, "status" | "headers" | "body">,
    response: { readonly status: number; readonly headers: MockAnswer["headers"]; readonly body?: unknown },
  ): MockAnswer {
    const { operation } = prepared;
    const contentType = [response.headers.get("content-type")].flat()[0];
    const violations = this.#validator.validateResponse(prepared, {
      status: response.status,
      headers: new Map([...response.headers].map(([name, value]) => [name, [value].flat()])),
      ...(contentType !== undefined && { contentType }),
      ...("body" in response && { body: response.body }),
    });
    const id = operation.operationId === undefined ? {} : { operationId: operation.operationId };
    if (violations.length === 0) return { ...answer, verdict: "ok", ...id };
    if (this.#options.errors) {
      return problemAnswer(
        this.#problems.invalidResponse(operation, violations),
        "invalid response",
        operation.operationId,
      );
    }
    const headers = new Map([...answer.headers, ["sl-violations", formatViolations("response", violations)]]);
    return { ...answer, headers, verdict: "invalid response", ...id };
  }
}
