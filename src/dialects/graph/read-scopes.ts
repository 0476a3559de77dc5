import { afterWord, splitAtWord } from "../common/vocabulary.ts";

/** A scope: words joined by dots, the first of them with letters; or one of the OpenID Connect scopes. */
const scopePattern =
  /(?<![A-Za-z_-])[A-Za-z][\w-]{0,100}(?:\.[A-Z][\w-]*)+|\b(?:openid|profile|email|offline_access)\b/g;

/**
 * Reads a permissions cell into alternatives. `A, B` and `A or B` are two alternatives; `A and B` is one that needs both;
 * `A, B plus C` asks for C with either; text around the scopes is passed over.
 */
export function readScopeSets(text: string): string[][] {
  const groups = splitAtWord(text.replace(/\\/g, ""), "plus").map(readAlternatives);
  const [first = [], ...others] = groups.filter((group) => group.length > 0);
  const sets = others.reduce((left, right) => cross(left, right), first);
  return sets.map((scopes) => [...new Set(scopes)]);
}

/** The scopes that a text holds, in its order. */
export function readScopes(text: string): string[] {
  return text.replace(/\\/g, "").match(scopePattern) ?? [];
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

/** The word, and no sign that begins another alternative. */
function isAnd(between: string): boolean {
  const rest = afterWord(between.replace(/[\s*`]+/g, " ").trim(), "and");
  return rest !== undefined && /^[\s\p{L}\p{N}_]*$/u.test(rest);
}

/** The words between the scopes of a cell, apart from signs and the words for "or". */
export function readConnectives(text: string): string[] {
  const between = text.replace(/\\/g, "").split(scopePattern).slice(1, -1);
  const words = between.map((part) => part.replace(/^[\P{L}]+|[\P{L}]+$/gu, ""));
  return words.filter((word) => word !== "" && afterWord(word, "or") !== "");
}
