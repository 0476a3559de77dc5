import { patternText } from "../common/vocabulary.ts";

/** A sentence, and what is left of it without its code spans. */
export interface Sentence {
  readonly markdown: string;
  readonly bare: string;
  readonly codes: readonly string[];
}

/** The sentences of a text that hold code. Translators leave full stops between code spans, which end none. */
export function sentencesWithCode(markdown: string): Sentence[] {
  if (markdown.length > longestText || !markdown.includes("`")) return [];
  return markdown
    .split(/(?<=[.;])\s+(?=[\p{L}*[])|(?<=。)\s*(?=\p{L})/u)
    .map((text) => ({
      markdown: text,
      bare: text.replace(codeSpans, " ").replace(/\s+/g, " "),
      codes: [...text.matchAll(codeSpans)].map(([, code = ""]) => code.trim()),
    }))
    .filter(({ codes }) => codes.length > 0);
}

/**
 * Whether translation has moved values out of their list: ``Os valores `a` possíveis são , , `b` e `c` .`` They leave signs
 * behind with nothing between them, or stand inside the phrase.
 */
export function hasScatteredValues({ markdown, bare }: Sentence): boolean {
  const phrase = phraseIn(bare);
  if (phrase === undefined) return false;
  return /[,、，:：]\s*[,、，]|`\s*[:：]\s*`/.test(markdown) || phrase !== phraseIn(markdown);
}

function phraseIn(text: string): string | undefined {
  return phrasePattern.exec(text.replace(/\s+/g, " "))?.[0].toLowerCase();
}

const phrasePattern = new RegExp(patternText("possibleValues"), "iu");

const codeSpans = /`+([^`]+)`+/g;

/** Characters of a description; a longer text is no row of a table. */
const longestText = 5000;
