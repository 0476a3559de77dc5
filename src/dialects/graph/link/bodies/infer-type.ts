import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { JsonMember, JsonValue } from "../../../common/json-value.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import type { GraphFacts } from "../../facts.ts";
import { typeOfObject } from "../../read-json-form.ts";
import { isBoundLink, linkType } from "../types/bound-links.ts";
import { formatType } from "../types/compare-types.ts";
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
    case "object":
      return (
        namedType(value, page, resolver) ?? {
          kind: "object",
          properties: inferProperties([value], page, resolver),
          isOpen: true,
        }
      );
  }
}

/** The type that an object names, if the docs describe it. */
function namedType(value: JsonValue, page: GraphFacts, resolver: TypeResolver): TypeRef | undefined {
  const named = value.kind === "object" ? typeOfObject(value) : undefined;
  return named === undefined ? undefined : resolver.find(readTypeName(named), page);
}

/** A member of an object in an example. */
export function inferMember({ name, value, location }: JsonMember, page: GraphFacts, resolver: TypeResolver): Property {
  const type = isBoundLink(name) ? linkType(value.kind === "array") : inferType(value, page, resolver);
  return { name, type, location, evidence: "json" };
}

/** Items that name one type of the docs have it; other objects have the members of all of them. */
function inferItems(items: readonly JsonValue[], page: GraphFacts, resolver: TypeResolver): TypeRef {
  const [first] = items;
  if (!first) return { kind: "unknown", text: "" };
  const named = items.map((item) => namedType(item, page, resolver));
  const isOneType = new Set(named.map((type) => type && formatType(type))).size === 1 && named[0] !== undefined;
  if (isOneType || items.some(({ kind }) => kind !== "object")) return inferType(first, page, resolver);
  return { kind: "object", properties: inferProperties(items, page, resolver), isOpen: true };
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
