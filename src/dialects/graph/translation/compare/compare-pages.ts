import type { Block, Page, Section } from "../../../../markdown/page.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { type SourceLocation, startOf } from "../../../../source/location.ts";
import { openBlock } from "../../../common/outline.ts";
import type { PairPlaces } from "../../../dialect.ts";
import { type Role, roleOf } from "../../profile.ts";
import { align } from "./align.ts";
import { compareCode } from "./compare-code.ts";
import { compareInline } from "./compare-inline.ts";
import { type CompareContext, compareTables } from "./compare-tables.ts";
import { changedCode, missingRow, missingSection } from "./diagnostics.ts";

/**
 * Reports what a translation damaged, compared with the original page: scopes, names, types, members of enumerations, headers, links,
 * code, numbers, and what it lost. Text that is merely translated is nobody's business here.
 */
export function comparePages(original: Page, translation: Page, report: Report, pair: PairPlaces): void {
  const language = translation.language;
  const right = outlineOf(original);
  const found = outlineOf(translation);
  let previous: SourceLocation = startOf(translation.file);
  for (const [first, second] of align(right, found, isSameSection)) {
    const [section, translated] = [right[first], found[second]];
    if (translated) previous = translated.location;
    if (section) pair(section.location, previous);
    if (section && translated)
      compareBlocks(section.blocks, translated, { role: section.role, language, report, pair });
    else if (section) report(missingSection(previous, section.heading));
  }
  original.annotations.forEach(({ location }, index) => {
    const translated = translation.annotations[index];
    if (translated) pair(location, translated.location);
  });
}

/** A section without those below it. */
interface FlatSection {
  readonly id: string;
  readonly level: number;
  readonly heading: string;
  readonly role: Role | undefined;
  readonly blocks: readonly Block[];
  readonly location: SourceLocation;
}

function outlineOf(page: Page): FlatSection[] {
  const start = { id: "", level: 0, heading: "", role: undefined, location: startOf(page.file) };
  return [
    { ...start, blocks: page.blocks.flatMap(openBlock) },
    ...page.sections.flatMap((section) => flatten(section)),
  ];
}

function flatten(section: Section, outer?: Role): FlatSection[] {
  // Enumerations within other pages stand below `alertSeverity values`.
  const role = /-(?:values|members)$/.test(section.id) ? "members" : (roleOf(section) ?? outer);
  const own = {
    id: section.id,
    level: section.level,
    heading: section.heading.text,
    role,
    blocks: section.blocks.flatMap(openBlock),
    location: section.heading.location,
  };
  return [own, ...section.sections.flatMap((inner) => flatten(inner, role))];
}

function isSameSection(a: FlatSection, b: FlatSection): number {
  if (a.id !== b.id) return 0;
  return a.level === b.level ? 2 : 1;
}

function compareBlocks(original: readonly Block[], section: FlatSection, context: CompareContext): void {
  let previous = section.location;
  for (const [first, second] of align(original, section.blocks, blockLikeness)) {
    const [block, translated] = [original[first], section.blocks[second]];
    if (translated) previous = translated.location;
    if (block) context.pair(block.location, previous);
    if (block && translated) compareBlock(block, translated, context);
    else if (block) reportLost(block, previous, context.report);
  }
}

function blockLikeness(a: Block, b: Block): number {
  if (a.kind !== b.kind) return 0;
  if (a.kind === "table" && b.kind === "table") return a.header.length === b.header.length ? 3 : 1;
  if (a.kind === "code" && b.kind === "code") return a.text === b.text ? 4 : 2;
  return 1;
}

function compareBlock(original: Block, translation: Block, context: CompareContext): void {
  const { report, pair } = context;
  if (original.kind === "table" && translation.kind === "table") compareTables(original, translation, context);
  else if (original.kind === "code" && translation.kind === "code") compareCode(original, translation, report, pair);
  else if (original.kind === "paragraph" && translation.kind === "paragraph")
    compareInline(original.content, translation.content, report);
  else if (original.kind === "list" && translation.kind === "list") {
    original.items.forEach(({ content }, index) => {
      const item = translation.items[index];
      if (!item) return;
      pair(content.location, item.content.location);
      compareInline(content, item.content, report);
    });
  }
}

/** A paragraph may be joined with another; tables and code may not get lost. */
function reportLost(block: Block, previous: SourceLocation, report: Report): void {
  if (block.kind === "table") for (const row of block.rows) report(missingRow(previous, row.cells[0]?.text ?? ""));
  if (block.kind === "code") {
    const line = block.text.trim().split("\n")[0] ?? "";
    report(changedCode(previous, `a code block that starts with \`${line.slice(0, 80)}\``, "none"));
  }
}
