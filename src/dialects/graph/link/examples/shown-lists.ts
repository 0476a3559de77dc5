import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { JsonMember, JsonValue } from "../../../common/json-value.ts";
import { typeConflict } from "../../type-diagnostics.ts";
import { formatType } from "../types/compare-types.ts";
import type { TypeMembers } from "../types/type-members.ts";

/**
 * The type of a property, as a list if all examples show one where the table forgets to say so: `"groupIds": ["a", "b"]` for a
 * `String`.
 */
export function asShownList(
  { name, type, location }: Property,
  shown: readonly JsonMember[],
  { members, report }: { readonly members: TypeMembers; readonly report: Report },
): TypeRef {
  const [first, ...others] = shown;
  const depth = first && type.kind !== "array" ? depthOfList(first.value, type, members) : undefined;
  if (!first || !depth || others.some(({ value }) => depthOfList(value, type, members) !== depth)) return type;
  const list = Array.from({ length: depth }).reduce<TypeRef>((items) => ({ kind: "array", items }), type);
  report({
    ...typeConflict(location, name, formatType(list), formatType(type)),
    related: [{ message: "Shown as a list here", location: first.location }],
  });
  return list;
}

/** How many lists stand around a value of the type; undefined where the value cannot be of the type. */
function depthOfList(value: JsonValue, type: TypeRef, members: TypeMembers): number | undefined {
  if (value.kind === "array") {
    const [item] = value.items;
    const inner = item ? depthOfList(item, type, members) : 0;
    return inner === undefined ? undefined : inner + 1;
  }
  return isOfKind(value, type, members) ? 0 : undefined;
}

/** Whether a value looks like one of the type. Nothing tells of types that any value is of. */
function isOfKind(value: JsonValue, type: TypeRef, members: TypeMembers): boolean {
  if (type.kind === "unknown" || (type.kind === "primitive" && type.name === "object")) return false;
  const isResource = type.kind === "named" && members.isResource(type.name);
  if (!isResource && type.kind !== "object") return value.kind !== "object";
  const names = value.kind === "object" ? value.members.map(({ name }) => name) : [];
  return type.kind === "named" ? members.share(type.name, names) > 0 : value.kind === "object";
}
