import { describe, expect, test } from "vitest";
import { blocksOf, outlineOf, placeOf, read } from "./read.ts";

const code = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines].join("\n");
const end = "```";

describe("comments are not content", () => {
  test.each([
    ["on a line", "a\n\n<!-- b -->\n\nc", ["a", "c"]],
    ["in a line", "a <!-- b --> c", ["a c"]],
    ["several in a line", "a <!-- b --> c <!-- d --> e", ["a c e"]],
    ["over several lines", "a <!-- b\n\n## c\n\n- d --> e", ["a e"]],
    ["request lines, headings and tables inside", "<!--\nDELETE /a\n\n# b\n\n|c|\n|--|\n-->\nd", ["d"]],
    ["before a heading's text", "## <!-- b --> a", ["## a: a"]],
    ["right before text", "<!-- b -->a", ["a"]],
    ["in a list", "- a\n<!-- b -->\n- c", ["- a", "- c"]],
    ["in a quote", "> a\n> <!-- b -->\n> c", ["quote> a", "quote> c"]],
    ["code between code marks", "a `<!-- b -->` c", ["a <!-- b --> c"]],
    ["behind code marks", "a `<!--` b <!-- c --> d", ["a <!-- b d"]],
    ["in a code block", code("", "<!-- a -->", end), [": <!-- a -->"]],
    ["empty", "a <!----> b", ["a b"]],
  ])("%s", (_name, markdown, outline) => {
    const { page, problems } = read(markdown);
    expect(outlineOf(page)).toEqual(outline);
    expect(problems).toEqual([]);
  });

  test("the end of the file closes a comment", () => {
    const { page, diagnostics } = read("a\n\n<!-- b\n\n## c\n");
    expect(outlineOf(page)).toEqual(["a"]);
    expect(diagnostics.map(({ code: name, location }) => [name, placeOf(location)])).toEqual([
      ["comment/unclosed", "3:1-3:5"],
    ]);
  });
});

describe("code blocks", () => {
  test.each([
    ["closed", code("json", "{}", end), ["json: {}"], []],
    ["with tildes", "~~~json\n```\n~~~", ["json: ```"], []],
    ["with longer fences inside shorter ones", "````md\n```\na\n```\n````", ["md: ```/a/```"], []],
    ["indented", "  ```http\n  GET /a\n  ```\n\nb", ["http: GET /a", "b"], []],
    ["in a list", "1. a\n\n   ```http\n   GET /b\n   ```\n\n2. c", ["- a", "http: GET /b", "- c"], []],
    ["in a list, without an empty line", "- a\n  ```http\n  GET /b\n  ```\n- c", ["- a", "http: GET /b", "- c"], []],
    ["in a quote", "> ```http\n> GET /a\n> ```\n\nb", ["http: GET /a", "b"], []],
    ["empty", code("http", end), ["http: "], []],
    ["a request in the info string", code("http GET /a", end), ["http: "], []],
    ["inline code of three backticks is no fence", "```a``` b\n\n## c", ["a b", "## c: c"], []],
    [
      "with a closing fence behind the code",
      code("json", `{}${end}`, "", "## a"),
      ["json: {}", "## a: a"],
      ["2 code/glued-fence"],
    ],
    [
      "with blanks behind the glued fence",
      code("json", `{}${end}  `, "", "## a"),
      ["json: {}", "## a: a"],
      ["2 code/glued-fence"],
    ],
    [
      "ended by a heading",
      code("http", "GET /a", "", "## b", "c"),
      ["http: GET /a/", "## b: b", "c"],
      ["1 code/unclosed"],
    ],
    [
      "ended by a translated heading",
      code("http", "GET /a", '# <a name="b"></a>b'),
      ["http: GET /a", "# b: b"],
      ["1 code/unclosed"],
    ],
    [
      "ended by an annotation",
      code("http", "GET /a", '<!-- { "b": 1 } -->', code("http", "GET /c", end)),
      ["http: GET /a", "http: GET /c"],
      ["1 code/unclosed"],
    ],
    [
      "ended by another block",
      code("http", "GET /a", code("json", "{}", end)),
      ["http: GET /a", "json: {}"],
      ["1 code/unclosed"],
    ],
    ["ended by the file", code("json", "{}", "", "text"), ["json: {}//text"], ["1 code/unclosed"]],
    ["JSON with a string of marks", code("json", '{"a": "## b"}', end), ['json: {"a": "## b"}'], []],
    ["a comment of a shell script", code("bash", "## a", "b", end), ["bash: ## a/b"], []],
    ["a comment in code without a language", code("", "## a", "b", end, "", "c"), [": ## a/b", "c"], []],
    ["Markdown with code", "````markdown\n## a\n```\nb\n```\n````", ["markdown: ## a/```/b/```"], []],
  ])("%s", (_name, markdown, outline, problems) => {
    const result = read(markdown);
    expect(outlineOf(result.page)).toEqual(outline);
    expect(result.problems).toEqual(problems);
  });

  test("a closing fence whose opening was lost in translation does not swallow what follows", () => {
    const { page, problems } = read(
      [
        "'''http GET/Trees",
        "",
        end,
        '## <a name="a"></a>A',
        "",
        "|B|",
        "|--|",
        "|c|",
        "",
        code("http", "GET /d", end),
      ].join("\n"),
    );
    expect(outlineOf(page)).toEqual(["'''http GET/Trees", ": ", "## a: A", "| B |", "| c |", "http: GET /d"]);
    expect(problems).toEqual(["3 code/unclosed"]);
  });

  test("also where headings carry no anchors", () => {
    const { page, problems } = read([end, "## A", "", "b", "", code("http", "GET /c", end)].join("\n"));
    expect(outlineOf(page)).toEqual([": ", "## a: A", "b", "http: GET /c"]);
    expect(problems).toEqual(["1 code/unclosed"]);
  });

  test("code and its text know where they stand", () => {
    const [block] = blocksOf(read("a\n\n  ```json\n  {\n    1\n  }\n  ```\n").page).slice(1);
    expect(
      block?.kind === "code" && [placeOf(block.location), block.textLocation.line, block.indent, block.text],
    ).toEqual(["3:1-7:6", 4, 2, "{\n  1\n}"]);
  });

  test("an empty line at the start of the code does not move its text", () => {
    const [block] = blocksOf(read("```http\n\n  GET /a\n```\n").page);
    expect(block?.kind === "code" && [block.textLocation.line, block.indent, block.text]).toEqual([2, 0, "\n  GET /a"]);
  });
});

