import { lastStartingBy, lineStartsOf, positionIn } from "./line-starts.ts";
import type { SourceLocation } from "./location.ts";

/** One docs file as it was read. */
export class SourceFile {
  /** Path relative to the docs root, with `/` as separator. */
  readonly path: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.#lineStarts = lineStartsOf(text);
  }

  /** The location of the characters from `start` to `end` (exclusive). */
  locate(start: number, end: number = start): SourceLocation {
    const from = this.#position(start);
    const to = end > start ? this.#position(end) : from;
    return { file: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  #position(offset: number): { line: number; column: number } {
    const { line, column } = positionIn(this.#lineStarts, Math.min(offset, this.text.length));
    return { line: line + 1, column: column + 1 };
  }
}

/** Replaces the characters from `start` to `end` of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  /** A string stands for the place it replaces; a `SourceText` (an include, a translation half) keeps its own places. */
  readonly with: string | SourceText;
}

/** A run of a text that stands at one place of a file, character for character, unless `fixed`. */
interface Segment {
  readonly start: number;
  readonly file: SourceFile;
  readonly offset: number;
  /** Characters written in place of others: all of them stand at `offset` to `offset + fixed`. */
  readonly fixed?: number;
}

/**
 * Text made from one or more files, which knows where each of its characters came from.
 *
 * Repairs, includes and translations are edits made before Markdown is parsed; whatever the parser then finds is
 * reported at the place in the original file.
 */
export class SourceText {
  readonly text: string;
  readonly #segments: readonly Segment[];

  private constructor(text: string, segments: readonly Segment[]) {
    this.text = text;
    this.#segments = segments;
  }

  /** All of a file, or the part from `start` to `end`. */
  static of(file: SourceFile, start = 0, end: number = file.text.length): SourceText {
    return new SourceText(file.text.slice(start, end), [{ start: 0, file, offset: start }]);
  }

  /** The location in the original file of the characters from `start` to `end` (exclusive). */
  locate(start: number, end: number = start): SourceLocation {
    const first = this.#segmentAt(start);
    const from = originOf(first, start);
    if (end <= start) return first.file.locate(from.start);
    return first.file.locate(from.start, Math.max(this.#endWithin(first, end), from.end));
  }

  /** The file and the range of it that the characters from `start` to `end` came from, if it is one file. */
  originOf(start: number, end: number): { file: SourceFile; start: number; end: number } | undefined {
    const first = this.#segmentAt(start);
    const last = this.#segmentAt(Math.max(start, end - 1));
    if (first.file !== last.file) return undefined;
    return { file: first.file, start: originOf(first, start).start, end: originOf(last, Math.max(start, end - 1)).end };
  }

  /** This text with the edits made. They must be in order and may not overlap. */
  edit(edits: readonly Edit[]): SourceText {
    if (edits.length === 0) return this;
    const parts: string[] = [];
    const segments: Segment[] = [];
    let length = 0;
    let at = 0;
    const append = (text: string, from: readonly Segment[]) => {
      if (text === "") return;
      for (const segment of from) segments.push({ ...segment, start: segment.start + length });
      parts.push(text);
      length += text.length;
    };
    for (const edit of edits) {
      append(this.text.slice(at, edit.start), this.#segmentsOf(at, edit.start));
      if (typeof edit.with === "string") append(edit.with, [this.#fixed(edit.start, edit.end)]);
      else append(edit.with.text, edit.with.#segments);
      at = edit.end;
    }
    append(this.text.slice(at), this.#segmentsOf(at, this.text.length));
    return new SourceText(parts.join(""), segments.length > 0 ? segments : [this.#fixed(0, this.text.length)]);
  }

  /** The part from `start` to `end` as a text of its own. */
  slice(start: number, end: number = this.text.length): SourceText {
    return new SourceText(this.text.slice(start, end), this.#segmentsOf(start, Math.max(end, start + 1)));
  }

  /** Where the file of a segment is left last before `end`: what starts in one file can end in an include. */
  #endWithin(first: Segment, end: number): number {
    let index = this.#indexAt(end - 1);
    let to = end;
    while (this.#segments[index]?.file !== first.file) to = (this.#segments[index--] as Segment).start;
    return originOf(this.#segments[index] as Segment, to - 1).end;
  }

  #fixed(start: number, end: number): Segment {
    const first = this.#segmentAt(start);
    const from = originOf(first, start).start;
    const last = this.#segmentAt(Math.max(start, end - 1));
    const to = last.file === first.file ? originOf(last, Math.max(start, end - 1)).end : from;
    return { start: 0, file: first.file, offset: from, fixed: Math.max(0, to - from) };
  }

  #segmentsOf(start: number, end: number): Segment[] {
    if (end <= start) return [];
    const result: Segment[] = [];
    for (let index = this.#indexAt(start); index < this.#segments.length; index++) {
      const segment = this.#segments[index] as Segment;
      if (segment.start >= end) break;
      const skipped = Math.max(0, start - segment.start);
      const offset = segment.fixed === undefined ? segment.offset + skipped : segment.offset;
      result.push({ ...segment, offset, start: Math.max(0, segment.start - start) });
    }
    return result;
  }

  #segmentAt(offset: number): Segment {
    return this.#segments[this.#indexAt(offset)] as Segment;
  }

  #indexAt(offset: number): number {
    return lastStartingBy(offset, this.#segments, ({ start }) => start);
  }
}

function originOf(segment: Segment, offset: number): { start: number; end: number } {
  if (segment.fixed !== undefined) return { start: segment.offset, end: segment.offset + segment.fixed };
  const start = segment.offset + (offset - segment.start);
  return { start, end: start + 1 };
}
