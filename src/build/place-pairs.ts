import type { SourceLocation } from "../source/location.ts";

interface Pair {
  readonly line: number;
  readonly place: SourceLocation;
}

/** Where translated pages say what their originals say. */
export class PlacePairs {
  readonly #byFile = new Map<string, Pair[]>();
  #isSorted = true;

  /** Takes a place of an original, and the one of its translation. */
  add(original: SourceLocation, place: SourceLocation): void {
    const pairs = this.#byFile.get(original.file) ?? [];
    pairs.push({ line: original.line, place });
    this.#byFile.set(original.file, pairs);
    this.#isSorted = false;
  }

  /** The place in the translation of what stands in the original; of lines without one, that of the closest line before them. */
  find({ file, line }: SourceLocation): SourceLocation | undefined {
    this.#sort();
    const pairs = this.#byFile.get(file) ?? [];
    return pairs.findLast((pair) => pair.line <= line)?.place ?? pairs[0]?.place;
  }

  #sort(): void {
    if (this.#isSorted) return;
    for (const pairs of this.#byFile.values()) pairs.sort((a, b) => a.line - b.line);
    this.#isSorted = true;
  }
}
