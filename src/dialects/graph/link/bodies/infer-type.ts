import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { JsonMember, JsonValue } from "../../../common/json-value.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import type { GraphFacts } from "../../facts.ts";
import { typeOfObject } from "../../read-json-form.ts";
import { isBoundLink, linkType } from "../types/bound-links.ts";
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

/** A member of an object in an example. */
export function inferMember({ name, value, location }: JsonMember, page: GraphFacts, resolver: TypeResolver): Property {
  const type = isBoundLink(name) ? linkType(value.kind === "array") : inferType(value, page, resolver);
  return { name, type, location, evidence: "json" };
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
    for (const member of value.members) {
      if (member.name.includes("@") && !isBoundLink(member.name)) continue;
      const known = properties.get(member.name);
      if (known && known.type.kind !== "unknown") continue;
      properties.set(member.name, inferMember(member, page, resolver));
    }
  }
  return [...properties.values()];
}
