import type { PrimitiveName } from "../../model/type-ref.ts";
import { type LanguageWords, languages, type PermissionWords } from "./vocabulary/languages.ts";
import { endPattern, wordsPattern } from "./vocabulary/word-pattern.ts";

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

/** Where each of the words of a list that stand in the text ends. */
export function endsOfWord(text: string, list: WordList): number[] {
  const matches = text.matchAll(new RegExp(patternOf(list), "giu"));
  return [...matches].map((match) => match.index + match[0].length);
}

/** What follows the word of a list that the text starts with; undefined if it starts with none. */
export function afterWord(text: string, list: WordList): string | undefined {
  const match = patternOf(list).exec(text);
  return match?.index === 0 ? text.slice(match[0].length) : undefined;
}

/** The parts of a text before, between and after the words of a list. */
export function splitAtWord(text: string, list: WordList): string[] {
  return text.split(new RegExp(patternOf(list), "giu"));
}

/** The words of a list, in all languages, as the source of a pattern. */
export function patternText(list: WordList): string {
  return patternOf(list).source;
}

/** Whether a text is one of the words of a list, apart from punctuation around it. */
export function isWord(text: string, list: WordList): boolean {
  // No phrase is that long; the marks around one are searched in quadratic time.
  if (text.length > 200) return false;
  // `Nenhum(a)`: both genders.
  const oneGender = text.replace(/(?<=\p{L})\(\p{L}{1,2}\)/gu, "");
  return exactPatternOf(list).test(
    oneGender.replace(/^[\s.*_`"'()（）]+|[\s.*_`"'):：;。！)）]+$/g, "").replace(/\s+/g, " "),
  );
}

/** `String, maximum size 20`: the number, and the text without it. */
export function readSize(text: string): { size: number; rest: string } | undefined {
  const [whole = "", digits] = sizePattern.exec(text) ?? [];
  return digits === undefined ? undefined : { size: Number(digits), rest: text.replace(whole, "") };
}

/** What the column with this header holds, if its header says so. */
export function columnOf(header: string): Column | undefined {
  return columns.get(
    header
      .toLowerCase()
      .trim()
      .replace(/\s*[:：.。]$/, ""),
  );
}

/**
 * The primitive that a type word names, without regard to case: in English, or in the language given. Without one, in any
 * language; what is a type in one (`data`, Portuguese for a date) may be another word elsewhere.
 */
export function primitiveOf(word: string, language?: string): PrimitiveName | undefined {
  const text = word.toLowerCase().replace(/\s+/g, " ").trim();
  const primary = language?.split("-")[0]?.toLowerCase();
  const spoken = primitives.filter(({ language: known }) => !primary || known === "en" || known === primary);
  for (const { words } of spoken) {
    const name = words.get(text);
    if (name !== undefined) return name;
  }
  // Endings: `boolescher`, `boolesches`.
  return spoken.flatMap(({ stems }) => stems).find(([pattern]) => pattern.test(text))?.[1];
}

/** The primitive that a sentence of a language speaks of: `uma coleção de cadeias de caracteres`. Dates and numbers say other things, too. */
export function primitiveWithin(text: string, language: string): PrimitiveName | undefined {
  const primary = language.split("-")[0]?.toLowerCase();
  return mentioned.find((word) => word.language === primary && word.pattern.test(text))?.name;
}

/**
 * The type without the words that make it a collection: `String collection` -> `String`; undefined if there are none. Of
 * `Object collection`, which is such words and nothing else, a part is the type; `list` names none.
 */
export function withoutCollection(text: string): string | undefined {
  let rest: string | undefined;
  for (const pattern of collectionPatterns) {
    const match = pattern.exec(text);
    // `microsoft.graph.list` is a name.
    if (!match || match[1]?.endsWith(".")) continue;
    rest = (match[1] ?? "").trim().replace(/^\((.*)\)$/s, "$1");
    if (rest !== "") return rest;
  }
  return rest;
}

/** The header that a translated header name stands for: `Annehmen` -> `Accept`. */
export function headerOf(name: string): string | undefined {
  return headers.get(name.toLowerCase().replace(/\s+/g, " ").trim());
}

/** The query option that a translated one stands for: `$erweitern` -> `$expand`. */
export function queryOptionOf(name: string): string | undefined {
  return queryOptions.get(name.toLowerCase().replace(/^\$\s*/, ""));
}

/** The usual spelling of a header which vocabularies know translations of. */
export function spellingOfHeader(name: string): string | undefined {
  return headerNames.get(name.toLowerCase());
}

/** Whether a text contains one of the words of permission tables, in any language. */
export function hasPermissionWord(text: string, list: keyof PermissionWords): boolean {
  return indexOfPermissionWord(text, list) >= 0;
}

/** Whether a text begins with one of the words of permission tables, and says nothing else but "permission". */
export function isPermissionWord(text: string, list: keyof PermissionWords): boolean {
  const match = permissionPatterns[list].exec(text);
  return match?.index === 0 && /^(?:\W*|\s+permissions?\W*)$/iu.test(text.slice(match[0].length));
}

/** Where the first of the words of a permission table stands in the text, or -1. */
export function indexOfPermissionWord(text: string, list: keyof PermissionWords): number {
  return permissionPatterns[list].exec(text)?.index ?? -1;
}

/** A text without the words of permission tables. */
export function withoutPermissionWords(text: string, list: keyof PermissionWords): string {
  return text.replace(new RegExp(permissionPatterns[list], "giu"), " ");
}

const columns = new Map<string, Column>(
  languages.flatMap(({ columns: words }) =>
    (Object.keys(words) as Column[]).flatMap((column) => words[column].map((word) => [word, column] as const)),
  ),
);

const primitives = languages.map(({ language, types }) => {
  const all = (Object.keys(types) as PrimitiveName[]).flatMap((name) =>
    (types[name] ?? []).map((word) => [word, name] as const),
  );
  return {
    language,
    words: new Map(all),
    stems: all.filter(([word]) => word.includes("*")).map(([word, name]) => [exactly([word]), name] as const),
  };
});

const mentioned = languages.flatMap(({ language, types }) =>
  (["string", "boolean", "int32", "stream"] as const)
    .filter((name) => types[name])
    .map((name) => ({
      language,
      name,
      pattern: anyOf(types[name] ?? []),
    })),
);

const headers = byWord(languages.map((language) => language.headers));
const headerNames = new Map(
  languages.flatMap((language) => Object.keys(language.headers).map((name) => [name.toLowerCase(), name] as const)),
);
const queryOptions = byWord(languages.map((language) => language.queryOptions));

const collectionPatterns: readonly RegExp[] = [
  /^collection\s*\((.*?)\)?$/is,
  new RegExp(`^(?:${wordsPattern(languages.flatMap((words) => words.collectionPrefixes))})\\s*(.*)$`, "isu"),
  ...languages
    .flatMap((words) => words.collectionSuffixes)
    .sort((a, b) => b.length - a.length)
    .map((word) => new RegExp(`^(.*?)[\\s-]*${endPattern(word)}\\.?$`, "isu")),
  /^(.*)\[\]$/s,
];

const maximum = wordsPattern(languages.flatMap((words) => words.maximum));
const sizePattern = new RegExp(`[,，、]?\\s*(?:[^\\s\\d,，、]+\\s)?(?:${maximum})[^\\d,，、]{0,30}?(\\d+)`, "iu");

const permissionPatterns: Readonly<Record<keyof PermissionWords, RegExp>> = {
  delegated: anyOf(languages.flatMap(({ permissions }) => permissions.delegated)),
  personal: anyOf(languages.flatMap(({ permissions }) => permissions.personal)),
  application: anyOf(languages.flatMap(({ permissions }) => permissions.application)),
  least: anyOf(languages.flatMap(({ permissions }) => permissions.least)),
  most: anyOf(languages.flatMap(({ permissions }) => permissions.most)),
  noScope: anyOf(languages.flatMap(({ permissions }) => permissions.noScope)),
  choice: anyOf(languages.flatMap(({ permissions }) => permissions.choice)),
};

/** The right names by their translations. */
function byWord(names: readonly Readonly<Record<string, readonly string[]>>[]): Map<string, string> {
  const entries = names.flatMap((translations) => Object.entries(translations));
  return new Map(entries.flatMap(([name, words]) => words.map((word) => [word, name] as const)));
}

const patterns = new Map<WordList, RegExp>();
const exactPatterns = new Map<WordList, RegExp>();

function patternOf(list: WordList): RegExp {
  const pattern = patterns.get(list) ?? anyOf(languages.flatMap((language) => language[list]));
  patterns.set(list, pattern);
  return pattern;
}

function exactPatternOf(list: WordList): RegExp {
  const pattern = exactPatterns.get(list) ?? exactly(languages.flatMap((language) => language[list]));
  exactPatterns.set(list, pattern);
  return pattern;
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(wordsPattern(words), "iu");
}

function exactly(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${wordsPattern(words)})$`, "iu");
}
