import type { Format } from "ajv";
import addFormats from "ajv-formats";
import { findDerived } from "./discriminator.ts";
import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";

/** Looks up the schema behind a `$ref`. */
type FindSchema = (reference: string) => JsonObject | undefined;

/**
 * Whether a value is valid by a schema that uses only the keywords that documents made from docs are full of. False says
 * nothing: it is Ajv that judges then. This saves compiling most schemas, which takes Ajv longer than all the rest of
 * the document.
 */
export function isPlainlyValid(schema: JsonObject, value: Json, find: FindSchema): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = Object.hasOwn(checks, keyword) ? checks[keyword] : undefined;
    return check ? check(argument, value, find) : isAnnotation(keyword, argument);
  });
}

type Check = (argument: Json, value: Json, find: FindSchema) => boolean;

const checks: Readonly<Record<string, Check>> = {
  $ref: (reference, value, find) => {
    const schema = find(String(reference));
    return schema !== undefined && isPlainlyValid(schema, value, find);
  },
  type: (types, value) => [types].flat().some((type) => isOfType(String(type), value)),
  enum: (members, value) => Array.isArray(members) && members.includes(value),
  format: (format, value) => hasFormat(String(format), value),
  minimum: (minimum, value) => typeof value !== "number" || value >= Number(minimum),
  maximum: (maximum, value) => typeof value !== "number" || value <= Number(maximum),
  // Counts too many for characters beyond the basic plane: then Ajv counts.
  maxLength: (length, value) => typeof value !== "string" || value.length <= Number(length),
  required: (names, value) =>
    !isJsonObject(value) || (Array.isArray(names) && names.every((name) => Object.hasOwn(value, String(name)))),
  properties: (properties, value, find) =>
    !isJsonObject(value) ||
    !isJsonObject(properties) ||
    Object.entries(value).every(([name, member]) => {
      const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return schema === undefined || (isJsonObject(schema) && isPlainlyValid(schema, member, find));
    }),
  items: (items, value, find) =>
    !Array.isArray(value) || (isJsonObject(items) && value.every((item) => isPlainlyValid(items, item, find))),
  // A type that derives from this one is Ajv's to judge.
  discriminator: (discriminator, value, find) => {
    const derived = findDerived(discriminator, value);
    return derived === undefined || find(derived) === undefined;
  },
  allOf: (schemas, value, find) =>
    Array.isArray(schemas) && schemas.every((schema) => isPlainlyValid(schema as JsonObject, value, find)),
  anyOf: (schemas, value, find) =>
    Array.isArray(schemas) && schemas.some((schema) => isPlainlyValid(schema as JsonObject, value, find)),
};

const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "contentEncoding",
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
