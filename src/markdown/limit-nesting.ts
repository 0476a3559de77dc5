/**
 * How deep blocks may stand in one another. The parser stops there and drops the rest of the page, so that lines which could lead
 * deeper are cut before: a list takes two columns and two levels, a quote one of each.
 */
export const deepestNesting = 100;

const mostColumns = 80;

/** What lines begin with that stand in lists and quotes. */
const marks = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*/;

/** The marks of a line that would nest it too deep; its last bullet stays. */
export function findExcess(line: string): { readonly start: number; readonly end: number } | undefined {
  const [prefix = ""] = marks.exec(line) ?? [];
  if (columnsOf(prefix) <= mostColumns) return undefined;
  let start = 0;
  for (let columns = 0; columns < mostColumns; start++) columns += prefix[start] === "\t" ? tabWidth : 1;
  const end = prefix.length - (/(?:[-*+]|\d{1,9}[.)])[ \t]+$/.exec(prefix)?.[0].length ?? 0);
  return end > start ? { start, end } : undefined;
}

const tabWidth = 4;

function columnsOf(prefix: string): number {
  let columns = 0;
  for (const character of prefix) columns += character === "\t" ? tabWidth : 1;
  return columns;
}
