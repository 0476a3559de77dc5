import type { Report } from "../../../source/diagnostic.ts";
import { type PathMatcher, pathMatcher, pathOfUrl, serverOfUrl } from "../../common/match-path.ts";
import { PathShapes } from "../../common/path-shapes.ts";
import type { RequestLine } from "../../common/request-line.ts";
import { exampleForeign, exampleUnlisted } from "../diagnostics.ts";
import type { ExampleFacts, GraphFacts, RequestExample } from "../facts.ts";

/** What the examples of all pages are compared with: every documented path, and the host of the service. */
export class ExampleRequests {
  readonly #shapes: PathShapes;
  readonly #matchers = new Map<string, PathMatcher[]>();
  readonly #host: string | undefined;

  constructor(pages: readonly GraphFacts[], server: string | undefined) {
    const requests = pages.flatMap(({ operation }) => operation?.requests ?? []);
    this.#shapes = new PathShapes(requests.map(({ path }) => path));
    this.#host = hostOf(server);
    for (const { method, path } of requests) {
      const same = this.#matchers.get(method);
      if (same) same.push(pathMatcher(path));
      else this.#matchers.set(method, [pathMatcher(path)]);
    }
  }

  /**
   * The examples that are calls of this service. Others (the callbacks of notifications, uploads to a storage host) are
   * reported and left out, with their responses.
   */
  ownOf(examples: readonly ExampleFacts[], report: Report): ExampleFacts[] {
    let isOwn = true;
    return examples.filter((example) => {
      if (example.kind === "request") isOwn = this.#isOwn(example, report);
      return isOwn;
    });
  }

  /** Operations that a page shows, but no page lists under a request heading. They are operations all the same. */
  unlisted(examples: readonly ExampleFacts[], report: Report): RequestLine[] {
    const found: RequestLine[] = [];
    for (const example of examples) {
      if (example.kind !== "request" || this.#isListed(example)) continue;
      const path = this.#shapes.templateOf(example.url);
      // `$entity` ends context URLs, not requests.
      if (
        !path ||
        path.path === "/" ||
        path.path.endsWith("/$entity") ||
        found.some((line) => line.path.key === path.key)
      )
        continue;
      report(exampleUnlisted(example.location, `${example.method.toUpperCase()} ${path.path}`));
      found.push({ method: example.method, path, query: [], location: example.location });
    }
    return found;
  }

  #isOwn({ url, location }: RequestExample, report: Report): boolean {
    const host = hostOf(serverOfUrl(url));
    if (host === undefined || this.#host === undefined || host === this.#host) return true;
    report(exampleForeign(location, this.#host, host));
    return false;
  }

  #isListed({ method, url }: RequestExample): boolean {
    const path = pathOfUrl(url);
    return (this.#matchers.get(method) ?? []).some((matcher) => matcher.match(path) !== undefined);
  }
}

function hostOf(server: string | undefined): string | undefined {
  return server === undefined ? undefined : /^https?:\/\/([^/]+)/i.exec(server)?.[1]?.toLowerCase();
}
