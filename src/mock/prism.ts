import { createRequire } from "node:module";
import type { IHttpRequest, PrismHttpComponents } from "@stoplight/prism-http";
import type { IHttpNegotiationResult } from "@stoplight/prism-http/dist/mocker/negotiator/types.js";
import { ProblemJsonError } from "@stoplight/prism-http/dist/types.js";
import { validateSecurity } from "@stoplight/prism-http/dist/validator/validators/security/index.js";
import * as Either from "fp-ts/lib/Either.js";
import type { Json } from "../openapi/document.ts";

type NegotiatorModule = typeof import("@stoplight/prism-http/dist/mocker/negotiator/NegotiatorHelpers.js");

// Parts of Prism and not its index: that loads a generator of test data, 70 MB of it, for which the mock has little use.
// By `require`, since what `import` makes of a CommonJS default export depends on who runs it.
const { default: negotiator }: NegotiatorModule = createRequire(import.meta.url)(
  "@stoplight/prism-http/dist/mocker/negotiator/NegotiatorHelpers.js",
);

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

/** Prism says every step of its way. */
const logger = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  success: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
};

function ignore(): void {}

/**
 * Lets Prism answer a request. Without credentials or with `violations` it looks for the response that is documented for
 * such a request (401; 422 or 400; 415), else for the one asked for, or the first success.
 */
export function negotiate(
  operation: PrismOperation,
  request: PrismRequest,
  { code, example, mediaTypes }: Preferences,
  violations: readonly { readonly code: string | number }[] = [],
): Negotiated {
  const isUnauthorized = lacksCredentials(operation, request);
  const exampleKey = example === undefined ? {} : { exampleKey: example };
  const [status, ...others] = isUnauthorized ? UNAUTHORIZED : statusesFor(violations);
  if (status === undefined) {
    const options = { dynamic: false, ...exampleKey, ...(mediaTypes && { mediaTypes: [...mediaTypes] }) };
    const result = negotiator.negotiateOptionsForValidRequest(operation, {
      ...options,
      ...(code !== undefined && { code }),
    })(logger);
    if (Either.isRight(result)) return { ...readResult(operation, result.right), isUnauthorized };
    // For a code that it has, but not in an acceptable form, Prism gives no reason; without the code it does.
    const isUnclear = !(result.left instanceof ProblemJsonError) && code !== undefined;
    if (!isUnclear) return readProblem(result.left);
    return negotiate(operation, request, {
      ...(example !== undefined && { example }),
      ...(mediaTypes && { mediaTypes }),
    });
  }
  const key = code !== undefined && [status, ...others].includes(code) ? example : undefined;
  const result = negotiator.negotiateOptionsForInvalidRequest(operation.responses, [status, ...others], key)(logger);
  if (Either.isRight(result)) return { ...readResult(operation, result.right), isUnauthorized };
  return { status, headers: new Map(), isUnauthorized };
}

const UNAUTHORIZED = [401];

/** The statuses that Prism looks for, the first of them its own if none is documented. */
function statusesFor(violations: readonly { readonly code: string | number }[]): readonly number[] {
  if (violations.length === 0) return [];
  return violations.some(({ code }) => code === 415) ? [415, 422, 400] : [422, 400];
}

function lacksCredentials(resource: PrismOperation, element: PrismRequest): boolean {
  const result = validateSecurity({ resource, element });
  return Either.isLeft(result) && result.left.some((problem) => problem.code === 401);
}

/** Puts together what Prism chose. */
function readResult(
  operation: PrismOperation,
  { code, mediaType, bodyExample, headers }: IHttpNegotiationResult,
): Omit<Negotiated, "isUnauthorized"> {
  const values = headers.map(({ name, examples = [] }): [string, unknown] => [
    name.toLowerCase(),
    exampleValue(examples[0]),
  ]);
  const given = values.filter(([, value]) => value !== undefined && value !== null);
  const body = exampleValue(bodyExample);
  return {
    status: Number.parseInt(code, 10),
    headers: new Map([
      ...given.map(([name, value]): [string, string] => [name, String(value)]),
      ...(mediaType === undefined ? [] : [["content-type", mediaType] as const]),
      ...(operation.deprecated ? [["deprecation", "true"] as const] : []),
    ]),
    ...(body !== undefined && { body: body as Json }),
  };
}

function readProblem(error: Error): Negotiated {
  const known = error instanceof ProblemJsonError;
  return {
    status: known ? error.status : 500,
    headers: new Map(),
    problem: { type: error.name, title: error.message, detail: known ? error.detail : error.message },
    isUnauthorized: false,
  };
}

function exampleValue(example: object | undefined): unknown {
  return example && "value" in example ? example.value : undefined;
}
