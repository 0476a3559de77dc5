import { expect, test } from "vitest";
import { blocksOf, placeOf, read } from "./read.ts";

const block = "```http\nGET /a\n```\n";

/** The data of the annotation of each code block; `null` if it has none. */
function annotationsOf(markdown: string): unknown[] {
  return blocksOf(read(markdown).page).flatMap((found) =>
    found.kind === "code" ? [found.annotation?.data ?? null] : [],
  );
}

test.each([
  ["one line", '<!-- {"a": "b"} -->', { a: "b" }],
  ["no blanks", '<!--{"a":"b"}-->', { a: "b" }],
  ["several lines", '<!-- {\n  "a": "b",\n  "c": 1\n} -->', { a: "b", c: 1 }],
  ["brackets on lines of their own", '<!--\n{\n"a": "b"\n}\n-->', { a: "b" }],
  ["a trailing comma", '<!-- {"a": "b",} -->', { a: "b" }],
  ["a trailing comma in a list", '<!-- {"a": ["b", "c",]} -->', { a: ["b", "c"] }],
  ["a name without quotes", '<!-- {"a": "b", isC: true} -->', { a: "b", isC: true }],
  ["a line end in a string", '<!-- {"a": "b\n   c"} -->', { a: "b c" }],
  ["a tab in a string", '<!-- {"a": "b\tc"} -->', { a: "b\tc" }],
  ["encoded quotes", "<!-- {&quot;a&quot;: &quot;b&quot;} -->", { a: "b" }],
  ["an encoded quote in a string", '<!-- {"a": "b&quot;c"} -->', { a: "b&quot;c" }],
  ["an escaped quote", '<!-- {"a": "b \\" c"} -->', { a: 'b " c' }],
  ["a comment", '<!-- {"a": "b" /* c */} -->', { a: "b" }],
  ["carriage returns", '<!-- {\r\n"a": "b"\r\n} -->', { a: "b" }],
])("%s", (_name, comment, data) => {
  expect(annotationsOf(`${comment}\n${block}`)).toEqual([data]);
  expect(read(`${comment}\n${block}`).problems).toEqual([]);
});

test.each([
  ["a missing colon", '<!-- {"a" "b", "c": 1} -->'],
  ["an unclosed brace", '<!-- {"a": "b" -->'],
  ["an unclosed string", '<!-- {"a": "b} -->'],
  ["nested too deep", `<!-- {"a": ${"[".repeat(100_000)} -->`],
])("%s is reported at the comment", (_name, comment) => {
  const { diagnostics } = read(`text\n\n${comment}\n${block}`);
  expect(diagnostics.map(({ code, location }) => [code, location.line, location.column])).toEqual([
    ["annotation/invalid-json", 3, 1],
  ]);
});

test("names of JavaScript are data", () => {
  const [data] = annotationsOf(`<!-- {"__proto__": {"x": 1}, "constructor": "c"} -->\n${block}`);
  expect(Object.keys(data as object)).toEqual(["__proto__", "constructor"]);
  expect((data as { x?: number }).x).toBeUndefined();
});

const note = '<!-- {"n": 1} -->';

test.each([
  ["an empty line between", `${note}\n\n${block}`, [{ n: 1 }]],
  ["a heading between", `${note}\n\n##### Request\n\n${block}`, [{ n: 1 }]],
  ["a sentence between", `${note}\n\nThis is a request.\n\n${block}`, [{ n: 1 }]],
  ["a page of text between", `${note}\n\na\n\nb\n\nc\n\nd\n\ne\n\n${block}`, [null]],
  ["another block between", `${note}\n${block}\n${block}`, [{ n: 1 }, null]],
  ["one for each", `${note}\n${block}\n<!-- {"n": 2} -->\n${block}`, [{ n: 1 }, { n: 2 }]],
  ["the last of several", `<!-- {"n": 0} -->\n${note}\n${block}`, [{ n: 1 }]],
  ["behind the block", `${block}\n${note}\n`, [null]],
  ["text that is no annotation", `<!-- uuid: 1 -->\n${block}`, [null]],
  ["before an indented block", `- a\n\n  ${note}\n  ~~~http\n  GET /a\n  ~~~\n`, [{ n: 1 }]],
  ["in a quote", `> ${note}\n> ~~~http\n> GET /a\n> ~~~\n`, [{ n: 1 }]],
])("it describes the next code block: %s", (_name, markdown, annotations) => {
  expect(annotationsOf(markdown)).toEqual(annotations);
});

test("the page keeps those that describe no block", () => {
  const { page } = read(`# A\n\n${block}\n${note}\n`);
  expect(page.annotations.map(({ data, location }) => [data, placeOf(location)])).toEqual([[{ n: 1 }, "7:1-7:18"]]);
});

test("one in an included file describes a block there", () => {
  const { page } = read("[!INCLUDE [x](part.md)]\n\n```json\n{}\n```\n", { "part.md": `text\n\n${note}\n${block}` });
  const codes = blocksOf(page).filter((found) => found.kind === "code");
  expect(codes.map(({ annotation }) => annotation && [annotation.location.file, annotation.location.line])).toEqual([
    ["part.md", 3],
    undefined,
  ]);
});
