import type { Enum } from "../../../../model/enum.ts";
import type { Operation } from "../../../../model/operation.ts";
import type { Resource } from "../../../../model/resource.ts";
import { TypeMembers } from "../types/type-members.ts";
import { shownMembers } from "./shown-members.ts";

/**
 * The enumerations, with those marked as flags of which an example shows several members in one value: `"text,tags"`. No page says it,
 * and most list no numbers that would tell.
 */
export function addShownFlags(
  enums: readonly Enum[],
  resources: readonly Resource[],
  operations: readonly Operation[],
): Enum[] {
  const byName = new Map(enums.map((type) => [type.name, new Set(type.members.map(({ name }) => name))]));
  const members = new TypeMembers(resources);
  const found = new Set<string>();
  for (const { property, value } of operations.flatMap((operation) => shownMembers(operation, members))) {
    if (property.type.kind !== "named" || value.kind !== "string") continue;
    const names = value.value.split(/, ?/);
    const known = byName.get(property.type.name);
    if (known && names.length > 1 && names.every((name) => known.has(name))) found.add(property.type.name);
  }
  return enums.map((type) => (found.has(type.name) ? { ...type, isFlags: true } : type));
}
