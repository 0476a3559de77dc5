import type { Problems } from "../../../src/cli/formats/problems.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";

/** A diagnostic at `api/users.md:3:5`, unless told otherwise. */
export function problem(overrides: Partial<Diagnostic> & { readonly file?: string } = {}): Diagnostic {
  const { file = "api/users.md", ...rest } = overrides;
  return {
    code: "table/row-width",
    severity: "warning",
    message: "Row is too short",
    expected: "2 cells",
    found: "1",
    location: { file, line: 3, column: 5, endLine: 3, endColumn: 8 },
    ...rest,
  };
}

/** Problems to show, at the default `--fail-on`. */
export function problems(...diagnostics: readonly Diagnostic[]): Problems {
  return { diagnostics, pages: 2, failOn: "error", lineAt: () => "| \tid | String" };
}
