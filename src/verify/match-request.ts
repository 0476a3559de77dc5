import type { Operation } from "../model/operation.ts";

/** An operation that a request leads to, and what its URL says. */
export interface RequestMatch {
  readonly operation: Operation;
  /** Values of the placeholders, decoded. */
  readonly path: ReadonlyMap<string, string>;
  /** Query options in the order of the URL, decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

interface Template {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly placeholders: readonly { readonly name: string; readonly isQuoted: boolean }[];
  /** Orders templates, the most literal first. */
  readonly rank: string;
}

/** `stop()` is `stop`. */
function withoutEmptyParentheses(path: string): string {
  return path.replaceAll(/\(\)(?=\/|$)/g, "");
}

/** Longer URLs hold data, not examples. */
const longestUrl = 16_384;

/**
 * Finds the operations that documented request URLs lead to. Literal segments go before placeholders (OpenAPI 3.1, Paths
 * Object, "Path Templating Matching"); their case does not matter, as OData services do not care and docs are careless.
 */
export class RequestMatcher {
  readonly #byMethod: ReadonlyMap<string, readonly Template[]>;
  readonly #bases: readonly string[];
  readonly #hosts: ReadonlySet<string>;

  /** `servers` are the URLs that a documented URL may begin with. */
  constructor(operations: readonly Operation[], servers: readonly string[]) {
    const templates = operations.map(readTemplate).sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
    this.#byMethod = Map.groupBy(templates, ({ operation }) => operation.method);
    this.#bases = servers.map(pathOf).filter((base) => base !== "");
    this.#hosts = new Set(servers.map(hostOf).filter((host) => host !== undefined));
  }

  /** Whether a URL leads to a host that is none of the servers: docs also show what a service sends to its clients. */
  isForeign(url: string): boolean {
    const host = hostOf(url.trim());
    return host !== undefined && this.#hosts.size > 0 && !this.#hosts.has(host);
  }

  /** The operations that match best: one, if the docs are clear, or none. */
  find(method: string, url: string): RequestMatch[] {
    if (url.length > longestUrl) return [];
    const [address = "", ...queries] = url.trim().replace(/#.*$/s, "").replace(OPTIONAL_QUERY, "$1").split("?");
    const query = readQuery(queries.join("?"));
    for (const path of this.#candidatePaths(address)) {
      const matches = this.#match(method, path);
      if (matches.length > 0) return matches.map((match) => ({ ...match, query }));
    }
    return [];
  }

  /**
   * The path without the base path of a server, as it stands, and without what looks like a version; each also with keys
   * as segments, which means the same (OData URL conventions 4.01, section 4.3.6), and without the parentheses of calls that
   * take nothing, as paths are documented.
   */
  #candidatePaths(address: string): Set<string> {
    const path = withoutEmptyParentheses(pathOf(address));
    const bases = this.#bases.filter((base) => path.toLowerCase().startsWith(`${base.toLowerCase()}/`));
    const withoutVersion = path.replace(/^\/(v\d+(\.\d+)*|beta|\{ver(sion)?\})(?=\/)/i, "");
    const paths = [...bases.map((base) => path.slice(base.length)), path, withoutVersion];
    return new Set([...paths, ...paths.map(withKeysAsSegments)]);
  }

  #match(method: string, path: string): Omit<RequestMatch, "query">[] {
    const matches: Omit<RequestMatch, "query">[] = [];
    let rank: string | undefined;
    for (const template of this.#byMethod.get(method) ?? []) {
      if (rank !== undefined && template.rank !== rank) break;
      const found = template.pattern.exec(path);
      if (!found) continue;
      rank = template.rank;
      const values = template.placeholders.map(({ name, isQuoted }, index) => {
        const value = decode(found[index + 1] ?? "");
        // In quotes, OData writes a quote twice (OData URL conventions 4.01, section 5.1.1.6.2).
        return [name, isQuoted ? value.replaceAll("''", "'") : value] as const;
      });
      matches.push({ operation: template.operation, path: new Map(values) });
    }
    return matches;
  }
}

function readTemplate(operation: Operation): Template {
  const placeholders: { name: string; isQuoted: boolean }[] = [];
  const pattern = operation.path
    .split(/(\{[^{}]+\})/)
    .map((part, index, parts) => {
      if (index % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      const isQuoted = parts[index - 1]?.endsWith("'") === true && parts[index + 1]?.startsWith("'") === true;
      placeholders.push({ name: part.slice(1, -1), isQuoted });
      // `/root:/{path}:/content`: the value is a path of its own.
      return parts[index - 1]?.endsWith(":/") ? "(.+?)" : "([^/]+?)";
    })
    .join("")
    // The colon that closes an address by path may be left out.
    .replace(/:$/, ":?");
  const rank = operation.path.split("/").slice(1).map(rankOf).join(" ");
  return { operation, pattern: new RegExp(`^${pattern}/?$`, "is"), placeholders, rank };
}

/** Text goes before text with placeholders, the longer the text the earlier, and that before a placeholder alone. */
function rankOf(segment: string): string {
  if (!segment.includes("{")) return "0";
  const { length } = segment.replaceAll(/\{[^{}]*\}/g, "");
  return length === 0 ? "2" : `1-${String(Math.max(0, 9999 - length)).padStart(4, "0")}`;
}

/** `/content[?includeIds=true]`: what may be left out. */
const OPTIONAL_QUERY = /\[(\?[^[\]]*)\]$/;

/** `/messages('1')` is `/messages/1`, `/charts(<name>)` is `/charts/<name>`; arguments of functions have names and stay. */
function withKeysAsSegments(path: string): string {
  return path.replaceAll(/\((?:'([^']*)'|([\w-]+|\{[^{}]*\}|<[^<>]*>))\)/g, "/$1$2");
}

/** The path of a URL that may lack scheme and host. */
function pathOf(url: string): string {
  const local = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
  const path = local.replaceAll(/\([^()]*\)/g, (list) => list.replaceAll(/,\s+/g, ","));
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}

function hostOf(url: string): string | undefined {
  return /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();
}

function readQuery(query: string): [name: string, value: string][] {
  return query
    .split("&")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const at = part.includes("=") ? part.indexOf("=") : part.length;
      return [decode(part.slice(0, at)).trim(), decode(part.slice(at + 1).replaceAll("+", " ")).trim()];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
