/** Columns by which a line of a code block is indented in its file. */
export function indentOf(line: string, content: string): number {
  const first = content.split("\n", 1)[0] ?? "";
  const at = first === "" ? 0 : line.indexOf(first);
  return Math.max(at, 0);
}
