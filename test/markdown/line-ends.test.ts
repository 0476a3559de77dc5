import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outlineOf, read } from "./read.ts";

const pages = globSync("test/cases/**/*.md").sort();

/** Git writes carriage returns on Windows: they change nothing but columns. */
test.each(pages)("%s reads alike with carriage returns", (path) => {
  const text = readFileSync(path, "utf8");
  const [plain, windows] = [read(text), read(text.replaceAll("\n", "\r\n"))];
  expect(outlineOf(windows.page)).toEqual(outlineOf(plain.page));
  expect(windows.page.frontMatter).toEqual(plain.page.frontMatter);
  expect(windows.problems).toEqual(plain.problems);
});
