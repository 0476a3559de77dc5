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
    else if (character === "`") at = skip(line, at, "`");
    else if (character === "{") at = skip(line, at, "}");
    else if (character === "|") borders.push(at);
  }
  return borders;
}

/** How far a code span or placeholder may reach; the bound keeps hostile rows linear. */
const longest = { "`": 1000, "}": 200 };

/** The offset of the closing character, if what lies between can only belong to one cell; else `at`. */
function skip(line: string, at: number, close: "`" | "}"): number {
  const ahead = line.slice(at + 1, at + 1 + longest[close]);
  const length = ahead.indexOf(close);
  if (length < 0) return at;
  const inside = ahead.slice(0, length);
  // `{ | } ~` is a list of characters; `{id | name}` is a placeholder. A code span never runs over two borders.
  if (close === "}" && !/^[^{}|]*\w[^{}|]*(?:\|[^{}|]*\w[^{}|]*)?$/.test(inside)) return at;
  return inside.split("|").length > 3 ? at : at + 1 + length;
}

function trim(line: string, start: number, end: number): CellSpan {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(line[from] ?? "")) from++;
  while (to > from && /\s/.test(line[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
