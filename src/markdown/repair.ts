import type { Report } from "../source/diagnostic.ts";
import type { Edit, SourceText } from "../source/source-text.ts";
import { readAnnotation } from "./annotation.ts";
import { commentUnclosed, fenceGlued, fenceUnclosed, headingSpace, nestingTooDeep } from "./diagnostics.ts";
import { findExcess } from "./limit-nesting.ts";
import type { Annotation } from "./page.ts";
import { TableRepair } from "./repair-table.ts";

/** A text that CommonMark and GFM read as its writer meant it. */
export interface Repaired {
  readonly text: SourceText;
  /** What stood in comments, by the offset in `text` at which it was cut. In order. */
  readonly annotations: readonly { readonly at: number; readonly annotation: Annotation }[];
  /** Ranges of `text` that are fenced code. In order. */
  readonly fences: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Goes through a text line by line and mends what would make a Markdown parser lose the rest of the page: comments
 * (which end tables), fences that are never closed or closed at the end of a line, headings without a space, lists nested
 * deeper than it goes, and tables whose delimiter row is not as wide as their header or whose rows are broken in two. All but comments are reported.
 */
export function repair(text: SourceText, report: Report): Repaired {
  return new Repair(text, report).run();
}

interface OpenFence {
  readonly start: number;
  readonly outputStart: number;
  readonly marker: string;
  readonly language: string;
  /** Blanks before the fence; left out where quote marks or a bullet stand there. */
  readonly indent: string | undefined;
  /** Whether the next fence below closes this one; if it opens another, this one was forgotten. Found when it is needed. */
  isClosed?: boolean;
}

const fencePattern = /^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^\r\n]*)$/;

class Repair {
  readonly #text: SourceText;
  readonly #report: Report;
  readonly #tables: TableRepair;
  readonly #edits: Edit[] = [];
  readonly #annotations: { at: number; annotation: Annotation }[] = [];
  readonly #fences: { start: number; end: number }[] = [];
  /** Length of the output so far minus the input read so far. */
  #shift = 0;
  #fence: OpenFence | undefined;
  #previousLine = "";
  #isTooDeep = false;

  constructor(text: SourceText, report: Report) {
    this.#text = text;
    this.#report = report;
    this.#tables = new TableRepair(text, report);
  }

