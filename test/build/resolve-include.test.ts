import { join } from "node:path";
import { expect, test } from "vitest";
import { createIncludeResolver } from "../../src/build/resolve-include.ts";
import { SourceFile } from "../../src/source/source-text.ts";
import { createFolder } from "./folder.ts";

function resolve(path: string, from = "api/page.md") {
  const folder = createFolder({
    "secret.md": "secret",
    "docs/includes/a.md": "A",
    "docs/includes/b c.md": "B",
    "docs/includes/deep/d.md": "D",
    "docs/includes/picture.md": Buffer.from([0, 1]),
    "docs/includes/code.cs": "code",
    "docs/includes/out.md": { link: "../../secret.md" },
    "docs/includes/out": { link: "../.." },
    "docs/includes/in.md": { link: "a.md" },
    "docs/includes/loop.md": { link: "loop.md" },
  });
  const answer = createIncludeResolver(join(folder, "docs")).forPage()(path, new SourceFile(from, ""));
  return "problem" in answer ? answer.problem : `${answer.path} ${answer.text}`;
}

test.each([
  ["../includes/a.md", "includes/a.md A"],
  ["../includes/deep/../a.md", "includes/a.md A"],
  ["~/includes/a.md", "includes/a.md A"],
  ["/includes/a.md", "includes/a.md A"],
  ["..\\includes\\a.md", "includes/a.md A"],
  ["../includes/b%20c.md", "includes/b c.md B"],
  ["../includes/a.md?view=1#top", "includes/a.md A"],
  ["../includes/in.md", "includes/a.md A"],
])("finds %s", (path, expected) => {
  expect(resolve(path)).toBe(expected);
});

test("starts at the file that holds the include, not at the page", () => {
  expect(resolve("d.md", "includes/deep/x.md")).toBe("includes/deep/d.md D");
});

test.each([
  ["../includes/gone.md", "no such file"],
  ["../includes/a.md/b.md", "no such file"],
  ["../includes/a%00.md", "no such file"],
  ["../includes/100%.md", "no such file"],
  ["../../secret.md", "a path that leaves the docs root"],
  ["~/../secret.md", "a path that leaves the docs root"],
  ["/../../../../etc/passwd", "a path that leaves the docs root"],
  ["..%2F..%2Fsecret.md", "a path that leaves the docs root"],
  ["../includes/out.md", "a path that leaves the docs root"],
  ["../includes/out/secret.md", "a path that leaves the docs root"],
  ["../includes/code.cs", "a file that is not Markdown"],
  ["../includes", "a file that is not Markdown"],
  ["../includes/picture.md", "a file that cannot be read (binary data)"],
  ["../includes/loop.md", "a file that cannot be read (symbolic links in a circle)"],
])("does not read %s", (path, problem) => {
  expect(resolve(path)).toBe(problem);
});

test("a page cannot include without end", () => {
  const resolver = createIncludeResolver(createFolder({ "a.md": "A" }));
  const page = new SourceFile("page.md", "");
  const include = resolver.forPage();
  const answers = Array.from({ length: 1001 }, () => include("a.md", page));
  expect(answers.filter((answer) => "problem" in answer)).toEqual([
    { problem: expect.stringContaining("more than 1000 files") },
  ]);
  expect(resolver.forPage()("a.md", page)).toHaveProperty("text", "A");
});
