/** A scope: words joined by dots, the first of them with letters; or one of the OpenID Connect scopes. */
const scopePattern =
  /(?<![A-Za-z_-])[A-Za-z][\w-]{0,100}(?:\.[A-Z][\w-]*)+|\b(?:openid|profile|email|offline_access)\b/g;

/**
 * Reads a permissions cell into alternatives. `A, B` and `A or B` are two alternatives; `A and B` is one that needs both;
 * `A, B plus C` asks for C with either; text around the scopes is passed over.
 */
export function readScopeSets(text: string): string[][] {
  const groups = text
    .replace(/\\/g, "")
    .split(/\bplus\b/i)
    .map(readAlternatives);
  const filled = groups.filter((group) => group.length > 0);
  const sets = filled.reduce((left, right) => cross(left, right), filled.length > 0 ? [[]] : ([] as string[][]));
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

/** The word and nothing else, in the languages of the vocabularies. */
function isAnd(between: string): boolean {
  return /^[\s*`]*(?:(?:and|und|et|y|e|и)\b[\s\w*`]*|[和及与と]\s*)$/iu.test(between);
}
