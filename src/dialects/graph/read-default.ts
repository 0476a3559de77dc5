import type { Field } from "../common/field-table.ts";
import { columnOf, endsOfWord } from "../common/vocabulary.ts";
import { sentencesWithCode } from "./scattered-code.ts";

/**
 * `Default value is false.`, `The default is `enabled`.`, `Default: none.`, `defaults to true`, a Default column, or a note on one of
 * the `values` that the row lists: `` `low` (default) ``.
 */
export function readDefault(
  field: Field,
  values: readonly { readonly name: string }[],
): string | number | boolean | undefined {
  const { text: prose = "", markdown = "" } = field.description ?? {};
  const text =
    field.columns.default ??
    englishDefault(prose) ??
    notedDefault(markdown, new Set(values.map(({ name }) => name))) ??
    translatedDefault(field, values);
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

/** `` `low` (default), `high` ``, `` `low` by default, or `high` ``: undefined if notes disagree. */
function notedDefault(markdown: string, values: ReadonlySet<string>): string | undefined {
  const noted = [...markdown.matchAll(notePattern)].filter(([, tick, value = "", note]) => {
    const isNote = note === undefined || columnOf(note.replace(/^(?:the|by) /, "")) === "default";
    return isNote && (values.has(value) || (tick !== "" && note !== undefined));
  });
  const [value, ...others] = new Set(noted.map((note) => note[2] ?? ""));
  return others.length === 0 ? value : undefined;
}

/** A value and its note. `` a group is `closed` by default and a team `open` `` notes no value of a list. */
const notePattern =
  /(?<![\w`.-])(`?)([\w.-]{1,100})\1\s*(?:[(（]([^()（）]{1,40})[)）]|\bby default(?=\s*(?:[.,;)]|or\b|$)))/g;

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
