import { countSeverities, type Problems } from "./problems.ts";

/**
 * For programs: `{ version, pages, counts, diagnostics }`. The fields of a diagnostic are those of the library's
 * `Diagnostic`; files are relative to the working folder.
 */
export function formatJson({ diagnostics, pages }: Problems): string {
  return `${JSON.stringify({ version: 1, pages, counts: countSeverities(diagnostics), diagnostics }, null, 2)}\n`;
}
