import type { ErrorObject } from "ajv/dist/2020.js";
import { fromPointer } from "../openapi/locations.ts";
import { isObject } from "./json-pointer.ts";

/** One way in which a value breaks a schema. */
export interface SchemaProblem {
  /** Where in the value, e.g. `["value", "0", "id"]`. */
  readonly path: readonly string[];
  /** The keyword that is broken, e.g. `type`. */
  readonly keyword: string;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  /** JSON pointer into the document of the keyword that is broken. */
  readonly schemaPointer?: string;
}

/** Ajv's error as a problem in the value. */
export function toSchemaProblem(error: ErrorObject, value: unknown, schemaPointer: string | undefined): SchemaProblem {
  return {
    path: fromPointer(error.instancePath),
    keyword: error.keyword,
    message: messageOf(error),
    expected: expectationOf(error),
    // What is missing is not the object that lacks it.
    found: describeValue("missingProperty" in error.params ? undefined : valueAt(value, error.instancePath)),
    ...(schemaPointer !== undefined && { schemaPointer }),
  };
}

/**
 * The errors without the noise of alternatives: where a value fails all branches of an `anyOf`, the branches that it
 * fails further inside are what its author meant; if there is none, the `anyOf` itself is the error.
 */
export function summarizeErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf" && error.keyword !== "oneOf") {
      kept.push(error);
      continue;
    }
    const inBranch = (other: ErrorObject) => other.schemaPath.startsWith(`${error.schemaPath}/`);
    const branches = kept.filter(inBranch);
    const deeper = branches.filter((other) => other.instancePath.length > error.instancePath.length);
    const outside = kept.filter((other) => !inBranch(other));
    // A `oneOf` that several branches pass has nothing to say about those that it fails.
    const alternatives = error.params["passingSchemas"] ? [] : branches.map(expectationOf);
    const own = { ...error, params: { ...error.params, alternatives } };
    kept.splice(0, kept.length, ...outside, ...(alternatives.length > 0 && deeper.length > 0 ? deeper : [own]));
  }
  return kept;
}

/** A value in words, short enough for one line. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

function messageOf(error: ErrorObject): string {
  const { allowedValues, additionalProperty, unevaluatedProperty } = error.params as Record<string, unknown>;
  if (Array.isArray(allowedValues)) return `${error.message}: ${allowedValues.join(", ")}`;
  const extra = additionalProperty ?? unevaluatedProperty;
  return typeof extra === "string" ? `${error.message}; found '${extra}'` : (error.message ?? "is not valid");
}

function expectationOf(error: ErrorObject): string {
  const { alternatives, allowedValues, allowedValue, missingProperty, type, format } = error.params as Record<
    string,
    unknown
  >;
  if (Array.isArray(alternatives) && alternatives.length > 0) return [...new Set(alternatives)].join(", or ");
  if (Array.isArray(allowedValues)) return `one of ${allowedValues.map((value) => JSON.stringify(value)).join(", ")}`;
  if (allowedValue !== undefined) return JSON.stringify(allowedValue);
  if (typeof missingProperty === "string") return `a property '${missingProperty}'`;
  if (type !== undefined) return [type].flat().join(" or ");
  if (typeof format === "string") return `format ${format}`;
  return (error.message ?? "a valid value").replace(/^must (be |match |have |NOT )/, (_, verb: string) =>
    verb === "be " ? "" : verb === "NOT " ? "not " : `to ${verb}`,
  );
}

function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const key of fromPointer(pointer)) {
    at =
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined;
  }
  return at;
}
