import type { Block, Inline, List, ListItem, Page, Paragraph, Table } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";
import { hasNamedColumns } from "./field-table.ts";
import { asItem, joinTexts, mapText, textOf } from "./text.ts";
import { columnOf, isWord } from "./vocabulary.ts";

/** Prose: what describes something, while code and most tables state facts about it. */
type Prose = Paragraph | List | Table;

/**
 * What the paragraphs, notes and lists of a page or section say, as one text; and tables, except those of properties, values and methods,
 * which are read as facts.
 */
export function readDescription(page: Page, blocks: readonly Block[]): Text | undefined {
  const groups = groupQuotes(blocks.filter(isProse));
  return joinTexts(
    groups.flatMap((group) => {
      const text = joinTexts(group.flatMap((block) => proseOf(page, block) ?? []));
      return text ? [quoted(text, quoteOf(group[0]))] : [];
    }),
  );
}

function isProse(block: Block): block is Prose {
  if (block.kind !== "table") return block.kind !== "code";
  const first = block.header[0]?.text ?? "";
  return !hasNamedColumns(block) && !isWord(first, "valueHeaders") && columnOf(first) !== "method";
}

/** Blocks of one quote together, all others alone. */
function groupQuotes(blocks: readonly Prose[]): Prose[][] {
  const groups: Prose[][] = [];
  for (const block of blocks) {
    const group = block.kind !== "table" && block.goesOn ? groups.at(-1) : undefined;
    if (group) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function quoteOf(block: Prose | undefined): string | undefined {
  return block === undefined || block.kind === "table" ? undefined : block.quote;
}

function proseOf(page: Page, block: Prose): Text | undefined {
  if (block.kind === "paragraph") return block.content.text === "" ? undefined : textOf(page, block.content);
  if (block.kind === "table") return tableText(page, block);
  const { items, start } = block;
  const bullet = (at: number) => (start === undefined ? "- " : `${start + at}. `);
  return joinTexts(
    items.map((item, at) => asItem(itemText(page, item), bullet(at))),
    "\n",
  );
}

function itemText(page: Page, { content, blocks }: ListItem): Text {
  const first = textOf(page, content);
  const inner = readDescription(page, blocks);
  return inner ? (joinTexts([first, inner], "\n") ?? first) : first;
}

function tableText(page: Page, { header, rows }: Table): Text | undefined {
  const line = (cells: readonly Inline[]) => {
    const texts = cells.map((cell) => textOf(page, cell));
    return mapText(joinTexts(texts, "|") ?? { markdown: "" }, (row) => `|${row}|`);
  };
  const delimiters = { markdown: `|${header.map(() => ":---").join("|")}|` };
  return joinTexts([line(header), delimiters, ...rows.map(({ cells }) => line(cells))], "\n");
}

/** Notes stay readable as notes. */
function quoted(text: Text, quote: string | undefined): Text {
  if (quote === undefined) return text;
  return mapText(text, (markdown) => {
    const lines = markdown.split("\n").map((line) => `> ${line}`.trimEnd());
    return quote === "quote" ? lines.join("\n") : [`> [!${quote.toUpperCase()}]`, ...lines].join("\n");
  });
}
