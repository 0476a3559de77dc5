import type { Field } from "../common/field-table.ts";
import { endOfWord } from "../common/vocabulary.ts";

/** `Default value is false.`, `The default is `enabled`.`, or a Default column. */
export function readDefault(field: Field, prose: string): string | number | boolean | undefined {
  const text = field.columns.default ?? englishDefault(prose) ?? translatedDefault(field);
  if (text === undefined) return undefined;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^[A-Za-z]\w*$/.test(text) ? text : undefined;
}

function englishDefault(prose: string): string | undefined {
  return /\bdefault(?:\s+value)?\s+is\s+(?:set\s+to\s+)?(?!(?:to|the|an?|that)\b)[`'"]?([\w.-]+?)[`'"]?(?=[.,;)]?(?:\s|$))/i.exec(
    prose,
  )?.[1];
}

/** Of a bare word, a translation may be all that is left: numbers, booleans, and what is marked as code or quoted count. */
function translatedDefault({ description }: Field): string | undefined {
  const end = description ? endOfWord(description.markdown, "default") : -1;
  if (!description || end < 0) return undefined;
  const rest = description.markdown.slice(end);
  return (
    /^\s*[`*„“"'«「]+([\w.-]+?)[`*„“”"'»」]+/.exec(rest)?.[1] ??
    /^\s*(true|false|-?\d+(?:\.\d+)?)(?![\w])/i.exec(rest)?.[1]
  );
}
