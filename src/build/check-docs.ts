import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import { type SourceLocation, startOf } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import { checkTranslation } from "./check-translation.ts";
import { type Compilation, type CompileOptions, compile, findDialect } from "./compile.ts";
import { lintDocument } from "./lazy-stages.ts";
import { relativePath } from "./paths.ts";
import { settleDiagnostics } from "./settle-diagnostics.ts";

/** What to check. */
export interface CheckOptions extends CompileOptions {
  /** Folder of the pages that the docs are a translation of, relative to `cwd`. */
  readonly original?: string;
}

/**
 * Compiles docs and lints the document they give: the diagnostics also hold what Redocly finds, at the place in the docs
 * that causes it, and what translation damaged on translated pages.
 *
 * @throws UsageError as `compile` does, and if there is no such lint config.
 */
export async function checkDocs(options: CheckOptions): Promise<Compilation> {
  const { lint, cwd = process.cwd(), configFile } = options;
  const lintFile = lint === undefined ? undefined : resolve(cwd, lint);
  if (lintFile !== undefined && !existsSync(lintFile)) throw new UsageError(`No lint config ${lint}`);

  const compilation = compile(options);
  const diagnostics = compareTranslations(compilation, options, cwd);
  options.onProgress?.("linting the document");
  await lintDocument(compilation.openapi, (problem) => diagnostics.push(problem), {
    ...(lintFile !== undefined && { configFile: lintFile }),
    // What no page causes, such as a missing licence, is mended in the config.
    fallback: startOf(
      configFile === undefined
        ? (compilation.files[0] ?? ".")
        : relativePath(compilation.root, resolve(cwd, configFile)),
    ),
  });
  return { ...compilation, diagnostics: settleDiagnostics(diagnostics, options) };
}

/** The compilation's diagnostics, with what the originals of its pages tell in place of what the pages alone do. */
function compareTranslations(
  compilation: Compilation,
  { original, onProgress }: CheckOptions,
  cwd: string,
): Diagnostic[] {
  onProgress?.("comparing translations");
  const found: Diagnostic[] = [];
  const compared = checkTranslation(
    compilation,
    findDialect(compilation.dialect),
    { folder: original, cwd },
    (problem) => found.push(problem),
  );
  const lines = new Set(found.map(({ location }) => lineOf(location)));
  const others = compilation.diagnostics.filter(
    ({ code, location }) => !compared.has(location.file) || !isSettled(code, lines.has(lineOf(location))),
  );
  return [...others, ...found];
}

function lineOf({ file, line }: SourceLocation): string {
  return `${line} ${file}`;
}

/**
 * Whether the comparison with an original says better what a page alone is suspected of. Names, values and scopes are compared
 * one by one; the words between scopes, and types in sentences, are not: suspicions of them stay where nothing else was found.
 */
function isSettled(code: string, isFoundThere: boolean): boolean {
  if (/^translation\/uncertain-(?:scopes|type)$/.test(code)) return isFoundThere;
  return code.startsWith("translation/") || code === "permissions/mangled-scope";
}
