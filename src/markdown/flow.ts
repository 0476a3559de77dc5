import type { Block } from "./page.ts";

/** A heading as it comes in the flow of blocks, before sections are built from it. */
export interface Heading {
  readonly kind: "heading";
  readonly level: number;
  /** Offset of its line. */
  readonly lineStart: number;
  /** Offsets of the heading's text, without the number signs. */
  readonly start: number;
  readonly end: number;
}

/** What follows one another on a page. */
export type Flow = Block | Heading;
