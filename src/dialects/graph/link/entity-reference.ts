import type { TypeRef } from "../../../model/type-ref.ts";
import type { RequestLine } from "../../common/request-line.ts";

/** Whether a request line addresses a relationship itself, not the object at its end: `/groups/{group-id}/owner/$ref`. */
export function isReference({ path }: RequestLine): boolean {
  return path.path.endsWith("/$ref");
}

/** What stands for an object in a relationship: its URL, absolute or not, in `@odata.id` (OData JSON 4.01, section 14). */
export function entityReference({ location }: RequestLine): TypeRef {
  const type: TypeRef = { kind: "primitive", name: "string" };
  return {
    kind: "object",
    isOpen: true,
    properties: [{ name: "@odata.id", type, required: true, nullable: false, location }],
  };
}
