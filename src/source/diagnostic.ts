import { compareLocations, type SourceLocation } from "./location.ts";

/**
 * How bad a problem is. *error*: something documented is lost from the output; *warning*: represented, but the docs
 * contradict themselves or break their own format; *info*: worth knowing.
 */
export type Severity = "error" | "warning" | "info";

/** A problem in the user's input. Plain data, so it can be cached and sent between threads. */
export interface Diagnostic {
  /** Stable name, `area/problem`. Users write it in their config, so it never changes. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence without a final period: what is wrong, what was expected, what was found. */
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  readonly location: SourceLocation;
  /** JSON pointer into the code block at `location`, where the problem is inside a JSON body. */
  readonly pointer?: string;
  /** Other places that explain the problem, e.g. the first of two definitions. */
  readonly related?: readonly RelatedLocation[];
}

/** A second place that explains a diagnostic. */
export interface RelatedLocation {
  readonly message: string;
  readonly location: SourceLocation;
}

/** Takes a problem. Stages call it and go on. */
export type Report = (diagnostic: Diagnostic) => void;

/** Names a kind of problem once; call the result with each place that has it. */
export interface DiagnosticKind<Args extends readonly unknown[]> {
  (location: SourceLocation, ...args: Args): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
}

/**
 * Defines a kind of problem: its code, severity, a summary of a few words, and what was expected and found.
 *
 * @example
 * const rowWidth = defineDiagnostic("table/row-width", "warning", "Table row has a different width than its header",
 *   (header: number, row: number) => [`${header} cells`, `${row} cells`]);
 * report(rowWidth(row.location, 3, 2));
 */
export function defineDiagnostic<Args extends readonly unknown[]>(
  code: string,
  severity: Severity,
  summary: string,
  detail: (...args: Args) => readonly [expected: string, found: string],
): DiagnosticKind<Args> {
  const create = (location: SourceLocation, ...args: Args): Diagnostic => {
    const [expected, found] = detail(...args).map(clip) as [string, string];
    return { code, severity, message: `${summary}: expected ${expected}, found ${found}`, expected, found, location };
  };
  return Object.assign(create, { code, severity, summary });
}

/** Characters of the docs that a message quotes at most: cells can be as long as pages. */
const longestQuote = 400;

function clip(text: string): string {
  if (text.length <= longestQuote) return text;
  return `${text.slice(0, longestQuote)}...${text.endsWith("`") ? "`" : ""}`;
}

/** Orders diagnostics as a reader meets them: by place, then code, then message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareLocations(a.location, b.location) || compareText(a.code, b.code) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
