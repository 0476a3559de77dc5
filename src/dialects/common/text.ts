import type { Inline, Page } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";

/** Prose of a page as it goes into the model, with its translation where the page holds one. */
export function textOf(page: Page, content: Inline): Text {
  const { translation } = content;
  const markdown = withAddresses(content.markdown, content);
  if (translation === undefined || page.translationLanguage === undefined) return { markdown };
  return { markdown, translations: { [page.translationLanguage]: withAddresses(translation, content) } };
}

/** `[ship][1]` and `[ship]` as `[ship](ship.md)`: away from its page, a text has no list of references. */
function withAddresses(markdown: string, { links }: Inline): string {
  if (links.length === 0) return markdown;
  return markdown.replace(/\[([^[\]]{1,300})\](?:\[[^[\]]{0,300}\]|(?![[(:]))/g, (written: string, label: string) => {
    const plain = label.replace(/[*`\\]/g, "").trim();
    const link = links.find(({ text }) => text === plain);
    return link ? `[${label}](${link.href})` : written;
  });
}

/** Several passages as one, by default with an empty line between them. */
export function joinTexts(texts: readonly Text[], separator = "\n\n"): Text | undefined {
  const [first] = texts;
  if (first === undefined) return undefined;
  const languages = new Set(texts.flatMap(({ translations }) => Object.keys(translations ?? {})));
  const translations = Object.fromEntries(
    [...languages].map((tag) => [tag, texts.map((text) => text.translations?.[tag] ?? text.markdown).join(separator)]),
  );
  const markdown = texts.map((text) => text.markdown).join(separator);
  return languages.size === 0 ? { markdown } : { markdown, translations };
}

/** A text as an item of a list. */
export function asItem(text: Text, bullet = "- "): Text {
  return mapText(text, (markdown) => bullet + markdown.replaceAll(/\n(?=.)/g, `\n${" ".repeat(bullet.length)}`));
}

/** A text with its Markdown changed, in all languages. */
export function mapText({ markdown, translations }: Text, change: (markdown: string) => string): Text {
  const entries = Object.entries(translations ?? {}).map(([tag, text]) => [tag, change(text)]);
  return { markdown: change(markdown), ...(translations && { translations: Object.fromEntries(entries) }) };
}

/** Several passages of a page as one, each on a line of its own. */
export function joinInlines(passages: readonly Inline[]): Inline | undefined {
  const [first, ...others] = passages;
  if (!first || others.length === 0) return first;
  const isTranslated = passages.some(({ translation }) => translation !== undefined);
  return {
    text: passages.map(({ text }) => text).join("\n"),
    markdown: passages.map(({ markdown }) => markdown).join("\n\n"),
    ...(isTranslated && {
      translation: passages.map(({ markdown, translation }) => translation ?? markdown).join("\n\n"),
    }),
    links: passages.flatMap(({ links }) => links),
    codes: passages.flatMap(({ codes }) => codes),
    location: first.location,
  };
}
