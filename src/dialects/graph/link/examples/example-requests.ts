import type { Report } from "../../../../source/diagnostic.ts";
import { serverOfUrl } from "../../../common/match-path.ts";
import { ExamplePage, PathShapes } from "../../../common/path-shapes.ts";
import { RequestIndex } from "../../../common/request-index.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { exampleForeign, exampleMethod, exampleUnlisted } from "../../diagnostics.ts";
import type { ExampleFacts, RequestExample } from "../../example-facts.ts";
import type { GraphFacts } from "../../facts.ts";

/** What the examples of all pages are compared with: every documented path, and the host of the service. */
export class ExampleRequests {
  readonly #shapes: PathShapes;
  readonly #index: RequestIndex;
  /** Method and path key of every request line. */
  readonly #listed: ReadonlySet<string>;
  readonly #host: string | undefined;

  constructor(pages: readonly GraphFacts[], server: string | undefined) {
    const requests = pages.flatMap(({ operation }) => operation?.requests ?? []);
    this.#shapes = new PathShapes(
      requests.map(({ path }) => path),
      namespacesOf(pages),
    );
    this.#host = hostOf(server);
    const unique = new Map(requests.map((request) => [`${request.method} ${request.path.key}`, request]));
    this.#listed = new Set(unique.keys());
    this.#index = new RequestIndex([...unique.values()]);
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

  /**
   * The examples of a page, with the methods of its request lines: where an example calls a path of the page with a method that
   * no request line of any page has, the request lines are right.
   */
  withListedMethods(
    examples: readonly ExampleFacts[],
    { page, operation }: GraphFacts,
    report: Report,
  ): readonly ExampleFacts[] {
    const requests = operation?.requests ?? [];
    const own = pageOf(page, requests);
    const byKey = new Map([...requests].reverse().map((request) => [request.path.key, request]));
    return examples.map((example) => {
      if (example.kind !== "request" || this.#isListed(example, own)) return example;
      const right = byKey.get(this.#shapes.templateOf(example.path, own)?.key ?? "");
      if (!right) return example;
      report({
        ...exampleMethod(example.location, right.method.toUpperCase(), example.method.toUpperCase()),
        related: [{ message: "Request line", location: right.location }],
      });
      return { ...example, method: right.method };
    });
  }

  /** Operations that a page shows, but no page lists under a request heading. They are operations all the same. */
  unlisted(examples: readonly ExampleFacts[], { page, operation }: GraphFacts, report: Report): RequestLine[] {
    const own = pageOf(page, operation?.requests ?? []);
    const found = new Map<string, RequestLine>();
    for (const example of examples) {
      if (example.kind !== "request" || this.#isListed(example, own)) continue;
      const { method, location } = example;
      const path = this.#shapes.templateOf(example.path, own);
      const key = `${method} ${path?.key}`;
      // `$entity` ends context URLs, not requests.
      if (!path || path.path === "/" || path.path.endsWith("/$entity") || found.has(key)) continue;
      report(exampleUnlisted(location, `${method.toUpperCase()} ${path.path}`));
      found.set(key, { method, path, query: [], location });
    }
    return [...found.values()];
  }

  #isOwn({ url, location }: RequestExample, report: Report): boolean {
    const host = hostOf(serverOfUrl(url));
    if (host === undefined || this.#host === undefined || host === this.#host) return true;
    report(exampleForeign(location, this.#host, host));
    return false;
  }

  #isListed({ method, path }: RequestExample, page: ExamplePage): boolean {
    if (this.#index.find(method, path).length > 0) return true;
    const template = this.#shapes.templateOf(path, page);
    return template !== undefined && this.#listed.has(`${method} ${template.key}`);
  }
}

function pageOf(page: string, requests: readonly RequestLine[]): ExamplePage {
  return new ExamplePage(
    page,
    requests.map(({ path }) => path),
  );
}

function hostOf(server: string | undefined): string | undefined {
  return server === undefined ? undefined : /^https?:\/\/([^/]+)/i.exec(server)?.[1]?.toLowerCase();
}

/** The namespaces of the types that the pages describe, in lower case. */
function namespacesOf(pages: readonly GraphFacts[]): Set<string> {
  const names = pages.flatMap(({ resources, enums }) => [...resources, ...enums].map(({ name }) => name));
  return new Set(names.filter((name) => name.includes(".")).map((name) => name.replace(/\.\w+$/, "").toLowerCase()));
}
