import type { Dialect } from "../dialect.ts";
import type { GraphFacts } from "./facts.ts";
import { linkGraph } from "./link/link-graph.ts";
import { roleOf } from "./profile.ts";
import { readGraphPage } from "./read-page.ts";
import { comparePages } from "./translation/compare/compare-pages.ts";

/** Reference pages in the format of Microsoft Graph's docs: one operation or one resource per page. */
export const graph: Dialect<GraphFacts> = {
  name: "graph",
  accepts: (page) =>
    page.sections.some((section) => [section, ...section.sections].some((inner) => roleOf(inner) !== undefined)),
  readPage: readGraphPage,
  compareTranslation: comparePages,
  link: linkGraph,
};
