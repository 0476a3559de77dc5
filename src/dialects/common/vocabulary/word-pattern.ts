/**
 * A pattern for words of a vocabulary, the longest first. Words of languages written with spaces match whole words only; a `*` at
 * either end of a word stands for any letters there.
 */
export function wordsPattern(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(wordPattern)
    .join("|");
}

/** A pattern for a word that ends a text: with a `*` before it, as the end of a compound (`Zeichenfolgenauflistung`). */
export function endPattern(word: string): string {
  return word.startsWith("*") ? escapePattern(word.slice(1)) : wordPattern(word);
}

function wordPattern(word: string): string {
  const starts = word.startsWith("*");
  const ends = word.endsWith("*");
  const bare = word.slice(starts ? 1 : 0, ends ? -1 : undefined);
  // Inside a phrase, too, endings vary: `kein* anforderungstext*`.
  const text = escapePattern(bare).replaceAll("\\*", letters);
  const before = starts ? compoundBefore(bare) : boundaryBefore(bare);
  const after = ends ? letters : boundaryAfter(bare);
  return `${before}${text}${after}`;
}

const letters = "[\\p{L}\\p{N}]*";

/** From the start of the word on, and bounded: else each letter of a long run would be a start to search from. */
function compoundBefore(word: string): string {
  return `${boundaryBefore(word)}[\\p{L}\\p{N}]{0,60}`;
}

function boundaryBefore(word: string): string {
  return isSpaced(word.slice(0, 1)) ? "(?<![\\p{L}\\p{N}])" : "";
}

function boundaryAfter(word: string): string {
  return isSpaced(word.slice(-1)) ? "(?![\\p{L}\\p{N}])" : "";
}

/** Scripts without spaces between words have no word boundaries. */
function isSpaced(character: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(character);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
