import type { Inline } from "../../markdown/page.ts";
import type { ScopeSet } from "../../model/operation.ts";
import type { SourceLocation } from "../../source/location.ts";

/** A scope: words joined by dots, the first of them with letters; or one of the OpenID Connect scopes. */
const scopePattern = /[A-Za-z][\w-]*(?:\.[A-Z][\w-]*)+|\b(?:openid|profile|email|offline_access)\b/g;

/**
 * Reads a permissions cell into alternatives. `A, B` and `A or B` are two alternatives; `A and B` is one that needs both;
 * `A, B plus C` asks for C with either; text around the scopes is passed over and given as `rest`.
 */
export function readScopeSets(cell: Inline): { sets: ScopeSet[]; rest: string } {
  const text = cell.text.replace(/\\/g, "");
  const groups = text.split(/\bplus\b/i).map((part) => readAlternatives(part));
  const filled = groups.filter((group) => group.length > 0);
  const sets = filled.reduce((left, right) => cross(left, right), filled.length > 0 ? [[]] : ([] as string[][]));
  return { sets: sets.map((scopes) => ({ scopes: [...new Set(scopes)], location: cell.location })), rest: text };
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
    if (last && /^[\s*`]*and\b[\s\w*`]*$/i.test(between)) last.push(match[0]);
    else sets.push([match[0]]);
    end = match.index + match[0].length;
  }
  return sets;
}

/** A scope and its place. */
export interface PlacedScope {
  readonly scope: string;
  readonly location: SourceLocation;
}
