import { describe, expect, test } from "vitest";
import { outlineOf, placeOf, read, sectionsOf } from "./read.ts";

describe("sections are named by their anchor, else by their slug", () => {
  test.each([
    ["a slug", "## Request body", "request-body: Request body"],
    ["an anchor", '## <a name="request-body"></a>Anforderungstext', "request-body: Anforderungstext"],
    ["an anchor by id", '## <a id="b"></a>A', "b: A"],
    ["an anchor with blanks", '## <a name="b" > </a> A', "b: A"],
    ["two anchors: the first", '## <a name="b"></a><a name="c"></a>A', "b: A"],
    ["an author's anchor around the text", '## <a name="b">A</a>', "a: A"],
    ["an author's anchor behind the text", '## A <a name="b"></a>', "a: A"],
    ["an empty anchor", '## <a name=""></a>A b', "a-b: A b"],
    ["code", "## `a` values", "a-values: a values"],
    ["a link", "## [A](a.md) b", "a-b: A b"],
    ["bold", "## **A**", "a: A"],
    ["signs", "## A & b: c (d)", "a--b-c-d: A & b: c (d)"],
    ["another script", "## 响应 1", "响应-1: 响应 1"],
    ["an empty heading", "##", ": "],
  ])("%s", (_name, markdown, outline) => {
    expect(outlineOf(read(markdown).page)).toEqual([`## ${outline}`]);
  });
});

describe("the outline", () => {
  /** Ids of the sections, nested as they are. */
  function nesting(sections: ReturnType<typeof read>["page"]["sections"]): unknown[] {
    return sections.map(({ id, sections: inner }) => (inner.length === 0 ? id : [id, ...nesting(inner)]));
  }

  test.each([
    ["nested", "# a\n## b\n### c\n## d", [["a", ["b", "c"], "d"]]],
    ["a level left out", "## a\n##### b\n##### c\n## d", [["a", "b", "c"], "d"]],
    ["a level left out, then taken", "# a\n### b\n## c\n### d", [["a", "b", ["c", "d"]]]],
    ["starting low", "### a\n## b\n# c", ["a", "b", "c"]],
    [
      "two titles",
      "# a\n## b\n# c\n## d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["the same heading twice", "# a\n## b\n## b\n### b", [["a", "b", ["b", "b"]]]],
    ["underlines make no heading", "# a\nb\n---\nc\n===", ["a"]],
    ["indented", "# a\n   ## b", [["a", "b"]]],
    ["indented by four is code", "# a\n\n    ## b", ["a"]],
    ["no blank lines", "# a\ntext\n## b\n- item\n## c", [["a", "b", "c"]]],
    ["inside a list item", "# a\n- b\n\n  ## c\n\n## d", [["a", "d"]]],
    ["inside a quote", "# a\n> ## b\n> c\n\n## d", [["a", "d"]]],
  ])("%s", (_name, markdown, expected) => {
    expect(nesting(read(markdown).page.sections)).toEqual(expected);
  });

  test("what stands before the first heading belongs to the page", () => {
    expect(outlineOf(read("a\n\n# b\n\nc").page)).toEqual(["a", "# b: b", "c"]);
  });

  test("the words of headings in lists and quotes are kept", () => {
    expect(outlineOf(read("> ## a\n> b\n\n- ## c\n  d").page)).toEqual(["quote> a", "quote> b", "- c", "d"]);
  });
});

test("a section reaches to the next one, its heading is its text", () => {
  const sections = sectionsOf(read('# A\n\nb\n\n## <a name="c"></a>C d ##\n\ne\n# F\n').page);
  expect(sections.map(({ location, heading }) => [placeOf(location), placeOf(heading.location)])).toEqual([
    ["1:1-8:1", "1:3-1:4"],
    ["5:1-8:1", "5:20-5:23"],
    ["8:1-9:1", "8:3-8:4"],
  ]);
});

describe("tabs", () => {
  test.each([
    [
      "tab heads are no headings",
      "## A\n\n# [HTTP](#tab/http)\nb\n# [C#](#tab/csharp)\nc\n---\nd\n## E",
      ["## a: A", "(http) b", "(csharp) c", "d", "## e: E"],
    ],
    ["translated", '## A\n\n# <a name="http"></a>[HTTP](#tab/http)\nb\n\n---\nc', ["## a: A", "(http) b", "c"]],
    ["with a condition", "# [A](#tab/a/x)\nb\n***\nc", ["(a) b", "c"]],
    ["of any level", "### [A](#tab/a)\nb\n***\nc", ["(a) b", "c"]],
    ["a heading ends them, too", "# [A](#tab/a)\nb\n## C\nd", ["(a) b", "## c: C", "d"]],
    [
      "code and tables in tabs",
      "# [A](#tab/a)\n```c\nb\n```\n|c|\n|--|\n|d|\n\n---\n",
      ["(a) c: b", "(a) | c |", "(a) | d |"],
    ],
    ["an ordinary link to a tab", "## See [A](#tabs)\nb", ["## see-a: See A", "b"]],
  ])("%s", (_name, markdown, outline) => {
    expect(outlineOf(read(markdown).page)).toEqual(outline);
  });
});
