import type { Text } from "../model/text.ts";
import type { Located } from "../source/location.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { toObject } from "./json-object.ts";
import { resolveLinks } from "./links.ts";

/**
 * Text members of an Object in the language asked for, e.g. `{ summary, description }`, and their translations as
 * `x-translations: { "de-DE": { summary, description } }` where all languages are asked for.
 */
export function emitTexts(
  context: EmitContext,
  from: Located,
  texts: Readonly<Record<string, Text | undefined>>,
): JsonObject {
  const members = Object.entries(texts).flatMap(([name, text]) =>
    text?.markdown.trim() ? [[name, text] as const] : [],
  );
  return toObject([
    ...members.map(([name, text]) => [name, formatMember(name, formatText(context, from, text))] as const),
    ["x-translations", emitTranslations(context, from, members)],
  ]);
}

/** Descriptions are CommonMark; what else has a text is plain (OpenAPI 3.1, section 4.6). */
function formatMember(name: string, markdown: string): string {
  return name === "description" ? markdown : plainText(markdown);
}

/** Markdown without its marks: `Get [**ship**](ship.md)` is `Get ship`. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, "$1")
    .replaceAll(/\*{1,3}(?=\S)([^*\n]+?)(?<=\S)\*{1,3}/g, "$1")
    .replaceAll(/`([^`\n]+)`/g, "$1")
    .replaceAll(/\\([\\`*_{}[\]()#+.!<>|-])/g, "$1");
}

/** A text in the language asked for, with its links made absolute. */
export function formatText(context: EmitContext, from: Located, text: Text): string {
  return formatMarkdown(context, from, translate(text, context.options.language));
}

/** The tags of all languages that any of the texts is translated to, sorted; none unless all languages are asked for. */
export function languagesOf(context: EmitContext, texts: readonly (Text | undefined)[]): string[] {
  if (context.options.language !== "all") return [];
  return [...new Set(texts.flatMap((text) => Object.keys(text?.translations ?? {})))].sort();
}

/** Several texts as paragraphs of one. */
export function joinTexts(texts: readonly (Text | undefined)[]): Text | undefined {
  const parts = texts.filter((text) => text !== undefined && text.markdown.trim() !== "") as Text[];
  const [only] = parts;
  if (parts.length <= 1) return only;
  const languages = [...new Set(parts.flatMap((part) => Object.keys(part.translations ?? {})))];
  return {
    markdown: parts.map((part) => part.markdown).join("\n\n"),
    translations: Object.fromEntries(
      languages.map((tag) => [tag, parts.map((part) => part.translations?.[tag] ?? part.markdown).join("\n\n")]),
    ),
  };
}

function emitTranslations(
  context: EmitContext,
  from: Located,
  members: readonly (readonly [string, Text])[],
): JsonObject | undefined {
  const tags = languagesOf(
    context,
    members.map(([, text]) => text),
  );
  if (tags.length === 0) return undefined;
  const inLanguage = (tag: string) =>
    toObject(
      members.map(([name, { translations = {} }]) => {
        const translation = Object.hasOwn(translations, tag) ? translations[tag] : undefined;
        const text = translation === undefined ? undefined : formatMarkdown(context, from, translation);
        return [name, text === undefined ? undefined : formatMember(name, text)];
      }),
    );
  return toObject(tags.map((tag) => [tag, inLanguage(tag)]));
}

/** Looks a translation up as RFC 4647 does: the tag itself, else a longer tag, else another one of the same language. */
function translate(text: Text, language: string | undefined): string {
  const wanted = language?.toLowerCase();
  const translations = Object.entries(text.translations ?? {}).map(
    ([tag, value]) => [tag.toLowerCase(), value] as const,
  );
  if (wanted === undefined || wanted === "all") return text.markdown;
  const primary = wanted.split("-")[0];
  const found =
    translations.find(([tag]) => tag === wanted) ??
    translations.find(([tag]) => tag.startsWith(`${wanted}-`)) ??
    translations.find(([tag]) => tag.split("-")[0] === primary);
  return found?.[1] ?? text.markdown;
}

/** HTML that a viewer of the document would run is shown as text instead. */
function formatMarkdown({ options }: EmitContext, from: Located, markdown: string): string {
  const safe = markdown
    .trim()
    .replaceAll(/<[a-z][^>]*/gi, (tag) => (isActive(tag) ? tag.replaceAll("<", "&lt;") : tag));
  return options.linkBase === undefined ? safe : resolveLinks(safe, new URL(from.location.file, options.linkBase));
}

/** Whether a tag, or one inside it, runs code. */
function isActive(tag: string): boolean {
  return /<script\b|\bon[a-z]+\s*=/i.test(tag);
}
