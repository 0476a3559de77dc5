import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceLocation } from "../../src/source/location.ts";
import { type Edit, SourceFile, SourceText } from "../../src/source/source-text.ts";

const file = new SourceFile("page.md", "one\ntwo\nthree\n");
const included = new SourceFile("part.md", "alpha\nbeta\n");

/** `file:line:column-endLine:endColumn`, short enough for tables. */
function place({ file: path, line, column, endLine, endColumn }: SourceLocation): string {
  return `${path}:${line}:${column}-${endLine}:${endColumn}`;
}

function placeOf(text: SourceText, part: string): string {
  const at = text.text.indexOf(part);
  return place(text.locate(at, at + part.length));
}

describe("SourceFile", () => {
  test.each([
    ["the start", 0, 0, "page.md:1:1-1:1"],
    ["a word", 4, 7, "page.md:2:1-2:4"],
    ["over a line end", 2, 5, "page.md:1:3-2:2"],
    ["a line end", 3, 4, "page.md:1:4-2:1"],
    ["the end of the file", 14, 14, "page.md:4:1-4:1"],
    ["an end before the start counts as none", 5, 2, "page.md:2:2-2:2"],
    ["beyond the end, which does not exist", 14, 99, "page.md:4:1-4:1"],
  ])("%s", (_name, start, end, expected) => {
    expect(place(file.locate(start, end))).toBe(expected);
  });

  test("counts columns in UTF-16 code units, and a carriage return as a character of its line", () => {
    const strange = new SourceFile("page.md", "a😀b\r\nc");
    expect(place(strange.locate(3, 4))).toBe("page.md:1:4-1:5");
    expect(place(strange.locate(6, 7))).toBe("page.md:2:1-2:2");
  });

  test("an empty file has one place", () => {
    expect(place(new SourceFile("page.md", "").locate(0, 0))).toBe("page.md:1:1-1:1");
  });
});

describe("SourceText: text after an edit stands where it stood in the file", () => {
  const edits: [name: string, edit: (text: SourceText) => SourceText, text: string, part: string, expected: string][] =
    [
      ["no edit", (text) => text.edit([]), "one\ntwo\nthree\n", "two", "page.md:2:1-2:4"],
      [
        "a deletion before it",
        (text) => text.edit([{ start: 0, end: 4, with: "" }]),
        "two\nthree\n",
        "two",
        "page.md:2:1-2:4",
      ],
      [
        "an insertion before it",
        (text) => text.edit([{ start: 0, end: 0, with: ">>\n" }]),
        ">>\none\ntwo\nthree\n",
        "two",
        "page.md:2:1-2:4",
      ],
      [
        "a replacement before it",
        (text) => text.edit([{ start: 0, end: 3, with: "1\n1" }]),
        "1\n1\ntwo\nthree\n",
        "three",
        "page.md:3:1-3:6",
      ],
      [
        "a deletion inside it",
        (text) => text.edit([{ start: 9, end: 12, with: "" }]),
        "one\ntwo\nte\n",
        "te",
        "page.md:3:1-3:6",
      ],
      [
        "an insertion inside it",
        (text) => text.edit([{ start: 10, end: 10, with: "--" }]),
        "one\ntwo\nth--ree\n",
        "th--ree",
        "page.md:3:1-3:6",
      ],
      [
        "an edit of an edit",
        (text) => text.edit([{ start: 0, end: 4, with: "" }]).edit([{ start: 0, end: 4, with: "" }]),
        "three\n",
        "three",
        "page.md:3:1-3:6",
      ],
      [
        "an edit inside a replacement",
        (text) => text.edit([{ start: 4, end: 7, with: "zwei" }]).edit([{ start: 5, end: 6, with: "" }]),
        "one\nzei\nthree\n",
        "three",
        "page.md:3:1-3:6",
      ],
      [
        "everything deleted but the end",
        (text) => text.edit([{ start: 0, end: 13, with: "" }]),
        "\n",
        "\n",
        "page.md:3:6-4:1",
      ],
    ];
  test.each(edits)("%s", (_name, edit, expectedText, part, expected) => {
    const text = edit(SourceText.of(file));
    expect(text.text).toBe(expectedText);
    expect(placeOf(text, part)).toBe(expected);
  });

  test.each([
    [
      "a replacement stands where the replaced text stood",
      { start: 4, end: 7, with: "zwei" },
      "zwei",
      "page.md:2:1-2:4",
    ],
    ["and so does every part of it", { start: 4, end: 7, with: "zwei" }, "ei", "page.md:2:1-2:4"],
    [
      "an insertion stands at the character it was made before",
      { start: 4, end: 4, with: ">> " },
      ">>",
      "page.md:2:1-2:2",
    ],
    [
      "an insertion at the end stands at the end of the file",
      { start: 14, end: 14, with: "four" },
      "four",
      "page.md:4:1-4:1",
    ],
  ])("%s", (_name, edit, part, expected) => {
    expect(placeOf(SourceText.of(file).edit([edit]), part)).toBe(expected);
  });

  test("a part of a file keeps its places", () => {
    expect(placeOf(SourceText.of(file, 4), "three")).toBe("page.md:3:1-3:6");
    expect(SourceText.of(file, 4, 7).text).toBe("two");
  });

  test("a text that lost everything still has a place", () => {
    const empty = SourceText.of(file).edit([{ start: 0, end: 14, with: "" }]);
    expect(empty.text).toBe("");
    expect(place(empty.locate(0))).toBe("page.md:1:1-1:1");
  });
});

