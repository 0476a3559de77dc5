import type { TypeRef } from "../../../../model/type-ref.ts";

/** Whether a member of a request links something that exists instead of creating it: `berth@odata.bind`. */
export function isBoundLink(name: string): boolean {
  return /^[^@]+@odata\.bind$/.test(name);
}

/** The member that a link stands for: `berth` for `berth@odata.bind`; any other name is its own. */
export function linkedMember(name: string): string {
  return isBoundLink(name) ? name.slice(0, name.indexOf("@")) : name;
}

/** What is sent as a link: the URL of an object, absolute or not, or a list of such (OData JSON 4.01, section 8.5). */
export function linkType(isCollection: boolean): TypeRef {
  const url: TypeRef = { kind: "primitive", name: "string" };
  return isCollection ? { kind: "array", items: url } : url;
}
