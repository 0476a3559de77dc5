import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dialects } from "../src/dialects/index.ts";
import { readPage } from "../src/markdown/read-page.ts";
import { SourceFile } from "../src/source/source-text.ts";

/** Every page of the sample and of the golden cases. */
const pages = ["spec/docs", "test/cases"].flatMap((folder) => globSync(`${folder}/**/*.md`)).sort();

test("there are pages to cut", () => {
  expect(pages.length).toBeGreaterThan(20);
});

/** Whoever writes a page has, at every moment, one that is cut off somewhere. Reading it never fails. */
test.each(pages)(
  "%s, cut at every character, is read",
  (path) => {
    const text = readFileSync(path, "utf8");
    for (let length = 0; length <= text.length; length++) {
      const page = readPage(new SourceFile(path, text.slice(0, length)), {}, ignore);
      for (const dialect of dialects) dialect.link([dialect.readPage(page, ignore)], ignore);
    }
  },
  120_000,
);

function ignore(): void {}
