import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/build/load-config.ts";
import { createFolder } from "./folder.ts";

function load(files: Record<string, string>, file?: string) {
  return loadConfig(createFolder(files), file);
}

test.each([
  ["md2oas.config.ts", 'const out: string = "x.yaml";\nexport default { out };'],
  ["md2oas.config.js", 'export default { out: "x.yaml" };'],
  ["md2oas.config.json", '{ "out": "x.yaml" }'],
])("reads %s", async (name, text) => {
  expect((await load({ [name]: text, "package.json": '{ "type": "module" }' })).config).toEqual({ out: "x.yaml" });
});

test("there need be no config", async () => {
  const folder = createFolder();
  expect(await loadConfig(folder)).toEqual({ config: {}, folder });
});

test("paths are relative to the config file", async () => {
  const cwd = createFolder({ "sub/my.json": "{}" });
  expect(await loadConfig(cwd, "sub/my.json")).toEqual({
    config: {},
    file: join(cwd, "sub/my.json"),
    folder: join(cwd, "sub"),
  });
});

test.each([
  ["an unknown key", '{ "langauge": "de" }', '"langauge" is not a known key (did you mean "language"?)'],
  ["a key like nothing", '{ "zzz": 1 }', '"zzz" is not a known key'],
  [
    "a trap",
    '{ "constructor": 1, "__proto__": 1 }',
    '"constructor" is not a known key; "__proto__" is not a known key',
  ],
  ["a wrong type", '{ "out": 5 }', '"out" must be a string, not 5'],
  ["an empty path", '{ "root": "" }', '"root" must be a string, not ""'],
  ["a wrong item", '{ "docs": ["a", null] }', '"docs[1]" must be a string, not null'],
  [
    "a wrong word",
    '{ "failOn": "eror" }',
    '"failOn" must be one of "error", "warning", "never", not "eror" (did you mean "error"?)',
  ],
  [
    "a nested key",
    '{ "license": { "nam": "MIT", "identifier": "MIT" } }',
    '"license.nam" is not a known key (did you mean "name"?); "license.name" is missing',
  ],
  ["half a licence", '{ "license": { "name": "MIT" } }', '"license" must have either "identifier" or "url"'],
  ["no URL", '{ "servers": "api" }', '"servers" must be an absolute URL, not "api"'],
  [
    "a severity",
    '{ "severity": { "table/*": "none" } }',
    '"severity.table/*" must be one of "error", "warning", "info", "off", not "none"',
  ],
  ["no reason", '{ "suppress": [{ "code": "a/b" }] }', '"suppress[0].reason" is missing'],
  ["a list", "[]", "the config must be an object, not a list"],
])("refuses %s", async (_name, text, message) => {
  await expect(load({ "md2oas.config.json": text })).rejects.toThrow(`md2oas.config.json: ${message}`);
});

test.each([
  ["broken JSON", "md2oas.config.json", "{ out }", /^md2oas\.config\.json: Expected property name.*line 1/],
  ["broken TypeScript", "md2oas.config.ts", "export default {", /^md2oas\.config\.ts: [^\n]+$/],
  ["code that throws", "md2oas.config.ts", 'throw new Error("no\\n token")', /^md2oas\.config\.ts: no token$/],
  ["no default export", "md2oas.config.ts", "export const out = 1", /default export/],
  ["a missing import", "md2oas.config.ts", 'import "./gone.ts"', /gone\.ts/],
])("refuses %s with one line", async (_name, file, text, message) => {
  await expect(load({ [file]: text })).rejects.toThrow(message);
});

test("a config that is named must exist", async () => {
  await expect(load({}, "my.config.ts")).rejects.toThrow("No config file my.config.ts");
});
