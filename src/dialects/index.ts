import type { Page } from "../markdown/page.ts";
import type { Dialect } from "./dialect.ts";
import { graph } from "./graph/graph.ts";

/** All dialects. To add one, write its folder and name it here. */
export const dialects: readonly [Dialect, ...Dialect[]] = [graph];

/** The dialect that accepts most of the pages; of equals, and of none, the first. */
export function detectDialect(pages: readonly Page[]): Dialect {
  let best: Dialect = dialects[0];
  let most = 0;
  for (const dialect of dialects) {
    const accepted = pages.filter((page) => dialect.accepts(page)).length;
    if (accepted > most) [best, most] = [dialect, accepted];
  }
  return best;
}
