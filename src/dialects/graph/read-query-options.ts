import type { Block, CodeBlock, Inline, Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import type { Located } from "../../source/location.ts";
import { allBlocks, codeIn, paragraphsIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { hasWord, queryOptionOf } from "../common/vocabulary.ts";
import type { QueryOptionFacts } from "./facts.ts";
import { translatedName } from "./translation/diagnostics.ts";

/**
 * The OData query options that prose names: "supports the `$select` and `$expand` parameters". A page that speaks of
 * the OData query parameters without naming one gives `all`.
 */
export function readQueryOptions(page: Page, sections: readonly Section[], report: Report): QueryOptionFacts[] {
  const found: FoundOptions = { named: new Map(), passing: new Map(), except: new Set() };
  const blocks = sections.flatMap(allBlocks);
  for (const content of blocks.flatMap(proseIn)) readProse(content, page.language, found, report);
  // What an example in this section uses is supported, and translators leave it alone.
  for (const option of codeIn(blocks).flatMap(shownOptions)) keep(found.named, option.name, option);
  const general = sections
    .flatMap((section) => paragraphsIn(section.blocks))
    .find(({ content }) => speaksOfOData(content) && namedOptions(content).length === 0);
  const named = [...found.named.values()];
  if (named.every(({ name }) => isExtra(name)) && general) {
    return [{ name: "all", except: [...found.except], location: general.location }, ...named];
  }
  return [...new Map([...found.passing, ...found.named]).values()];
}

interface FoundOptions {
  readonly named: Map<string, QueryOptionFacts>;
  /** Named in code without a dollar sign, where the text does not speak of OData. */
  readonly passing: Map<string, QueryOptionFacts>;
  readonly except: Set<string>;
}

function readProse(content: Inline, language: string, found: FoundOptions, report: Report): void {
  const translated = isTranslated(language) ? translatedOptions(content, report) : [];
  const refused = unsupportedOptions(content, language);
  const named = [...namedOptions(content), ...translated].filter((name) => !refused.includes(name));
  for (const name of refused) found.except.add(name);
  for (const name of named) keep(found.named, name, content);
  for (const name of bareOptions(content)) keep(speaksOfOData(content) ? found.named : found.passing, name, content);
}

function keep(found: Map<string, QueryOptionFacts>, name: string, { location }: Located): void {
  if (!found.has(name)) found.set(name, { name, location });
}

function shownOptions({ text, location }: CodeBlock): QueryOptionFacts[] {
  return optionsIn(text).map((name) => ({ name, location }));
}

/** `$top`, but not `$skip` in "`$skip` is not supported". */
function namedOptions({ text }: Inline): string[] {
  return optionsIn(text.replace(unsupported, ""));
}

/** `top`, in code. */
function bareOptions({ codes }: Inline): string[] {
  return codes.flatMap((code) =>
    /^(?:select|expand|filter|orderby|top|skip)$/i.test(code) ? `$${code.toLowerCase()}` : [],
  );
}

function unsupportedOptions({ text }: Inline, language: string): string[] {
  // Word order differs between languages: all options of the sentence are meant.
  const sentences = isTranslated(language)
    ? text.split(/[.。;；\n]/).filter((part) => hasWord(part, "unsupported") && !hasWord(part, "inThisCase"))
    : [];
  return [...[...text.matchAll(unsupported)].map(([words]) => words), ...sentences].flatMap(optionsIn);
}

function optionsIn(text: string): string[] {
  const matches = text.matchAll(
    /\$(?:select|expand|filter|orderby|top|skip|count|search|format|skiptoken|deltatoken)\b/gi,
  );
  return [...matches].map(([name]) => name.toLowerCase());
}

/** Options that "the OData query parameters" does not stand for: services give the tokens, and most answer in one format. */
function isExtra(option: string): boolean {
  return option === "$format" || option.endsWith("token");
}

const optionList = String.raw`\$\w+(?:(?:,? (?:and|or) |, ?)\$\w+){0,7}(?: OData)?(?: query)?(?: parameters?| options?)?`;

/** "Not supported in this case" is about a case, "cannot use `$skip` with `$search`" about two. */
const unsupported = new RegExp(
  [
    `\\bno support for ${optionList}`,
    `\\bnot supported: ?${optionList}`,
    `\\bexcept(?: for)?:? (?:the )?${optionList}`,
    `\\bcan(?: ?not|['’]t) use (?:the )?${optionList}`,
    `\\b(?:method|operation|api|function|call)s? (?:do(?:es)? not|do(?:es)?n['’]t) (?:currently )?support (?:the )?${optionList}`,
    `${optionList} (?:(?:is|are) (?:currently )?not|isn['’]t|aren['’]t) (?:supported|available|allowed)(?: here)?`,
  ]
    .map((form) => `${form}(?=\\s*(?:[.,;)]|$))`)
    .join("|"),
  "gi",
);

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

function speaksOfOData({ text, links }: Inline): boolean {
  const isNegated = /\b(?:not|nicht|keine?|não|pas)\b|n['’]t\b|不|ません|не поддерж/i.test(text.slice(0, 200));
  const isLinked = links.some(({ href }) => /query[-_]parameters/i.test(href));
  return !isNegated && (isLinked || /OData/.test(text));
}
