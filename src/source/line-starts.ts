/** The offset at which each line of a text begins; lines end with a line feed. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line that holds an offset, and the column in it, both counted from 0. */
export function positionIn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const line = lastStartingBy(offset, lineStarts, (start) => start);
  return { line, column: offset - (lineStarts[line] ?? 0) };
}

/** The index of the last of some parts, in their order, that starts at an offset or before it; 0 if none does. */
export function lastStartingBy<T>(offset: number, parts: readonly T[], startOf: (part: T) => number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(parts[middle] as T) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
