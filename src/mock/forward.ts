import type { MockRequest } from "./answer.ts";
import { CONNECTION_HEADERS } from "./header.ts";
import { isJson } from "./media-type.ts";

/** What an upstream server answered. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** An upstream server that cannot be reached, or takes too long. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
  readonly status: 502 | 504;

  constructor(status: 502 | 504, message: string) {
    super(message);
    this.status = status;
  }
}

/** Milliseconds that an upstream server may take. */
const TIMEOUT = 30_000;

/** What `fetch` sets itself. */
const SET_BY_FETCH: ReadonlySet<string> = new Set(["host", "accept-encoding", "expect"]);

/**
 * Sends a request on to an upstream server, with its body as it is. Redirects are answers and not followed.
 *
 * @throws UpstreamError
 */
export async function forward(request: MockRequest, upstream: URL, target: string): Promise<UpstreamResponse> {
  const url = upstream.origin + upstream.pathname.replace(/\/$/, "") + target;
  const headers = [...request.headers].filter(([name]) => !CONNECTION_HEADERS.has(name) && !SET_BY_FETCH.has(name));
  const hasBody = request.body.length > 0 && request.method !== "GET" && request.method !== "HEAD";
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
      ...(hasBody && { body: request.body }),
    });
    return {
      status: response.status,
      headers: readHeaders(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    throw upstreamError(error as Error, upstream);
  }
}

/** The body of an upstream response: JSON parsed where it is JSON. What only claims to be is a text, which no schema takes. */
export function readUpstreamBody({ headers, body }: UpstreamResponse): unknown {
  if (body.length === 0) return undefined;
  const text = new TextDecoder().decode(body);
  if (!isJson(String(headers.get("content-type")))) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readHeaders(headers: Headers): Map<string, string | readonly string[]> {
  const kept = [...headers].filter(([name]) => !CONNECTION_HEADERS.has(name) && name !== "set-cookie");
  const cookies = headers.getSetCookie();
  return new Map<string, string | readonly string[]>([
    ...kept,
    ...(cookies.length > 0 ? [["set-cookie", cookies] as const] : []),
  ]);
}

function upstreamError(error: Error, upstream: URL): UpstreamError {
  if (error.name === "TimeoutError")
    return new UpstreamError(504, `${upstream.origin} did not answer within ${TIMEOUT / 1000} s`);
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new UpstreamError(502, `${upstream.origin} cannot be reached: ${reason}`);
}
