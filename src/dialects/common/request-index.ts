import { keysAsSegments, type PathMatcher, pathMatcher } from "./match-path.ts";
import type { RequestLine } from "./request-line.ts";

/**
 * Finds the request lines that a call fits without trying them all. Each is filed under the rarest of its names, which a path
 * that fits has, too: of thousands of `/ships/{id}/...`, few have the same last name.
 */
export class RequestIndex {
  readonly #matchers: readonly PathMatcher[];
  readonly #byName = new Map<string, number[]>();

  constructor(requests: readonly Pick<RequestLine, "method" | "path">[]) {
    this.#matchers = requests.map(({ path }) => pathMatcher(path));
    const all = requests.map(({ method, path: { path } }) => namesIn(method, path));
    const counts = new Map<string, number>();
    for (const name of all.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
    all.forEach((names, index) => {
      const rarest = names.reduce((a, b) => ((counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a));
      const same = this.#byName.get(rarest);
      if (same) same.push(index);
      else this.#byName.set(rarest, [index]);
    });
  }

  /** The indexes of the request lines that a call fits, in their order. */
  find(method: string, path: string): number[] {
    const names = new Set([...namesIn(method, path), ...namesIn(method, keysAsSegments(path))]);
    const filed = [...names].flatMap((name) => this.#byName.get(name) ?? []);
    return filed.filter((index) => this.#matchers[index]?.match(path) !== undefined).sort((a, b) => a - b);
  }
}

/** The method, and the method with each name in a path: in lower case, functions without their arguments. */
function namesIn(method: string, path: string): [string, ...string[]] {
  const names = path.split("/").map((segment) => segment.replace(/\(.*/s, "").toLowerCase());
  return [method, ...names.filter((name) => name !== "" && !/[{},]/.test(name)).map((name) => `${method} ${name}`)];
}
