import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path/posix";
import ts from "typescript";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

/** Each folder of `src`, and the folders it may import. Data flows down the list. */
const layers: Readonly<Record<string, readonly string[]>> = {
  source: [],
  markdown: ["source"],
  model: ["source"],
  dialects: ["source", "markdown", "model"],
  openapi: ["source", "model"],
  lint: ["source", "openapi"],
  client: ["source", "openapi"],
  mock: ["source", "openapi"],
  verify: ["source", "model", "openapi", "client", "mock"],
  build: ["source", "markdown", "model", "dialects", "openapi", "lint", "client", "mock", "verify"],
  cli: ["source", "build"],
};

/** The folders (or single files) that know a package; the rest of the code need not. */
const owners: Readonly<Record<string, readonly string[]>> = {
  "@redocly/openapi-core": ["lint"],
  "@stoplight/http-spec": ["mock"],
  "@stoplight/prism-http": ["mock"],
  ajv: ["openapi", "mock"],
  "ajv-formats": ["openapi", "mock"],
  chokidar: ["build", "cli"],
  commander: ["cli"],
  "fp-ts": ["mock"],
  "github-slugger": ["markdown"],
  "jsonc-parser": ["markdown", "dialects", "openapi"],
  "markdown-it": ["markdown"],
  "openapi-fetch": ["client"],
  "openapi-typescript": ["client"],
  pluralize: ["dialects"],
  typescript: ["client"],
  // Front matter, the document, and the docs' table of contents.
  yaml: ["markdown", "openapi", "build"],
};

/** Stages are pure: the docs are read, and outputs written, in one place. */
const builtinOwners: Readonly<Record<string, readonly string[]>> = {
  // Besides the build: our own manifest, and the text of our own runtime.
  "node:fs": ["build", "cli/version.ts", "client/runtime-text.ts"],
  // A module can only be loaded from a file.
  "node:fs/promises": ["build", "client/load-client.ts"],
};

const files = globSync("src/*/**/*.ts").map((file) => relative("src", file.replaceAll("\\", "/")));

/** Every module a file names: imports, re-exports, `import()` and `import type`. */
const imports = files.flatMap((file) =>
  ts
    .preProcessFile(readFileSync(join("src", file), "utf8"))
    .importedFiles.map(({ fileName }) => [file, fileName] as const),
);

test("there is code in every layer, and no folder is without one", () => {
  expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
});

test("every dependency has an owner", () => {
  expect(Object.keys(owners).sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test("a layer imports only those below it", () => {
  const wrong = imports.filter(([file, name]) => {
    if (!name.startsWith(".")) return false;
    const target = layerOf(join(dirname(file), name));
    return target !== layerOf(file) && !layers[layerOf(file)]?.includes(target);
  });
  expect(wrong).toEqual([]);
});

test("a package is imported by its owner only", () => {
  const wrong = imports.filter(([file, name]) => {
    if (name.startsWith(".")) return false;
    if (isBuiltin(name)) return builtinOwners[name] !== undefined && !isOwned(file, builtinOwners[name]);
    return !isOwned(file, owners[packageOf(name)] ?? []);
  });
  expect(wrong).toEqual([]);
});

test("only the command line ends the process or prints", () => {
  const prints = /\bprocess\.(exit|stdout|stderr)\b|\bconsole\./;
  const wrong = files.filter((file) => layerOf(file) !== "cli" && prints.test(readFileSync(join("src", file), "utf8")));
  expect(wrong).toEqual([]);
});

function isOwned(file: string, by: readonly string[]): boolean {
  return by.includes(file) || by.includes(layerOf(file));
}

function layerOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** `@scope/name/inside` is a module of the package `@scope/name`. */
function packageOf(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}
