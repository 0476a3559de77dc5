import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "./paths.ts";

/** What marks the top folder of a documentation set: DocFX, Microsoft's publishing pipeline, Git. */
const markers = ["docfx.json", ".openpublishing.publish.config.json", ".git"];

/**
 * The nearest folder at or above the docs that holds a marker, else the folder of the docs itself (of several: the
 * nearest that holds all). Includes may not leave it.
 *
 * @param folders absolute, symbolic links resolved; at least one.
 */
export function findRoot(folders: readonly string[]): string {
  const common = folders.reduce((folder, next) => {
    let shared = folder;
    while (!isInside(shared, next)) shared = dirname(shared);
    return shared;
  });
  for (let folder = common; ; folder = dirname(folder)) {
    if (markers.some((marker) => existsSync(join(folder, marker)))) return folder;
    if (folder === dirname(folder)) return common;
  }
}
