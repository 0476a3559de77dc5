import type { TypeRef } from "../model/type-ref.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { type Locate, within } from "./locations.ts";
import { emitAnyOf, emitSchema, openness } from "./schema.ts";
import { refTo } from "./schema-names.ts";

/**
 * The schema of a JSON body of a successful response. A collection, and a single value that is no object, come in the
 * `value` member of an object (OData JSON 4.01, sections 11 to 13); a collection of a named type refers to the shared
 * schema of all of them.
 */
export function emitEnvelope(context: EmitContext, type: TypeRef, locate: Locate): JsonObject {
  if (type.kind === "array") {
    const shared = context.collections.find(type.items, context.names);
    return shared ? refTo(shared.name) : emitCollection(context, type.items, locate);
  }
  if (type.kind === "anyOf" && type.types.some(({ kind }) => kind === "array")) {
    return emitAnyOf(type.types, locate, (member, at) => emitEnvelope(context, member, at));
  }
  const isBare =
    type.kind === "enum" ||
    (type.kind === "primitive" && type.name !== "object" && type.name !== "stream") ||
    (type.kind === "named" && context.names.findEnum(type.name) !== undefined);
  return isBare ? emitValue(context, type, locate) : emitSchema(context, type, locate);
}

/** The schema of a response that carries a page of a collection. */
export function emitCollection(context: EmitContext, items: TypeRef, locate: Locate): JsonObject {
  const paging = { "@odata.nextLink": { type: "string" }, "@odata.count": { type: "integer", format: "int64" } };
  return emitValue(context, { kind: "array", items }, locate, paging);
}

function emitValue(context: EmitContext, type: TypeRef, locate: Locate, paging: JsonObject = {}): JsonObject {
  const value = emitSchema(context, type, within(locate, "properties", "value"));
  const properties = { "@odata.context": { type: "string" }, ...paging, value };
  return { type: "object", properties, required: ["value"], ...openness(false) };
}
