import type { GraphFacts } from "../facts.ts";
import { readScopes } from "../read-scopes.ts";

/** A scope that stands broken in a text, and how it is spelt elsewhere in the docs. */
export interface MendedScope {
  readonly scope: string;
  readonly found: string;
}

/**
 * The scopes of a documentation set. Translation breaks some of them (`SecurityActions. ReadWrite. all`), but rarely on every page:
 * a broken one is recognised by its letters.
 */
export class ScopeVocabulary {
  readonly #byLetters = new Map<string, string>();
  /** What stands behind the first word: `ReadWrite`, `ReadWrite.All`. */
  readonly #endings = new Map<string, string>();
  readonly #longest: number;

  constructor(pages: readonly GraphFacts[]) {
    const counts = new Map<string, number>();
    for (const { operation } of pages) {
      const cells = (operation?.permissions ?? []).flatMap((row) => row.cells);
      for (const scope of cells.flatMap(({ text }) => readScopes(text))) {
        // `email` and `profile` are words, too.
        if (scope.includes(".")) counts.set(scope, (counts.get(scope) ?? 0) + 1);
      }
    }
    const spellings = [...counts].sort(([a, n], [b, m]) => n - m || (a < b ? 1 : -1));
    for (const [scope] of spellings) {
      this.#byLetters.set(lettersOf(scope), scope);
      const ending = scope.slice(scope.indexOf(".") + 1);
      this.#endings.set(ending.toLowerCase(), ending);
    }
    const longest = [...counts.keys()].reduce((most, scope) => Math.max(most, wordsOf(scope).length), 0);
    this.#longest = Math.min(longest, mostWords);
  }

  /**
   * The text with broken scopes as the rest of the docs spells them. A run of words between commas is a scope if its letters are;
   * the longest run counts.
   */
  mend(text: string): { text: string; mended: MendedScope[] } {
    const words = wordsOf(text);
    const mended: MendedScope[] = [];
    let result = "";
    let end = 0;
    for (let at = 0; at < words.length; ) {
      const run = this.#runAt(text, words, at);
      if (!run) {
        at++;
        continue;
      }
      const found = text.slice(run.start, run.end);
      if (found !== run.scope) mended.push({ scope: run.scope, found });
      // Scopes with nothing between them, or a sign that separates none elsewhere.
      const before = text.slice(end, run.start);
      result += `${end > 0 && /^[\s、，；;]*$/.test(before) ? ", " : before}${run.scope}`;
      end = run.end;
      at += run.count;
    }
    return { text: result + text.slice(end), mended };
  }

  #runAt(text: string, words: readonly RegExpExecArray[], at: number): Run | undefined {
    const start = words[at]?.index ?? 0;
    for (let count = Math.min(this.#longest + 3, words.length - at); count > 0; count--) {
      const last = words[at + count - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const between = text.slice(start, end);
      if (/[,;、，；|\n]/.test(between)) continue;
      const scope = this.#byLetters.get(lettersOf(between)) ?? this.#joined(between);
      if (scope !== undefined) return { scope, start, end, count };
    }
    return undefined;
  }

  /**
   * `RiskyUser. ReadWrite. all`: a scope that stands intact nowhere, torn at its dots, that ends as other scopes do. `Group. all` is what
   * is left of several.
   */
  #joined(text: string): string | undefined {
    if (!/^[A-Z][A-Za-z-]*(?:\.\s+[A-Za-z-]+)+$/.test(text)) return undefined;
    const [first, ...rest] = text.split(/\.\s+/);
    const ending = this.#endings.get(rest.join(".").toLowerCase());
    return ending === undefined ? undefined : `${first}.${ending}`;
  }
}

/** Words of a scope: the known ones have four at most, and longer runs are tried at every word of a text. */
const mostWords = 10;

interface Run {
  readonly scope: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function wordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[A-Za-z0-9]+/g)];
}

function lettersOf(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, "").toLowerCase();
}
