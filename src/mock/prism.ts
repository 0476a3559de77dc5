import { transformOas3Operations } from "@stoplight/http-spec/oas3/operation";
import { createLogger } from "@stoplight/prism-core";
import {
  createInstance,
  type IHttpConfig,
  type IHttpRequest,
  type PrismHttpComponents,
  ProblemJsonError,
} from "@stoplight/prism-http";
import { generate as generateByFaker } from "@stoplight/prism-http/dist/mocker/generator/JSONSchema.js";
import * as Either from "fp-ts/lib/Either.js";
import type { Json, JsonObject } from "../openapi/document.ts";
import { findPart, isObject } from "./json-pointer.ts";
import type {
  DocumentedContent,
  DocumentedExample,
  DocumentedParameter,
  PreparedOperation,
} from "./prepared-operation.ts";

/** An operation as Prism sees it. */
export type PrismOperation = Parameters<PrismHttpComponents["mock"]>[0]["resource"];

/** A request as Prism sees it. */
export type PrismRequest = IHttpRequest;

/** What a request asks of the answer, through `Prefer` and `Accept`. */
export interface Preferences {
  readonly code?: number;
  readonly example?: string;
  readonly mediaTypes?: readonly string[];
}

/** Prism's decision. `problem` is set where it answers with an error of its own instead of a documented response. */
export interface Negotiated {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body?: Json;
  readonly problem?: { readonly type: string; readonly title: string; readonly detail: string };
  /** Whether the request lacks the credentials that the operation asks for. */
  readonly isUnauthorized: boolean;
}

/** Makes a value for a body or header without example. Called when a request first needs it. */
export type Generate = (source: DocumentedContent | DocumentedParameter) => Json | undefined;

const logger = createLogger("mock", { level: "silent" });

const CONFIG: IHttpConfig = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/**
 * Makes Prism's form of one operation, from a document that holds just this operation, without schemas: Prism chooses
 * among responses, media types and examples, and checks credentials; validation and generation are ours.
 */
export function createPrismOperation(
  document: JsonObject,
  prepared: PreparedOperation,
  generate: Generate,
): PrismOperation {
  const { operation, responses } = prepared;
  const mini = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    ...(document["security"] !== undefined && { security: document["security"] }),
    paths: { [operation.path]: { [operation.method]: { ...relevantMembers(document, prepared), responses: {} } } },
    components: { securitySchemes: memberOf(document["components"], "securitySchemes") ?? {} },
  };
  const [transformed] = transformOas3Operations(mini);
  if (!transformed) throw new Error(`Prism finds no operation in ${operation.pointer}`);
  return {
    ...transformed,
    responses: responses.map((response, index) => ({
      id: `response-${index}`,
      code: response.status,
      headers: response.headers.map((header) => ({
        id: header.name,
        name: header.name,
        style: "simple",
        // Prism gives a header a value only if it has a schema.
        schema: {},
        examples: examplesOf(header, generate),
      })),
      contents: response.contents.map((content) => ({
        id: content.mediaType,
        mediaType: content.mediaType,
        examples: examplesOf(content, generate),
      })),
    })) as PrismOperation["responses"],
  };
}

/**
 * Lets Prism answer a request. With `violations` it looks for the documented response to an invalid request (422, 400,
 * or 415), without for the one asked for, or the first success.
 */
export async function negotiate(
  operation: PrismOperation,
  request: PrismRequest,
  { code, example, mediaTypes }: Preferences,
  violations: readonly { readonly code: string | number; readonly message: string }[] = [],
): Promise<Negotiated> {
  const diagnostics = violations.map(({ code, message }) => ({ code, message, severity: 0 }));
  const [first, ...rest] = diagnostics;
  const prism = createInstance(CONFIG, {
    logger,
    route: () => Either.right(operation),
    validateInput: () => (first ? Either.left([first, ...rest]) : Either.right(request)),
  });
  const mock = {
    dynamic: false,
    ...(code !== undefined && { code }),
    ...(example !== undefined && { exampleKey: example }),
    ...(mediaTypes && { mediaTypes: [...mediaTypes] }),
  };
  const result = await prism.request(request, [operation], { ...CONFIG, mock })();
  if (Either.isLeft(result)) {
    // For a code that it has, but not in an acceptable form, Prism gives no reason; without the code it does.
    const isUnclear = !(result.left instanceof ProblemJsonError) && code !== undefined;
    if (!isUnclear) return readProblem(result.left);
    return negotiate(operation, request, {
      ...(example !== undefined && { example }),
      ...(mediaTypes && { mediaTypes }),
    });
  }
  const { output, validations } = result.right;
  const headers = Object.entries(output.headers ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return {
    status: output.statusCode,
    headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
    ...(output.body !== undefined && { body: output.body as Json }),
    isUnauthorized: validations.input.some((problem) => problem.code === 401),
  };
}

/** A text that matches a regular expression, by Prism's generator; undefined if it finds none. */
export function matchPattern(
  pattern: string,
  bounds: { minLength?: number; maxLength?: number },
  seed: string,
): string | undefined {
  const { minLength, maxLength } = bounds;
  const schema = {
    type: "string" as const,
    pattern,
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
  const resource = { id: "", method: "get", path: "", responses: [] };
  const result = generateByFaker(resource, {}, schema, seed);
  return Either.isRight(result) && typeof result.right === "string" ? result.right : undefined;
}

function readProblem(error: Error): Negotiated {
  const known = error instanceof ProblemJsonError;
  const status = known ? error.status : 500;
  return {
    status,
    headers: new Map(),
    problem: { type: error.name, title: error.message, detail: known ? error.detail : error.message },
    isUnauthorized: status === 401,
  };
}

/** What Prism itself looks at in an operation. Not callbacks: the mock sends nothing on its own. */
function relevantMembers(document: JsonObject, { operation }: PreparedOperation): JsonObject {
  const value = findPart(document, operation.pointer);
  const security = memberOf(value, "security");
  const deprecated = memberOf(value, "deprecated");
  return { ...(security !== undefined && { security }), ...(deprecated !== undefined && { deprecated }) };
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function examplesOf(source: DocumentedContent | DocumentedParameter, generate: Generate) {
  const documented = source.examples.map(({ name, value }: DocumentedExample) => ({ id: name, key: name, value }));
  if (documented.length > 0 || !source.schema) return documented;
  let generated: { readonly value: Json | undefined } | undefined;
  return [
    {
      id: "generated",
      key: "generated",
      get value() {
        generated ??= { value: generate(source) };
        return generated.value;
      },
    },
  ];
}
