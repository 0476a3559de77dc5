import type { Report } from "../source/diagnostic.ts";
import type { SourceText } from "../source/source-text.ts";
import { rowWidth } from "./diagnostics.ts";
import type { InlineReader } from "./inline.ts";
import type { Inline, Row, Table } from "./page.ts";
import { type CellSpan, splitRow } from "./split-row.ts";

/** Start and end (exclusive) of a line of the text. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the table that the block parser found on these lines (header, delimiter, rows).
 *
 * Cells are split here because markdown-it pads short rows, cuts long ones without a word, and keeps no positions.
 * What overflows the last column belongs to it: writers forget to escape a `|` in prose. Rows that were joined to one
 * line are taken apart again.
 */
export function readTable(text: SourceText, lines: readonly LineSpan[], inline: InlineReader, report: Report): Table {
  const [headerLine, , ...rowLines] = lines;
  const header = headerLine ? readCells(text, headerLine, inline) : [];
  const rows: Row[] = [];
  for (const line of rowLines) {
    const spans = splitRow(text.text.slice(line.start, line.end));
    const location = text.locate(line.start, line.end);
    const visible = dropEmptyOverflow(spans, header.length);
    // A single cell is a caption row, which is a form of its own; an empty row says nothing.
    if (visible.length !== header.length && visible.length > 1 && !visible.every(isEmpty))
      report(rowWidth(location, header.length, visible.length));
    for (const cells of splitJoined(visible, header.length)) {
      rows.push({
        location: cells.length < visible.length ? locateCells(text, line, cells) : location,
        cells: stretch(text, line, cells, header.length).map(({ start, end }) => inline.read(start, end)),
      });
    }
  }
  const last = lines.at(-1);
  return { kind: "table", header, rows, location: text.locate(headerLine?.start ?? 0, last?.end ?? 0) };
}

function readCells(text: SourceText, line: LineSpan, inline: InlineReader): Inline[] {
  return splitRow(text.text.slice(line.start, line.end)).map(({ start, end }) =>
    inline.read(line.start + start, line.start + end),
  );
}

function dropEmptyOverflow(spans: readonly CellSpan[], width: number): readonly CellSpan[] {
  let length = spans.length;
  while (length > width && isEmpty(spans[length - 1])) length--;
  return spans.slice(0, length);
}

/** Translators join the rows of a table to one line, `| a | b | | c | d |`: an empty cell stands between whole rows. */
function splitJoined(spans: readonly CellSpan[], width: number): (readonly CellSpan[])[] {
  const step = width + 1;
  const isJoined = width > 1 && spans.length > step && (spans.length + 1) % step === 0;
  if (!isJoined || !spans.every((span, at) => (at + 1) % step !== 0 || isEmpty(span))) return [spans];
  return spans.flatMap((_, at) => (at % step === 0 ? [spans.slice(at, at + width)] : []));
}

function locateCells(text: SourceText, line: LineSpan, cells: readonly CellSpan[]): Row["location"] {
  return text.locate(line.start + (cells[0]?.start ?? 0), line.start + (cells.at(-1)?.end ?? 0));
}

function isEmpty(span: CellSpan | undefined): boolean {
  return span !== undefined && span.start === span.end;
}

/** As many cells as the header has, as offsets into the text. */
function stretch(text: SourceText, line: LineSpan, spans: readonly CellSpan[], width: number): CellSpan[] {
  const cells = spans.slice(0, width).map(({ start, end }) => ({ start: line.start + start, end: line.start + end }));
  const last = cells.at(-1);
  const overflow = spans.at(-1);
  if (last && overflow && spans.length > width) cells[cells.length - 1] = { ...last, end: line.start + overflow.end };
  while (cells.length < width) cells.push({ start: Math.min(line.end, text.text.length), end: line.end });
  return cells;
}
