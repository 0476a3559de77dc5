/**
 * Makes package.json fit for publishing while `npm pack` runs, and puts it back afterwards.
 *
 * Whoever installs md2oas brings a Node of their own. The one this repository works with (190 MB), the development
 * dependencies and the scripts stay here.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const manifest = join(root, "package.json");
const kept = join(root, "node_modules", ".package.json.kept");

// A run that was cut short has left the manifest of the package behind: both actions begin by putting things right.
if (existsSync(kept)) {
  writeFileSync(manifest, readFileSync(kept));
  renameSync(kept, `${kept}.last`);
}

if (process.argv[2] === "strip") {
  const text = readFileSync(manifest, "utf8");
  writeFileSync(kept, text);
  const { devDependencies, optionalDependencies, allowScripts, scripts, ...published } = JSON.parse(text);
  // npm reads the script that undoes this from the manifest on disk.
  published.scripts = { postpack: scripts.postpack };
  writeFileSync(manifest, `${JSON.stringify(published, undefined, 2)}\n`);
}
