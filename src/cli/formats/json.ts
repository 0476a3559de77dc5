import { countSeverities, type Problems } from "./problems.ts";

/**
 * For programs: `{ version, pages, counts, diagnostics }`, and `result`, the census of `verify`. The fields of a diagnostic are those of the library's
 * `Diagnostic`; files are relative to the working folder.
 */
export function formatJson({ diagnostics, pages, result }: Problems): string {
  return `${JSON.stringify({ version: 1, pages, counts: countSeverities(diagnostics), result, diagnostics }, null, 2)}\n`;
}
