import type { TypeRef } from "../../../../model/type-ref.ts";
import type { JsonValue } from "../../../common/json-value.ts";
import type { RequestLine } from "../../../common/request-line.ts";

/** Whether a request line addresses a relationship itself, not the object at its end: `/groups/{group-id}/owner/$ref`. */
export function isReference({ path }: RequestLine): boolean {
  return path.path.endsWith("/$ref");
}

/**
 * What stands for an object in a relationship: its URL, absolute or not, in `@odata.id` (OData JSON 4.01, section 14). A page
 * that also shows an empty object clears the relationship with it.
 */
export function entityReference({ location }: RequestLine, values: readonly JsonValue[]): TypeRef {
  const type: TypeRef = { kind: "primitive", name: "string" };
  const required = !values.some((value) => value.kind === "object" && value.members.length === 0);
  return {
    kind: "object",
    isOpen: true,
    properties: [{ name: "@odata.id", type, ...(required && { required }), nullable: false, location }],
  };
}
