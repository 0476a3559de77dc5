import { relative, resolve } from "node:path";
import type { FailOn } from "../build/config.ts";
import type { VerifyResult } from "../build/lazy-stages.ts";
import { createLineReader } from "../build/line-reader.ts";
import { failsOn, isFailure } from "../build/settle-diagnostics.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";
import { formats } from "./formats/format.ts";
import { formatCensus, formatSummary } from "./formats/text.ts";
import type { CommonOptions } from "./options.ts";
import type { ExitCode, Output } from "./terminal.ts";

/** What a command found in the docs. */
export interface Findings {
  /** Absolute folder that the files of the diagnostics are relative to. */
  readonly root: string;
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly result?: VerifyResult;
}

/** Where and how findings are shown. */
export interface ReportOptions extends Pick<CommonOptions, "format" | "quiet"> {
  readonly cwd: string;
  readonly failOn: FailOn;
}

/** Shows what was found, in the format asked for, and says how the command ends. */
export function reportProblems(
  findings: Findings,
  { cwd, failOn, format, quiet }: ReportOptions,
  output: Output,
): ExitCode {
  const { root, files, result } = findings;
  const shown = quiet ? findings.diagnostics.filter((problem) => isNeeded(problem, failOn)) : findings.diagnostics;
  const readLine = createLineReader(root);
  const origins = new Map<SourceLocation, SourceLocation>();
  const move = (location: SourceLocation): SourceLocation => {
    const moved = { ...location, file: relative(cwd, resolve(root, location.file)).replaceAll("\\", "/") };
    origins.set(moved, location);
    return moved;
  };
  const problems = {
    diagnostics: shown.map((problem) => moveProblem(problem, move)),
    pages: files.length,
    failOn,
    ...(result && { result }),
    lineAt: (location: SourceLocation) => readLine(origins.get(location) ?? location),
  };
  output.write(formats[format](problems, output));
  if (format === "text" && !quiet && result) output.write(formatCensus(result));
  if (format === "text" && !quiet) output.write(`${formatSummary(problems)}\n`);
  return isFailure(findings.diagnostics, failOn) ? 1 : 0;
}

/** Whoever asks for quiet wants to know why the command failed; if it never fails, what was lost. */
function isNeeded({ severity }: Diagnostic, failOn: FailOn): boolean {
  return failsOn(severity, failOn === "never" ? "error" : failOn);
}

function moveProblem(problem: Diagnostic, move: (location: SourceLocation) => SourceLocation): Diagnostic {
  const { location, related } = problem;
  return {
    ...problem,
    location: move(location),
    ...(related && { related: related.map((place) => ({ ...place, location: move(place.location) })) }),
  };
}
