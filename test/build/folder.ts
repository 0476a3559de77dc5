import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A file's content, or the target of a symbolic link. */
export type Entry = string | Buffer | { readonly link: string };

/** Makes a temporary folder with these files, by relative path; it is gone after the test. */
export function createFolder(files: Readonly<Record<string, Entry>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "md2oas-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, entry] of Object.entries(files)) createFile(folder, path, entry);
  return folder;
}

/** Adds a file to a folder and gives its absolute path. */
export function createFile(folder: string, path: string, entry: Entry = ""): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (typeof entry === "string" || Buffer.isBuffer(entry)) writeFileSync(file, entry);
  else symlinkSync(entry.link, file);
  return file;
}
