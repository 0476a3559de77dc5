import pluralize from "pluralize";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import type { GraphFacts } from "../../facts.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import type { TypeMembers } from "../types/type-members.ts";

/**
 * The type of the objects of the relationship that a request line ends with: `/ships/{ship-id}/berths` and
 * `/ships/{ship-id}/berths/{berth-id}` are about what the type `ship` has as `berths`.
 */
export function relatedType(
  { path }: RequestLine,
  page: GraphFacts,
  { resolver, members }: { readonly resolver: TypeResolver; readonly members: TypeMembers },
): TypeRef | undefined {
  const [, owners = "", name = ""] = /\/(\w+)\/\{[^}/]*\}\/(\w+)(?:\/\{[^}/]*\})?$/.exec(path.path) ?? [];
  const owner = owners ? resolver.find({ name: pluralize.singular(owners), isCollection: false }, page) : undefined;
  const type = owner?.kind === "named" ? members.find(owner.name, name)?.type : undefined;
  return type?.kind === "array" ? type.items : type;
}
