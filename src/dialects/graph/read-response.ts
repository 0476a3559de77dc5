import type { Block, Inline, Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import type { Located } from "../../source/location.ts";
import { readFields } from "../common/field-table.ts";
import { allBlocks, openBlock, paragraphsIn, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { joinTexts, textOf } from "../common/text.ts";
import { readPageLink } from "../common/type-expression.ts";
import { hasWord } from "../common/vocabulary.ts";
import type { ErrorFacts, ResponseFacts } from "./facts.ts";
import { roleOf } from "./profile.ts";
import { readBodyProperties } from "./read-request-body.ts";
import { readTypeMentions } from "./read-type-mentions.ts";

/**
 * What the Response sections of a page say. Code spans with a status code survive every translation. Pages that say nothing
 * there sometimes put the sentence into the Request body section.
 */
export function readResponse(
  page: Page,
  sections: readonly Section[],
  bodySections: readonly Section[],
  report: Report,
): ResponseFacts {
  const blocks = [...sections, ...sections.flatMap(variantsOf)].flatMap((section) => section.blocks.flatMap(openBlock));
  const prose = proseIn(blocks);
  const statuses = uniqueStatuses(prose);
  const text = prose.map((content) => content.text).join("\n");
  const description = joinTexts(paragraphsIn(blocks).map(({ content }) => textOf(page, content)));
  const number = isTranslated(page.language) ? undefined : prose.map(readNumber).find((known) => known !== undefined);
  return {
    statuses: statuses.length > 0 ? statuses : uniqueStatuses(bodySections.flatMap(({ blocks: own }) => proseIn(own))),
    types: withStatus(prose, (content) => readTypeMentions(content, page.language)),
    headers: withStatus(prose, readHeaderNames).map(({ text: name, ...rest }) => ({ ...rest, name })),
    isCollection: number === "many" || hasWord(text, "collectionWords"),
    ...(number && { number }),
    isNone: hasWord(text, "noResponseBody"),
    isBinary: isTranslated(page.language)
      ? hasWord(text, "binaryWords")
      : /\b(?:binary|byte stream|stream of|raw (?:bytes|contents?)|image data)\b/i.test(text),
    properties: readBodyProperties(page, blocks, report),
    ...(description && { description }),
    ...(sections[0] && { location: sections[0].heading.location }),
  };
}

/** Sections below that tell of one way to respond, such as `CSV` and `JSON`: they state a success of their own. */
function variantsOf({ sections }: Section): Section[] {
  return sections.filter((section) => {
    const role = roleOf(section);
    if (role !== undefined && role !== "json") return false;
    return uniqueStatuses(proseIn(section.blocks.flatMap(openBlock))).some(({ status }) => status < 400);
  });
}

/** Whether a sentence speaks of one object or of several where it first links a page. Word order is English. */
function readNumber({ text, links }: Inline): "one" | "many" | undefined {
  const link = links.find(({ href }) => readPageLink(href) !== undefined);
  const at = link ? text.indexOf(link.text) : -1;
  if (!link || at < 0) return undefined;
  const after = text.slice(at + link.text.length);
  if (
    /\b(?:collection|list|array)s? of (?:\w+ )?$/i.test(text.slice(0, at)) ||
    /^ (?:objects|collection)\b/.test(after)
  )
    return "many";
  return /^ object\b/.test(after) ? "one" : undefined;
}

function proseIn(blocks: readonly Block[]): Inline[] {
  return [
    ...paragraphsIn(blocks).map(({ content }) => content),
    ...blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ content }) => content) : [])),
  ];
}

/** What the text names, each with the status code before it: "`202` and a link, or `200` and a [ship]". */
function withStatus<Named extends { readonly text: string }>(
  prose: readonly Inline[],
  read: (content: Inline) => readonly Named[],
): (Named & { status?: number })[] {
  let status: number | undefined;
  return prose.flatMap((content) => {
    const statuses = statusesIn(content).sort((a, b) => a.at - b.at);
    const before = status;
    status = statuses.at(-1)?.status ?? status;
    return read(content).map((named) => {
      const at = content.text.indexOf(named.text);
      const nearest = statuses.findLast((stated) => stated.at <= at)?.status ?? before;
      return { ...named, ...(nearest !== undefined && { status: nearest }) };
    });
  });
}

/** `` the `Location` header ``: those that lead on from a response. */
function readHeaderNames({ text, codes, location }: Inline): (Located & { readonly text: string })[] {
  const names = ["Location", "Operation-Location", "Content-Location", "Retry-After"];
  return names.flatMap((name) => {
    const isNamed = codes.includes(name) || new RegExp(`(?<![\\w-])${name} (?:response )?header`).test(text);
    return isNamed ? [{ text: name, location }] : [];
  });
}

function uniqueStatuses(prose: readonly Inline[]): { status: number; location: Inline["location"] }[] {
  const found = new Map<number, { status: number; location: Inline["location"] }>();
  for (const content of prose) {
    for (const { status } of statusesIn(content)) {
      if (!found.has(status)) found.set(status, { status, location: content.location });
    }
  }
  return [...found.values()];
}

/** `` `200 OK` ``, `` `200, OK` ``, `` `HTTP/1.1 200 OK` ``, and `200 OK` without marks; those in code first. */
function statusesIn({ text, codes }: Inline): { status: number; at: number }[] {
  let from = 0;
  const marked = codes.flatMap((code) => {
    const at = text.indexOf(code, from);
    if (at >= 0) from = at + code.length;
    const status = /^(?:HTTP(?:\/\d(?:\.\d)?)?\s*)?([1-5]\d\d)\b/i.exec(code)?.[1];
    return status === undefined ? [] : [{ status: Number(status), at: Math.max(at, 0) }];
  });
  const plain = [
    ...text.matchAll(/(?<![\w.])([1-5]\d\d),?\s+(?:OK|Created|Accepted|No\s?Content|Found|Partial Content)\b/gi),
  ].map((match) => ({ status: Number(match[1]), at: match.index }));
  return [...marked, ...plain];
}

/** The rows of error tables that state an HTTP status. */
export function readErrors(page: Page, sections: readonly Section[]): ErrorFacts[] {
  const errors = new Map<number, ErrorFacts>();
  for (const table of sections.flatMap((section) => tablesIn(allBlocks(section)))) {
    for (const field of readFields(table)) {
      const cells = [field.name, field.nameNote ?? "", field.type?.text ?? "", field.columns.value ?? ""];
      const status = Number(cells.map((cell) => /(?<!\d)([45]\d\d)(?!\d)/.exec(cell)?.[1]).find(Boolean));
      if (!status || errors.has(status)) continue;
      const description = field.description && textOf(page, field.description);
      errors.set(status, { status, location: field.location, ...(description && { description }) });
    }
  }
  return [...errors.values()];
}
