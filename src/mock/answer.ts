import { type Problem, problemBody } from "./problem.ts";

/** A request as the mock takes it, from a socket or in process. */
export interface MockRequest {
  /** In upper case. */
  readonly method: string;
  /** Path and query, percent-encoded as sent. */
  readonly target: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What the mock answers. */
export interface MockAnswer {
  readonly status: number;
  /** By name in lower case; several values only for headers that may not be joined (`set-cookie`). */
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** What became of the request, for the log. */
  readonly verdict: Verdict;
  readonly operationId?: string;
  /** What went wrong inside the mock. */
  readonly error?: Error;
}

/** What became of a request. */
export type Verdict =
  | "ok"
  | "preflight"
  | "invalid request"
  | "unauthorized"
  | "forbidden"
  | "no such path"
  | "no such method"
  | "not acceptable"
  | "too large"
  | "invalid response"
  | "no such response"
  | "no upstream"
  | "failed"
  | "service";

/** Problem Details as an answer. */
export function problemAnswer(problem: Problem, verdict: Verdict, operationId?: string): MockAnswer {
  return {
    status: problem.status,
    headers: new Map([["content-type", "application/problem+json"], ...Object.entries(problem.headers ?? {})]),
    body: JSON.stringify(problemBody(problem)),
    verdict,
    ...(operationId !== undefined && { operationId }),
  };
}
