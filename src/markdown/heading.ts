/** What a heading line holds: the name of a tab, or where the text of a heading starts and ends in the line. */
export type HeadingLine = { readonly tab: string } | { readonly start: number; readonly end: number };

/** Reads an ATX heading line: `## Title`, `> ## Title ##`, and `# [HTTP](#tab/http)`, which is a tab, not a heading. */
export function readHeadingLine(line: string): HeadingLine {
  const tab = /\[[^[\]]*\]\(\s*#tab\/([^)\s/]+)/.exec(line)?.[1];
  if (tab !== undefined) return { tab };
  const marks = /^[ \t>]*#{1,6}[ \t]*/.exec(line)?.[0].length ?? 0;
  const end = withoutClosingMarks(line).length;
  return { start: Math.min(marks, end), end };
}

/** `## Title ##` -> `## Title`. */
function withoutClosingMarks(line: string): string {
  const trimmed = line.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === "#") end--;
  return /[ \t]/.test(trimmed[end - 1] ?? "") ? trimmed.slice(0, end).trimEnd() : trimmed;
}
