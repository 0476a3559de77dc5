import type { LoadedApi, LoadedClient } from "../client/load-client.ts";
import { isJsonMediaType, isTextMediaType } from "../openapi/media-type-name.ts";
import { UsageError } from "../source/usage-error.ts";
import type { Answer } from "./judge-response.ts";

/** Where examples are sent. */
export interface Server {
  readonly baseUrl: string;
  /** Default: the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly token?: string | (() => string | Promise<string>);
  /** The mock answers with the documented values, a service with its own. */
  readonly isMock: boolean;
}

/** A request as it was sent, and what came back; secrets are taken out. */
export interface Exchange {
  readonly operation: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Empty if there is none. */
    readonly body: string;
  };
  readonly answer: Answer;
}

/** What became of a call: the answer, and what the client made of it. */
export interface Outcome {
  readonly exchange?: Exchange;
  /** What the call gave. */
  readonly data?: unknown;
  /** What it threw instead. */
  readonly error?: Error;
  /** Whether that is the answer, as an `ApiError`. */
  readonly isRefusal: boolean;
}

/** One request at a time through the generated client, with an eye on what goes over the wire. */
export class Caller {
  readonly #api: LoadedApi;
  readonly #client: LoadedClient;
  #request: Exchange["request"] | undefined;
  #response: Response | undefined;

  constructor(client: LoadedClient, { baseUrl, token, fetch = globalThis.fetch, isMock }: Server) {
    this.#client = client;
    this.#api = client.createClient({
      baseUrl,
      ...(token !== undefined && { token }),
      // The mock is busy only where an example says so.
      ...(isMock && { retries: 0 }),
      fetch: async (request) => {
        this.#request = await readSent(request);
        const response = await fetch(request);
        this.#response = response.clone();
        return response;
      },
    });
  }

  /** Calls the method of an operation. Answers with an error status are answers too, if the client says so. */
  call(operation: string, init: unknown): Promise<Outcome> {
    return this.#watch(operation, () => this.#api[operation]?.(init));
  }

  /** Gets what is at a path, whatever the document says. */
  get(path: string): Promise<Outcome> {
    return this.#watch("GET", () => this.#client.unwrap(this.#api["GET"]?.(path) ?? Promise.resolve()));
  }

  async #watch(operation: string, send: () => Promise<unknown> | undefined): Promise<Outcome> {
    this.#request = undefined;
    this.#response = undefined;
    // Errors of the client are judged; this one is about neither client nor docs.
    const settled = await Promise.resolve(send()).then(
      (data) => ({ data, error: undefined }),
      (error: Error) => ({ data: undefined, error }),
    );
    if (settled.error instanceof UsageError) throw settled.error;
    const exchange = await this.#readExchange(operation);
    const { data, error } = settled;
    const isRefusal = error instanceof this.#client.ApiError && error.status === exchange?.answer.status;
    return { ...(exchange && { exchange }), data, ...(error && { error }), isRefusal };
  }

  async #readExchange(operation: string): Promise<Exchange | undefined> {
    const [request, response] = [this.#request, this.#response];
    if (!request || !response) return undefined;
    const mediaType = response.headers.get("content-type") ?? "";
    const isText = isJsonMediaType(mediaType) || isTextMediaType(mediaType);
    const body = isText ? await response.text() : new Uint8Array(await response.arrayBuffer());
    return {
      operation,
      request,
      answer: { status: response.status, headers: toRecord(response.headers), body },
    };
  }
}

async function readSent(request: Request): Promise<Exchange["request"]> {
  const { method, url, headers } = request;
  const shown = [...headers].filter(([name]) => name !== "authorization");
  return { method, url, headers: toRecord(shown), body: request.body ? await request.clone().text() : "" };
}

/** Without a prototype: docs may show a header called `constructor`. */
function toRecord(headers: Iterable<[string, string]>): Record<string, string> {
  return Object.assign(Object.create(null), Object.fromEntries(headers));
}
