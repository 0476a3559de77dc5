import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../openapi/document.ts";
import type { Locations } from "../openapi/locations.ts";
import { UsageError } from "../source/usage-error.ts";
import type { Verdict } from "./answer.ts";
import { type EngineOptions, MockEngine } from "./mock-engine.ts";
import { MockHandler } from "./mock-handler.ts";
import { SERVER_OPTIONS, setLimits } from "./socket-limits.ts";

/** How to run the mock. */
export interface MockOptions extends EngineOptions {
  /** A free one if left out or 0. */
  readonly port?: number;
  /** The address to listen on; `127.0.0.1` if left out. */
  readonly host?: string;
  /** Milliseconds to wait before each answer. */
  readonly delay?: number;
  /** Called once for each request, when it has been answered. */
  readonly onRequest?: (entry: MockLogEntry) => void;
}

/** One request, for a log. */
export interface MockLogEntry {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  /** Left out: the request reached no operation, or one without operationId. */
  readonly operationId?: string;
  readonly status: number;
  readonly verdict: Verdict;
  /** What went wrong inside, where `verdict` is `failed`. */
  readonly error?: Error;
}

/** A running mock. */
export interface MockServer {
  /** Base URL without trailing slash, e.g. `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /** Answers in process, without a socket. URLs may have any origin. */
  readonly fetch: typeof fetch;
  /** Goes on with another document, at once and for all connections. */
  reload(document: JsonObject, locations?: Locations): void;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Starts a mock server for an OpenAPI 3.1 document.
 *
 * @throws UsageError if the address cannot be used, e.g. since the port is taken
 */
export async function startMock(document: JsonObject, options: MockOptions = {}): Promise<MockServer> {
  const { host = "127.0.0.1", port = 0 } = options;
  const handler = new MockHandler(new MockEngine(document, options), options);
  const server = createServer(SERVER_OPTIONS, (request, response) => handler.handle(request, response));
  setLimits(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new UsageError(reasonOf(error, host, port))));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    fetch: (input, init) => handler.fetch(new Request(input, init)),
    reload: (next, locations) => {
      handler.engine = new MockEngine(next, { ...options, ...(locations && { locations }) });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reasonOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use`;
    case "EACCES":
      return `Port ${port} on ${host} may not be used without more rights`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is no address of this machine`;
    default:
      return `The mock cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
