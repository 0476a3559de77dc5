import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";

/**
 * Whether a schema is written in the keywords that `isPlainlyValid` knows, each with an argument that it can have: then Ajv
 * could compile it. `isTarget` tells whether a `$ref` leads somewhere.
 */
export function isPlainSchema(
  schema: Json | undefined,
  isTarget: (reference: string) => boolean,
): schema is JsonObject {
  return (
    isJsonObject(schema) &&
    Object.entries(schema).every(([keyword, argument]) => {
      if (keyword.startsWith("x-")) return true;
      return Object.hasOwn(rules, keyword) && rules[keyword]?.(argument, isTarget) === true;
    })
  );
}

type Rule = (argument: Json, isTarget: (reference: string) => boolean) => boolean;

const types = new Set(["array", "boolean", "integer", "null", "number", "object", "string"]);
const isText: Rule = (argument) => typeof argument === "string";
const isFlag: Rule = (argument) => typeof argument === "boolean";
const isNumber: Rule = (argument) => typeof argument === "number";
const isSchemaList: Rule = (argument, isTarget) =>
  Array.isArray(argument) && argument.length > 0 && argument.every((schema) => isPlainSchema(schema, isTarget));

const rules: Readonly<Record<string, Rule>> = {
  $ref: (argument, isTarget) => typeof argument === "string" && isTarget(argument),
  type: (argument) => (Array.isArray(argument) ? argument.length > 0 && isSet(argument, isType) : isType(argument)),
  enum: (argument) => Array.isArray(argument) && argument.length > 0,
  format: isText,
  minimum: isNumber,
  maximum: isNumber,
  maxLength: (argument) => Number.isInteger(argument) && Number(argument) >= 0,
  required: (argument) => Array.isArray(argument) && isSet(argument, (name) => typeof name === "string"),
  properties: (argument, isTarget) =>
    isJsonObject(argument) && Object.values(argument).every((schema) => isPlainSchema(schema, isTarget)),
  items: (argument, isTarget) => isPlainSchema(argument, isTarget),
  allOf: isSchemaList,
  anyOf: isSchemaList,
  additionalProperties: (argument) => argument === true,
  unevaluatedProperties: (argument) => argument === true,
  discriminator: (argument) => isJsonObject(argument) && typeof argument["propertyName"] === "string",
  title: isText,
  description: isText,
  default: () => true,
  deprecated: isFlag,
  readOnly: isFlag,
  writeOnly: isFlag,
  example: () => true,
  examples: () => true,
  contentEncoding: isText,
};

function isType(argument: Json): boolean {
  return typeof argument === "string" && types.has(argument);
}

function isSet(list: readonly Json[], isMember: (item: Json) => boolean): boolean {
  return list.every(isMember) && new Set(list).size === list.length;
}
