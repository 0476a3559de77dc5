import { join } from "node:path";
import { expect, test } from "vitest";
import { type Flags, readSettings } from "../../src/build/settings.ts";
import { createFolder } from "./folder.ts";

/** A project with a config, beside docs that are not its own. */
function read(config: object, docs: readonly string[], flags: Flags = {}, cwd = ".") {
  const folder = createFolder({
    "md2oas.config.json": JSON.stringify(config),
    "docs/a.md": "",
    "docs/sub/b.md": "",
    "other/c.md": "",
    "sub/md2oas.config.json": JSON.stringify(config),
  });
  return readSettings(join(folder, cwd), docs, flags);
}

test("without arguments everything comes from the config", async () => {
  const config = {
    docs: "docs",
    root: ".",
    out: "out/x.yaml",
    client: "gen",
    lint: "redocly.yaml",
    title: "T",
    servers: "https://a.b",
  };
  expect(await read(config, [])).toMatchObject({
    ...config,
    docs: ["docs"],
    servers: ["https://a.b"],
    exclude: [],
    failOn: "error",
  });
});

test("paths are shown from the working folder", async () => {
  const settings = await read({ docs: "../docs", out: "x.yaml" }, [], { config: "sub/md2oas.config.json" });
  expect(settings).toMatchObject({ docs: ["docs"], out: "sub/x.yaml" });
});

test("flags win", async () => {
  const flags = { root: "docs", dialect: "graph", language: "de", failOn: "never" } as const;
  expect(await read({ docs: "docs", root: ".", language: "en", failOn: "warning" }, [], flags)).toMatchObject(flags);
});

test.each<[string, object, string[], Flags, boolean]>([
  ["docs it names", { docs: "docs" }, ["docs"], {}, true],
  ["docs inside those it names", { docs: ["docs"] }, ["docs/sub/b.md", "docs/a.md"], {}, true],
  ["docs from elsewhere", { docs: "docs" }, ["other"], {}, false],
  ["some docs from elsewhere", { docs: "docs" }, ["docs", "other"], {}, false],
  ["docs that do not exist", { docs: "docs" }, ["gone"], {}, false],
  ["docs in its folder, if it names none", {}, ["other"], {}, true],
  ["docs out of its folder", {}, [".."], {}, false],
  ["any docs, if it is asked for", { docs: "docs" }, ["other"], { config: "md2oas.config.json" }, true],
])("a config applies to %s", async (_name, config, docs, flags, applies) => {
  const settings = await read({ ...config, title: "T" }, docs, flags);
  expect(settings.docs).toEqual(docs);
  expect(settings.title).toBe(applies ? "T" : undefined);
});
