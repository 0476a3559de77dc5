/**
 * Makes package.json fit for publishing while `npm pack` runs (`strip`), and puts it back afterwards (`restore`).
 *
 * Whoever installs md2oas brings a Node of their own. The one this repository works with (190 MB), the development
 * dependencies and the scripts stay here.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const manifest = join(root, "package.json");
const kept = join(root, ".package.json.kept");

// A run that was cut short has left the manifest of the package behind: both actions begin by putting things right.
if (existsSync(kept)) {
  writeFileSync(manifest, readFileSync(kept));
  rmSync(kept);
}

if (process.argv[2] === "strip") {
  const text = readFileSync(manifest, "utf8");
  writeFileSync(kept, text);
  const { devDependencies, optionalDependencies, allowScripts, scripts, ...published } = JSON.parse(text);
  // npm reads what undoes this from the manifest on disk.
  published.scripts = { postpack: scripts.postpack };
  writeFileSync(manifest, `${JSON.stringify(published, undefined, 2)}\n`);
}
