import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type MockAnswer, type MockRequest, problemAnswer } from "./answer.ts";
import { corsHeaders, isPreflight } from "./cors.ts";
import { sendableHeaders } from "./header.ts";
import type { MockEngine } from "./mock-engine.ts";
import { MAX_BODY_LENGTH } from "./socket-limits.ts";
import type { MockOptions } from "./start-mock.ts";

/** Milliseconds that a client may go on sending a body that was refused. */
const REFUSED_BODY_TIMEOUT = 2_000;

/** Takes requests from sockets or in process to the engine, and its answers back. Never throws. */
export class MockHandler {
  /** Replaced on reload; requests under way finish with the old one. */
  engine: MockEngine;
  readonly #options: MockOptions;

  constructor(engine: MockEngine, options: MockOptions) {
    this.engine = engine;
    this.#options = options;
  }

  /** Answers a request that came over a socket. */
  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = readHead(message);
    const body = await readBody(message);
    if (body === "aborted") return;
    const answer = body === "too large" ? tooLarge() : await this.#answer({ ...head, body });
    if (this.#options.delay) await wait(this.#options.delay, undefined, { ref: false });
    if (body === "too large") dropRest(message, response);
    send(response, answer, corsHeaders(head.headers), message.method === "HEAD");
    this.#log(head, answer);
  }

  /** Answers a request in process. */
  async fetch(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const head = { method: request.method, target: pathname + search, headers: new Map(request.headers) };
    const answer = await this.#answer({ ...head, body: new Uint8Array(await request.arrayBuffer()) });
    this.#log(head, answer);
    const isEmpty = request.method === "HEAD" || [204, 205, 304].includes(answer.status);
    return new Response(isEmpty ? null : answer.body, {
      status: answer.status,
      headers: sendableHeaders(answer.headers),
    });
  }

  async #answer(request: MockRequest): Promise<MockAnswer> {
    if (isPreflight(request)) return { status: 204, headers: new Map(), body: "", verdict: "preflight" };
    try {
      return await this.engine.answer(request);
    } catch (error) {
      return failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #log({ method, target }: Omit<MockRequest, "body">, { status, verdict, operationId, error }: MockAnswer): void {
    this.#options.onRequest?.({
      method,
      path: target,
      ...(operationId !== undefined && { operationId }),
      status,
      verdict,
      ...(error && { error }),
    });
  }
}

function readHead(message: IncomingMessage): Omit<MockRequest, "body"> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { method: message.method ?? "GET", target: message.url ?? "/", headers };
}

/** Reads at most `MAX_BODY_LENGTH`; a larger body is refused by its announced length, or where it goes over. */
async function readBody(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | "too large" | "aborted"> {
  if (Number(message.headers["content-length"] ?? 0) > MAX_BODY_LENGTH) return "too large";
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length;
      if (length > MAX_BODY_LENGTH) return "too large";
      chunks.push(chunk as Buffer);
    }
  } catch {
    return "aborted";
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Lets a client that is still sending read the answer: a connection closed at once would take it away. */
function dropRest(message: IncomingMessage, response: ServerResponse): void {
  response.setHeader("connection", "close");
  message.resume();
  const timer = setTimeout(() => message.destroy(), REFUSED_BODY_TIMEOUT);
  message.once("close", () => clearTimeout(timer));
}

function send(response: ServerResponse, answer: MockAnswer, cors: ReadonlyMap<string, string>, isHead: boolean): void {
  if (response.destroyed) return;
  for (const [name, value] of sendableHeaders(cors)) response.setHeader(name, value);
  for (const [name, value] of sendableHeaders(answer.headers)) response.appendHeader(name, value);
  response.statusCode = answer.status;
  if (answer.status !== 204 && answer.status !== 304)
    response.setHeader("content-length", Buffer.byteLength(answer.body));
  response.end(isHead ? undefined : answer.body);
}

function tooLarge(): MockAnswer {
  const detail = `Expected a body of at most ${MAX_BODY_LENGTH / 1024 / 1024} MB`;
  return problemAnswer({ status: 413, type: "BODY_TOO_LARGE", title: "Body too large", detail }, "too large");
}

function failed(error: Error): MockAnswer {
  const id = randomUUID();
  const detail = `${error.message} (${id})`;
  const problem = { status: 500, type: "MOCK_FAILED", title: "The mock failed", detail, more: { id } };
  return { ...problemAnswer(problem, "failed"), error };
}
