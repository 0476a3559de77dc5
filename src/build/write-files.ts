import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../source/usage-error.ts";
import { isInside, relativePath } from "./paths.ts";
import { formatSystemError, isSystemError } from "./system-error.ts";

interface Draft {
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes files, by absolute path, whole or not at all: all texts go to temporary files beside their targets first, and
 * are renamed only when every one is on the disk. A file that already has its text is left alone.
 *
 * @returns the paths that changed.
 * @throws UsageError where a file cannot be written; the targets are then as they were before.
 */
export function writeFiles(files: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...files].filter(([path, text]) => assertWritable(path) && readText(path) !== text);
  const drafts: Draft[] = [];
  try {
    for (const [path, text] of changed) {
      const draft = attempt(path, () => draftFor(path));
      drafts.push(draft);
      attempt(path, () => writeFileSync(draft.temporary, text));
    }
    for (const { target, temporary } of drafts) attempt(target, () => renameSync(temporary, target));
  } finally {
    for (const { temporary } of drafts) rmSync(temporary, { force: true });
  }
  return changed.map(([path]) => path);
}

/**
 * Makes sure that a file can be written, before the work that gives its text. Files and folders marked read-only count
 * as such for the superuser too, and a rename would ignore the mark of a file.
 *
 * @throws UsageError if the path is a folder or read-only.
 */
export function assertWritable(path: string): true {
  const stats = findStats(path);
  if (stats?.isDirectory()) refuse(path, "it is a folder");
  if (stats && !stats.isFile()) refuse(path, "it is not a regular file");
  if (stats && isReadOnly(stats)) refuse(path, "it is read-only");
  let folder = dirname(path);
  while (!findStats(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const parent = findStats(folder);
  if (parent && !parent.isDirectory()) refuse(path, `${shown(folder)} is not a folder`);
  if (parent && !stats && isReadOnly(parent)) refuse(path, `${shown(folder)} is read-only`);
  return true;
}

function findStats(path: string): Stats | undefined {
  return attempt(path, () => {
    try {
      return statSync(path, { throwIfNoEntry: false });
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOTDIR") return undefined;
      throw error;
    }
  });
}

function isReadOnly({ mode }: Stats): boolean {
  return (mode & 0o222) === 0;
}

function readText(path: string): string | undefined {
  return findStats(path) && attempt(path, () => readFileSync(path, "utf8"));
}

/** A symbolic link stays one: the file it leads to is replaced. */
function draftFor(path: string): Draft {
  mkdirSync(dirname(path), { recursive: true });
  const target = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
  return { target, temporary: join(dirname(target), `.${basename(target)}.${process.pid}.tmp`) };
}

function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    refuse(path, formatSystemError(error));
  }
}

function refuse(path: string, reason: string): never {
  throw new UsageError(`Cannot write ${shown(path)}: ${reason}`);
}

/** As the user most likely knows it. */
function shown(path: string): string {
  return isInside(process.cwd(), path) ? relativePath(process.cwd(), path) : path;
}
