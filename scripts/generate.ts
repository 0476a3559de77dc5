/** `npm run generate [-- --check]`: builds spec/ and generated/ from spec/docs, or tells whether they are up to date. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildSample, outputs, root } from "./sample.ts";

if (process.argv.includes("--check")) {
  // The outputs are written anew over a copy: what changes there is out of date here.
  const copy = mkdtempSync(join(tmpdir(), "md2oas-generate-"));
  for (const file of outputs) if (existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));
  const { changed } = await buildSample(copy);
  rmSync(copy, { recursive: true });
  const stale = changed.map((path) => relative(copy, path)).sort();
  if (stale.length > 0) process.stdout.write(`Out of date, run "npm run generate": ${stale.join(", ")}\n`);
  else process.stdout.write("spec/ and generated/ are up to date\n");
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  const { changed } = await buildSample();
  const names = changed.map((path) => relative(root, path)).sort();
  process.stdout.write(names.length > 0 ? `wrote ${names.join(", ")}\n` : "nothing has changed\n");
}
