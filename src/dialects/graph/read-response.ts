import type { Block, Inline, Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readFields } from "../common/field-table.ts";
import { allBlocks, openBlock, paragraphsIn, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { joinTexts, textOf } from "../common/text.ts";
import { hasWord } from "../common/vocabulary.ts";
import type { ErrorFacts, ResponseFacts } from "./facts.ts";
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
  const blocks = sections.flatMap((section) => section.blocks.flatMap(openBlock));
  const prose = proseIn(blocks);
  const statuses = uniqueStatuses(prose);
  const text = prose.map((content) => content.text).join("\n");
  const description = joinTexts(paragraphsIn(blocks).map(({ content }) => textOf(page, content)));
  return {
    statuses: statuses.length > 0 ? statuses : uniqueStatuses(bodySections.flatMap(({ blocks: own }) => proseIn(own))),
    types: prose.flatMap((content) => readTypeMentions(content, page.language)),
    isCollection: hasWord(text, "collectionWords"),
    isNone: hasWord(text, "noResponseBody"),
    isBinary: isTranslated(page.language)
      ? hasWord(text, "binaryWords")
      : /\b(?:binary|byte stream|stream of|raw (?:bytes|contents?)|image data)\b/i.test(text),
    properties: readBodyProperties(page, blocks, report),
    ...(description && { description }),
    ...(sections[0] && { location: sections[0].heading.location }),
  };
}

function proseIn(blocks: readonly Block[]): Inline[] {
  return [
    ...paragraphsIn(blocks).map(({ content }) => content),
    ...blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ content }) => content) : [])),
  ];
}

/** `` `200 OK` ``, `` `200, OK` ``, `` `HTTP/1.1 200 OK` ``, and `200 OK` without marks. */
function uniqueStatuses(prose: readonly Inline[]): { status: number; location: Inline["location"] }[] {
  const found = new Map<number, { status: number; location: Inline["location"] }>();
  for (const content of prose) {
    const codes = content.codes.flatMap(
      (code) => /^(?:HTTP(?:\/\d(?:\.\d)?)?\s*)?([1-5]\d\d)\b/i.exec(code)?.[1] ?? [],
    );
    const plain = [
      ...content.text.matchAll(
        /(?<![\w.])([1-5]\d\d),?\s+(?:OK|Created|Accepted|No\s?Content|Found|Partial Content)\b/gi,
      ),
    ];
    for (const status of [...codes, ...plain.map((match) => match[1])].map(Number)) {
      if (!found.has(status)) found.set(status, { status, location: content.location });
    }
  }
  return [...found.values()];
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
