import type { Operation } from "../../../../model/operation.ts";
import type { Property, Resource } from "../../../../model/resource.ts";
import { memberOf } from "../../../common/json-value.ts";
import { TypeMembers } from "../types/type-members.ts";
import { type ShownObject, shownObjects } from "./shown-objects.ts";

/**
 * The resources, with the keys that an annotation names and no table lists, where examples of the type show them. An annotation
 * alone is no evidence: `keyProperty` is copied to types that have no key.
 */
export function addShownKeys(resources: readonly Resource[], operations: readonly Operation[]): Resource[] {
  const members = new TypeMembers(resources);
  const shown = Map.groupBy(operations.flatMap(shownBy), ({ type }) => type);
  return resources.map((resource) => {
    const lacking = (resource.key ?? []).filter((name) => members.find(resource.name, name) === undefined);
    const keys = lacking.flatMap((name) => keyIn(shown.get(resource.name) ?? [], name) ?? []);
    return keys.length === 0 ? resource : { ...resource, properties: [...resource.properties, ...keys] };
  });
}

function keyIn(shown: readonly Shown[], name: string): Property | undefined {
  const value = shown.map(({ object }) => memberOf(object, name)).find((member) => member?.kind === "string");
  return value && { name, type: { kind: "primitive", name: "string" }, location: value.location, evidence: "json" };
}

/** An object in an example, with its documented type. */
interface Shown {
  readonly type: string;
  readonly object: ShownObject;
}

function shownBy({ responses, examples }: Operation): Shown[] {
  return responses.flatMap(({ status, contents }) => {
    const type = contents[0]?.type;
    const item = type?.kind === "array" ? type.items : type;
    if (item?.kind !== "named" || !status.startsWith("2")) return [];
    const bodies = examples.flatMap(({ response }) => (String(response?.status) === status ? [response?.body] : []));
    return shownObjects(bodies).map((object) => ({ type: item.name, object }));
  });
}
