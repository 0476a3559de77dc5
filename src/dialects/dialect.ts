import type { Page } from "../markdown/page.ts";
import type { TocEntry } from "../markdown/toc.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { Report } from "../source/diagnostic.ts";

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
  /** Reports what the translation of a page damaged, compared with the original. Pure. */
  compareTranslation?(original: Page, translation: Page, report: Report): void;
  /** Resolves names across pages and merges what they say; the table of contents orders and groups the tags. Pure. */
  link(facts: readonly Facts[], report: Report, toc?: readonly TocEntry[]): ApiModel;
}
