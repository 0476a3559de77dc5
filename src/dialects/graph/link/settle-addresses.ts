import { serverOfUrl } from "../../common/match-path.ts";
import { startsWithSegments, withoutSegments } from "../../common/path-template.ts";
import { RequestIndex } from "../../common/request-index.ts";
import type { RequestExample } from "../example-facts.ts";
import type { GraphFacts } from "../facts.ts";
import { mostUsed } from "./most-used.ts";

/** Pages whose paths all begin behind the server's address, and that address, if an example shows it. */
export interface Addressed {
  readonly pages: readonly GraphFacts[];
  /** E.g. `https://graph.microsoft.com/v1.0`. */
  readonly server?: string;
}

/**
 * Tells the address of the service from the paths of its operations. Examples show whole URLs, request lines mostly what
 * follows the address: `GET /ships` beside `https://api.harbour.example/api/v2/ships` has the base path `/api/v2`.
 * Some docs write a name for the address: `GET harbourUrl/ships` beside `https://{harbourUrl}/api/v2/ships`.
 */
export function settleAddresses(pages: readonly GraphFacts[]): Addressed {
  const names = addressNames(pages);
  const named = names.size === 0 ? pages : pages.map((page) => mapPaths(page, (path) => nameOf(path, names)));
  const base = mostUsed(named.flatMap(basesOf)) ?? "";
  const settled = base === "" ? named : named.map((page) => mapPaths(page, () => base));
  const server = mostUsed(pages.flatMap((page) => requestsOf(page).flatMap(({ url }) => serverOfUrl(url) ?? [])));
  return { pages: settled, ...(server !== undefined && { server: server + base }) };
}

function requestsOf({ operation }: GraphFacts): RequestExample[] {
  return (operation?.examples ?? []).filter((example) => example.kind === "request");
}

/** Words that stand for the host in the URLs of examples: `harbourUrl` in `https://{harbourUrl}/api/v2/ships`. */
function addressNames(pages: readonly GraphFacts[]): ReadonlySet<string> {
  const urls = pages.flatMap(requestsOf).map(({ url }) => url);
  return new Set(urls.flatMap((url) => /^https?:\/\/\{([\w-]+)\}(?=\/)/.exec(url)?.[1] ?? []));
}

/** The first segment of a path, with its slash, if it is such a word; else nothing. */
function nameOf(path: string, names: ReadonlySet<string>): string {
  const [first = "", ...rest] = path.slice(1).split("/");
  return names.has(first) && rest.length > 0 ? `/${first}` : "";
}

/** What precedes a documented path in the URLs of a page's own examples; empty where nothing does. */
function basesOf(page: GraphFacts): string[] {
  const index = new RequestIndex(page.operation?.requests ?? []);
  return requestsOf(page).flatMap(({ method, url, path }) => {
    if (!/^https?:/i.test(url)) return [];
    return prefixesOf(path).find((base) => index.find(method, path.slice(base.length)).length > 0) ?? [];
  });
}

/** `/api/v2/ships` -> ``, `/api`, `/api/v2`. */
function prefixesOf(path: string): string[] {
  const segments = path.split("/").slice(1, -1);
  const varying = segments.findIndex((segment) => !/^[\w.~-]+$/.test(segment));
  const fixed = segments.slice(0, varying < 0 ? mostBaseSegments : Math.min(varying, mostBaseSegments));
  return ["", ...fixed.map((_, index) => `/${fixed.slice(0, index + 1).join("/")}`)];
}

const mostBaseSegments = 4;

/** A page without what `prefixOf` says of each path: some pages write base paths in their request lines, others do not. */
function mapPaths(page: GraphFacts, prefixOf: (path: string) => string): GraphFacts {
  const { operation } = page;
  if (!operation) return page;
  const requests = operation.requests.map((request) => {
    return { ...request, path: withoutSegments(request.path, prefixOf(request.path.path)) };
  });
  const examples = operation.examples.map((example) => {
    if (example.kind !== "request") return example;
    const prefix = prefixOf(example.path);
    if (!startsWithSegments(example.path, prefix)) return example;
    return { ...example, path: example.path.slice(prefix.length) || "/" };
  });
  return { ...page, operation: { ...operation, requests, examples } };
}
