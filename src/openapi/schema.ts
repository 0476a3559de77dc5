import type { Enum } from "../model/enum.ts";
import type { Property } from "../model/resource.ts";
import type { TypeRef } from "../model/type-ref.ts";
import type { JsonObject } from "./document.ts";
import { type EmitContext, isOData } from "./emit-context.ts";
import { emitEnum, emitEnumReference } from "./enum.ts";
import { toObject } from "./json-object.ts";
import { emitDefault } from "./literal.ts";
import { type Locate, within } from "./locations.ts";
import { allowNull, isAnyValue, typesOf } from "./nullable.ts";
import { primitiveSchemas } from "./primitive.ts";
import { refTo } from "./schema-names.ts";
import { emitTexts, joinTexts } from "./text.ts";

/**
 * The Schema Object for a type. A type that could not be read, or is not documented, allows any value and keeps the
 * documented text as `x-documented-type`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export function emitSchema(context: EmitContext, type: TypeRef, locate: Locate): JsonObject {
  switch (type.kind) {
    case "primitive":
      return primitiveSchemas[type.name];
    case "named": {
      const component = context.names.find(type.name);
      if (component === undefined) return { "x-documented-type": type.name };
      const named = context.names.findEnum(type.name);
      if (named) return emitEnumReference(named, component);
      return type.extra ? emitExtended(context, refTo(component), type.extra, locate) : refTo(component);
    }
    case "array":
      return { type: "array", items: emitSchema(context, type.items, within(locate, "items")) };
    case "object":
      return {
        type: "object",
        ...emitProperties(context, type.properties, locate),
        ...openness(type.isOpen === true || type.properties.length === 0),
      };
    case "enum":
      return emitEnum(context, type, locate);
    case "anyOf":
      return emitAnyOf(type.types, locate, (member, at) => emitSchema(context, member, at));
    case "unknown":
      return { "x-documented-type": type.text };
  }
}

/** An object of a type that can have further members in this place. */
export function emitExtended(
  context: EmitContext,
  type: JsonObject,
  extra: readonly Property[],
  locate: Locate,
): JsonObject {
  return { type: "object", allOf: [type], ...emitProperties(context, extra, locate), ...openness(false) };
}

/** The `properties` and `required` of a schema. Of several properties with one name the first counts. */
export function emitProperties(
  context: EmitContext,
  properties: readonly Property[],
  locate: Locate,
  key: readonly string[] = [],
): JsonObject {
  const byName = new Map<string, Property>();
  for (const property of properties) if (!byName.has(property.name)) byName.set(property.name, property);
  if (byName.size === 0) return {};
  const required = [...byName.values()].filter((property) => property.required).map(({ name }) => name);
  const emitted = [...byName].map(([name, property]): [string, JsonObject] => {
    const schema = emitProperty(context, property, within(locate, "properties", name), key.includes(name));
    return [name, schema];
  });
  return { properties: toObject(emitted), ...(required.length > 0 && { required }) };
}

/**
 * What a schema says of members that it does not list. Linters take such a member of an example for an error; services
 * do add members (annotations, the properties of derived types, new properties), so that they are allowed is spelt out.
 * For type generators `additionalProperties` is a stronger word: it stays for types that the docs call open.
 */
export function openness(isOpen: boolean): JsonObject {
  return isOpen ? { additionalProperties: true } : { unevaluatedProperties: true };
}

function emitProperty(context: EmitContext, property: Property, locate: Locate, isKey: boolean): JsonObject {
  locate([], property);
  const { deprecated, readOnly, isNavigation, type, defaultValue, maxLength } = property;
  const schema = emitSchema(context, type, locate);
  const note = typeof deprecated === "object" ? deprecated : undefined;
  return {
    ...(isNullable(context, property, isKey) ? allowNull(schema) : schema),
    ...emitTexts(context, property, { description: joinTexts([property.description, note]) }),
    ...(maxLength !== undefined && typesOf(schema).includes("string") && { maxLength }),
    ...(defaultValue !== undefined && emitDefault(schema, defaultValue, enumOf(context, type))),
    ...(readOnly && { readOnly }),
    ...(deprecated && { deprecated: true }),
    ...(isNavigation && { "x-ms-navigationProperty": true }),
    ...(property.isUncertain && { "x-md2oas-uncertain-name": true }),
  };
}

/** The named enumeration that a type is. */
export function enumOf({ model }: EmitContext, type: TypeRef): Enum | undefined {
  return type.kind === "named" ? model.enums.find(({ name }) => name === type.name) : undefined;
}

/**
 * OData's default: a single value may be null, a collection may not (OData CSDL 4.01, section 7.2.1). What the docs say
 * wins; keys and required members have a value.
 */
function isNullable(context: EmitContext, { nullable, required, type }: Property, isKey: boolean): boolean {
  if (nullable !== undefined) return nullable;
  return isOData(context.options) && type.kind !== "array" && !isKey && !required;
}

/** The schema for one of several types; equal ones count once, and one that allows any value allows them all. */
export function emitAnyOf(
  types: readonly TypeRef[],
  locate: Locate,
  emit: (type: TypeRef, locate: Locate) => JsonObject,
): JsonObject {
  const schemas = new Map<string, JsonObject>();
  for (const type of types) {
    const schema = emit(type, within(locate, "anyOf", schemas.size));
    const key = JSON.stringify(schema);
    if (!schemas.has(key)) schemas.set(key, schema);
  }
  const [only, ...others] = schemas.values();
  if (only === undefined) return {};
  if (others.length === 0) return only;
  return [only, ...others].find(isAnyValue) ?? { anyOf: [only, ...others] };
}
