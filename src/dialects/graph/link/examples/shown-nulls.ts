import type { Operation } from "../../../../model/operation.ts";
import type { Resource } from "../../../../model/resource.ts";
import { TypeMembers } from "../types/type-members.ts";
import { shownMembers } from "./shown-members.ts";

/**
 * The resources, with each collection nullable that an example shows as null. By OData's default a collection is never null
 * (OData CSDL 4.01, section 7.2.1), but what the docs show wins.
 */
export function allowShownNulls(resources: readonly Resource[], operations: readonly Operation[]): Resource[] {
  const shown = findNulls(resources, operations);
  return resources.map((resource) => {
    const properties = resource.properties.map((property) =>
      shown.has(`${resource.name} ${property.name}`) ? { ...property, nullable: true } : property,
    );
    return { ...resource, properties };
  });
}

/** The collections that examples show as null, by the type that declares them. */
function findNulls(resources: readonly Resource[], operations: readonly Operation[]): Set<string> {
  const members = new TypeMembers(resources);
  const found = new Set<string>();
  for (const { property, value, owner } of operations.flatMap((operation) => shownMembers(operation, members))) {
    if (owner === undefined || value.kind !== "null" || property.type.kind !== "array") continue;
    if (property.nullable !== undefined) continue;
    for (const type of members.hierarchy.chain(owner)) found.add(`${type} ${property.name}`);
  }
  return found;
}
