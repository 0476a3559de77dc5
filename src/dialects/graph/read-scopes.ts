import { afterWord, patternText, splitAtWord, withoutPermissionWords } from "../common/vocabulary.ts";

/** A scope: words joined by dots, the second of them with a capital letter; or one of the OpenID Connect scopes. */
const scopePattern =
  /(?<![A-Za-z_-])[A-Za-z][\w-]{0,100}\.[A-Z][\w-]*(?:\.[A-Za-z][\w-]*)*|\b(?:openid|profile|email|offline_access)\b/g;

/**
 * Reads a permissions cell into alternatives. `A, B` and `A or B` are two alternatives; `A and B` is one that needs both;
 * `A, B plus C` asks for C with either, as does `(A or B) and C`; text around the scopes is passed over.
 */
export function readScopeSets(text: string): string[][] {
  const plain = text.replace(/\\/g, "");
  const spread = plain.length > longestExpression ? plain : plain.replace(andOfGroups, distribute);
  const groups = splitAtWord(spread, "plus").map(readAlternatives);
  const [first = [], ...others] = groups.filter((group) => group.length > 0);
  const sets = others.reduce((left, right) => cross(left, right), first);
  return sets.map((scopes) => [...new Set(scopes)]);
}

/** Characters of a cell in which parentheses can mean anything. */
const longestExpression = 2000;

const and = `\\s*(?:${patternText("and")})\\s*`;
const group = "\\([^()]{1,2000}\\)";
/** `(A or B) and C`, and the other way round; in `(A and B) or C`, the word is inside. */
const andOfGroups = new RegExp(
  `(${group})${and}(${group}|${scopePattern.source})|(${scopePattern.source})${and}(${group})`,
  "gu",
);

/** `(A or B) and C` as `A and C, B and C`. */
function distribute(_: string, ...operands: readonly (string | undefined)[]): string {
  const [left = [], right = []] = operands
    .slice(0, 4)
    .flatMap((text) => (text === undefined ? [] : [readAlternatives(text)]));
  return cross(left, right)
    .map((scopes) => scopes.join(" and "))
    .join(", ");
}

/** The scopes that a text holds, in its order. */
export function readScopes(text: string): string[] {
  return text.replace(/\\/g, "").match(scopePattern) ?? [];
}

/** What is left of a text without its scopes. */
export function withoutScopes(text: string): string {
  return text.replace(scopePattern, "");
}

/** Every scope set of `left` together with every one of `right`; bounded, since prose can say anything. */
function cross(left: readonly string[][], right: readonly string[][]): string[][] {
  if (left.length * right.length > 64) return [...left, ...right];
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function readAlternatives(text: string): string[][] {
  const sets: string[][] = [];
  let end = 0;
  for (const match of text.matchAll(scopePattern)) {
    const between = text.slice(end, match.index);
    const last = sets.at(-1);
    // `A, B, and C` is a list; `A and B` is a pair.
    if (last && isAnd(between)) last.push(match[0]);
    else sets.push([match[0]]);
    end = match.index + match[0].length;
  }
  return sets;
}

/** The word, or `+`, and no sign that begins another alternative. */
function isAnd(between: string): boolean {
  if (/^\s*(?:\+|&(?:amp;)?)\s*$/.test(between)) return true;
  const rest = afterWord(between.replace(/[\s*`]+/g, " ").trim(), "and");
  return rest !== undefined && /^[\s\p{L}\p{N}_]*$/u.test(rest);
}

/** The words between the scopes of a cell, apart from signs and the words for "or". */
export function readConnectives(text: string): string[] {
  const between = text.replace(/\\/g, "").split(scopePattern).slice(1, -1);
  const words = between.map((part) => part.replace(/^[\P{L}]+|[\P{L}]+$/gu, ""));
  return words.filter((word) => word !== "" && afterWord(word, "or") !== "");
}

const joiningWords = new RegExp([patternText("and"), patternText("or"), patternText("plus")].join("|"), "giu");

/** What a cell says beside its scopes, and beside the words that join them: "also needed if the ship is private". */
export function readProse(text: string): string | undefined {
  const beside = text.replace(/\\/g, "").replace(scopePattern, "\n").replace(joiningWords, " ");
  return /\p{L}[^\n]*/u.exec(withoutPermissionWords(beside, "choice"))?.[0].trim();
}
