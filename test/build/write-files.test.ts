import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../src/build/write-files.ts";
import { createFile, createFolder } from "./folder.ts";

function write(folder: string, files: Record<string, string>): string[] {
  const paths = new Map(Object.entries(files).map(([path, text]) => [join(folder, path), text]));
  return writeFiles(paths).map((path) => path.slice(folder.length + 1));
}

test("writes files, and folders on the way", () => {
  const folder = createFolder();
  expect(write(folder, { "a.yaml": "a", "x/y/b.json": "b" })).toEqual(["a.yaml", "x/y/b.json"]);
  expect(readFileSync(join(folder, "x/y/b.json"), "utf8")).toBe("b");
  expect(readdirSync(folder)).toEqual(["a.yaml", "x"]);
});

test("writes only what changed", () => {
  const folder = createFolder({ "a.yaml": "a", "b.yaml": "b" });
  const before = statSync(join(folder, "a.yaml")).ino;
  expect(write(folder, { "a.yaml": "a", "b.yaml": "B" })).toEqual(["b.yaml"]);
  expect(statSync(join(folder, "a.yaml")).ino).toBe(before);
  expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("B");
});

test("writes through a symbolic link", () => {
  const folder = createFolder({ "real/a.yaml": "a", "a.yaml": { link: "real/a.yaml" } });
  write(folder, { "a.yaml": "A" });
  expect(readFileSync(join(folder, "real/a.yaml"), "utf8")).toBe("A");
});

test.each([
  ["a folder", (folder: string) => mkdirSync(join(folder, "b.yaml")), "b.yaml: it is a folder"],
  ["a read-only file", (folder: string) => chmodSync(createFile(folder, "b.yaml"), 0o444), "b.yaml: it is read-only"],
  ["a file as folder", (folder: string) => createFile(folder, "x"), "x is not a folder", "x/b.yaml"],
  ["a read-only folder", (folder: string) => mkdirSync(join(folder, "x"), 0o555), "x is read-only", "x/b.yaml"],
  ["a link to nothing", (folder: string) => createFile(folder, "b.yaml", { link: "gone/b" }), "no such file"],
])("writes nothing at all when one target is %s", (_name, prepare, message, target = "b.yaml") => {
  const folder = createFolder({ "a.yaml": "a" });
  prepare(folder);
  expect(() => write(folder, { "a.yaml": "A", [target]: "B" })).toThrow(message);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
