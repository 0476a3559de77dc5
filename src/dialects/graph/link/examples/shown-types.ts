import type { Content, Operation, OperationResponse } from "../../../../model/operation.ts";
import type { Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import { TypeMembers } from "../types/type-members.ts";
import { memberNames, type ShownObject, shownObjects } from "./shown-objects.ts";

/**
 * The operations, with the derived types that their examples show: a page says that a group's members are of the base of users
 * and devices, and shows users. An object that names its type needs none of this.
 */
export function addShownTypes(operations: readonly Operation[], resources: readonly Resource[]): Operation[] {
  const members = new TypeMembers(resources);
  return operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => withShown(response, operation, members)),
  }));
}

function withShown(response: OperationResponse, { examples }: Operation, members: TypeMembers): OperationResponse {
  if (!response.status.startsWith("2")) return response;
  const bodies = examples.flatMap((example) =>
    String(example.response?.status) === response.status ? [example.response?.body] : [],
  );
  const objects = shownObjects(bodies);
  return objects.length === 0
    ? response
    : { ...response, contents: response.contents.map((content) => contentOf(content, objects, members)) };
}

function contentOf(content: Content, objects: readonly ShownObject[], members: TypeMembers): Content {
  const { type } = content;
  const item = type.kind === "array" ? type.items : type;
  if (item.kind !== "named" || !/json/.test(content.mediaType)) return content;
  const shown = new Set(objects.flatMap((object) => derivedType(item.name, object, members) ?? []));
  if (shown.size === 0) return content;
  const either: TypeRef = {
    kind: "anyOf",
    types: [item, ...[...shown].sort().map((name): TypeRef => ({ kind: "named", name }))],
  };
  return { ...content, type: type.kind === "array" ? { kind: "array", items: either } : either };
}

/** The one derived type that has most of an object's members, nearly all, where the documented type has fewer. */
function derivedType(type: string, object: ShownObject, members: TypeMembers): string | undefined {
  if (object.members.some(({ name }) => name === "@odata.type")) return undefined;
  const names = memberNames(object);
  const covered = (name: string) => names.filter((member) => members.find(name, member) !== undefined).length;
  const known = new Map(members.derivedFrom(type).map((name) => [name, covered(name)]));
  const most = Math.max(...known.values());
  if (most <= covered(type) || most < names.length * 0.8) return undefined;
  const fitting = [...known].filter(([, count]) => count === most).map(([name]) => name);
  const [first, ...others] = fitting.filter(
    (name) => !fitting.some((other) => other !== name && members.hierarchy.isA(name, other)),
  );
  return others.length === 0 ? first : undefined;
}
