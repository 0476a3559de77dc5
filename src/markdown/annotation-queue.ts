import type { Annotation } from "./page.ts";

/** An annotation, and the offset at which its comment was cut out of the text. */
export interface PlacedAnnotation {
  readonly at: number;
  readonly annotation: Annotation;
}

/** How many lines with text may lie between an annotation and its code block: a paragraph, a heading, a tab. */
const furthest = 4;

/** Hands out the annotations of a text to its code blocks, in document order. */
export class AnnotationQueue {
  readonly #annotations: readonly PlacedAnnotation[];
  readonly #text: string;
  readonly #used = new Set<Annotation>();
  #next = 0;

  constructor(annotations: readonly PlacedAnnotation[], text: string) {
    this.#annotations = annotations;
    this.#text = text;
  }

  /**
   * The annotation of the code block that starts at an offset: the last one since the previous block, if little lies between,
   * since translators and writers put sentences and headings there.
   */
  takeBefore(start: number): Annotation | undefined {
    let found: PlacedAnnotation | undefined;
    for (let next = this.#annotations[this.#next]; next && next.at <= start; next = this.#annotations[++this.#next]) {
      found = next;
    }
    if (!found || this.#hasMoreLines(found.at, start)) return undefined;
    this.#used.add(found.annotation);
    return found.annotation;
  }

  /** The annotations that no code block took. */
  unused(): Annotation[] {
    return this.#annotations.map(({ annotation }) => annotation).filter((annotation) => !this.#used.has(annotation));
  }

  #hasMoreLines(from: number, to: number): boolean {
    return (
      this.#text
        .slice(from, to)
        .split("\n")
        .filter((line) => line.trim() !== "").length > furthest
    );
  }
}
