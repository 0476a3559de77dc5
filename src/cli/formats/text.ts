import type { VerifyResult } from "../../build/lazy-stages.ts";
import type { Diagnostic, Severity } from "../../source/diagnostic.ts";
import type { SourceLocation } from "../../source/location.ts";
import { countSeverities, type Problems } from "./problems.ts";

/** Gives text a colour, or leaves it as it is. */
export type Style = (colour: "red" | "yellow" | "cyan" | "gray" | "bold", text: string) => string;

/** What the reader's terminal can show; `undefined` where the text goes to a file or pipe. */
export interface TextOptions {
  readonly style: Style;
  /** Width of the terminal in columns. Source lines are shown only if it is known. */
  readonly columns?: number | undefined;
}

const colours = { error: "red", warning: "yellow", info: "cyan" } as const;

/** `file:line:column severity code message`, like a compiler's; on a terminal with the line and a mark below it. */
export function formatText({ diagnostics, lineAt }: Problems, { style, columns }: TextOptions): string {
  return diagnostics
    .flatMap((diagnostic) => [
      formatProblem(diagnostic, style),
      ...(columns === undefined ? [] : formatExcerpt(diagnostic, lineAt(diagnostic.location), style, columns)),
      ...(diagnostic.related ?? []).map(({ message, location }) => `    ${formatPlace(location)} ${toPlain(message)}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** `1 error, 2 warnings in 12 pages`. */
export function formatSummary({ diagnostics, pages }: Problems): string {
  const { error, warning, info } = countSeverities(diagnostics);
  const counts = [
    ...(error > 0 ? [count(error, "error")] : []),
    ...(warning > 0 ? [count(warning, "warning")] : []),
    ...(info > 0 ? [count(info, "note")] : []),
  ];
  return `${counts.length === 0 ? "no problems" : counts.join(", ")} in ${count(pages, "page")}`;
}

/** What became of the examples: a line for all, one for each kind of failure, one for the wrong requests. */
export function formatCensus({ examples, passed, amended, failed, skipped, failures, probes }: VerifyResult): string {
  const withHelp = amended > 0 ? ` (${amended} of them amended)` : "";
  return [
    `${count(examples, "example")}: ${passed} passed${withHelp}, ${failed} failed, ${skipped} skipped`,
    ...Object.entries(failures).map(([code, number]) => `  ${code}: ${number}`),
    ...(probes.passed + probes.failed === 0
      ? []
      : [
          `${count(probes.passed + probes.failed, "wrong request")}: ${probes.passed} refused, ${probes.failed} let pass`,
        ]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** `1 page`, `2 pages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function formatProblem({ severity, code, message, location }: Diagnostic, style: Style): string {
  return `${formatPlace(location)} ${style(colours[severity], severity)} ${style("gray", code)} ${toPlain(message)}`;
}

/** Messages quote the docs: a control character in them must not reach the terminal. */
function toPlain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\p{Cc}/gu, "\uFFFD");
}

function formatPlace({ file, line, column }: SourceLocation): string {
  return `${toPlain(file)}:${line}:${column}`;
}

/** The line of the docs, and a mark under the part of it that is meant. */
function formatExcerpt(
  { location, severity }: { location: SourceLocation; severity: Severity },
  line: string | undefined,
  style: Style,
  columns: number,
): string[] {
  if (line === undefined || line.trim() === "") return [];
  const margin = `${String(location.line).padStart(6)} | `;
  const from = location.column - 1;
  const to = location.endLine === location.line ? location.endColumn - 1 : line.length;
  const width = Math.max(40, columns) - margin.length;
  const start = Math.max(0, Math.min(from - 20, line.length - width));
  const shown = line.slice(start, start + width).replace(/\p{Cc}/gu, " ");
  const before = " ".repeat(widthOf(shown.slice(0, from - start)));
  const mark = "^".repeat(Math.max(1, widthOf(shown.slice(from - start, to - start))));
  return [
    style("gray", margin) + shown,
    `${style("gray", `${" ".repeat(margin.length - 2)}| `)}${before}${style(colours[severity], mark)}`,
  ];
}

/** Columns on a terminal: East Asian characters take two. */
function widthOf(text: string): number {
  const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;
  return text.length + (text.match(wide)?.length ?? 0);
}
