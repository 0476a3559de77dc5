import type { Inline, Page, Section } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";
import type { Report } from "../../source/diagnostic.ts";
import type { Located } from "../../source/location.ts";
import { readDescription } from "../common/description.ts";
import { readFields } from "../common/field-table.ts";
import { allBlocks, openBlock, paragraphsIn, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { asItem, joinTexts, textOf } from "../common/text.ts";
import { readPageLink } from "../common/type-expression.ts";
import { hasWord } from "../common/vocabulary.ts";
import type { ErrorFacts, ResponseFacts } from "./facts.ts";
import { roleOf } from "./profile.ts";
import { readBodyProperties } from "./read-request-body.ts";
import { type Passage, passagesIn, statusesIn, statusRows, uniqueStatuses } from "./read-statuses.ts";
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
  const written = [...sections, ...sections.flatMap(variantsOf)].flatMap((section) => section.blocks);
  const blocks = written.flatMap(openBlock);
  const passages = passagesIn(blocks);
  const statuses = uniqueStatuses(passages);
  const prose = passages.map(({ content }) => content);
  const text = prose.map((content) => content.text).join("\n");
  const description = readDescription(
    page,
    written.filter(({ kind }) => kind !== "table"),
  );
  const number = isTranslated(page.language) ? undefined : prose.map(readNumber).find((known) => known !== undefined);
  return {
    statuses:
      statuses.length > 0 ? statuses : uniqueStatuses(bodySections.flatMap(({ blocks: own }) => passagesIn(own))),
    types: withStatus(passages, (content) => readTypeMentions(content, page.language)),
    headers: withStatus(passages, readHeaderNames).map(({ text: name, ...rest }) => ({ ...rest, name })),
    headerRows: sections.flatMap((section) => readHeaderRows(page, section)),
    isCollection: number === "many" || hasWord(text, "collectionWords"),
    ...(number && { number }),
    isNone: hasWord(text, "noResponseBody") || noneReturned.test(text),
    isBinary: isTranslated(page.language)
      ? hasWord(text, "binaryWords")
      : /\b(?:binary|byte stream|stream of|raw (?:bytes|contents?)|image data)\b/i.test(text),
    properties: readBodyProperties(page, blocks, report),
    ...(description && { description }),
    ...(sections[0] && { location: sections[0].heading.location }),
  };
}

/** `No [ship] is returned.` In `No ships are returned if the harbour is empty`, others are. */
const noneReturned =
  /(?:^|[.!]\s+)No (?:[\w-]+ ){1,6}(?:is|are) returned(?: in the (?:response|(?:response )?body))?(?:\.|$)/im;

/** Sections below that tell of one way to respond, such as `CSV` and `JSON`: they state a success of their own. */
function variantsOf({ sections }: Section): Section[] {
  return sections.filter((section) => {
    const role = roleOf(section);
    if (role !== undefined && role !== "json") return false;
    return uniqueStatuses(passagesIn(section.blocks.flatMap(openBlock))).some(({ status }) => status < 400);
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

/** What the text names, each with the status code before it: "`202` and a link, or `200` and a [ship]". */
function withStatus<Named extends { readonly text: string }>(
  passages: readonly Passage[],
  read: (content: Inline) => readonly Named[],
): (Named & { status?: number })[] {
  let status: number | undefined;
  return passages.flatMap(({ content, status: known }) => {
    const statuses = statusesIn(content).sort((a, b) => a.at - b.at);
    const before = known ?? status;
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

/** The rows of `### Response headers`. */
function readHeaderRows(page: Page, { sections }: Section): ResponseFacts["headerRows"] {
  const tables = sections.filter(({ id }) => /^response-headers?$/.test(id)).flatMap(({ blocks }) => tablesIn(blocks));
  return tables
    .flatMap((table) => readFields(table))
    .filter(({ name }) => /^[A-Za-z][\w-]*$/.test(name))
    .map(({ name, description, location }) => ({
      name,
      location,
      ...(description && { description: textOf(page, description) }),
    }));
}

/** The errors that tables and sentences on errors state. Rows of a Response section tell what any status stands for. */
export function readErrors(page: Page, sections: readonly Section[], responses: readonly Section[]): ErrorFacts[] {
  const blocks = sections.flatMap(allBlocks);
  const tables = [...blocks, ...responses.flatMap((section) => section.blocks.flatMap(openBlock))];
  const rows = statusRows(tables).flatMap(({ statuses, cells, location }) =>
    statuses.map((status) => ({ status, location, text: joinTexts(textsOf(page, cells), ": ") })),
  );
  const sentences = paragraphsIn(blocks).flatMap(({ content }) =>
    uniqueStatuses([{ content }])
      .filter(({ status }) => status >= 400)
      .map((stated) => ({ ...stated, text: textOf(page, content) })),
  );
  return [...Map.groupBy([...rows, ...sentences], ({ status }) => status)].map(([status, same]) => {
    const texts = same.flatMap(({ text }) => text ?? []);
    const description =
      texts.length > 1
        ? joinTexts(
            texts.map((text) => asItem(text)),
            "\n",
          )
        : texts[0];
    return { status, location: (same[0] as Located).location, ...(description && { description }) };
  });
}

function textsOf(page: Page, contents: readonly Inline[]): Text[] {
  return contents.map((content) => textOf(page, content));
}
