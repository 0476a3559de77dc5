import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";

/** The schema with null as a further value. Whatever is at a place of the schema stays there. */
export function allowNull(schema: JsonObject): JsonObject {
  const { type, anyOf } = schema;
  if (typeof type === "string") {
    const members = schema["enum"];
    return { ...schema, type: [type, "null"], ...(Array.isArray(members) && { enum: [...members, null] }) };
  }
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...(anyOf as readonly Json[]), { type: "null" }] };
  return isAnyValue(schema) ? schema : { anyOf: [schema, { type: "null" }] };
}

/** Whether the schema allows any value: it has no keyword but extensions. */
export function isAnyValue(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => keyword.startsWith("x-"));
}

/** The type names a schema allows, `null` included; none where it does not say. */
export function typesOf(schema: Json | undefined): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const { type } = schema;
  return typeof type === "string" ? [type] : Array.isArray(type) ? (type as readonly string[]) : [];
}
