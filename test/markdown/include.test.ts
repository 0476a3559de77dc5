import { describe, expect, test } from "vitest";
import { blocksOf, outlineOf, placeOf, read, tableOf } from "./read.ts";

const include = (path: string) => `[!INCLUDE [title](${path})]`;

describe("how an include is written", () => {
  test.each([
    ["plain", "[!INCLUDE [a](part.md)]"],
    ["in lower case", "[!include [a](part.md)]"],
    ["without a blank", "[!INCLUDE[a](part.md)]"],
    ["with a dash", "[!INCLUDE-[a](part.md)]"],
    ["with a title", '[!INCLUDE [a](part.md "A b")]'],
    ["with blanks", "[!INCLUDE  [a]( part.md ) ]"],
    ["without a name", "[!INCLUDE [](part.md)]"],
  ])("%s", (_name, markdown) => {
    expect(outlineOf(read(`a\n\n${markdown}\n\nb`, { "part.md": "text" }).page)).toEqual(["a", "text", "b"]);
  });

  test.each([
    ["in a code block", "```md\n[!INCLUDE [a](part.md)]\n```", ["md: [!INCLUDE [a](part.md)]"]],
    ["in code", "a `[!INCLUDE [a](part.md)]`", ["a [!INCLUDE [a](part.md)]"]],
    ["in a comment", '<!-- {"a": "[!INCLUDE [a](part.md)]"} -->', []],
    ["a link to a file of that name", "[INCLUDE](part.md)", ["INCLUDE"]],
  ])("no include: %s", (_name, markdown, outline) => {
    const { page, problems } = read(markdown, { "part.md": "text" });
    expect(outlineOf(page)).toEqual(outline);
    expect(problems).toEqual([]);
  });
});

describe("where an include stands", () => {
  test.each([
    ["blocks of their own", `a\n${include("part.md")}\nb`, "# c\n\n- d\n", ["a", "# c: c", "- d", "b"]],
    ["below a heading", `## a\n${include("part.md")}\n`, "|b|\n|--|\n|c|", ["## a: a", "| b |", "| c |"]],
    ["in a line", `a ${include("part.md")} b`, "c **d**\n", ["a c d b"]],
    ["in a line, several paragraphs", `a ${include("part.md")} b`, "c\nd\n\ne", ["a c d e b"]],
    ["in a cell", `|a|b|\n|--|--|\n|${include("part.md")}|c|`, "d\ne", ["| a | b |", "| d e | c |"]],
    [
      "as rows of a table",
      `|a|b|\n|--|--|\n|1|2|\n${include("part.md")}\n|5|6|`,
      "|3|4|\n",
      ["| a | b |", "| 1 | 2 |", "| 3 | 4 |", "| 5 | 6 |"],
    ],
    ["in an item", `- ${include("part.md")}\n- b`, "c\nd\n", ["- c d", "- b"]],
    ["in an item, several blocks", `1. ${include("part.md")}\n2. b`, "c\n\n- d\n", ["- c", "- d", "- b"]],
    ["below an item", `- a\n\n  ${include("part.md")}\n\n- b`, "c\n\nd\n", ["- a", "c", "d", "- b"]],
    ["in a quote", `> [!NOTE]\n> ${include("part.md")}\n> b`, "c\n\nd\n", ["note> c", "note> d b"]],
    ["two in a row", `${include("part.md")}\n${include("part.md")}`, "a", ["a", "a"]],
    ["an empty file", `a\n\n${include("part.md")}\n\nb`, "", ["a", "b"]],
    ["a file of empty lines, in a line", `a ${include("part.md")} b`, "\n\n", ["a b"]],
    ["a file with front matter", include("part.md"), "---\ntitle: x\n---\na", ["a"]],
    ["a file with a comment", include("part.md"), "a <!-- b --> c", ["a c"]],
    ["a file with code", `a\n\n${include("part.md")}\n`, "```json\n{}\n```", ["a", "json: {}"]],
    ["a file with an open fence", `${include("part.md")}\n\n## b`, "```json\n{}", ["json: {}", "## b: b"]],
    ["a file with carriage returns", `a\n\n${include("part.md")}`, "b\r\n\r\nc\r\n", ["a", "b", "c"]],
  ])("%s", (_name, markdown, part, outline) => {
    expect(outlineOf(read(markdown, { "part.md": part }).page)).toEqual(outline);
  });

  test("a table of included rows is one table", () => {
    const markdown = `|a|b|\n|--|--|\n${include("part.md")}\n`;
    expect(tableOf(markdown, { "part.md": "|1|2|\n|3|4|" })).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });
});

describe("includes that cannot be read", () => {
  test.each([
    ["missing, on a line", `a\n\n${include("gone.md")}\n\nb`, {}, ["a", "b"], ["3 include/unresolved"]],
    ["missing, in a line", `a ${include("gone.md")} b`, {}, ["a b"], ["1 include/unresolved"]],
    [
      "missing, in an include",
      include("x.md"),
      { "x.md": `a\n\n${include("gone.md")}` },
      ["a"],
      ["x.md:3 include/unresolved"],
    ],
    ["itself", `a\n\n${include("page.md")}`, { "page.md": "b" }, ["a"], ["3 include/cycle"]],
    [
      "in a circle",
      include("x.md"),
      { "x.md": `a\n\n${include("y.md")}`, "y.md": `b\n\n${include("x.md")}` },
      ["a", "b"],
      ["y.md:3 include/cycle"],
    ],
    [
      "back to the page",
      include("x.md"),
      { "x.md": `a\n\n${include("page.md")}`, "page.md": "b" },
      ["a"],
      ["x.md:3 include/cycle"],
    ],
    [
      "twice is no circle",
      `${include("x.md")}\n${include("y.md")}`,
      { "x.md": "a", "y.md": include("x.md") },
      ["a", "a"],
      [],
    ],
  ])("%s", (_name, markdown, files, outline, problems) => {
    const result = read(markdown, files);
    expect(outlineOf(result.page)).toEqual(outline);
    expect(result.problems).toEqual(problems);
  });
});

test("what is included stands in the included file", () => {
  const { page } = read(`a\n\n${include("part.md")}\n\nb ${include("word.md")} c\n`, {
    "part.md": "---\nx: y\n---\n\n|c|\n|--|\n|d|\n",
    "word.md": "d\n",
  });
  const places = blocksOf(page).map(({ location }) => `${location.file}:${placeOf(location)}`);
  expect(places).toEqual(["page.md:1:1-1:2", "part.md:5:1-7:4", "page.md:5:1-5:32"]);
});