  run(): Repaired {
    const { text } = this.#text;
    let at = 0;
    while (at < text.length) {
      const newline = text.indexOf("\n", at);
      const end = newline < 0 ? text.length : newline;
      at = this.#readLine(at, end) + 1;
    }
    // The file may be an include, with more text to come.
    if (this.#fence) this.#unclosed(this.#fence, text.length, "the end of the file", "\n");
    return { text: this.#text.edit(this.#edits), annotations: this.#annotations, fences: this.#fences };
  }

  /** Reads the line from `start` to `end` and gives the offset where it really ended: comments can span lines. */
  #readLine(start: number, end: number): number {
    let line = this.#text.text.slice(start, end).replace(/\r$/, "");
    if (this.#fence && !this.#readFenced(this.#fence, line, start, end)) return end;
    const comment = findComment(line);
    if (comment >= 0) return this.#cutComments(start, start + comment);
    const fence = fencePattern.exec(line);
    if (fence && !(fence[1]?.startsWith("`") && fence[2]?.includes("`"))) {
      this.#open(start, fence[1] ?? "", fence[2] ?? "", /^[ \t]*(?=[`~])/.exec(line)?.[0]);
    } else {
      this.#limitNesting(line, start, end);
      this.#mendHeading(line, start);
      const edit = this.#tables.mend(line, start, this.#previousLine);
      if (edit) this.#edit(edit.start, edit.end, edit.with);
      // A row may be broken in more than two: its rest is a row to the line below.
      if (edit && edit.start < start) line = `|${line}`;
    }
    this.#previousLine = line;
    return end;
  }

  /** Whether the fence ended before this line, so that the line is to be read as Markdown. */
  #readFenced(fence: OpenFence, line: string, start: number, end: number): boolean {
    const close = /^[ \t]*(?:>[ \t]?)*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
    if (close?.startsWith(fence.marker)) {
      this.#close(end);
      return false;
    }
    const { length } = line.trimEnd();
    if (isGlued(line.slice(0, length), fence)) {
      const at = start + length - fence.marker.length;
      this.#report(fenceGlued(this.#text.locate(start, end)));
      this.#edit(at, at, "\n");
      this.#close(end);
      return false;
    }
    if (!endsFence(line, fence) || (fence.language === "" && this.#isClosed(fence, line, end))) return false;
    this.#unclosed(fence, start, `\`${line.trim().slice(0, 60)}\``, "");
    return true;
  }

  /** Code without a language can hold `##`, too; anchors and annotations it never does. */
  #isClosed(fence: OpenFence, line: string, from: number): boolean {
    if (!line.startsWith("##") || line.includes("<a name=")) return false;
    fence.isClosed ??= /^[ \t>]*(?:`{3,}|~{3,})(.*)$/m.exec(this.#text.text.slice(from))?.[1]?.trim() === "";
    return fence.isClosed;
  }

  #open(start: number, marker: string, info: string, indent: string | undefined): void {
    const language = (info.trim().split(/\s/)[0] ?? "").toLowerCase();
    this.#fence = { start, outputStart: start + this.#shift, marker, language, indent };
  }

  #close(end: number): void {
    this.#fences.push({ start: this.#fence?.outputStart ?? 0, end: end + this.#shift });
    this.#fence = undefined;
    this.#previousLine = "";
  }

  #unclosed(fence: OpenFence, end: number, next: string, before: "\n" | ""): void {
    const lineEnd = this.#text.text.indexOf("\n", fence.start);
    this.#report(fenceUnclosed(this.#text.locate(fence.start, lineEnd < 0 ? end : lineEnd), next));
    this.#close(end);
    // What stands in a quote or behind a bullet ends with it; a fence of its own would open another block.
    if (fence.indent !== undefined) this.#edit(end, end, `${before}${fence.indent}${fence.marker}\n`);
  }

  /** Cuts the comments that start on this line and gives the end of the line on which the last of them ends. */
  #cutComments(lineStart: number, first: number): number {
    const { text } = this.#text;
    let lineEnd = -1;
    let cuts = 0;
    for (let start = first; start >= 0; ) {
      const close = text.indexOf("-->", start + 4);
      const end = close < 0 ? text.length : close + 3;
      if (close < 0) this.#report(commentUnclosed(this.#text.locate(start, start + 4)));
      const annotation = readAnnotation(this.#text, start, end, this.#report);
      if (lineEnd < end) lineEnd = lineEndAfter(text, end);
      const at = this.#cut(lineStart, start, end, lineEnd, cuts++);
      if (annotation) this.#annotations.push({ at, annotation });
      const next = text.indexOf("<!--", end);
      start = next < lineEnd ? next : -1;
    }
    return lineEnd;
  }

  /**
   * Cuts a comment and gives the place of the cut in the output. One that is alone on its lines, below a table row and above
   * another (or another comment), goes with its line end, so that the table goes on.
   */
  #cut(lineStart: number, start: number, end: number, lineEnd: number, cuts: number): number {
    const { text } = this.#text;
    const isAlone = cuts === 0 && isBlank(text, lineStart, start) && isBlank(text, end, lineEnd);
    const isInTable =
      isAlone && this.#previousLine.includes("|") && /^[ \t]*(?:\||<!--)/.test(text.slice(lineEnd + 1, lineEnd + 80));
    const from = isAlone ? lineStart : start;
    const at = from + this.#shift;
    this.#edit(from, isInTable ? Math.min(lineEnd + 1, text.length) : end, "");
    return at;
  }

  /** A single `#` may be a number sign, unless it opens the page or stands before the anchor of a translated heading. */
  #mendHeading(line: string, start: number): void {
    const isFirst = /^#\p{L}/u.test(line) && this.#text.text.slice(0, start).trim() === "";
    const heading = isFirst ? /^#./u.exec(line) : /^ {0,3}(?:#{2,6}[^#\s]|#<(?=a\s))/.exec(line);
    if (!heading) return;
    const at = start + heading[0].length - 1;
    this.#report(headingSpace(this.#text.locate(start, start + line.length)));
    this.#edit(at, at, " ");
  }

  /** Reported once: where a list goes too deep, it goes on. */
  #limitNesting(line: string, start: number, end: number): void {
    const excess = findExcess(line);
    if (!excess) return;
    if (!this.#isTooDeep) this.#report(nestingTooDeep(this.#text.locate(start, end), excess.end));
    this.#isTooDeep = true;
    this.#edit(start + excess.start, start + excess.end, "");
  }

  #edit(start: number, end: number, replacement: string): void {
    this.#edits.push({ start, end, with: replacement });
    this.#shift += replacement.length - (end - start);
  }
}

function lineEndAfter(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at] ?? "")) return false;
  return true;
}

/** Where a comment starts that is not inside a code span. */
function findComment(line: string): number {
  const at = line.indexOf("<!--");
  if (at < 0) return -1;
  const ticks = line.slice(0, at).split("`").length - 1;
  return ticks % 2 === 0 ? at : -1;
}

/** `}` followed by the fence: the last line of code and the closing fence in one. */
function isGlued(line: string, fence: OpenFence): boolean {
  if (!line.endsWith(fence.marker) || line.trim() === fence.marker) return false;
  const code = line.slice(0, -fence.marker.length);
  return !code.includes("`") && fence.language !== "markdown" && fence.language !== "md";
}

/** HTTP and JSON hold no second-level headings, no comments and no fences: theirs was forgotten. */
function endsFence(line: string, fence: OpenFence): boolean {
  if (!["", "http", "json"].includes(fence.language)) return false;
  if (fence.language !== "" && /^[ \t]*(?:`{3,}|~{3,})[ \t]*[A-Za-z]+[ \t]*$/.test(line)) return true;
  return /^#{2,6} /.test(line) || /^# <a name=/.test(line) || /^<!--\s*\{/.test(line);
}
