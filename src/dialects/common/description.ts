import type { Block, List, ListItem, Page, Paragraph } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";
import { asItem, joinTexts, mapText, textOf } from "./text.ts";

/** Prose: what describes something, while tables and code state facts about it. */
type Prose = Paragraph | List;

/** What the paragraphs, notes and lists of a page or section say, as one text. */
export function readDescription(page: Page, blocks: readonly Block[]): Text | undefined {
  const groups = groupQuotes(blocks.filter((block) => block.kind === "paragraph" || block.kind === "list"));
  return joinTexts(
    groups.flatMap((group) => {
      const text = joinTexts(group.flatMap((block) => proseOf(page, block) ?? []));
      return text ? [quoted(text, group[0]?.quote)] : [];
    }),
  );
}

/** Blocks of one quote together, all others alone. */
function groupQuotes(blocks: readonly Prose[]): Prose[][] {
  const groups: Prose[][] = [];
  for (const block of blocks) {
    const group = block.goesOn ? groups.at(-1) : undefined;
    if (group) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function proseOf(page: Page, block: Prose): Text | undefined {
  if (block.kind === "paragraph") return block.content.text === "" ? undefined : textOf(page, block.content);
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

/** Notes stay readable as notes. */
function quoted(text: Text, quote: string | undefined): Text {
  if (quote === undefined) return text;
  return mapText(text, (markdown) => {
    const lines = markdown.split("\n").map((line) => `> ${line}`.trimEnd());
    return quote === "quote" ? lines.join("\n") : [`> [!${quote.toUpperCase()}]`, ...lines].join("\n");
  });
}
