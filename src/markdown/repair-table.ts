import type { Report } from "../source/diagnostic.ts";
import type { SourceText } from "../source/source-text.ts";
import { rowBroken, tableDelimiter } from "./diagnostics.ts";
import { splitRow } from "./split-row.ts";

/** What to put in the place of a range of the text. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly with: string;
}

const delimiterPattern = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Goes through the lines of a text and mends its tables: delimiter rows of the wrong width, and rows that were broken in two. */
export class TableRepair {
  readonly #text: SourceText;
  readonly #report: Report;
  /** Whether the line before belongs to a table whose rows have a pipe at either end. */
  #isClosed = false;

  constructor(text: SourceText, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  /** The edit that a line needs, given the line before it. */
  mend(line: string, start: number, previous: string): TextEdit | undefined {
    if (!line.includes("|") || !delimiterPattern.test(line)) return this.#mendRow(line, start, previous);
    this.#isClosed = isClosed(previous);
    return previous.includes("|") ? this.#mendDelimiter(line, start, previous) : undefined;
  }

  #mendDelimiter(line: string, start: number, previous: string): TextEdit | undefined {
    const header = splitRow(previous).length;
    const delimiter = splitRow(line).length;
    if (header === delimiter) return undefined;
    this.#report(tableDelimiter(this.#text.locate(start, start + line.length), header, delimiter));
    const prefix = /^[ \t>]*/.exec(line)?.[0] ?? "";
    return { start, end: start + line.length, with: `${prefix}|${" --- |".repeat(header)}` };
  }

  /** Where all rows begin and end with a pipe, a line that begins without one goes on with the row above that ends without one. */
  #mendRow(line: string, start: number, previous: string): TextEdit | undefined {
    this.#isClosed &&= line.trim() !== "" && !startsBlock.test(line);
    if (!this.#isClosed || !/^[ \t]*\|.*[^|\s][ \t]*$/.test(previous) || /^[ \t]*\|/.test(line)) return undefined;
    this.#report(rowBroken(this.#text.locate(start, start + line.length), line.trim().slice(0, 60)));
    const lineEnd = this.#text.text[start - 2] === "\r" ? 2 : 1;
    return { start: start - lineEnd, end: start, with: " " };
  }
}

/** What ends a table without a blank line. */
const startsBlock = /^[ \t]*(?:[#>]|`{3}|~{3}|<!--|\[!|[-*+][ \t]|\d+\.[ \t])/;

function isClosed(row: string): boolean {
  return /^[ \t]*\|.*\|[ \t]*$/.test(row);
}
