import type { Report } from "../../../../source/diagnostic.ts";
import type { GraphFacts, MethodFacts } from "../../facts.ts";
import type { Hierarchy } from "../types/compare-types.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import type { TypeMembers } from "../types/type-members.ts";

/** What the linking of responses needs to know besides the page. */
export interface ResponseContext {
  readonly resolver: TypeResolver;
  readonly hierarchy: Hierarchy;
  readonly members: TypeMembers;
  /** The row of the Methods table that links the page. */
  readonly method: { readonly facts: MethodFacts; readonly page: GraphFacts } | undefined;
  /** The path keys of the page's GETs. */
  readonly read: ReadonlySet<string>;
  /** Whether the examples show the operation or one like it, not something else that the page is about. */
  readonly areAlike: boolean;
  /** Whether examples of the page show a status code for an operation of another kind. */
  readonly isShownElsewhere: (status: number) => boolean;
  readonly report: Report;
}
