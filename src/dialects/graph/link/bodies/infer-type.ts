import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { JsonValue } from "../../../common/json-value.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import type { GraphFacts } from "../../facts.ts";
import { typeOfObject } from "../../read-json-form.ts";
import type { TypeResolver } from "../types/resolve-type.ts";

/** The type of a value in an example: what the JSON shows, and what its `@odata.type` names. */
export function inferType(value: JsonValue, page: GraphFacts, resolver: TypeResolver): TypeRef {
  switch (value.kind) {
    case "string":
    case "boolean":
    case "number":
      return { kind: "primitive", name: value.kind };
    case "null":
      return { kind: "unknown", text: "null" };
    case "array":
      return { kind: "array", items: inferItems(value.items, page, resolver) };
    case "object": {
      const named = typeOfObject(value);
      const found = named === undefined ? undefined : resolver.find(readTypeName(named), page);
      return found ?? { kind: "object", properties: inferProperties([value], page, resolver), isOpen: true };
    }
  }
}

function inferItems(items: readonly JsonValue[], page: GraphFacts, resolver: TypeResolver): TypeRef {
  const [first] = items;
  if (!first) return { kind: "unknown", text: "" };
  const isObjects = items.every((item) => item.kind === "object" && typeOfObject(item) === undefined);
  if (isObjects) return { kind: "object", properties: inferProperties(items, page, resolver), isOpen: true };
  return inferType(first, page, resolver);
}

/** The members of all the objects; a member without a telling value in one may have one in another. */
function inferProperties(values: readonly JsonValue[], page: GraphFacts, resolver: TypeResolver): Property[] {
  const properties = new Map<string, Property>();
  for (const value of values) {
    if (value.kind !== "object") continue;
    for (const { name, value: member, location } of value.members) {
      if (name.includes("@")) continue;
      const known = properties.get(name);
      if (known && known.type.kind !== "unknown") continue;
      properties.set(name, { name, type: inferType(member, page, resolver), location, evidence: "json" });
    }
  }
  return [...properties.values()];
}
