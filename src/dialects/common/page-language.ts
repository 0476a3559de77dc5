import type { Page, Section } from "../../markdown/page.ts";
import { allBlocks, paragraphsIn, tablesIn } from "./outline.ts";
import { languages } from "./vocabulary/languages.ts";
import { wordsPattern } from "./vocabulary/word-pattern.ts";

/**
 * The language that a page's structure is read in, as a BCP 47 tag: what its front matter says (`ms.contentlocale`), else what its
 * anchors and words tell.
 *
 * Translated headings keep the slug of the English one as an anchor, so a page whose headings differ from their slugs is a
 * translation. Which language it is shows in table headers and set phrases; `und` where no vocabulary knows any of them.
 */
export function languageOf(page: Page): string {
  const isStated = typeof page.frontMatter["ms.contentlocale"] === "string";
  if (isStated || page.translationLanguage !== undefined) return page.language;
  const headings = page.sections.flatMap(headingsOf);
  const isTranslated = headings.length > 0 && headings.filter(hasOtherAnchor).length * 2 > headings.length;
  const scores = scoresOf(page);
  const english = isTranslated ? -1 : (scores.get("en") ?? 0);
  const [best, score = 0] = [...scores].filter(([tag]) => tag !== "en").sort(([, a], [, b]) => b - a)[0] ?? [];
  if (best !== undefined && score > Math.max(english, isTranslated ? 0 : 2)) return best;
  return isTranslated ? "und" : page.language;
}

/** Whether names and words in the page's text went through a translator. */
export function isTranslated(language: string): boolean {
  return !/^en(?:-|$)/i.test(language);
}

function headingsOf(section: Section): Section[] {
  return [section, ...section.sections.flatMap(headingsOf)];
}

function hasOtherAnchor({ id, heading }: Section): boolean {
  return fold(id) !== fold(heading.text);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** How many table headers and set phrases of the page each language knows. */
function scoresOf(page: Page): Map<string, number> {
  const blocks = [...page.blocks, ...page.sections.flatMap(allBlocks)];
  const headers = tablesIn(blocks).flatMap(({ header }) => header.map(({ text }) => text.toLowerCase().trim()));
  const prose = paragraphsIn(blocks).map(({ content }) => content.text);
  return new Map(
    vocabularies.map(({ language, columns, phrases }) => [
      language,
      headers.filter((header) => columns.has(header)).length + prose.filter((text) => phrases.test(text)).length,
    ]),
  );
}

const vocabularies = languages.map((words) => ({
  language: words.language,
  columns: new Set(Object.values(words.columns).flat()),
  phrases: new RegExp(wordsPattern([...words.noRequestBody, ...words.noResponseBody, ...words.possibleValues]), "iu"),
}));
