import type { Report } from "../source/diagnostic.ts";
import type { Edit, SourceFile, SourceText } from "../source/source-text.ts";
import { includeCycle, includeUnresolved } from "./diagnostics.ts";

/** Why an include cannot be read, in words that complete "expected a Markdown file, found ...". */
export interface IncludeProblem {
  readonly problem: string;
}

/** Finds the file that an include names. Given by the layer that reads files. */
export type ResolveInclude = (path: string, from: SourceFile) => SourceFile | IncludeProblem;

/** `[!INCLUDE [title](path)]`, in any case, not in a code span. No two parts of it can match the same text, which keeps it linear. */
const includePattern = /(?<!`)\[!INCLUDE\s*(?:-\s*)?\[[^[\]\n]*\]\(\s*([^()\s]+)(?:\s[^()\n]*)?\)\s*\]/gi;

/** Where the includes of a text stand that are not inside code. */
export function findIncludes(
  text: string,
  fences: readonly { readonly start: number; readonly end: number }[],
): { readonly start: number; readonly end: number; readonly path: string }[] {
  const found = [];
  let fence = 0;
  for (const match of text.matchAll(includePattern)) {
    while (fence < fences.length && (fences[fence]?.end ?? 0) <= match.index) fence++;
    if ((fences[fence]?.start ?? Number.POSITIVE_INFINITY) <= match.index) continue;
    found.push({ start: match.index, end: match.index + match[0].length, path: match[1] ?? "" });
  }
  return found;
}

/** How a text that includes others is read. */
export interface IncludeContext {
  /** Finds the file that an include of this text names. */
  readonly resolve: (path: string) => SourceFile | IncludeProblem;
  /** Whether the text is itself (part of) what the file includes. */
  readonly isOpen: (file: SourceFile) => boolean;
  readonly read: (file: SourceFile) => SourceText;
  /** Edits a text together with what is known of its places. */
  readonly edit: (text: SourceText, edits: readonly Edit[]) => SourceText;
  readonly report: Report;
}

/**
 * A text with included texts in the place of their includes. An include on a line of its own brings whole blocks; one inside
 * a line brings its words. What cannot be included is reported and left out.
 */
export function expandIncludes(
  text: SourceText,
  includes: ReturnType<typeof findIncludes>,
  context: IncludeContext,
): SourceText {
  const edits: Edit[] = [];
  for (const { start, end, path } of includes) {
    const file = context.resolve(path);
    const problem = "problem" in file ? includeUnresolved(text.locate(start, end), path, file.problem) : undefined;
    if ("problem" in file || context.isOpen(file)) {
      context.report(problem ?? includeCycle(text.locate(start, end), path));
      edits.push({ start, end, with: "" });
    } else {
      edits.push(...place(text.text, start, end, context.read(file), context.edit));
    }
  }
  return context.edit(text, edits);
}

type EditText = IncludeContext["edit"];

function place(text: string, start: number, end: number, included: SourceText, edit: EditText): Edit[] {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const isLast = (text.slice(end, end + 200).split("\n")[0] ?? "").trim() === "";
  const trimmed = trim(included, edit);
  if (isLast && before.trim() === "") return placeBlocks(text, lineStart, end, indent(trimmed, before, edit), before);
  // `> ` and `- ` before an include hold all of its lines.
  const isMark = isLast && /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+$/.test(before);
  const lines = isMark ? indent(trimmed, before.replace(/[^>\s]/g, " "), edit) : inOneLine(trimmed, edit);
  return [{ start, end, with: lines }];
}

/** Whole blocks, set off by empty lines; rows go on with the table above them. */
function placeBlocks(text: string, start: number, end: number, blocks: SourceText, indentation: string): Edit[] {
  const above = text.slice(text.lastIndexOf("\n", start - 2) + 1, Math.max(start - 1, 0));
  const isRows = /^[ \t]*\|/.test(above) && blocks.text.startsWith("|");
  const placed = { start, end, with: blocks };
  if (isRows) return [insertion(start, indentation), placed];
  return [insertion(start, `\n${indentation}`), placed, insertion(end, "\n\n")];
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, with: text };
}

/** Without the white space around it. */
function trim(included: SourceText, edit: EditText): SourceText {
  const { text } = included;
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return edit(included, [
    { start: 0, end: start, with: "" },
    { start: end, end: text.length, with: "" },
  ]);
}

/** With a prefix on every line but the first. */
function indent(included: SourceText, prefix: string, edit: EditText): SourceText {
  if (prefix === "") return included;
  const lines = [...included.text.matchAll(/\n/g)];
  return edit(
    included,
    lines.map(({ index }) => insertion(index + 1, prefix)),
  );
}

/** In a cell or a sentence there is no room for lines. */
function inOneLine(included: SourceText, edit: EditText): SourceText {
  const ends = [...included.text.matchAll(/\n\s*/g)];
  return edit(
    included,
    ends.map(({ index, 0: { length } }) => ({ start: index, end: index + length, with: " " })),
  );
}
