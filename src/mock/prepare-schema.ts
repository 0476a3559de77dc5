import type { Json, JsonObject } from "../openapi/document.ts";
import { findPart, isObject, pointerOf } from "./json-pointer.ts";

/** Our keyword in place of `$ref`: validates by the schema at a JSON pointer, compiled when data first reaches it. */
export const REFERENCE_KEYWORD = "x-md2oas-ref";

/** Beside `REFERENCE_KEYWORD`: null will do as well. */
export const NULLABLE_KEYWORD = "x-md2oas-nullable";

/** Our keyword for what is required one way only: `{ "request": names, "response": names }`. */
export const REQUIRED_KEYWORD = "x-md2oas-required";

/** Which way a body goes: `readOnly` properties are not required in requests, `writeOnly` ones not in responses. */
export type Direction = "request" | "response";

type Role = "schema" | "schemas" | "schemasByName";

const ROLES: Readonly<Record<Role, readonly string[]>> = {
  schema: [
    ...["not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames"],
    ...["unevaluatedItems", "unevaluatedProperties"],
  ],
  schemas: ["allOf", "anyOf", "oneOf", "prefixItems"],
  schemasByName: ["properties", "patternProperties", "dependentSchemas"],
};

/** Where a schema holds schemas (JSON Schema 2020-12 core, section 10). */
const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  (Object.keys(ROLES) as Role[]).flatMap((role) => ROLES[role].map((keyword) => [keyword, role] as const)),
);

/** What does not bear on validity, and what would make schemas depend on each other behind our back. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$defs", "definitions", "$comment"],
  ...["title", "description", "example", "examples", "default"],
]);

/** How a schema is prepared. */
export interface Preparation {
  readonly document: JsonObject;
  /**
   * Set where references must be written out, since `unevaluatedProperties` beside them counts what they evaluate:
   * pointers of those that are being written out.
   */
  readonly inlined?: ReadonlySet<string>;
}

/**
 * A schema of the document as Ajv is to see it: on its own, with references replaced by `REFERENCE_KEYWORD`.
 *
 * So a schema costs what it says itself and not what it can reach, which in a graph of types is nearly everything.
 */
export function prepareSchema(schema: Json, preparation: Preparation): Json {
  if (!isObject(schema)) return schema;
  const nullable = preparation.inlined ? undefined : nullableReference(schema);
  if (nullable !== undefined) return { [REFERENCE_KEYWORD]: nullable, [NULLABLE_KEYWORD]: true };
  const { document } = preparation;
  // `true` is how open types are written: it refuses nothing, so that nothing need be counted.
  const countsEvaluated = UNEVALUATED.some((keyword) => Object.hasOwn(schema, keyword) && schema[keyword] !== true);
  const inlined = preparation.inlined ?? (countsEvaluated ? new Set<string>() : undefined);
  const inside: Preparation = { document };
  const inPlace: Preparation = inlined ? { ...inside, inlined } : inside;
  const keywords = Object.keys(schema).filter((keyword) => !LEFT_OUT.has(keyword));
  const entries = keywords.flatMap((keyword): [string, Json][] => {
    const value = schema[keyword] as Json;
    if (keyword === "$ref" && typeof value === "string") return [prepareReference(value, inPlace)];
    if (keyword === "required" && Array.isArray(value)) return prepareRequired(schema, value);
    return [[keyword, prepareKeyword(keyword, value, IN_PLACE.has(keyword) ? inPlace : inside)]];
  });
  // The keyword of a reference that was written out may already be there.
  return keywords.includes("allOf") && inlined ? mergeAllOf(entries) : Object.fromEntries(entries);
}

/**
 * The reference of `{"anyOf": [{"$ref": …}, {"type": "null"}]}`, which is how OpenAPI 3.1 writes that a property of a
 * named type may be null. Nearly every second property is one, and `anyOf` makes Ajv write much code.
 */
function nullableReference(schema: JsonObject): string | undefined {
  const { anyOf } = schema;
  const others = Object.keys(schema).filter((keyword) => keyword !== "anyOf" && !LEFT_OUT.has(keyword));
  if (others.length > 0 || !Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [first, second] = anyOf;
  const isPlain =
    isObject(first) && isObject(second) && Object.keys(first).length === 1 && Object.keys(second).length === 1;
  if (!isPlain || second["type"] !== "null" || typeof first["$ref"] !== "string") return undefined;
  return first["$ref"];
}

/** Keywords that see what others have evaluated (JSON Schema 2020-12 core, section 11). */
const UNEVALUATED = ["unevaluatedProperties", "unevaluatedItems"];

/** Keywords whose schemas apply to the same value. */
const IN_PLACE: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"]);

function prepareReference(reference: string, preparation: Preparation): [string, Json] {
  const { document, inlined } = preparation;
  if (!inlined) return [REFERENCE_KEYWORD, reference];
  const pointer = pointerOf(reference);
  const target = pointer === undefined ? undefined : findPart(document, pointer);
  if (pointer === undefined || target === undefined) throw new Error(`the reference ${reference} leads nowhere`);
  if (inlined.has(pointer)) throw new Error(`${reference} includes itself beside unevaluatedProperties`);
  return ["allOf", [prepareSchema(target, { ...preparation, inlined: new Set([...inlined, pointer]) })]];
}

function mergeAllOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  const all = entries.filter(([keyword]) => keyword === "allOf").flatMap(([, value]) => value);
  return { ...Object.fromEntries(entries), allOf: all };
}

function prepareKeyword(keyword: string, value: Json, preparation: Preparation): Json {
  const prepare = (child: Json) => prepareSchema(child, preparation);
  switch (ROLE_OF.get(keyword)) {
    case "schema":
      return prepare(value);
    case "schemas":
      return Array.isArray(value) ? value.map(prepare) : value;
    case "schemasByName":
      return isObject(value) ? mapMembers(value, prepare) : value;
    case undefined:
      return value;
  }
}

/** `Object.fromEntries` defines members, so that a property named `__proto__` stays one. */
function mapMembers(object: JsonObject, map: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.keys(object).map((name) => [name, map(object[name] as Json)]));
}

/** A required `readOnly` property is required in responses only (OpenAPI 3.0.4, section 4.8.24.4), as Prism has it. */
function prepareRequired({ properties = {} }: JsonObject, names: readonly Json[]): [string, Json][] {
  const marked = (mark: string) =>
    names.filter((name) => {
      const property =
        isObject(properties) && typeof name === "string" && Object.hasOwn(properties, name) ? properties[name] : {};
      return isObject(property) && property[mark] === true;
    });
  const response = marked("readOnly");
  const request = marked("writeOnly");
  if (response.length === 0 && request.length === 0) return [["required", names]];
  const both = names.filter((name) => !response.includes(name) && !request.includes(name));
  return [
    ["required", both],
    [REQUIRED_KEYWORD, { request, response }],
  ];
}
