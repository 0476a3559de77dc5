import type { JsonObject } from "../openapi/document.ts";

/** What the mock answers when it cannot answer as documented: Problem Details for HTTP APIs (RFC 9457). */
export interface Problem {
  readonly status: number;
  /** Stable name of the kind of problem; Prism's where Prism has one. */
  readonly type: string;
  readonly title: string;
  /** What was expected and what was found. */
  readonly detail: string;
  /** Further members, e.g. the documented paths nearest to the one asked for. */
  readonly more?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a problem. */
export function problemBody({ status, type, title, detail, more }: Problem): JsonObject {
  return { type: `https://stoplight.io/prism/errors#${type}`, title, status, detail, ...more };
}
