import type { Json } from "./document.ts";

/** `{id}`, `<id>`, `parameterValue`, also in quotes: the docs name a value instead of showing one. */
export function isPlaceholder(text: string): boolean {
  return /^["']?(?:\{.*\}|<.*>|parameterValue)["']?$/s.test(text.trim());
}

/**
 * Whether the text of a member, which by its type cannot be any text, says what to put there instead of being put there:
 * `{id}`, nothing at all, `...`, `id-value`, the name of the member or of a type (`String (timestamp)`).
 */
export function isPlaceholderMember(text: string, name: string): boolean {
  const word = text.trim();
  return (
    isPlaceholder(word) ||
    /^(?:\.{3}|…)?$/.test(word) ||
    /^(?:.*[-_ ])?value(?:[-_ ]?\d+)?$/i.test(word) ||
    /^@odata\.type\b/.test(word) ||
    isTypeWord(word) ||
    plain(word) === plain(name)
  );
}

/** Whether a text is the name of a primitive type, as the tables of docs write it: `Edm.Int32`, `String (timestamp)`. */
export function isTypeWord(text: string): boolean {
  return typeWord.test(text);
}

const typeWord =
  /^(?:Edm\.)?(?:string|bool(?:ean)?|s?byte|single|double|decimal|float|number|int(?:eger)?(?:16|32|64)?|date|time|date-?time(?:offset)?|timestamp|timeOfDay|duration|guid|uuid|binary|stream|ur[li]|enum(?:eration)?)(?: *\(.*\))?$/i;

function plain(text: string): string {
  return text.replaceAll(/[-_ ]/g, "").toLowerCase();
}

/** A value of a format, for where any will do. */
export function sampleOfFormat(format: string): string | undefined {
  return samples.get(format);
}

const samples: ReadonlyMap<string, string> = new Map([
  ["date", "2000-01-01"],
  ["date-time", "2000-01-01T00:00:00Z"],
  ["duration", "PT1H"],
  ["time", "00:00:00Z"],
  ["time-local", "00:00:00"],
  ["uri", "https://example.com"],
  ["uuid", "00000000-0000-0000-0000-000000000000"],
]);

/** A value of one of the types (JSON Schema, `type`) that a placeholder can stand for. */
export function sampleOfType(types: readonly string[]): Json | undefined {
  if (types.includes("integer") || types.includes("number")) return 1;
  return types.includes("boolean") ? true : undefined;
}
