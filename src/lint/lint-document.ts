import type { OpenApiDocument } from "../openapi/document.ts";
import { fromPointer, type Locations, toPointer } from "../openapi/locations.ts";
import type { Diagnostic, Report, Severity } from "../source/diagnostic.ts";
import { type SourceLocation, startOf } from "../source/location.ts";
import { findProblems, type Problem } from "./redocly.ts";

/** How to lint. */
export interface LintOptions {
  /** A `redocly.yaml` to follow instead of our own rule set. It must exist. */
  readonly configFile?: string;
  /** The place of problems that no page causes, such as a missing licence: the project's config file, if it has one. */
  readonly fallback?: SourceLocation;
}

/**
 * Lints the document with Redocly's `recommended-strict` rules and reports each problem at the place in the docs that
 * causes it, as `lint/<rule>`.
 *
 * @see https://redocly.com/docs/cli/rules/recommended
 */
export async function lintDocument(
  { document, locations }: OpenApiDocument,
  report: Report,
  { configFile, fallback = startOf("openapi.json") }: LintOptions = {},
): Promise<void> {
  for (const problem of await findProblems(document, configFile)) {
    report(toDiagnostic(problem, locations, fallback));
  }
}

const severities: Record<Problem["severity"], Severity> = { error: "error", warn: "warning" };

function toDiagnostic(problem: Problem, locations: Locations, fallback: SourceLocation): Diagnostic {
  const message = problem.message.trim().replace(/\.$/, "");
  return {
    code: `lint/${problem.rule}`,
    severity: severities[problem.severity],
    message: `${message} (${formatPlace(problem.pointer)})`,
    expected: `a document that satisfies the rule ${problem.rule}`,
    found: message,
    location: findPlace(problem.pointer, locations) ?? fallback,
  };
}

/** What Redocly says of a path is said of its first operation; what it says of the document as a whole, of no page. */
function findPlace(pointer: string, locations: Locations): SourceLocation | undefined {
  const [root, name] = fromPointer(pointer);
  const isInPath = root === "paths" && name !== undefined;
  return locations.find(pointer) ?? (isInPath ? locations.findInside(toPointer([root, name])) : undefined);
}

/** `/paths/~1me/get/responses` is `GET /me: responses`; what is not inside an operation stays a pointer. */
function formatPlace(pointer: string): string {
  const [root, path, method, ...rest] = fromPointer(pointer);
  if (root !== "paths" || path === undefined || method === undefined) return `at #${pointer}`;
  return [`${method.toUpperCase()} ${path}`, rest.join("/")].filter(Boolean).join(": ");
}
