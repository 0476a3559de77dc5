import { expect, test } from "vitest";
import type { Table } from "../../src/markdown/page.ts";
import { blocksOf, outlineOf, placeOf, read, tableOf } from "./read.ts";

const head = "|Name|Type|Text|\n|:--|:-:|--:|\n";
const header = ["Name", "Type", "Text"];

test.each([
  ["cells", "|a|b|c|", [["a", "b", "c"]], []],
  ["no rows", "", [], []],
  ["no trailing pipe", "|a|b|c", [["a", "b", "c"]], []],
  ["no leading pipe", "a|b|c|", [["a", "b", "c"]], []],
  ["a short row is filled", "|a|b|", [["a", "b", ""]], ["3 table/row-width"]],
  ["one cell alone is a caption", "|**Group**|", [["Group", "", ""]], []],
  ["what overflows belongs to the last cell", "|a|b|c | d|", [["a", "b", "c | d"]], ["3 table/row-width"]],
  [
    "rows joined to one line",
    "|a|b|c| |d|e|f|",
    [
      ["a", "b", "c"],
      ["d", "e", "f"],
    ],
    ["3 table/row-width"],
  ],
  [
    "three of them",
    "|a||c| |d|e|f||g|h|i",
    [
      ["a", "", "c"],
      ["d", "e", "f"],
      ["g", "h", "i"],
    ],
    ["3 table/row-width"],
  ],
  ["not joined: too few cells", "|a|b|c| |d|e|", [["a", "b", "c| |d|e"]], ["3 table/row-width"]],
  ["not joined: no empty cell between", "|a|b|c|d|e|f|g|", [["a", "b", "c|d|e|f|g"]], ["3 table/row-width"]],
  ["empty overflow is dropped", "|a|b|c||", [["a", "b", "c"]], []],
  ["much empty overflow, too", "|a|b|c| | | |", [["a", "b", "c"]], []],
  ["an escaped pipe", "|a|b|c \\| d|", [["a", "b", "c | d"]], []],
  ["a pipe in code", "|a|b|`c | d`|", [["a", "b", "c | d"]], []],
  ["an escaped pipe in code", "|a|b|`c \\| d`|", [["a", "b", "c | d"]], []],
  ["an encoded pipe", "|a|b|c &#124; d|", [["a", "b", "c | d"]], []],
  ["blanks and tabs", "|\ta | b\u00a0|  c  d|", [["a", "b", "c d"]], []],
  ["invisible characters", "|a\u200b|\ufeffb|c\u200e|", [["a", "b", "c"]], []],
  ["a line break", "|a|b|c<br/>d</br>e|", [["a", "b", "c\nd\ne"]], []],
  ["a list", "|a|b|c<ul><li>d</li><li>e</li></ul>|", [["a", "b", "c\nd\ne"]], []],
  ["a link", "|[a](a.md)|[b] |c|", [["a", "[b]", "c"]], []],
  ["code, bold, italic", "|`a`|**b**|_c_|", [["a", "b", "c"]], []],
  ["underscores in a name", "|a_b_c|__proto__|c|", [["a_b_c", "proto", "c"]], []],
  ["a comment in a cell", "|a<!-- x -->|b|c|", [["a", "b", "c"]], []],
])("%s", (_name, row, rows, problems) => {
  expect(tableOf(head + row)).toEqual([header, ...rows]);
  expect(read(head + row).problems).toEqual(problems);
});

test.each([
  ["a comment between rows", "|a|b|c|\n<!-- why -->\n|d|e|f|"],
  ["a comment of several lines between rows", "|a|b|c|\n<!-- why\n\nso -->\n|d|e|f|"],
  ["an annotation between rows", '|a|b|c|\n<!-- {"a": 1} -->\n|d|e|f|'],
  ["two comments between rows", "|a|b|c|\n<!-- 1 -->\n<!-- 2 -->\n|d|e|f|"],
  ["an indented comment between rows", "|a|b|c|\n  <!-- 1 -->\n|d|e|f|"],
])("%s does not end the table", (_name, rows) => {
  expect(tableOf(head + rows)).toEqual([header, ["a", "b", "c"], ["d", "e", "f"]]);
});

test("a comment between the delimiters and the first row does not end the table", () => {
  expect(tableOf(`${head}<!-- why -->\n|a|b|c|`)).toEqual([header, ["a", "b", "c"]]);
});

test.each([
  ["one delimiter too few", "|a|b|c|\n|--|--|\n|1|2|3|", ["2 table/delimiter-width"]],
  ["one delimiter too many", "|a|b|c|\n|--|--|--|--|\n|1|2|3|", ["2 table/delimiter-width"]],
  ["no outer pipes", "a|b|c\n--|--\n1|2|3", ["2 table/delimiter-width"]],
  ["delimiters of one dash", "|a|b|c|\n|-|-|-|\n|1|2|3|", []],
  ["in a quote", "> |a|b|c|\n> |--|--|\n> |1|2|3|", ["2 table/delimiter-width"]],
  ["directly below a heading", "## T\n|a|b|c|\n|--|--|--|\n|1|2|3|", []],
])("a table is read: %s", (_name, markdown, problems) => {
  expect(tableOf(markdown)).toEqual([
    ["a", "b", "c"],
    ["1", "2", "3"],
  ]);
  expect(read(markdown).problems).toEqual(problems);
});

test("a line of dashes below text is no table", () => {
  expect(outlineOf(read("a | b\n---\nc").page)).toEqual(["a | b", "c"]);
});

test("in a list item, a table belongs to the item", () => {
  const { page } = read("1. Text\n\n   |a|b|\n   |--|--|\n   |1|2|\n\n2. More\n");
  expect(outlineOf(page)).toEqual(["- Text", "| a | b |", "| 1 | 2 |", "- More"]);
});

test("table, rows and cells know where they stand", () => {
  const { page } = read("# T\n\n| a | b |\n|--|--|\n|  long | |\n| x |\n");
  const table = blocksOf(page).find((block): block is Table => block.kind === "table");
  expect(table && placeOf(table.location)).toBe("3:1-6:6");
  expect(table?.header.map(({ location }) => placeOf(location))).toEqual(["3:3-3:4", "3:7-3:8"]);
  expect(table?.rows.map(({ location }) => placeOf(location))).toEqual(["5:1-5:12", "6:1-6:6"]);
  expect(table?.rows[0]?.cells.map(({ location }) => placeOf(location))).toEqual(["5:4-5:8", "5:11-5:11"]);
});
