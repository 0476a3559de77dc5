import { matchesGlob } from "node:path";
import { compareDiagnostics, type Diagnostic, type Severity } from "../source/diagnostic.ts";
import type { FailOn, Suppression } from "./config.ts";

/** What the user decided about diagnostics. */
export interface DiagnosticPolicy {
  readonly severity?: Readonly<Record<string, Severity | "off">>;
  readonly suppress?: readonly Suppression[];
}

/**
 * The diagnostics as they are shown: in reading order, each cause once, with the user's severities, without those
 * switched off or suppressed.
 */
export function settleDiagnostics(diagnostics: readonly Diagnostic[], policy: DiagnosticPolicy = {}): Diagnostic[] {
  const severityOf = createSeverityLookup(policy.severity ?? {});
  const settled = diagnostics.flatMap((diagnostic) => {
    const severity = severityOf(diagnostic.code) ?? diagnostic.severity;
    if (severity === "off" || isSuppressed(diagnostic, policy.suppress ?? [])) return [];
    return [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }];
  });
  return settled.sort(compareDiagnostics).filter((diagnostic, index) => !isSame(diagnostic, settled[index - 1]));
}

/** Whether a command that shows these diagnostics has failed. */
export function isFailure(diagnostics: readonly Diagnostic[], failOn: FailOn): boolean {
  return diagnostics.some(({ severity }) => failsOn(severity, failOn));
}

/** Whether one problem of this severity makes a command fail. */
export function failsOn(severity: Severity, failOn: FailOn): boolean {
  return failOn !== "never" && (severity === "error" || (severity === "warning" && failOn === "warning"));
}

/** A code beats its area. */
function createSeverityLookup(
  overrides: Readonly<Record<string, Severity | "off">>,
): (code: string) => Severity | "off" | undefined {
  const byName = new Map(Object.entries(overrides));
  return (code) => byName.get(code) ?? byName.get(areaOf(code));
}

function isSuppressed({ code, location }: Diagnostic, suppressions: readonly Suppression[]): boolean {
  return suppressions.some(
    (suppression) =>
      (suppression.code === code || suppression.code === areaOf(code)) &&
      (suppression.file === undefined || matchesGlob(location.file, suppression.file)),
  );
}

/** `table/row-width` is in the area `table/*`. */
function areaOf(code: string): string {
  return `${code.slice(0, code.indexOf("/"))}/*`;
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return b !== undefined && compareDiagnostics(a, b) === 0;
}
