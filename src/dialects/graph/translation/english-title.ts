import type { Section } from "../../../markdown/page.ts";
import { isTranslated } from "../../common/page-language.ts";

/**
 * A heading as the English page has it. Translated headings keep the slug of the English one as an anchor; names in it are spelt
 * as in the translated heading, where they stand in it (`alertSeverity-Werte` with `alertseverity-values` is
 * `alertSeverity values`).
 */
export function englishTitle({ id, heading }: Pick<Section, "id" | "heading">, language: string): string {
  if (!isTranslated(language) || id === "") return heading.text;
  const spellings = new Map(heading.text.match(/[A-Za-z0-9_.]+/g)?.map((word) => [slugOf(word), word]));
  return id
    .split("-")
    .map((word) => spellings.get(word) ?? word)
    .join(" ");
}

/** Slugs hold no dots. */
function slugOf(word: string): string {
  return word.replaceAll(".", "").toLowerCase();
}
