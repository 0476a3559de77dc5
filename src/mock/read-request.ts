import type { MockRequest } from "./answer.ts";
import { readAccept } from "./media-type.ts";
import type { Preferences, PrismRequest } from "./prism.ts";
import type { RawValues } from "./read-parameter.ts";

/** Where a request goes. */
export interface RequestTarget {
  /** Still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, with its `?`. */
  readonly search: string;
}

/** The target of a request, or undefined if it is none (RFC 9112, section 3.2). */
export function readTarget(target: string): RequestTarget | undefined {
  const local = target.startsWith("/") ? target : pathOfUrl(target);
  if (local === undefined) return undefined;
  const [beforeFragment = ""] = local.split("#", 1);
  const mark = beforeFragment.indexOf("?");
  const search = mark < 0 ? "" : beforeFragment.slice(mark);
  return {
    path: mark < 0 ? beforeFragment : beforeFragment.slice(0, mark),
    query: new URLSearchParams(search),
    search,
  };
}

/** Query parameters by name in lower case. */
export function readQuery(query: URLSearchParams): RawValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    // The part in brackets names a property of a `deepObject` and keeps its case.
    const key = name.replace(/^[^[]*/, (start) => start.toLowerCase());
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return values;
}

/** What `Prefer` (RFC 7240) asks for, as Prism understands it; preferences that are not Prism's are left to the API. */
export interface RequestPreferences extends Preferences {
  /** Whether to generate data although there are examples. */
  readonly dynamic?: boolean;
  /** Makes other generated data. */
  readonly seed?: string;
  /** A preference of Prism's whose value is none. */
  readonly problem?: string;
}

/** Reads the preferences from the `Prefer` header or, without one, from `__code`, `__example`, `__dynamic`, `__seed`. */
export function readPreferences(headers: MockRequest["headers"], query: RawValues): RequestPreferences {
  const prefer = headers.get("prefer");
  const given = prefer === undefined ? queryPreferences(query) : headerPreferences(prefer);
  const code = given.get("code");
  const dynamic = given.get("dynamic");
  const example = given.get("example");
  const seed = given.get("seed");
  const mediaTypes = readAccept(headers.get("accept"));
  if (code !== undefined && !/^[1-5]\d\d$/.test(code))
    return { problem: `Prefer: expected a status code as code, found "${code}"` };
  if (dynamic !== undefined && dynamic !== "true" && dynamic !== "false") {
    return { problem: `Prefer: expected true or false as dynamic, found "${dynamic}"` };
  }
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(dynamic === "true" && { dynamic: true }),
    ...(example !== undefined && { example }),
    ...(seed !== undefined && { seed }),
    ...(mediaTypes && { mediaTypes }),
  };
}

/** The request in Prism's words. Null-prototype objects, for the names are the client's. */
export function toPrismRequest({ request, target }: { request: MockRequest; target: RequestTarget }): PrismRequest {
  const { path, query } = target;
  return {
    method: request.method.toLowerCase() as PrismRequest["method"],
    url: { path, query: Object.assign(Object.create(null), Object.fromEntries(query)) },
    headers: Object.assign(Object.create(null), Object.fromEntries(request.headers)),
    body: undefined,
  };
}

function pathOfUrl(target: string): string | undefined {
  const url = URL.parse(target);
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url.pathname + url.search : undefined;
}

function queryPreferences(query: RawValues): Map<string, string> {
  return new Map(
    ["code", "example", "dynamic", "seed"].flatMap((name): [string, string][] => {
      const value = query.get(`__${name}`)?.at(-1);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function headerPreferences(prefer: string): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const [, name = "", quoted, plain] of prefer.matchAll(
    /(?:^|[,;])\s*([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^,;]*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!preferences.has(key)) preferences.set(key, quoted ?? plain?.trim() ?? "");
  }
  return preferences;
}
