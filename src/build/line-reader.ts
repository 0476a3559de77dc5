import type { SourceLocation } from "../source/location.ts";
import { readSource } from "./read-source.ts";

/** Gives lines of the docs to show beside problems. Files are read when they are needed, and the last one is kept. */
export function createLineReader(root: string): (location: SourceLocation) => string | undefined {
  let file: string | undefined;
  let lines: readonly string[] = [];
  return (location) => {
    if (location.file !== file) {
      file = location.file;
      lines = readSource(root, file, () => {})?.text.split(/\r?\n/) ?? [];
    }
    return lines[location.line - 1];
  };
}
