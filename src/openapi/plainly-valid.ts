import type { Format } from "ajv";
import addFormats from "ajv-formats";
import { findDerived } from "./discriminator.ts";
import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { timeOfDay } from "./time-of-day.ts";

/** Looks up the schema behind a reference; undefined if it may not be judged here. */
export type FindSchema = (reference: string) => JsonObject | undefined;

/**
 * Whether a value is valid by a schema that uses only the keywords that documents made from docs are full of. False says
 * nothing: it is Ajv that judges then. This saves compiling most schemas, which takes Ajv longer than all the rest of
 * the document.
 */
export function isPlainlyValid(schema: JsonObject, value: Json, find: FindSchema): boolean {
  return new PlainJudge(find).accepts(schema, value);
}

/** Schemas within schemas within schemas: more are a circle, or for Ajv, which has no stack to run out of. */
const deepest = 300;

class PlainJudge {
  readonly #find: FindSchema;
  /** Which objects are valid by which reference: types that include each other ask many times. */
  readonly #known = new Map<JsonObject, Map<string, boolean>>();
  #depth = 0;

  constructor(find: FindSchema) {
    this.#find = find;
  }

  accepts(schema: JsonObject, value: Json): boolean {
    if (this.#depth === deepest) return false;
    this.#depth++;
    const isValid = Object.entries(schema).every(([keyword, argument]) => {
      const check = Object.hasOwn(checks, keyword) ? checks[keyword] : undefined;
      return check ? check(argument, value, this) : isAnnotation(keyword, argument);
    });
    this.#depth--;
    return isValid;
  }

  acceptsReferenced(reference: string, value: Json): boolean {
    if (!isJsonObject(value)) return this.#acceptsNew(reference, value);
    const known = this.#known.get(value) ?? new Map<string, boolean>();
    this.#known.set(value, known);
    const verdict = known.get(reference);
    if (verdict !== undefined) return verdict;
    // While it is under way it is no objection: a derived type includes its base, whose discriminator leads back to it.
    known.set(reference, true);
    const isValid = this.#acceptsNew(reference, value);
    // What was found meanwhile may rest on that.
    if (!isValid) known.clear();
    known.set(reference, isValid);
    return isValid;
  }

  #acceptsNew(reference: string, value: Json): boolean {
    const schema = this.#find(reference);
    return schema !== undefined && this.accepts(schema, value);
  }
}

type Check = (argument: Json, value: Json, judge: PlainJudge) => boolean;

const checks: Readonly<Record<string, Check>> = {
  $ref: (reference, value, judge) => judge.acceptsReferenced(String(reference), value),
  type: (types, value) => [types].flat().some((type) => isOfType(String(type), value)),
  enum: (members, value) => Array.isArray(members) && members.includes(value),
  format: (format, value) => hasFormat(String(format), value),
  minimum: (minimum, value) => typeof value !== "number" || value >= Number(minimum),
  maximum: (maximum, value) => typeof value !== "number" || value <= Number(maximum),
  // Counts too many for characters beyond the basic plane: then Ajv counts.
  maxLength: (length, value) => typeof value !== "string" || value.length <= Number(length),
  required: (names, value) =>
    !isJsonObject(value) || (Array.isArray(names) && names.every((name) => Object.hasOwn(value, String(name)))),
  properties: (properties, value, judge) =>
    !isJsonObject(value) ||
    !isJsonObject(properties) ||
    Object.entries(value).every(([name, member]) => {
      const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return schema === undefined || (isJsonObject(schema) && judge.accepts(schema, member));
    }),
  items: (items, value, judge) =>
    !Array.isArray(value) || (isJsonObject(items) && value.every((item) => judge.accepts(items, item))),
  allOf: (schemas, value, judge) =>
    Array.isArray(schemas) && schemas.every((schema) => judge.accepts(schema as JsonObject, value)),
  anyOf: (schemas, value, judge) =>
    Array.isArray(schemas) && schemas.some((schema) => judge.accepts(schema as JsonObject, value)),
  discriminator: (discriminator, value, judge) => {
    const derived = findDerived(discriminator, value);
    return derived === undefined || judge.acceptsReferenced(derived, value);
  },
};

const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "contentEncoding",
  "example",
  "examples",
]);

function isAnnotation(keyword: string, argument: Json): boolean {
  const isOpenness = keyword === "additionalProperties" || keyword === "unevaluatedProperties";
  return annotations.has(keyword) || keyword.startsWith("x-") || (isOpenness && argument === true);
}

function isOfType(type: string, value: Json): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  return typeof value === type;
}

function hasFormat(name: string, value: Json): boolean {
  if (typeof value === "number") return isSafeNumber(name, value);
  return typeof value !== "string" || stringFormats.get(name)?.(value) === true;
}

const stringFormats: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ["binary", () => true],
  ["time-local", (text: string) => timeOfDay.test(text)],
  ...(["date", "date-time", "duration", "uuid", "uri"] as const).map(
    (name) => [name, readFormat(addFormats.default.get(name))] as const,
  ),
]);

/** Ajv's own check of a format, so that both judge alike. */
function readFormat(format: Format): (text: string) => boolean {
  const check = typeof format === "object" && "validate" in format ? format.validate : format;
  if (check instanceof RegExp) return (text) => check.test(text);
  return (text) => typeof check === "function" && (check as (text: string) => boolean)(text);
}

function isSafeNumber(format: string, value: number): boolean {
  return format === "int32" ? value === (value | 0) : ["double", "float", "decimal", "int64"].includes(format);
}
