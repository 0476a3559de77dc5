import type { PrimitiveName } from "../../model/type-ref.ts";
import { type LanguageWords, languages } from "./vocabulary/languages.ts";

/** What a column of a table holds. */
export type Column = "name" | "type" | "description" | "value" | "required" | "default" | "nullable" | "method";

/** The keys of `LanguageWords` that are plain lists of words. */
export type WordList = {
  [Key in keyof LanguageWords]: LanguageWords[Key] extends readonly string[] ? Key : never;
}[keyof LanguageWords];

/**
 * Whether a text contains one of the words of a list, in any language. Words of languages written in Latin or Cyrillic
 * letters match whole words only.
 */
export function hasWord(text: string, list: WordList): boolean {
  return patternOf(list).test(text);
}

/** Where the first of the words of a list ends in the text, or -1. */
export function endOfWord(text: string, list: WordList): number {
  const match = patternOf(list).exec(text);
  return match ? match.index + match[0].length : -1;
}

/** Whether a text is one of the words of a list, apart from punctuation around it. */
export function isWord(text: string, list: WordList): boolean {
  const bare = text.toLowerCase().replace(/^[\s.*_`"'(]+|[\s.*_`"'):;。]+$/g, "");
  return languages.some((language) => language[list].includes(bare));
}

/** What the column with this header holds, if its header says so. */
export function columnOf(header: string): Column | undefined {
  return columns.get(
    header
      .toLowerCase()
      .trim()
      .replace(/\s*[:：]$/, ""),
  );
}

/** The primitive that a type word names, without regard to case. */
export function primitiveOf(word: string): PrimitiveName | undefined {
  return primitives.get(word.toLowerCase().trim());
}

/** The type without the words that make it a collection: `String collection` -> `String`; undefined if there are none. */
export function withoutCollection(text: string): string | undefined {
  for (const pattern of collectionPatterns) {
    const match = pattern.exec(text);
    if (match) return (match[1] ?? "").trim();
  }
  return undefined;
}

const columns = new Map<string, Column>(
  languages.flatMap(({ columns: words }) =>
    (Object.keys(words) as Column[]).flatMap((column) => words[column].map((word) => [word, column] as const)),
  ),
);

const primitives = new Map<string, PrimitiveName>(
  languages.flatMap(({ types }) =>
    (Object.keys(types) as PrimitiveName[]).flatMap((name) => (types[name] ?? []).map((word) => [word, name] as const)),
  ),
);

const collectionPatterns: readonly RegExp[] = [
  /^collection\s*\((.*?)\)?$/is,
  ...languages.flatMap(({ collectionPrefixes }) =>
    collectionPrefixes.map((words) => new RegExp(`^${escapePattern(words)}\\s+(.*)$`, "is")),
  ),
  ...languages.flatMap(({ collectionSuffixes }) =>
    collectionSuffixes.map((words) => new RegExp(`^(.*?)[\\s-]*\\b${escapePattern(words)}\\.?$`, "is")),
  ),
  /^(.*)\[\]$/s,
];

const patterns = new Map<WordList, RegExp>();

function patternOf(list: WordList): RegExp {
  const known = patterns.get(list);
  if (known) return known;
  const words = languages.flatMap((language) => language[list]).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(wholeWord).join("|"), "iu");
  patterns.set(list, pattern);
  return pattern;
}

/** Scripts without spaces between words have no word boundaries. */
function wholeWord(word: string): string {
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word);
  return isSpaced ? `(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])` : escapePattern(word);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
