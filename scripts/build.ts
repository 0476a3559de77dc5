/** Compiles src/ into dist/, and copies the data files beside the code (vocabularies and the like). */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);

rmSync(join(root, "dist"), { recursive: true, force: true });
const compiler = join(root, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
for (const file of globSync("**/*", { cwd: join(root, "src"), withFileTypes: true })) {
  if (!file.isFile() || file.name.endsWith(".ts")) continue;
  const source = join(file.parentPath, file.name);
  cpSync(source, source.replace(join(root, "src"), join(root, "dist")));
}
process.exitCode = status ?? 1;
