import { expect, test } from "vitest";
import { outlineOf, placeOf, read } from "./read.ts";

const body = "# A\n";

test.each([
  ["none", "", {}, []],
  ["plain", "---\na: b\n---\n", { a: "b" }, []],
  ["quoted", `---\na: "b: c"\nd: 'e'\n---\n`, { a: "b: c", d: "e" }, []],
  [
    "values that are no text",
    "---\na: 1\nb: true\nc:\nd: [x, y]\n---\n",
    { a: 1, b: true, c: null, d: ["x", "y"] },
    [],
  ],
  ["over several lines", '---\na: "b\n  c"\nd: e\n---\n', { a: "b c", d: "e" }, []],
  ["with a byte order mark", "\ufeff---\na: b\n---\n", { a: "b" }, []],
  ["with carriage returns", "---\r\na: b\r\n---\r\n", { a: "b" }, []],
  ["indented", "    ---\na: b\n    ---\n", { a: "b" }, []],
  ["empty", "---\n---\n", {}, []],
  ["comments only", "---\n# a\n---\n", {}, []],
  ["a key twice: the last one counts", "---\na: b\na: c\n---\n", { a: "c" }, []],
  ["names of JavaScript", "---\nconstructor: a\n__proto__: b\n---\n", { constructor: "a", ["__proto__"]: "b" }, []],
  ["a colon in a value", "---\na: b: c\nd: e\n---\n", { a: "b: c", d: "e" }, ["2 front-matter/invalid"]],
  ["a tab", "---\na:\tb\n\tc: d\n---\n", { a: "b", c: "d" }, ["3 front-matter/invalid"]],
  ["full-width colons", "---\ntitle：b\nd：e\n---\n", {}, ["2 front-matter/invalid"]],
  ["a sentence", "---\nTitel. Beschreibung.\n---\n", {}, ["2 front-matter/invalid"]],
  ["a list", "---\n- a\n- b\n---\n", {}, ["2 front-matter/invalid"]],
  ["a few aliases", "---\na: &x b\nc: *x\nd: *x\n---\n", { a: "b", c: "b", d: "b" }, []],
  ["an unknown alias", "---\na: *x\n---\n", { a: "*x" }, ["2 front-matter/invalid"]],
  ["nested too deep", `---\na: ${"[".repeat(5000)}\n---\n`, { a: "[".repeat(5000) }, ["2 front-matter/invalid"]],
  ["lists nested too deep", `---\na: b\n${"- ".repeat(5000)}c\n---\n`, { a: "b" }, ["2 front-matter/invalid"]],
  [
    "far too long",
    `---\na: b\nc: ${"d ".repeat(40_000)}\n---\n`,
    { a: "b", c: "d ".repeat(40_000).trim() },
    ["2 front-matter/invalid"],
  ],
])("%s", (_name, frontMatter, data, problems) => {
  const result = read(frontMatter + body);
  expect({ ...result.page.frontMatter }).toEqual(data);
  expect(result.problems).toEqual(problems);
  expect(outlineOf(result.page)).toEqual(["# a: A"]);
});

test("aliases that multiply are not expanded", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 12; level++) {
    const [name, previous] = ["abcdefghijklm"[level], "abcdefghijklm"[level - 1]];
    bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(", ")}]`);
  }
  const { page, problems } = read(`---\ntitle: T\n${bomb.join("\n")}\n---\n${body}`);
  expect(page.frontMatter["title"]).toBe("T");
  expect(typeof page.frontMatter["l"]).toBe("string");
  expect(problems).toEqual(["2 front-matter/invalid"]);
});

test("unclosed front matter is reported where it opens, and the page is read", () => {
  const { page, diagnostics } = read("---\na: b\n\n# A\n");
  expect(page.frontMatter).toEqual({});
  expect(outlineOf(page)).toEqual(["a: b", "# a: A"]);
  expect(diagnostics.map(({ code, location }) => [code, placeOf(location)])).toEqual([
    ["front-matter/unclosed", "1:1-2:1"],
  ]);
});

test("an invalid key is reported at its place", () => {
  const [problem] = read(`---\na: b\nc: d: e\n---\n${body}`).diagnostics;
  expect(problem && placeOf(problem.location)).toBe("3:4-3:5");
});

test.each([
  ["dashes below the first line", "a\n\n---\n\nb: c\n\n---\n"],
  ["four dashes", "----\na: b\n----\n"],
  ["dashes with text", "--- a\nb: c\n---\n"],
])("no front matter: %s", (_name, markdown) => {
  const { page, problems } = read(markdown);
  expect(page.frontMatter).toEqual({});
  expect(problems).toEqual([]);
});
