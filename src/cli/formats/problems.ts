import type { FailOn } from "../../build/config.ts";
import type { VerifyResult } from "../../build/lazy-stages.ts";
import type { Diagnostic, Severity } from "../../source/diagnostic.ts";
import type { SourceLocation } from "../../source/location.ts";

/** What a command found, ready to be shown. */
export interface Problems {
  /** In reading order; the files of all places are relative to the working folder, with `/`. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages were read. */
  readonly pages: number;
  readonly failOn: FailOn;
  /** What became of the examples, if they were verified. */
  readonly result?: VerifyResult;
  /** The text of the line at a place, if its file can still be read. */
  readonly lineAt: (location: SourceLocation) => string | undefined;
}

/** How many diagnostics there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}