test.each([
  ["two marks", "##a", ["## a: a"], ["1 heading/missing-space"]],
  ["six marks", "######a", ["###### a: a"], ["1 heading/missing-space"]],
  ["indented", "  ###a", ["### a: a"], ["1 heading/missing-space"]],
  ["translated", '##<a name="b"></a>a', ["## b: a"], ["1 heading/missing-space"]],
  ["one mark at the start of a page", "#a", ["# a: a"], ["1 heading/missing-space"]],
  ["one mark later on is a word", "b\n\n#a", ["b", "#a"], []],
  ["seven marks are text", "#######a", ["#######a"], []],
  ["an empty heading", "##", ["## : "], []],
  ["closing marks", "## a ##", ["## a: a"], []],
  ["marks that close nothing", "## C#", ["## c: C#"], []],
  ["much space inside", "##   a    b   ", ["## a-b: a b"], []],
  ["no heading", "a ##b", ["a ##b"], []],
  ["in code", code("bash", "##a", end), ["bash: ##a"], []],
])("headings: %s", (_name, markdown, outline, problems) => {
  const result = read(markdown);
  expect(outlineOf(result.page)).toEqual(outline);
  expect(result.problems).toEqual(problems);
});

test.each([
  ["in a quote", "> ```http\n> GET /a\n\n## b\nc", ["http: GET /a", "## b: b", "c"]],
  ["behind a bullet", "- ```http\n  GET /a\n\n## b\nc", ["- ", "http: GET /a", "## b: b", "c"]],
  ["in an item", "- a\n\n  ```http\n  GET /a\n\n## b\nc", ["- a", "http: GET /a", "## b: b", "c"]],
])("a fence that is never closed %s ends there", (_name, markdown, outline) => {
  const { page, problems } = read(markdown);
  expect(outlineOf(page).map((line) => line.replace(/\/$/, ""))).toEqual(outline);
  expect(problems.map((problem) => problem.replace(/^\d+ /, ""))).toEqual(["code/unclosed"]);
});

describe("lists that go deeper than the parser", () => {
  const nested = (levels: number, indent: string, bullet: string) =>
    Array.from({ length: levels }, (_, level) => `${indent.repeat(level)}${bullet} item ${level}`);

  test.each([
    ["ten levels", nested(10, "  ", "-"), 0],
    ["forty levels", nested(40, "  ", "-"), 0],
    ["a thousand levels", nested(1000, "  ", "*"), 1],
    ["a thousand numbers", nested(1000, "   ", "1."), 1],
    ["a hundred tabs", nested(100, "\t", "-"), 1],
    ["bullets in one line", [`${"- ".repeat(500)}item 0`], 1],
    ["lists in quotes", nested(300, "> ", "-"), 1],
  ])("%s: all items and what follows are read", (_name, lines, problems) => {
    const { page, diagnostics } = read([...lines, "", "## After", "", "text"].join("\n"));
    const text = JSON.stringify(page);
    for (const level of lines.keys()) expect(text).toContain(`item ${level}`);
    expect(page.sections.map(({ id }) => id)).toEqual(["after"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(problems).fill("list/too-deep"));
  });
});
