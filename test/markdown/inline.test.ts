import { describe, expect, test } from "vitest";
import type { Inline } from "../../src/markdown/page.ts";
import { blocksOf, outlineOf, placeOf, read } from "./read.ts";

function inlineOf(markdown: string): Inline {
  const [block] = blocksOf(read(markdown).page);
  if (block?.kind !== "paragraph") throw new Error("expected a paragraph");
  return block.content;
}

test.each([
  ["plain", "a b", "a b"],
  ["bold and italic", "**a** _b_ *c* __d__", "a b c d"],
  ["marks inside words", "a_b_c 2*3*4", "a_b_c 234"],
  ["escaped marks", "\\*\\*a\\*\\* b\\_c \\`d\\` Group\\*", "**a** b_c `d` Group*"],
  ["code", "`a` ``b ` c``", "a b ` c"],
  ["code keeps marks", "`*a*` `\\_`", "*a* \\_"],
  ["a link", "[a](b.md)", "a"],
  ["a link with a title", '[a](b.md "c")', "a"],
  ["an image", "![a](b.png) c", "a c"],
  ["an address", "<https://a.example/b>", "https://a.example/b"],
  ["entities", "a &amp; b&nbsp;c &lt;d&gt; &#124;", "a & b c <d> |"],
  ["tags", "a <b>c</b> <i>d</i>", "a c d"],
  ["a placeholder that looks like a tag", "a <b> c", "a c"],
  ["a placeholder that does not", "a <1> {b}", "a <1> {b}"],
  ["line breaks", "a<br>b<br/>c</br>d<BR />e", "a\nb\nc\nd\ne"],
  ["a hard break", "a  \nb\\\nc", "a\nb\nc"],
  ["a soft break", "a\nb", "a b"],
  ["a soft break beside code", "a\n`b`\nc", "a b c"],
  ["HTML lists", "a<ul><li>b</li><li>c</li></ul>", "a\nb\nc"],
  ["invisible characters", "a\u200bb\u00adc\u2060 \ufeffd", "abc d"],
  ["space that does not break", "a\u00a0\u3000b", "a b"],
  ["an unresolved reference", "[a] [b][c]", "[a] [b][c]"],
  ["full-width signs", "参数：（a）", "参数：（a）"],
])("text: %s", (_name, markdown, text) => {
  expect(inlineOf(markdown).text).toBe(text);
});

test.each([
  [
    "inline",
    "[a](b.md) and [c](../d/e.md#f)",
    [
      ["a", "b.md"],
      ["c", "../d/e.md#f"],
    ],
  ],
  [
    "a reference",
    "[a][b] [b]\n\n[b]: c.md",
    [
      ["a", "c.md"],
      ["b", "c.md"],
    ],
  ],
  ["a reference in another letter case", "[a][B]\n\n[b]: c.md", [["a", "c.md"]]],
  ["bold inside", "[**a**](b.md)", [["a", "b.md"]]],
  ["bold around", "**[a](b.md)**", [["a", "b.md"]]],
  ["code inside", "[`a`](b.md)", [["a", "b.md"]]],
  ["a blank in the target", "[a](<b c.md>)", [["a", "b c.md"]]],
  ["an encoded target", "[a](b%20%C3%A4.md)", [["a", "b ä.md"]]],
  ["a badly encoded target", "[a](b%zz.md)", [["a", "b%zz.md"]]],
  ["a backslash in the target", "[a](..\\b\\c.md)", [["a", "..\\b\\c.md"]]],
  ["an address", "<https://a.example>", [["https://a.example", "https://a.example"]]],
  ["a script", "[a](javascript:b)", []],
])("links: %s", (_name, markdown, links) => {
  expect(inlineOf(markdown).links.map(({ text, href }) => [text, href])).toEqual(links);
});

test("code spans are listed in order", () => {
  expect(inlineOf("`a` b `c d` **`e`** [`f`](g.md)").codes).toEqual(["a", "c d", "e", "f"]);
});

describe("paragraphs", () => {
  test.each([
    ["two", "a\n\nb", ["a", "b"]],
    ["a quote", "> a\n> b\nc", ["quote> a b c"]],
    ["an alert", "> [!NOTE]\n> a\n> b", ["note> a b"]],
    ["an alert in one line", "> [!IMPORTANT] a", ["important> a"]],
    ["an alert of several paragraphs", "> [!TIP]\n> a\n>\n> b", ["tip> a", "tip> b"]],
    ["an empty alert", "> [!NOTE]\n\na", ["a"]],
    ["an alert with a list", "> [!WARNING]\n> - a\n> - b", ["- a", "- b"]],
    ["a quote in a quote", "> a\n>> b", ["quote> a", "quote> b"]],
    ["a list", "- a\n- b\n  c\n* d", ["- a", "- b c", "- d"]],
    ["a numbered list", "1. a\n2) b\n10. c", ["- a", "- b", "- c"]],
    ["a list in a list", "- a\n  - b\n    - c\n- d", ["- a", "- b", "- c", "- d"]],
    ["an item of several blocks", "- a\n\n  b\n\n  > c", ["- a", "b", "quote> c"]],
    ["an empty item", "-\n- a", ["- ", "- a"]],
    ["a task", "- [ ] a\n- [x] b", ["- [ ] a", "- [x] b"]],
    ["a line of HTML", "<div>\na\n</div>", ["a"]],
    ["a definition is no text", "a\n\n[b]: c.md", ["a"]],
  ])("%s", (_name, markdown, outline) => {
    expect(outlineOf(read(markdown).page)).toEqual(outline);
  });

  test.each([
    ["a paragraph", "x\n\n  a b\nc  ", "3:3-4:4"],
    ["a quote", "x\n\n> [!NOTE]\n> a", "3:3-4:4"],
  ])("the place of %s", (_name, markdown, place) => {
    const block = blocksOf(read(markdown).page)[1];
    expect(block && placeOf(block.location)).toBe(place);
  });

  test("items know where they stand", () => {
    const [list] = blocksOf(read("- a\n- b c\n  - d\n").page);
    if (list?.kind !== "list") throw new Error("expected a list");
    expect(list.items.map(({ location, content }) => [placeOf(location), placeOf(content.location)])).toEqual([
      ["1:1-1:4", "1:3-1:4"],
      ["2:1-3:6", "2:3-2:6"],
    ]);
  });
});

test.each([
  ["more than 64 kB", "ab `c` ".repeat(10_000), "text/too-long"],
  ["more than 2000 brackets", "[ ".repeat(2500), "text/too-long"],
])("a text of %s is kept as plain text, and the rest is read", (_name, long, code) => {
  const { page, problems } = read(`# A\n\n${long}\n\n## B\n\n|c|d|\n|--|--|\n|${long}|\`e\`|\n`);
  expect(outlineOf(page)).toEqual(["# a: A", long.trim(), "## b: B", "| c | d |", `| ${long.trim()} | e |`]);
  expect(problems).toEqual([`3 ${code}`, `9 ${code}`]);
});
