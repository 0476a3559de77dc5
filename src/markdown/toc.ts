import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { Report } from "../source/diagnostic.ts";
import type { Located } from "../source/location.ts";
import type { SourceFile } from "../source/source-text.ts";
import { tocInvalid } from "./diagnostics.ts";
import { isNestedTooDeep } from "./nesting.ts";

/** An entry of a table of contents. */
export interface TocEntry extends Located {
  readonly name: string;
  readonly href?: string;
  readonly items: readonly TocEntry[];
}

/**
 * Reads a DocFX table of contents (`toc.yml`): a list of entries with `name`, `href` and `items`, or one entry whose items are
 * the list. What is no entry is passed over; a file that is no YAML is reported and gives none.
 */
export function readToc(file: SourceFile, report: Report): TocEntry[] {
  if (isNestedTooDeep(file.text)) {
    report(tocInvalid(file.locate(0), "brackets nested too deep"));
    return [];
  }
  const document = parseDocument(file.text, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
  const [problem] = document.errors;
  if (problem) {
    report(tocInvalid(file.locate(problem.pos[0], problem.pos[1]), problem.message.split("\n", 1)[0] ?? ""));
    return [];
  }
  const { contents } = document;
  return readItems(file, isMap(contents) ? (contents.get("items", true) ?? contents) : contents, 0);
}

/** Deeper nesting is an attack, not a table of contents. */
const deepest = 20;

function readItems(file: SourceFile, node: unknown, depth: number): TocEntry[] {
  if (!isSeq(node) || depth > deepest) return [];
  return node.items.filter((item) => isMap(item)).map((item) => readEntry(file, item, depth));
}

function readEntry(file: SourceFile, entry: YAMLMap, depth: number): TocEntry {
  const href = textOf(entry.get("href", true));
  const [start = 0, end = start] = (entry as Node).range ?? [];
  return {
    name: textOf(entry.get("name", true)) ?? "",
    items: readItems(file, entry.get("items", true), depth + 1),
    location: file.locate(start, end),
    ...(href !== undefined && { href }),
  };
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) && node.value !== null ? String(node.value) : undefined;
}
