import type { HttpBody } from "../../../../model/example.ts";
import { type JsonMember, type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";

/** A JSON object in an example. */
export type ShownObject = JsonValue & { readonly kind: "object" };

/** The objects that bodies show: the items of a list, or the object itself. */
export function shownObjects(bodies: readonly (HttpBody | undefined)[]): ShownObject[] {
  return bodies.flatMap((body) => {
    const value = readJsonBody(body);
    const listed = memberOf(value, "value");
    const items = listed?.kind === "array" ? listed.items : [listed?.kind === "object" ? listed : value];
    return items.filter((item) => item?.kind === "object");
  });
}

/** The names of an object's members; `app@odata.bind` is about `app`, `@odata.type` about no member. */
export function memberNames({ members }: { readonly members: readonly JsonMember[] }): string[] {
  return members.map(({ name }) => name.replace(/@.*/s, "")).filter((name) => name !== "");
}

/** The names of the members of the first object that bodies show. */
export function shownMembers(bodies: readonly (HttpBody | undefined)[]): string[] {
  const [first] = shownObjects(bodies);
  return first ? memberNames(first) : [];
}
