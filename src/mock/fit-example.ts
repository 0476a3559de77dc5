import { isDeepStrictEqual } from "node:util";
import type { Json } from "../openapi/document.ts";
import type { PreparedOperation } from "./prepared-operation.ts";
import type { RawValues } from "./read-parameter.ts";
import type { RequestParts } from "./validator.ts";

/** The documented exchange that a request repeats. */
export interface FittingExample {
  readonly name: string;
  /** The status under which its response is documented; left out: no response has an example of this name. */
  readonly status?: string;
  /** Whether everything that the docs say of the request holds, not just some of it. */
  readonly isExact: boolean;
}

type Place = "path" | "body" | "query" | "header";

/** What agreement counts for: a request for the same thing is nearer than one with the same options. */
const WEIGHTS: readonly (readonly [Place, number])[] = [
  ["path", 8],
  ["body", 4],
  ["query", 2],
  ["header", 1],
];

/**
 * The documented example whose request is most like this one, the first of equals.
 *
 * Parameters, request body and response of one example carry it under the same name. An example of an error fits only
 * if the request is entirely its own.
 */
export function fitExample(operation: PreparedOperation, request: RequestParts): FittingExample | undefined {
  let best: FittingExample | undefined;
  let most = -1;
  for (const [name, status] of exchangesOf(operation)) {
    const agreed = WEIGHTS.filter(([place]) => agrees(operation, name, request, place));
    const score = agreed.reduce((sum, [, weight]) => sum + weight, 0);
    const isExact = agreed.length === WEIGHTS.length;
    if (score > most && (isExact || isSuccess(status))) {
      best = { name, ...(status !== undefined && { status }), isExact };
      most = score;
    }
  }
  return best;
}

/** The names of the examples, those of successes first, each with the status of its response. */
function exchangesOf({ responses, parameters, requestBody }: PreparedOperation): Map<string, string | undefined> {
  const ordered = [...responses].sort((a, b) => Number(isSuccess(b.status)) - Number(isSuccess(a.status)));
  const statusOf = new Map<string, string | undefined>();
  for (const { status, contents, headers } of ordered) {
    for (const { name } of [...contents, ...headers].flatMap((source) => source.examples)) {
      if (!statusOf.has(name)) statusOf.set(name, status);
    }
  }
  for (const source of [...(requestBody?.contents ?? []), ...parameters]) {
    for (const { name } of source.examples) if (!statusOf.has(name)) statusOf.set(name, undefined);
  }
  return statusOf;
}

function isSuccess(status: string | undefined): boolean {
  return status === undefined || status.startsWith("2");
}

function agrees(operation: PreparedOperation, name: string, request: RequestParts, place: Place): boolean {
  if (place === "body") return bodyAgrees(operation, name, request);
  const values: RawValues = place === "header" ? request.headers : request[place];
  return operation.parameters
    .filter((parameter) => parameter.in === place)
    .every((parameter) => {
      const example = parameter.examples.find((candidate) => candidate.name === name);
      const actual = values.get(parameter.name.toLowerCase());
      return example ? actual?.join(",") === asText(example.value) : actual === undefined;
    });
}

function bodyAgrees({ requestBody }: PreparedOperation, name: string, { body }: RequestParts): boolean {
  const examples = (requestBody?.contents ?? []).flatMap((content) => content.examples);
  const example = examples.find((candidate) => candidate.name === name);
  if (!example || !body) return !example && !body;
  return isDeepStrictEqual(example.value, body.value);
}

/** A parameter value as it stands in a URL or header, decoded. */
function asText(value: Json): string {
  if (Array.isArray(value)) return value.map(asText).join(",");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
