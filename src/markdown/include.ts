import type { Report } from "../source/diagnostic.ts";
import type { Edit, SourceFile, SourceText } from "../source/source-text.ts";
import { includeCycle, includeUnresolved } from "./diagnostics.ts";

/** Why an include cannot be read, in words that complete "expected a Markdown file, found ...". */
export interface IncludeProblem {
  readonly problem: string;
}

/** Finds the file that an include names. Given by the layer that reads files. */
export type ResolveInclude = (path: string, from: SourceFile) => SourceFile | IncludeProblem;

/** `[!INCLUDE [title](path)]`, in any case. No two parts of it can match the same text, which keeps it linear. */
const includePattern = /\[!INCLUDE\s*(?:-\s*)?\[[^[\]\n]*\]\(\s*([^()\s]+)(?:\s[^()\n]*)?\)\s*\]/gi;

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

/**
 * The edits that put included texts in the place of their includes. An include on a line of its own brings whole
 * blocks; one inside a line brings its words.
 */
export function expandIncludes(
  text: SourceText,
  includes: ReturnType<typeof findIncludes>,
  chain: readonly SourceFile[],
  resolve: ResolveInclude,
  read: (file: SourceFile, chain: readonly SourceFile[]) => SourceText,
  report: Report,
): Edit[] {
  const edits: Edit[] = [];
  for (const { start, end, path } of includes) {
    const file = resolve(path, chain.at(-1) as SourceFile);
    if ("problem" in file) {
      report(includeUnresolved(text.locate(start, end), path, file.problem));
      edits.push({ start, end, with: "" });
    } else if (chain.some((outer) => outer.path === file.path)) {
      report(includeCycle(text.locate(start, end), path));
      edits.push({ start, end, with: "" });
    } else {
      edits.push(...place(text.text, start, end, read(file, [...chain, file])));
    }
  }
  return edits;
}

function place(text: string, start: number, end: number, included: SourceText): Edit[] {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = text.slice(end, end + 200).split("\n")[0] ?? "";
  if (before.trim() === "" && after.trim() === "") {
    return [
      { start, end: start, with: "\n" },
      { start, end, with: included },
      { start: end, end, with: "\n\n" },
    ];
  }
  const words = included.text.trim();
  const from = included.text.indexOf(words);
  const line = included.slice(from, Math.min(from + words.length, lineEnd(included.text, from)));
  return [{ start, end, with: line }];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
