import type { ErrorObject } from "ajv";
import type { Json } from "./document.ts";
import { findValue, isJsonObject } from "./json-object.ts";
import { listValues } from "./literal.ts";
import { fromPointer } from "./locations.ts";
import { isPlaceholderMember, isTypeWord, sampleOfFormat, sampleOfType } from "./placeholder.ts";

/** What is wrong with a value, and where. */
export interface BodyProblem {
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** Keyword of JSON Schema that the value fails, e.g. `type`. */
  readonly keyword: string;
  /** JSON pointer, into the document, of the Schema Object that has the keyword, where it stands in a component. */
  readonly schemaPointer?: string;
  readonly expected: string;
  readonly found: string;
  /** One sentence without a final period. */
  readonly message: string;
  /** Set where the value says what to put there instead of being put there: a value that would do. */
  readonly sample?: Json;
}

/** An error of Ajv that may have come up behind a reference. */
export interface ReferencedError extends ErrorObject {
  /** JSON pointer of the failed keyword in the document; `schemaPath` then only leads to the reference. */
  readonly keywordPointer?: string;
}

/**
 * The problems behind Ajv's errors, each cause once: of the errors of an `anyOf` and its alternatives only those that
 * lie deepest, and of the same error in several items of an array only the first.
 */
export function readProblems(errors: readonly ReferencedError[], value: Json): BodyProblem[] {
  const problems = new Map<string, BodyProblem>();
  for (const error of withoutAlternatives(errors, value)) {
    const problem = toProblem(error, findValue(value, error.instancePath) ?? null);
    const key = `${problem.pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")} ${problem.keyword} ${problem.expected}`;
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

/** Ajv lists the errors of the alternatives right before the error of their `anyOf`. */
function withoutAlternatives(errors: readonly ReferencedError[], value: Json): ReferencedError[] {
  const kept: ReferencedError[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf") {
      kept.push(error);
      continue;
    }
    const start = kept.findLastIndex((other) => !other.instancePath.startsWith(error.instancePath)) + 1;
    kept.push(...mostSpecific(error, kept.splice(start), findValue(value, error.instancePath)));
  }
  return kept;
}

function mostSpecific(
  anyOf: ReferencedError,
  alternatives: readonly ReferencedError[],
  value: Json | undefined,
): ReferencedError[] {
  const deeper = alternatives.filter(({ instancePath }) => instancePath.length > anyOf.instancePath.length);
  if (deeper.length > 0) return deeper;
  const missing = alternatives.filter(({ keyword }) => keyword === "required");
  if (missing.length > 0) return missing;
  const [named] = alternatives.filter(({ keyword }) => keyword === "enum" || keyword === "format");
  if (named && typeof value === "string") return alternatives.filter(({ keyword }) => keyword === named.keyword);
  const types = [...new Set(alternatives.flatMap(({ keyword, params }) => (keyword === "type" ? params["type"] : [])))];
  return types.length > 0 ? [{ ...anyOf, keyword: "type", params: { type: types } }] : [anyOf];
}

function toProblem(error: ReferencedError, value: Json): BodyProblem {
  const { instancePath: pointer, keyword, keywordPointer } = error;
  const schemaPointer = keywordPointer?.slice(0, keywordPointer.lastIndexOf("/"));
  const place = schemaPointer === undefined ? {} : { schemaPointer };
  const expected = describeExpectation(error);
  const found = keyword === "required" ? "none" : describeValue(value);
  const sample = findSample(error, value);
  const message = `Expected ${expected}, found ${found}`;
  return { pointer, keyword, ...place, expected, found, message, ...(sample !== undefined && { sample }) };
}

/** What may stand in place of a value that is a placeholder; undefined if it is none. */
function findSample({ keyword, params, instancePath }: ErrorObject, value: Json): Json | undefined {
  const name = fromPointer(instancePath).findLast((key) => !/^\d+$/.test(key)) ?? "";
  if (typeof value !== "string" || !isPlaceholderMember(value, name)) return undefined;
  if (keyword === "type") return sampleOfType([params["type"]].flat());
  if (keyword === "format") return sampleOfFormat(String(params["format"]));
  if (keyword !== "enum") return undefined;
  const members: readonly Json[] = params["allowedValues"];
  // Where types are what the values are about, `Double` is one that the docs do not list.
  const isAboutTypes = isTypeWord(value) && members.some((member) => isTypeWord(String(member)));
  return isAboutTypes ? undefined : members[0];
}

function describeExpectation({ keyword, params, message = keyword }: ErrorObject): string {
  switch (keyword) {
    case "type":
      return [params["type"]].flat().join(" or ");
    case "enum":
      return listValues(params["allowedValues"] as readonly Json[]);
    case "format":
      return `a string of format ${params["format"]}`;
    case "required":
      return `a property \`${params["missingProperty"]}\``;
    case "anyOf":
      return "one of the documented types";
    default:
      return message
        .replace("must NOT have more than", "at most")
        .replace("must NOT have fewer than", "at least")
        .replace("must match pattern", "text that matches")
        .replace(/^must (be )?/, "");
  }
}

/** A value in few words, e.g. `string "abc"` or `object`. */
export function describeValue(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (isJsonObject(value)) return "an object";
  const text = JSON.stringify(value);
  return `${typeof value} ${text.length > 80 ? `${text.slice(0, 77)}...` : text}`;
}
