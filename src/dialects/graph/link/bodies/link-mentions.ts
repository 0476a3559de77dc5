import type { TypeRef } from "../../../../model/type-ref.ts";
import type { GraphFacts, TypeMention } from "../../facts.ts";
import type { Hierarchy } from "../types/compare-types.ts";
import type { TypeResolver } from "../types/resolve-type.ts";

/** The types that prose names, in its order; `a [user] or [group]` is one type, their common base or either. */
export function linkMentions(
  mentions: readonly TypeMention[],
  page: GraphFacts,
  { resolver, hierarchy }: { readonly resolver: TypeResolver; readonly hierarchy: Hierarchy },
): TypeRef[] {
  const linked: TypeRef[][] = [];
  for (const { text, link, isAlternative } of mentions) {
    const found = resolver.find({ name: text, isCollection: false, ...(link && { link }) }, page);
    const previous = linked.at(-1);
    if (found && isAlternative && previous) previous.push(found);
    else if (found) linked.push([found]);
  }
  return linked.map((types) => hierarchy.unite(types));
}
