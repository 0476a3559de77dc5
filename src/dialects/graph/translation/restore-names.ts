import type { Report } from "../../../source/diagnostic.ts";
import { isTranslated } from "../../common/page-language.ts";
import type { GraphFacts } from "../facts.ts";
import { AttestedNames } from "./attested-names.ts";
import { restoreResources } from "./restore-resources.ts";

/**
 * What translated pages say, with the names that translation changed as code spells them. Code survives translation: JSON,
 * paths and annotations are compared with the tables, first on the page itself, then across the set. Nothing is guessed: what has no
 * evidence stays as it is, and is reported.
 */
export function restoreNames(pages: readonly GraphFacts[], report: Report): readonly GraphFacts[] {
  if (!pages.some(({ language }) => isTranslated(language))) return pages;
  const attested = new AttestedNames(pages);
  return pages.map((page) => {
    if (!isTranslated(page.language)) return page;
    return { ...page, resources: restoreResources(page, attested, report) };
  });
}
