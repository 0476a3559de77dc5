import type { Report } from "../../../../source/diagnostic.ts";
import type { GraphFacts, ParameterFacts } from "../../facts.ts";
import { typeConflict } from "../../type-diagnostics.ts";
import { formatType, isSameType } from "../types/compare-types.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import { fold } from "./rows-left-out.ts";

/** Reports parameters that two tables of a page (Path, Function, Query parameters) give different types. The first counts. */
export function checkParameters(
  rows: readonly ParameterFacts[],
  page: GraphFacts,
  resolver: TypeResolver,
  report: Report,
): void {
  const first = new Map<string, ParameterFacts>();
  for (const row of rows) {
    if (row.in === "header" || !row.type) continue;
    const name = fold(row.name);
    const known = first.get(name);
    first.set(name, known ?? row);
    if (known?.type === undefined) continue;
    const [a, b] = [resolver.find(known.type, page), resolver.find(row.type, page)];
    if (!a || !b || isSameType(a, b)) continue;
    report({
      ...typeConflict(row.location, row.name, formatType(a), formatType(b)),
      related: [{ message: "First stated here", location: known.location }],
    });
  }
}
