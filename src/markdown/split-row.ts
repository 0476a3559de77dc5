/** Start and end (exclusive) of a cell's trimmed text, as offsets into its line. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the cells of a table row stand in its line. Outer pipes are optional; escaped pipes and, unlike in GFM, pipes
 * in code spans and in `{a | b}` placeholders belong to their cell: writers never mean them as borders.
 */
export function splitRow(line: string): CellSpan[] {
  const prefix = /^[ \t]*(?:>[ \t]?)*[ \t]*\|?/.exec(line)?.[0].length ?? 0;
  const borders = findBorders(line, prefix);
  const spans: CellSpan[] = [];
  let start = prefix;
  for (const border of borders) {
    spans.push(trim(line, start, border));
    start = border + 1;
  }
  if (line.slice(start).trim() !== "" || spans.length === 0) spans.push(trim(line, start, line.length));
  return spans;
}

function findBorders(line: string, from: number): number[] {
  const borders: number[] = [];
  for (let at = from; at < line.length; at++) {
    const character = line[at];
    if (character === "\\") at++;
    else if (character === "`") at = skipCode(line, at);
    else if (character === "{") at = skipPlaceholder(line, at);
    else if (character === "|") borders.push(at);
  }
  return borders;
}

/** Characters that a code span and a placeholder may have; the bounds keep hostile rows linear. */
const longestCode = 1000;
const longestPlaceholder = 200;

/**
 * The offset of the last backtick of the code span that starts at `at`; of the opening ones if it is none. `a|b|c` occurs as
 * code; what runs over more borders is two stray backticks.
 */
function skipCode(line: string, at: number): number {
  let from = at + 1;
  while (line[from] === "`") from++;
  const mark = line.slice(at, Math.min(from, at + longestCode));
  const length = line.slice(from, from + longestCode).indexOf(mark);
  const isCode = length >= 0 && line.slice(from, from + length).split("|").length <= 3;
  return (isCode ? from + length + mark.length : from) - 1;
}

/** The offset of the brace that closes a placeholder; `at` if it is none. `{ | } ~` is a list of characters. */
function skipPlaceholder(line: string, at: number): number {
  const ahead = line.slice(at + 1, at + 1 + longestPlaceholder);
  const length = ahead.indexOf("}");
  const isPlaceholder = /^[^{}|]*\w[^{}|]*(?:\|[^{}|]*\w[^{}|]*)?$/.test(ahead.slice(0, Math.max(length, 0)));
  return isPlaceholder ? at + 1 + length : at;
}

function trim(line: string, start: number, end: number): CellSpan {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(line[from] ?? "")) from++;
  while (to > from && /\s/.test(line[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
