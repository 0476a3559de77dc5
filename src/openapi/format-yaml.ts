import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";

/**
 * YAML 1.2 of a JSON object, in block style, without anchors and folded lines.
 *
 * Strings are plain where every YAML version reads them as the same string, block literals where they have lines, and
 * else quoted as in JSON, which YAML includes. The `yaml` package gives the same data but takes several times longer on
 * documents of many megabytes.
 */
export function formatYaml(value: JsonObject): string {
  const out: string[] = [];
  if (Object.keys(value).length === 0) return "{}\n";
  writeMembers(out, value, "");
  return out.join("");
}

/** Writes the members of an object; the first one continues the line if `first` says what is already on it. */
function writeMembers(out: string[], value: JsonObject, indent: string, first = indent): void {
  let start = first;
  for (const [name, member] of Object.entries(value)) {
    const key = formatString(name);
    // YAML takes no longer key than this on one line with its value (YAML 1.2.2, section 7.4.2).
    if (key.length > 1000) out.push(start, "? ", key, "\n", indent, ":");
    else out.push(start, key, ":");
    writeValue(out, member, indent);
    start = indent;
  }
}

/** Writes what follows a colon. */
function writeValue(out: string[], value: Json, indent: string): void {
  const inner = `${indent}  `;
  if (isEmpty(value) || typeof value !== "object" || value === null) {
    out.push(" ", formatScalar(value, inner), "\n");
  } else if (isJsonObject(value)) {
    out.push("\n");
    writeMembers(out, value, inner);
  } else {
    out.push("\n");
    writeItems(out, value, inner);
  }
}

function writeItems(out: string[], items: readonly Json[], indent: string, first = indent): void {
  const inner = `${indent}  `;
  let start = first;
  for (const item of items) {
    out.push(start, "- ");
    if (isEmpty(item) || typeof item !== "object" || item === null) out.push(formatScalar(item, inner), "\n");
    else if (isJsonObject(item)) writeMembers(out, item, inner, "");
    else writeItems(out, item, inner, "");
    start = indent;
  }
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function formatScalar(value: Json, indent: string): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return value.includes("\n") && isLiteral(value) ? formatLiteral(value, indent) : formatString(value);
}

/** A string on one line. */
function formatString(value: string): string {
  return isPlain(value) ? value : quote(value);
}

/** Whether a string may stand unquoted: it starts with a letter or a harmless sign, and no version reads it as more. */
function isPlain(value: string): boolean {
  return (
    /^[\p{L}_$/(][^\p{C}\u2028\u2029]*$/u.test(value) &&
    !/: |:$| #|[ \u00a0]$/.test(value) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value)
  );
}

/** Whether a text survives as a block literal: nothing invisible in it, and no blanks where YAML looks for indentation. */
function isLiteral(value: string): boolean {
  return !/^\s|[^\P{C}\n]|[\u2028\u2029]|[ \u00a0]\n|\n +(?=\n|$)|\n\n$/u.test(value);
}

function formatLiteral(value: string, indent: string): string {
  const chomping = value.endsWith("\n") ? "" : "-";
  const text = value.replace(/\n$/, "");
  return `|${chomping}\n${text.replaceAll(/^(?=.)/gm, indent)}`;
}

/** Quotes as JSON, with escapes also for what YAML does not print (YAML 1.2.2, section 5.1). */
function quote(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
