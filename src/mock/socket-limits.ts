import { type Server, type ServerOptions, STATUS_CODES } from "node:http";
import { problemBody } from "./problem.ts";

/** Largest request body in bytes, as in Prism. */
export const MAX_BODY_LENGTH = 10 * 1024 * 1024;

/** Limits that Node takes only when the server is made: milliseconds between looks for connections that are too slow. */
export const SERVER_OPTIONS: ServerOptions = { connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 };

/** Keeps slow and malformed requests from holding on to the server. */
export function setLimits(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 5_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || socket.destroyed) return void socket.destroy();
    const status = STATUS_OF.get(error.code ?? "") ?? 400;
    const title = STATUS_CODES[status] ?? "Bad Request";
    const detail =
      status === 431
        ? "Expected headers of at most 16 kB"
        : status === 408
          ? "The request took too long"
          : "The request is not HTTP";
    const body = JSON.stringify(problemBody({ status, type: "MALFORMED_REQUEST", title, detail }));
    const head = `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
    socket.end(head + body);
  });
}

const STATUS_OF: ReadonlyMap<string, number> = new Map([
  ["HPE_HEADER_OVERFLOW", 431],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
]);
