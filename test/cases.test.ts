import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path/posix";
import { expect, test } from "vitest";
import { type CompileOptions, compile } from "../src/build/compile.ts";
import type { ApiModel } from "../src/model/api-model.ts";
import { formatDocument } from "../src/openapi/format-document.ts";
import type { Diagnostic } from "../src/source/diagnostic.ts";
import type { SourceLocation } from "../src/source/location.ts";

/**
 * Golden cases: `test/cases/<dialect>/<name>/` holds one page, `input.md`, or a tree of pages, `docs/`, and what they give:
 * `model.json`, `openapi.yaml` and `diagnostics.txt`, which is there also if it is empty. `options.json` may hold further
 * options of `compile`. `npm run test:update` writes the golden files; in CI a missing one fails.
 */
const cases = globSync("test/cases/*/*/").map((folder) => folder.replaceAll("\\", "/"));

test.each(cases.sort())("%s", async (folder) => {
  const { model, openapi, diagnostics } = compile(optionsOf(folder));
  await expect(formatModel(model)).toMatchFileSnapshot(golden(folder, "model.json"));
  await expect(formatDocument(openapi.document, "yaml")).toMatchFileSnapshot(golden(folder, "openapi.yaml"));
  await expect(formatDiagnostics(diagnostics)).toMatchFileSnapshot(golden(folder, "diagnostics.txt"));
});

test("every diagnostic about what the docs say occurs in a case or in a test of its own", () => {
  const defined = globSync("src/{markdown,dialects,openapi}/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/defineDiagnostic\(\s*"([^"]+)"/g)].map(([, code = ""]) => code),
  );
  const files = ["test/cases/*/*/diagnostics.txt", "test/{markdown,dialects,openapi}/**/*"].flatMap((glob) =>
    globSync(glob, { withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  expect(defined.filter((code) => !texts.some((text) => text.includes(code)))).toEqual([]);
});

function optionsOf(folder: string): CompileOptions {
  const tree = join(folder, "docs");
  const isTree = existsSync(tree);
  const options = join(folder, "options.json");
  return {
    docs: isTree ? tree : join(folder, "input.md"),
    root: isTree ? tree : folder,
    dialect: basename(join(folder, "..")),
    ...(existsSync(options) && JSON.parse(readFileSync(options, "utf8"))),
  };
}

/** Golden files are found from the test's own folder. */
function golden(folder: string, name: string): string {
  return join("..", folder, name);
}

/** Locations are most of a model; in one line each they do not get in the way of reading it. */
function formatModel(model: ApiModel): string {
  const shorten = (key: string, value: unknown) =>
    key === "location" ? formatLocation(value as SourceLocation) : value;
  return `${JSON.stringify(model, shorten, 2)}\n`;
}

function formatLocation({ file, line, column, endLine, endColumn }: SourceLocation): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn}`;
}

function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatDiagnostic).join("");
}

function formatDiagnostic({ location, severity, code, message, pointer, related = [] }: Diagnostic): string {
  const inside = pointer === undefined ? "" : ` (at ${pointer})`;
  const places = related.map((place) => `  ${formatLocation(place.location)} ${place.message}\n`);
  return `${formatLocation(location)} ${severity} ${code} ${message}${inside}\n${places.join("")}`;
}
