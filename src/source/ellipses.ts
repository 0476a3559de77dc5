import { endOfString } from "./json-strings.ts";

/**
 * JSON without what stands for more of the same, `...`, in a line of its own, before a bracket or as the last object of a list:
 * `[{"id": 1}, {...}]`. Blanks take its place, so that positions stay. As a value, `"id": ...`, it cannot be left out.
 */
export function blankEllipses(text: string): string {
  if (!/\.{3}|…/.test(text)) return text;
  const parts: string[] = [];
  let copied = 0;
  let last = "";
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [piece, inner] = match;
    if (piece === '"') pieces.lastIndex = endOfString(text, match.index);
    // As a value, an object stays, without members.
    const isKept = inner === undefined ? !/^[.…]/.test(piece) || last === ":" : false;
    const blanked = inner !== undefined && !/[[,]/.test(last) ? piece.replace(inner, blank) : blank(piece);
    if (!isKept) parts.push(text.slice(copied, match.index), blanked);
    if (!isKept) copied = pieces.lastIndex;
    last = lastMark(piece, blanked, isKept, last);
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(copied);
}

/** What stands last before what follows a piece: comments and blanks are passed over. */
function lastMark(piece: string, blanked: string, isKept: boolean, before: string): string {
  if (isKept) return piece.startsWith("/") ? before : piece.slice(0, 1);
  if (piece.endsWith(",")) return ",";
  return blanked.endsWith("}") ? "}" : before;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Quotes, comments, objects of nothing but an ellipsis, ellipses, marks between values, and other values. None tries a text twice. */
const pieces =
  /"|\/\/[^\n]*|\/\*[^*]*\*\/|\{\s{0,20}(\.{3,8}|…)\s{0,20}\}(?:[ \t]{0,20},)?|(?:\.{3,8}|…)(?:[ \t]{0,20},)?|[[\]{}:,]|[\w+-]+(?:\.\d+)?/g;
