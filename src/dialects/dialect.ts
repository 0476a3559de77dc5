import type { Page } from "../markdown/page.ts";
import type { TocEntry } from "../markdown/toc.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { Report } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";

/**
 * How one family of docs is written. `Facts` is what a single page yields before names are resolved across pages:
 * plain data, so that it can be cached by file and read in a worker thread.
 */
export interface Dialect<Facts = unknown> {
  /** As the user writes it after `--dialect`. */
  readonly name: string;
  /** Whether the page is written in this dialect. */
  accepts(page: Page): boolean;
  /** Reads one page on its own. Pure. */
  readPage(page: Page, report: Report): Facts;
  /** Reports what the translation of a page damaged, compared with the original, and pairs their places. Pure. */
  compareTranslation?(original: Page, translation: Page, report: Report, pair: PairPlaces): void;
  /** Resolves names across pages and merges what they say; the table of contents orders and groups the tags. Pure. */
  link(facts: readonly Facts[], report: Report, toc?: readonly TocEntry[]): ApiModel;
}

/** Takes a place of an original page, and the one of its translation that says the same, or after which that is missing. */
export type PairPlaces = (original: SourceLocation, translation: SourceLocation) => void;
