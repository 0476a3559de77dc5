import { describeValue } from "./schema-problem.ts";

/** One way in which a request or a response is not as documented. */
export interface Violation {
  readonly in: "path" | "query" | "header" | "body";
  /** Where in the parameter or body: its name, then members. */
  readonly path: readonly string[];
  /** The keyword that is broken, or `required`, or an HTTP status where it calls for one of its own (`415`). */
  readonly code: string | number;
  /** One sentence without a final period. */
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  /** JSON pointer of the part of the document that is broken. */
  readonly pointer?: string;
}

/** The violation of something that must be there and is not. */
export function missing(place: Violation["in"], name: string, pointer?: string): Violation {
  const what = name === "" ? place : `${place} parameter '${name}'`;
  return {
    in: place,
    path: name === "" ? [] : [name],
    code: "required",
    message: `Request ${what} is required`,
    expected: name === "" ? `a ${place}` : `a value of '${name}'`,
    found: describeValue(undefined),
    ...(pointer !== undefined && { pointer }),
  };
}

/** Prism's `sl-violations` header: JSON, ASCII only, and short enough for a header. */
export function formatViolations(message: "request" | "response", violations: readonly Violation[]): string {
  const list = violations.map(({ in: place, path, code, message: text }) => ({
    location: [message, place, ...path],
    severity: "Error",
    code,
    message: text,
  }));
  const text = JSON.stringify(list).replace(/[^\x20-\x7e]/g, "?");
  return text.length > MAX_HEADER_LENGTH ? `Too many violations! ${text.slice(0, MAX_HEADER_LENGTH)}` : text;
}

/** Clients take at least 8 kB of headers. */
const MAX_HEADER_LENGTH = 6_000;
