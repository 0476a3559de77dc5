/** `npm run package`: packs md2oas, installs the package in an empty project, and uses it there as its users will. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const temporary = mkdtempSync(join(tmpdir(), "md2oas-package-"));
const checkout = join(temporary, "checkout");
const project = join(temporary, "project");
// Node 24 comes from here; everything else has to come with the package.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
  npm_config_loglevel: "error",
};

/** What strict projects set; `skipLibCheck` because Prism's dependencies have no types. */
const compilerOptions = {
  strict: true,
  target: "es2024",
  module: "nodenext",
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  outDir: "built",
};

try {
  copyCheckout();
  const [packed] = JSON.parse(run(checkout, "npm", "pack", "--silent", "--json", "--pack-destination", project));
  step(`packed ${packed.filename}: ${packed.entryCount} files, ${Math.round(packed.size / 1024)} kB`);
  assertClean(packed.files.map(({ path }: { path: string }) => path));

  writeFileSync(join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  run(project, "npm", "install", "--no-audit", "--no-fund", `./${packed.filename}`);
  assert(!existsSync(join(project, "node_modules/.bin/node")), "a Node binary was installed");
  const sizes = globSync("node_modules/**/*", { cwd: project, withFileTypes: true }).map((entry) =>
    entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0,
  );
  step(`installed: ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20)} MB, no Node binary`);

  cpSync(join(root, "spec/docs"), join(project, "docs"), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(run(project, "npx", "md2oas", "--version").trim(), version);
  run(project, "npx", "md2oas", "build", "docs", "-o", "openapi.yaml");
  run(project, "npx", "md2oas", "generate", "openapi.yaml", "-o", "client");
  step(run(project, "npx", "md2oas", "verify", "docs").trim().split("\n")[0] ?? "");

  cpSync(join(root, "test/package/consumer.ts"), join(project, "consumer.ts"));
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts", "client"] }));
  run(project, "npx", "tsc");
  const facts = JSON.parse(run(project, process.execPath, "built/consumer.js"));
  assert.deepEqual(facts, {
    operations: 9,
    problems: 0,
    id: "1f2c",
    wrong: "worst",
    isUsageError: true,
    isClass: true,
  });
  step("library: typed and importable");
} finally {
  rmSync(temporary, { recursive: true });
}

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** `npm pack` changes package.json while it runs; nobody who works here meanwhile should see that. */
function copyCheckout(): void {
  for (const name of readdirSync(root)) {
    if (["node_modules", "dist", ".git"].includes(name)) continue;
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"), "dir");
  mkdirSync(project);
}

/** The package holds what runs, its types, the text that generated clients are made of, and what people read. */
function assertClean(files: readonly string[]): void {
  const foreign = files.filter(
    (path) => !/^(dist\/|docs\/|src\/client\/runtime\/|(package\.json|README\.md|CHANGELOG\.md|LICENSE)$)/.test(path),
  );
  assert.deepEqual(foreign, []);
  assert(files.includes("dist/cli/main.js") && files.includes("dist/index.d.ts"), "the package lacks its entry points");
}

function step(text: string): void {
  process.stdout.write(`${text}\n`);
}
