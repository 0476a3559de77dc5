import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "../dialects/dialect.ts";
import type { ResolveInclude } from "../markdown/include.ts";
import type { Page } from "../markdown/page.ts";
import { readPage } from "../markdown/read-page.ts";
import type { Report } from "../source/diagnostic.ts";
import type { SourceFile } from "../source/source-text.ts";
import { type DocsSet, findDocs } from "./find-docs.ts";
import { isInside } from "./paths.ts";
import { readSource } from "./read-source.ts";
import { createIncludeResolver } from "./resolve-include.ts";

/**
 * Compares translated pages with their originals, and reports what the translation damaged. The original of a side-by-side page is in
 * the page itself; that of any other is the file of the same path below the folder `original`, if one is given.
 *
 * @returns the files that were compared.
 * @throws UsageError if the folder does not exist or holds no Markdown.
 */
export function checkTranslation(
  { root, files }: DocsSet,
  dialect: Dialect,
  original: { readonly folder: string | undefined; readonly cwd: string },
  report: Report,
): ReadonlySet<string> {
  const compared = new Set<string>();
  if (!dialect.compareTranslation) return compared;
  const originals = original.folder === undefined ? undefined : openOriginals(original.folder, original.cwd);
  const includes = createIncludeResolver(root);
  for (const path of files) {
    const file = readSource(root, path, ignore);
    if (!file) continue;
    const pages = readSides(file, includes.forPage) ?? withOriginal(file, includes.forPage(), originals);
    if (!pages) continue;
    dialect.compareTranslation(pages.original, pages.translation, report);
    compared.add(path);
  }
  return compared;
}

/** What is wrong with the files themselves was reported when they were compiled. */
function ignore(): void {}

interface Pair {
  readonly original: Page;
  readonly translation: Page;
}

/** Both halves of a side-by-side page. */
function readSides(file: SourceFile, include: () => ResolveInclude): Pair | undefined {
  const original = readPage(file, { include: include() }, ignore);
  if (original.translationLanguage === undefined) return undefined;
  return { original, translation: readPage(file, { include: include(), side: "target" }, ignore) };
}

type FindOriginal = (path: string) => Page | undefined;

function withOriginal(file: SourceFile, include: ResolveInclude, find: FindOriginal | undefined): Pair | undefined {
  const original = find?.(file.path);
  return original && { original, translation: readPage(file, { include }, ignore) };
}

/**
 * Finds originals by path. The two sets need not start at the same folder: `v1.0/api/x.md` is looked for as `v1.0/api/x.md`, as
 * `api/x.md`, and as `x.md`.
 */
function openOriginals(folder: string, cwd: string): FindOriginal {
  const { root } = findDocs({ docs: [folder], cwd, root: folder }, ignore);
  const includes = createIncludeResolver(root);
  return (path) => {
    const parts = path.split("/");
    const found = parts.map((_, index) => parts.slice(index).join("/")).find((name) => isFile(root, name));
    const file = found === undefined ? undefined : readSource(root, found, ignore);
    return file && readPage(file, { include: includes.forPage() }, ignore);
  };
}

function isFile(root: string, path: string): boolean {
  return isInside(root, join(root, path)) && existsSync(join(root, path));
}
