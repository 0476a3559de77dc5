import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type DocsQuery, findDocs } from "../../src/build/find-docs.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { createFolder, type Entry } from "./folder.ts";

/** The only place in this file that knows how docs are found. */
function find(files: Readonly<Record<string, Entry>>, query: Partial<DocsQuery> = {}) {
  const cwd = createFolder(files);
  const diagnostics: Diagnostic[] = [];
  const set = findDocs({ docs: ["docs"], cwd, ...query }, (problem) => diagnostics.push(problem));
  return {
    root: set.root.slice(cwd.length + 1),
    files: set.files,
    problems: diagnostics.map(({ code, location }) => `${location.file} ${code}`),
  };
}

test.each<[string, Record<string, Entry>, string[]]>([
  ["sorted by code unit", { "docs/b.md": "", "docs/B.md": "", "docs/a/z.md": "" }, ["B.md", "a/z.md", "b.md"]],
  ["any case of the suffix", { "docs/A.MD": "", "docs/b.txt": "", "docs/c.md.bak": "" }, ["A.MD"]],
  ["no fragments", { "docs/a.md": "", "docs/includes/b.md": "", "docs/x/includes/y/c.md": "" }, ["a.md"]],
  ["no hidden folders", { "docs/a.md": "", "docs/.git2/b.md": "", "docs/node_modules/c/d.md": "" }, ["a.md"]],
  ["a link to a file, once", { "docs/a.md": "", "docs/b.md": { link: "a.md" } }, ["a.md"]],
  ["a link to a folder", { "docs/a.md": "", "docs/z": { link: "y" }, "docs/y/b.md": "" }, ["a.md", "y/b.md"]],
  ["a folder that holds itself", { "docs/a.md": "", "docs/again": { link: "." } }, ["a.md"]],
])("%s", (_name, files, expected) => {
  expect(find(files)).toEqual({ root: "docs", files: expected, problems: [] });
});

test.each<[string, Record<string, Entry>, string]>([
  [
    "a link out of the root",
    { "docs/a.md": "", "docs/out.md": { link: "../secret.md" }, "secret.md": "" },
    "file/outside-root",
  ],
  ["a folder out of the root", { "docs/a.md": "", "docs/out.md": { link: ".." } }, "file/outside-root"],
  ["a link to nothing", { "docs/a.md": "", "docs/out.md": { link: "gone.md" } }, "file/unreadable"],
  ["a link to itself", { "docs/a.md": "", "docs/out.md": { link: "out.md" } }, "file/unreadable"],
])("%s is reported, not followed", (_name, files, code) => {
  expect(find(files)).toEqual({ root: "docs", files: ["a.md"], problems: [`out.md ${code}`] });
});

test.each([
  ["a marker above", { "api/v1/a.md": "", "docfx.json": "" }, ["api/v1"], "", ["api/v1/a.md"]],
  ["the nearest marker", { "api/v1/a.md": "", "docfx.json": "", "api/.git/HEAD": "" }, ["api/v1"], "api", ["v1/a.md"]],
  ["the file's folder", { "docs/a.md": "" }, ["docs/a.md"], "docs", ["a.md"]],
  ["what holds all", { "x/a/a.md": "", "x/b/b.md": "" }, ["x/a", "x/b"], "x", ["a/a.md", "b/b.md"]],
])("the root is %s", (_name, files, docs, root, expected) => {
  expect(find(files, { docs })).toEqual({ root, files: expected, problems: [] });
});

test("what is given by name is read, also a folder of fragments", () => {
  expect(find({ "docs/includes/a.md": "" }, { docs: ["docs/includes"] }).files).toEqual(["a.md"]);
});

test("excluded globs are relative to the root", () => {
  const files = { "docs/a.md": "", "docs/drafts/b.md": "" };
  expect(find(files, { root: ".", exclude: ["docs/drafts/**"] }).files).toEqual(["docs/a.md"]);
});

test.each([
  ["nothing there", {}, { docs: ["gone"] }, "No such file or folder: gone"],
  ["no Markdown", { "docs/a.txt": "" }, {}, "No Markdown files (*.md) in docs"],
  ["all excluded", { "docs/a.md": "" }, { exclude: ["**"] }, "No Markdown files (*.md) in docs"],
  ["another kind of file", { "docs/a.txt": "" }, { docs: ["docs/a.txt"] }, "docs/a.txt is not a Markdown file (*.md)"],
  ["outside the root", { "docs/a.md": "", "x/b.md": "" }, { root: "x" }, "docs lies outside the root x"],
  ["no such root", { "docs/a.md": "" }, { root: "y" }, "No such file or folder: y"],
  ["a root that is a file", { "docs/a.md": "" }, { root: "docs/a.md" }, "The root docs/a.md is not a folder"],
])("refuses %s", (_name, files, query, message) => {
  expect(() => find(files as Record<string, Entry>, query)).toThrow(message);
});

test("an empty folder has no Markdown", () => {
  const cwd = createFolder();
  mkdirSync(join(cwd, "docs"));
  expect(() => findDocs({ docs: ["docs"], cwd }, () => {})).toThrow("No Markdown files (*.md) in docs");
});
