import type { ResolveInclude } from "../../src/markdown/include.ts";
import type { Block, Page, Section, Table } from "../../src/markdown/page.ts";
import { readPage } from "../../src/markdown/read-page.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { SourceLocation } from "../../src/source/location.ts";
import { SourceFile } from "../../src/source/source-text.ts";

/** Reads `page.md`, which may include the other files. Problems are given as `line code`, `file:line code` elsewhere. */
export function read(
  markdown: string,
  files: Readonly<Record<string, string>> = {},
): { page: Page; problems: string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const include: ResolveInclude = (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? { problem: "no such file" } : new SourceFile(path, text);
  };
  const page = readPage(new SourceFile("page.md", markdown), { include }, (problem) => diagnostics.push(problem));
  const problems = diagnostics.map(({ location: { file, line }, code }) =>
    file === "page.md" ? `${line} ${code}` : `${file}:${line} ${code}`,
  );
  return { page, problems, diagnostics };
}

/** All sections of a page, in document order. */
export function sectionsOf({ sections }: Pick<Page | Section, "sections">): Section[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section)]);
}

/** All blocks of a page, in document order, those of its sections and lists included. */
export function blocksOf(page: Pick<Page | Section, "blocks" | "sections">): Block[] {
  return [...page.blocks.flatMap(open), ...page.sections.flatMap(blocksOf)];
}

function open(block: Block): Block[] {
  return block.kind === "list" ? [block, ...block.items.flatMap(({ blocks }) => blocks.flatMap(open))] : [block];
}

/** Header and rows of a table as plain text. */
export function textsOf({ header, rows }: Table): string[][] {
  return [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(({ text }) => text));
}

/** The first table of a page as plain text; empty if there is none. */
export function tableOf(markdown: string, files?: Readonly<Record<string, string>>): string[][] {
  const table = blocksOf(read(markdown, files).page).find((block) => block.kind === "table");
  return table ? textsOf(table) : [];
}

/**
 * A page as an outline, one line for each heading and block: what is there and in which order, and nothing else.
 *
 * `## id: heading`, `paragraph text`, `- item`, `| a | b |`, `lang: code`.
 */
export function outlineOf(page: Pick<Page | Section, "blocks" | "sections">): string[] {
  return [
    ...page.blocks.flatMap(linesOf),
    ...page.sections.flatMap((section) => [
      `${"#".repeat(section.level)} ${section.id}: ${section.heading.text}`,
      ...outlineOf(section),
    ]),
  ];
}

function linesOf(block: Block): string[] {
  const tab = block.tab === undefined ? "" : `(${block.tab}) `;
  switch (block.kind) {
    case "paragraph":
      return [
        `${tab}${block.quote === undefined ? "" : `${block.quote}> `}${block.content.text.replaceAll("\n", "/")}`,
      ];
    case "list":
      return block.items.flatMap(({ content, blocks }) => [`${tab}- ${content.text}`, ...blocks.flatMap(linesOf)]);
    case "table":
      return textsOf(block).map((cells) => `${tab}| ${cells.join(" | ")} |`);
    case "code":
      return [`${tab}${block.language}: ${block.text.replaceAll("\n", "/")}`];
  }
}

/** `line:column-endLine:endColumn`. */
export function placeOf({ line, column, endLine, endColumn }: SourceLocation): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}
