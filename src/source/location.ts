/** A span in a source file. Lines and columns start at 1 and count UTF-16 code units; the end is exclusive. */
export interface SourceLocation {
  /** Path relative to the docs root, with `/` as separator on every system. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Base of every node that states a fact found in the docs. */
export interface Located {
  readonly location: SourceLocation;
}

/** The very start of a file, for what is true of the file as a whole. */
export function startOf(file: string): SourceLocation {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Orders locations by file, then line, then column. */
export function compareLocations(a: SourceLocation, b: SourceLocation): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
