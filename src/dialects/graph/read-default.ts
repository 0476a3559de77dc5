import type { Field } from "../common/field-table.ts";
import { endsOfWord } from "../common/vocabulary.ts";
import { sentencesWithCode } from "./scattered-code.ts";

/** `Default value is false.`, `The default is `enabled`.`, `Default: none.`, `defaults to true`, or a Default column. */
export function readDefault(
  field: Field,
  prose: string,
  values: readonly { readonly name: string }[],
): string | number | boolean | undefined {
  const text = field.columns.default ?? englishDefault(prose) ?? translatedDefault(field, values);
  if (text === undefined) return undefined;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^[A-Za-z]\w*$/.test(text) && !/^(?:empty|blank|null|unset)$/i.test(text) ? text : undefined;
}

function englishDefault(prose: string): string | undefined {
  return (
    /\bdefault(?:s\s+to|(?:\s+value)?(?:\s*:|\s+(?:is|=)(?:\s+set\s+to)?))\s+(?!(?:to|the|an?|that)\b)[`'"]?([\w.-]+?)[`'"]?(?=[.,;)]?(?:\s|$))/i.exec(
      prose,
    )?.[1] ?? /\bdefault(?:\s+value)?\s+of\s+[`'"]([\w.-]+?)[`'"]/i.exec(prose)?.[1]
  );
}

/**
 * Of a bare word, a translation may be all that is left: numbers, booleans, names, what is marked as code or quoted, and values that the
 * row lists count.
 */
function translatedDefault(field: Field, values: readonly { readonly name: string }[]): string | undefined {
  const markdown = field.description?.markdown ?? "";
  const literals = restsAfterDefault(markdown).map(literalAt);
  const literal = literals.find((text) => text !== undefined) ?? scatteredDefault(markdown);
  if (literal !== undefined) return literal;
  const word = wordForDefault(field);
  return values.find(({ name }) => name === word)?.name;
}

/** ``O `low` valor padrão é .``: the only code of a sentence that ends where the default should stand. */
function scatteredDefault(markdown: string): string | undefined {
  const sentences = sentencesWithCode(markdown).filter(
    ({ bare, codes }) =>
      codes.length === 1 && endsOfWord(bare, "default").some((end) => /^\s+[.。]\s*$/.test(bare.slice(end))),
  );
  return sentences[0]?.codes[0];
}

function literalAt(rest: string): string | undefined {
  return (
    /^[\s:：]*[`*„“"'«「]+([\w.-]+?)[`*„“”"'»」]+/.exec(rest)?.[1] ??
    /^[\s:：]*(true|false|-?\d+(?:\.\d+)?)(?![\w])/i.exec(rest)?.[1] ??
    // A word with a capital inside is a name.
    /^[\s:：]*\[?([a-z]+(?:[A-Z][a-z\d]*)+)(?![\w])/.exec(rest)?.[1]
  );
}

function restsAfterDefault(markdown: string): string[] {
  return endsOfWord(markdown, "default").map((end) => markdown.slice(end));
}

/** The word that stands where a default value would, if a translator may have changed it: `默认值为已启用`. More words are prose. */
export function wordForDefault({ description }: Field): string | undefined {
  const words = restsAfterDefault(description?.markdown ?? "").map(
    (rest) => /^[\s:：]*(\p{L}[\p{L}\p{N}]{0,30})(?=\s*(?:[^\p{L}\p{N}\s]|$))/u.exec(rest)?.[1],
  );
  return words.find((word) => word !== undefined);
}
