import type { Block, Inline, Page, Paragraph, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { allBlocks, paragraphsIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { queryOptionOf } from "../common/vocabulary.ts";
import type { QueryOptionFacts } from "./facts.ts";
import { translatedName } from "./translation/diagnostics.ts";

/**
 * The OData query options that prose names: "supports the `$select` and `$expand` parameters". A page that speaks of
 * the OData query parameters without naming one gives `all`.
 */
export function readQueryOptions(page: Page, sections: readonly Section[], report: Report): QueryOptionFacts[] {
  const found = new Map<string, QueryOptionFacts>();
  for (const content of sections.flatMap(allBlocks).flatMap(proseIn)) {
    const translated = isTranslated(page.language) ? translatedOptions(content, report) : [];
    for (const name of [...namedOptions(content), ...translated]) {
      if (!found.has(name)) found.set(name, { name, location: content.location });
    }
  }
  const general = sections.flatMap((section) => paragraphsIn(section.blocks)).find(speaksOfOData);
  return found.size === 0 && general ? [{ name: "all", location: general.location }] : [...found.values()];
}

function namedOptions({ text }: Inline): string[] {
  const matches = text.matchAll(/\$(select|expand|filter|orderby|top|skip|count|search)\b/gi);
  return [...matches].map(([name]) => name.toLowerCase());
}

/** `$erweitern`, `$返回页首`: options that a translator took for words. */
function translatedOptions({ text, location }: Inline, report: Report): string[] {
  return [...text.matchAll(/\$\s?\p{L}+/gu)].flatMap(([written]) => {
    const name = queryOptionOf(written);
    if (name !== undefined) report(translatedName(location, name, written));
    return name ?? [];
  });
}

/** Running text, list items, and the first column of tables. */
function proseIn(block: Block): readonly Inline[] {
  if (block.kind === "paragraph") return [block.content];
  if (block.kind === "list") return block.items.map(({ content }) => content);
  if (block.kind === "table") return block.rows.flatMap(({ cells }) => cells.slice(0, 1));
  return [];
}

function speaksOfOData({ content }: Paragraph): boolean {
  const isNegated = /\b(?:not|n't|nicht|keine?|não|pas)\b|不|ません|не поддерж/i.test(content.text.slice(0, 200));
  const isLinked = content.links.some(({ href }) => /query[-_]parameters/i.test(href));
  return !isNegated && (isLinked || /OData/.test(content.text));
}
