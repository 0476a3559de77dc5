import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import { startOf } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import { checkContract } from "./check-contract.ts";
import { type ComparedPages, checkTranslation } from "./check-translation.ts";
import { type Compilation, type CompileOptions, compile, findDialect } from "./compile.ts";
import { lintDocument } from "./lazy-stages.ts";
import { relativePath } from "./paths.ts";
import { PlacePairs } from "./place-pairs.ts";
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
function compareTranslations(compilation: Compilation, options: CheckOptions, cwd: string): Diagnostic[] {
  options.onProgress?.("comparing translations");
  const found: Diagnostic[] = [];
  const places = new PlacePairs();
  const pages = checkTranslation(compilation, findDialect(compilation.dialect), {
    folder: options.original,
    cwd,
    report: (problem) => found.push(problem),
    pair: (original, translation) => places.add(original, translation),
  });
  if (pages.originals.size > 0) found.push(...compareDocuments(compilation, options, { ...pages, places, found }));
  const others = compilation.diagnostics.filter(
    ({ code, location }) => !pages.compared.has(location.file) || !isSettled(code),
  );
  return [...others, ...found];
}

interface Comparison extends ComparedPages {
  readonly places: PlacePairs;
  readonly found: readonly Diagnostic[];
}

/** Compares the documents that the translated pages and their originals give; pages without an original have no part in it. */
function compareDocuments(compilation: Compilation, options: CheckOptions, comparison: Comparison): Diagnostic[] {
  const { originals, originalRoot, places, found } = comparison;
  const compileOnly = (files: Iterable<string>, root: string) =>
    compile({ ...options, docs: [...files], exclude: [], root, cwd: root });
  return checkContract({
    original: compileOnly(originals.values(), originalRoot),
    translation:
      originals.size === compilation.files.length ? compilation : compileOnly(originals.keys(), compilation.root),
    places,
    found,
  });
}

/** Whether the comparison with an original says better what a page alone is suspected of. */
function isSettled(code: string): boolean {
  return code.startsWith("translation/") || code === "permissions/mangled-scope";
}
