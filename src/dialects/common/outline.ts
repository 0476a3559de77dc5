import type { Block, CodeBlock, Paragraph, Section, Table } from "../../markdown/page.ts";

/** A section's own blocks and those of the sections below it, in document order, list items opened. */
export function allBlocks(section: Section): Block[] {
  return [...section.blocks.flatMap(openBlock), ...section.sections.flatMap(allBlocks)];
}

/** A block and, of a list, the blocks inside its items. */
export function openBlock(block: Block): Block[] {
  if (block.kind !== "list") return [block];
  return [block, ...block.items.flatMap((item) => item.blocks.flatMap(openBlock))];
}

export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

export function codeIn(blocks: readonly Block[]): CodeBlock[] {
  return blocks.filter((block) => block.kind === "code");
}

export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.filter((block) => block.kind === "paragraph");
}

/** The outermost sections that match, in document order. */
export function sectionsWhere(section: Section, matches: (section: Section) => boolean): Section[] {
  if (matches(section)) return [section];
  return section.sections.flatMap((child) => sectionsWhere(child, matches));
}
