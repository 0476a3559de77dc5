import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { startOf } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import { type CompareOptions, compareTranslations } from "./compare-translations.ts";
import { type Compilation, compile } from "./compile.ts";
import { lintDocument } from "./lazy-stages.ts";
import { relativePath } from "./paths.ts";
import { settleDiagnostics } from "./settle-diagnostics.ts";

/**
 * Compiles docs and lints the document they give: the diagnostics also hold what Redocly finds, at the place in the docs
 * that causes it, and what translation damaged on translated pages.
 *
 * @throws UsageError as `compile` does, and if there is no such lint config.
 */
export async function checkDocs(options: CompareOptions): Promise<Compilation> {
  const { lint, cwd = process.cwd(), configFile } = options;
  const lintFile = lint === undefined ? undefined : resolve(cwd, lint);
  if (lintFile !== undefined && !existsSync(lintFile)) throw new UsageError(`No lint config ${lint}`);

  const compilation = compile(options);
  options.onProgress?.("comparing translations");
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
