import type { Diagnostic } from "../source/diagnostic.ts";
import { checkContract } from "./check-contract.ts";
import { type ComparedPages, checkTranslation } from "./check-translation.ts";
import { type Compilation, type CompileOptions, compile, findDialect } from "./compile.ts";
import { PlacePairs } from "./place-pairs.ts";

/** How docs were compiled, and what to compare them with. */
export interface CompareOptions extends CompileOptions {
  /** Folder of the pages that the docs are a translation of, relative to `cwd`. */
  readonly original?: string;
}

/** The compilation's diagnostics, with what the originals of its pages tell in place of what the pages alone do. */
export function compareTranslations(compilation: Compilation, options: CompareOptions, cwd: string): Diagnostic[] {
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
function compareDocuments(compilation: Compilation, options: CompareOptions, comparison: Comparison): Diagnostic[] {
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