describe("SourceText made from several files", () => {
  const both = SourceText.of(file).edit([{ start: 4, end: 7, with: SourceText.of(included) }]);

  test.each([
    ["before the include", "one", "page.md:1:1-1:4"],
    ["inside it", "beta", "part.md:2:1-2:5"],
    ["behind it", "three", "page.md:3:1-3:6"],
    ["from before it to behind it", "one\nalpha\nbeta\n\nthree", "page.md:1:1-3:6"],
    ["from before it into it", "one\nalpha", "page.md:1:1-2:1"],
    ["from inside it to behind it", "beta\n\nthree", "part.md:2:1-3:1"],
  ])("%s", (_name, part, expected) => {
    expect(placeOf(both, part)).toBe(expected);
  });

  test("knows which file a range came from, if it is one file", () => {
    const origin = both.originOf(4, 9);
    expect(origin && [origin.file.path, origin.start, origin.end]).toEqual(["part.md", 0, 5]);
    expect(both.originOf(0, 9)).toBeUndefined();
  });

  test("an include inside an include keeps its places", () => {
    const outer = new SourceFile("outer.md", "A\nB\n");
    const nested = SourceText.of(outer).edit([{ start: 2, end: 3, with: both }]);
    expect(nested.text).toBe("A\none\nalpha\nbeta\n\nthree\n\n");
    expect(placeOf(nested, "beta")).toBe("part.md:2:1-2:5");
    expect(placeOf(nested, "three")).toBe("page.md:3:1-3:6");
    expect(placeOf(nested, "A")).toBe("outer.md:1:1-1:2");
  });

  test("a part of it keeps its places", () => {
    const part = both.slice(6, 20);
    expect(part.text).toBe("pha\nbeta\n\nthre");
    expect(placeOf(part, "beta")).toBe("part.md:2:1-2:5");
    expect(placeOf(part, "thre")).toBe("page.md:3:1-3:5");
    expect(both.slice(4, 4).text).toBe("");
  });
});

test("whatever is edited, kept characters stand where they stood", () => {
  const edit = fc.record({ gap: fc.nat(6), length: fc.nat(4), with: fc.constantFrom("", "x", "long\ntext") });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 4 }), (rounds) => {
      // Every kept character tells its own offset.
      const original = new SourceFile(
        "page.md",
        String.fromCodePoint(...Array.from({ length: 60 }, (_, at) => 0x4e00 + at)),
      );
      let text = SourceText.of(original);
      for (const round of rounds) text = text.edit(inOrder(round, text.text.length));
      for (let at = 0; at < text.text.length; at++) {
        const offset = (text.text.codePointAt(at) ?? 0) - 0x4e00;
        if (offset >= 0) expect(text.locate(at, at + 1)).toEqual(original.locate(offset, offset + 1));
      }
    }),
  );
});

function inOrder(round: readonly { gap: number; length: number; with: string }[], length: number): Edit[] {
  let at = 0;
  return round.map((edit) => {
    const start = Math.min(at + edit.gap, length);
    at = Math.min(start + edit.length, length);
    return { start, end: at, with: edit.with };
  });
}
