import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join, matchesGlob, resolve } from "node:path";
import type { Report } from "../source/diagnostic.ts";
import { startOf } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import { fileOutsideRoot, fileUnreadable } from "./diagnostics.ts";
import { findRoot } from "./find-root.ts";
import { isInside, relativePath } from "./paths.ts";
import { formatSystemError, isSystemError } from "./system-error.ts";

/** Which docs to read. */
export interface DocsQuery {
  /** Files or folders, relative to `cwd`. */
  readonly docs: readonly string[];
  readonly cwd: string;
  /** Folder that includes and symbolic links may not leave. Default: see `findRoot`. */
  readonly root?: string;
  /** Globs of files to leave out, relative to the root. */
  readonly exclude?: readonly string[];
}

/** The Markdown files of a documentation set. */
export interface DocsSet {
  /** Absolute, symbolic links resolved. */
  readonly root: string;
  /** Relative to the root, with `/`, sorted by code unit, each file once. */
  readonly files: readonly string[];
}

/**
 * Finds the `*.md` files among and under `docs`. Folders named `includes` or `_includes` hold fragments, not pages, by the
 * convention of DocFX and Jekyll; hidden folders and `node_modules` are nobody's docs. All are passed over unless given by name.
 *
 * @throws UsageError if a path does not exist, lies outside the root, or nothing is found.
 */
export function findDocs({ docs, cwd, root, exclude = [] }: DocsQuery, report: Report): DocsSet {
  const given = docs.map((path) => ({ path: resolveGiven(path, cwd), shown: path }));
  const folders = given.map(({ path }) => (statSync(path).isDirectory() ? path : dirname(path)));
  const top = root === undefined ? findRoot(folders) : resolveFolder(root, cwd);
  const outside = given.find(({ path }) => !isInside(top, path));
  if (outside) throw new UsageError(`${outside.shown} lies outside the root ${root}`);

  const files = new Set<string>();
  for (const { path, shown } of given) {
    if (!statSync(path).isDirectory()) files.add(relativePath(top, assertMarkdown(path, shown)));
    else for (const file of findInFolder(path, top, report)) files.add(file);
  }
  const pages = [...files].filter((file) => !exclude.some((glob) => matchesGlob(file, glob))).sort();
  if (pages.length === 0) throw new UsageError(`No Markdown files (*.md) in ${docs.join(", ")}`);
  return { root: top, files: pages };
}

function resolveGiven(path: string, cwd: string): string {
  try {
    return realpathSync(resolve(cwd, path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new UsageError(`No such file or folder: ${path}`);
    throw new UsageError(`Cannot read ${path}: ${formatSystemError(error)}`);
  }
}

function resolveFolder(path: string, cwd: string): string {
  const folder = resolveGiven(path, cwd);
  if (!statSync(folder).isDirectory()) throw new UsageError(`The root ${path} is not a folder`);
  return folder;
}

function assertMarkdown(path: string, shown: string): string {
  if (!isMarkdown(path)) throw new UsageError(`${shown} is not a Markdown file (*.md)`);
  return path;
}

/** By name alone: nobody reads a file to find out. */
export function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}

function* findInFolder(top: string, root: string, report: Report): Generator<string> {
  const seen = new Set<string>();
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const entry of readFolder(folder, root, report)) {
      const found = resolveEntry(entry, folder, root, report);
      if (found?.stats.isDirectory() && !isPassedOver(entry.name)) folders.push(found.path);
      else if (found?.stats.isFile() && isMarkdown(entry.name)) yield relativePath(root, found.path);
    }
  }
}

function isPassedOver(folder: string): boolean {
  return folder.startsWith(".") || folder === "node_modules" || /^_?includes$/i.test(folder);
}

function readFolder(folder: string, root: string, report: Report): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    report(fileUnreadable(startOf(relativePath(root, folder)), formatSystemError(error)));
    return [];
  }
}

/** The file or folder that an entry stands for, through symbolic links that stay inside the root. */
function resolveEntry(
  entry: Dirent,
  folder: string,
  root: string,
  report: Report,
): { path: string; stats: Dirent | Stats } | undefined {
  const path = join(folder, entry.name);
  if (!entry.isSymbolicLink()) return { path, stats: entry };
  try {
    const target = realpathSync(path);
    if (isInside(root, target)) return { path: target, stats: statSync(target) };
    report(fileOutsideRoot(startOf(relativePath(root, path))));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (isMarkdown(path)) report(fileUnreadable(startOf(relativePath(root, path)), formatSystemError(error)));
  }
  return undefined;
}
