import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DocsSet } from "./find-docs.ts";

/** The tables of contents (`toc.yml`) beside the docs and above them, up to the root; relative to the root, sorted. */
export function findTocs({ root, files }: DocsSet): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return [...folders]
    .map((folder) => (folder === "." ? "toc.yml" : `${folder}/toc.yml`))
    .filter((path) => existsSync(join(root, path)))
    .sort();
}
