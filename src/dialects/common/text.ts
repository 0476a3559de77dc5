import type { Inline, Page } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";

/** Prose of a page as it goes into the model, with its translation where the page holds one. */
export function textOf(page: Page, content: Inline): Text {
  const { markdown, translation } = content;
  if (translation === undefined || page.translationLanguage === undefined) return { markdown };
  return { markdown, translations: { [page.translationLanguage]: translation } };
}

/** Several passages as one, with an empty line between them. */
export function joinTexts(texts: readonly Text[]): Text | undefined {
  const [first] = texts;
  if (first === undefined) return undefined;
  const languages = new Set(texts.flatMap(({ translations }) => Object.keys(translations ?? {})));
  const translations = Object.fromEntries(
    [...languages].map((tag) => [tag, texts.map((text) => text.translations?.[tag] ?? text.markdown).join("\n\n")]),
  );
  const markdown = texts.map((text) => text.markdown).join("\n\n");
  return languages.size === 0 ? { markdown } : { markdown, translations };
}
