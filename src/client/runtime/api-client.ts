import createFetchClient, { type Client, type ClientOptions as FetchClientOptions } from "openapi-fetch";
import { ApiError } from "./api-error.ts";
import type { OperationFacts } from "./operation-facts.ts";
import type { Redirect } from "./operation-types.ts";
import { type ItemOf, type Page, readItems } from "./pages.ts";
import { formatBody } from "./request-body.ts";
import { readBody } from "./response-body.ts";
import { fetchWithRetry, type RetryOptions } from "./retry.ts";
import { formatPath, formatQuery } from "./url.ts";

/** How to reach the API. */
export interface ClientOptions
  extends Omit<FetchClientOptions, "bodySerializer" | "pathSerializer" | "querySerializer">,
    RetryOptions {
  /** The bearer token, or what gives it. It is sent to the origin of `baseUrl` only. */
  readonly token?: string | (() => string | Promise<string>);
}

/** What every client has, beside openapi-fetch's methods by path and one method per operation. */
export interface PageMethods {
  /** All items of a list, page by page: `for await (const user of api.items(api.listUsers()))`. */
  items<List extends Page | undefined>(page: Promise<List> | List): AsyncGenerator<ItemOf<List>, void, undefined>;
}

/** The body of a successful response of a method by path; throws an `ApiError` if there is none. */
export async function unwrap<Data>(result: PromiseLike<{ data?: Data; error?: unknown; response: Response }>) {
  const { data, error, response } = await result;
  if (!response.ok && !isRedirect(response)) throw new ApiError(response, error);
  return data as Exclude<Data, undefined> | (undefined extends Data ? undefined : never);
}

/** Creates a client for the operations in `table`, by the name of their method. */
export function createApiClient<Paths extends object, Operations>(
  table: Readonly<Record<string, OperationFacts>>,
  options: ClientOptions & { readonly baseUrl: string },
): Client<Paths> & Operations & PageMethods {
  // In a browser, `Request` resolves a relative URL against that of the page.
  const { origin } = new URL(new Request(options.baseUrl).url);
  const core = createFetchClient<Paths>({
    ...options,
    fetch: createSender(options, origin),
    pathSerializer: formatPath,
    bodySerializer: (body) => body,
  });
  const call = createCall(core.request as unknown as FetchCall, table, options);
  const methods = {
    ...createPathMethods(call),
    ...createOperationMethods(table, call),
    items: (page: Promise<Page> | Page) => readPages(page, origin, call),
  };
  return Object.assign(core, methods) as unknown as Client<Paths> & Operations & PageMethods;
}

/** Sends a request with the token, as often as the service asks for. */
function createSender(options: ClientOptions, origin: string) {
  return async (request: Request): Promise<Response> => {
    const { token, fetch = globalThis.fetch } = options;
    const mayHaveToken = new URL(request.url).origin === origin && !request.headers.has("authorization");
    if (token !== undefined && mayHaveToken) {
      request.headers.set("authorization", `Bearer ${typeof token === "function" ? await token() : token}`);
    }
    return fetchWithRetry(request, fetch, options);
  };
}

/** openapi-fetch's `request`, and ours around it, without their types. */
type FetchCall = (method: string, path: string, init?: Init) => Promise<Result>;

/** The part of openapi-fetch's options that we look at. */
interface Init {
  readonly baseUrl?: string;
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly header?: Readonly<Record<string, unknown>>;
  };
  readonly headers?: ClientOptions["headers"];
  readonly body?: unknown;
  readonly parseAs?: string;
  readonly [option: string]: unknown;
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Calls an operation by method and path, with what the document says about it. */
function createCall(
  send: FetchCall,
  table: Readonly<Record<string, OperationFacts>>,
  { headers }: ClientOptions,
): FetchCall {
  const byPath = new Map(Object.values(table).map((facts) => [`${facts.method} ${facts.path}`, facts]));
  return async (method, path, init = {}) => {
    const facts = byPath.get(`${method.toLowerCase()} ${path}`);
    const result = await send(method, path, prepare(path, { ...init, headers: init.headers ?? headers }, facts));
    if (init.parseAs !== undefined || !result.response.ok || result.data == null) return result;
    const documented = facts?.gives ?? "json";
    return { response: result.response, data: await readBody(result.response, documented) };
  };
}

/** Adds what the document says to the options of a request. What the caller says wins. */
function prepare(path: string, init: Init, facts: OperationFacts | undefined): Init {
  const { path: values = {}, header, ...params } = init.params ?? {};
  const chosen = headerOf(header, "content-type") ?? headerOf(init.headers, "content-type");
  const request = init.body === undefined ? undefined : formatBody(init.body, facts?.accepts ?? [], chosen);
  return {
    // Our own `readBody` reads the body.
    parseAs: "stream",
    querySerializer: (query: Readonly<Record<string, unknown>>) => formatQuery(query, facts?.repeated),
    ...(facts?.redirects && { redirect: "manual" }),
    ...(request?.body instanceof ReadableStream && { duplex: "half" }),
    ...init,
    params: {
      ...params,
      // Without `path`, openapi-fetch would send the placeholders.
      ...(path.includes("{") && { path: values }),
      header: { ...header, ...(request && { "content-type": request.contentType }) },
    },
    ...(request && { body: request.body }),
  };
}

function headerOf(headers: unknown, name: string): string | undefined {
  if (typeof headers !== "object" || headers === null) return undefined;
  const entries = headers instanceof Headers || Array.isArray(headers) ? [...headers] : Object.entries(headers);
  const value = entries.find(([key]) => String(key).toLowerCase() === name)?.[1];
  return typeof value === "string" ? value : undefined;
}

const pathMethods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

function createPathMethods(call: FetchCall): object {
  const methods = pathMethods.map((name) => [name, (path: string, init?: Init) => call(name, path, init)]);
  return { ...Object.fromEntries(methods), request: call };
}

function createOperationMethods(table: Readonly<Record<string, OperationFacts>>, call: FetchCall): object {
  const methods = Object.entries(table).map(([name, facts]) => [
    name,
    async (init?: Init) => {
      const { data, error, response } = await call(facts.method, facts.path, init);
      if (facts.redirects && isRedirect(response)) return redirectOf(response);
      if (!response.ok) throw new ApiError(response, error, name);
      return data;
    },
  ]);
  return Object.fromEntries(methods);
}

/** `opaqueredirect`, with status 0, is what a browser shows of a redirect that it did not follow. */
function isRedirect({ status, type }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}

function redirectOf({ status, headers }: Response): Redirect {
  return { status, location: headers.get("location") ?? "" };
}

async function* readPages(page: Promise<Page> | Page, origin: string, call: FetchCall) {
  yield* readItems(await page, origin, (url) => unwrap(call("GET", "", { baseUrl: url })));
}
