import type { Json, JsonObject } from "../openapi/document.ts";
import { type MockAnswer, type MockRequest, problemAnswer } from "./answer.ts";
import { fitExample } from "./fit-example.ts";
import { generateExample } from "./generate-example.ts";
import { LruMap } from "./lru-map.ts";
import { readMessageBody, UnreadableBodyError } from "./message-body.ts";
import type { EngineOptions } from "./mock-engine.ts";
import type { DocumentedOperation } from "./operations.ts";
import { findResponse, type PreparedOperation, prepareOperation } from "./prepared-operation.ts";
import {
  createPrismOperation,
  type Generate,
  type Negotiated,
  negotiate,
  type Preferences,
  type PrismOperation,
} from "./prism.ts";
import type { Problems } from "./problems.ts";
import { type RequestPreferences, readPreferences, readQuery, toPrismRequest } from "./read-request.ts";
import { findMissingScopes } from "./scopes.ts";
import { serializeBody } from "./serialize-body.ts";
import { type RequestParts, Validator } from "./validator.ts";
import { formatViolations, type Violation } from "./violation.ts";

/** A request that reached an operation. */
export interface RoutedRequest {
  readonly request: MockRequest;
  readonly target: { readonly path: string; readonly query: URLSearchParams };
  /** Values of the path template's placeholders, decoded. */
  readonly values: ReadonlyMap<string, string>;
}

/** An operation ready to be answered. */
interface ReadyOperation {
  readonly prepared: PreparedOperation;
  readonly prism: PrismOperation;
}

/** Operations kept ready at a time; about 10 kB each. */
const MAX_READY = 1_000;

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
    const parts = await readParts(routed);
    if (parts instanceof UnreadableBodyError) {
      return problemAnswer(this.#problems.unreadableBody(operation, parts.message), "invalid request", operationId);
    }
    const preferences = readPreferences(routed.request.headers, parts.query);
    if (preferences.problem !== undefined) {
      return problemAnswer(
        this.#problems.badPreference(operation, preferences.problem),
        "invalid request",
        operationId,
      );
    }
    const prismRequest = toPrismRequest(routed.request, routed.target.path, routed.target.query);
    const violations = this.#validator.validateRequest(ready.prepared, parts);
    const [prism, chosen] =
      violations.length > 0 ? [ready.prism, preferences] : this.#choose(ready, parts, preferences);
    const negotiated = await negotiate(prism, prismRequest, chosen, violations);
    if (!negotiated.isUnauthorized && this.#options.checkScopes) {
      const missing = findMissingScopes(this.#document, operation, routed.request.headers.get("authorization"));
      if (missing) return problemAnswer(this.#problems.missingScopes(operation, missing), missing.verdict, operationId);
    }
    if (negotiated.isUnauthorized) {
      return problemAnswer(this.#problems.unauthorized(ready.prepared, negotiated), "unauthorized", operationId);
    }
    if (violations.length > 0) {
      return problemAnswer(
        this.#problems.invalidRequest(ready.prepared, negotiated, violations),
        "invalid request",
        operationId,
      );
    }
    return this.#respond(ready.prepared, negotiated);
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

  #respond(prepared: PreparedOperation, negotiated: Negotiated): MockAnswer {
    const { operation } = prepared;
    const { operationId } = operation;
    const { status, body, problem } = negotiated;
    if (problem)
      return problemAnswer(
        this.#problems.noResponse(prepared, negotiated),
        status === 406 ? "not acceptable" : "no such response",
        operationId,
      );
    const headers = new Map(negotiated.headers);
    const bytes = serializeBody(status, body, headers.get("content-type"));
    if (bytes.length === 0) headers.delete("content-type");
    const violations = this.#validateResponse(prepared, negotiated, headers);
    if (violations.length > 0) headers.set("sl-violations", formatViolations("response", violations));
    if (violations.length > 0 && this.#options.errors) {
      return problemAnswer(this.#problems.invalidResponse(operation, violations), "invalid response", operationId);
    }
    const verdict = violations.length > 0 ? "invalid response" : "ok";
    return { status, headers, body: bytes, verdict, ...(operationId !== undefined && { operationId }) };
  }

  #validateResponse(
    prepared: PreparedOperation,
    { status, body }: Negotiated,
    headers: ReadonlyMap<string, string>,
  ): Violation[] {
    if (!findResponse(prepared, status)) return [];
    const contentType = headers.get("content-type");
    if (contentType === undefined && body === undefined) return [];
    return this.#validator.validateResponse(prepared, {
      status,
      headers: new Map([...headers].map(([name, value]) => [name, [value]])),
      ...(contentType !== undefined && { contentType }),
      ...(body !== undefined && { body }),
    });
  }
}

async function readParts({ request, target, values }: RoutedRequest): Promise<RequestParts | UnreadableBodyError> {
  const contentType = request.headers.get("content-type");
  try {
    return {
      path: new Map([...values].map(([name, value]) => [name.toLowerCase(), [value]])),
      query: readQuery(target.query),
      headers: new Map([...request.headers].map(([name, value]) => [name, [value]])),
      ...(contentType !== undefined && { contentType }),
      ...(request.body.length > 0 && { body: await readMessageBody(request.body, contentType) }),
    };
  } catch (error) {
    if (error instanceof UnreadableBodyError) return error;
    throw error;
  }
}

function withoutExamples(prepared: PreparedOperation): PreparedOperation {
  const strip = <Source extends { readonly schema?: unknown; readonly examples: readonly { value: Json }[] }>(
    source: Source,
  ): Source => (source.schema ? { ...source, examples: [] } : source);
  const responses = prepared.responses.map((response) => ({ ...response, contents: response.contents.map(strip) }));
  return { ...prepared, responses };
}

/** The operation with the example of a name first everywhere. */
function preferExample(operation: PrismOperation, name: string): PrismOperation {
  const reorder = <Source extends { examples?: { key: string }[] | undefined }>(source: Source): Source => {
    const { examples = [] } = source;
    const first = examples.find((example) => example.key === name);
    return first ? { ...source, examples: [first, ...examples.filter((example) => example !== first)] } : source;
  };
  const responses = operation.responses.map((response) => ({
    ...response,
    headers: response.headers?.map(reorder),
    contents: response.contents?.map(reorder),
  }));
  return { ...operation, responses } as PrismOperation;
}
