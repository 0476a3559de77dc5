import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/openapi/document.ts";
import { formatDocument, readDocument } from "../../src/openapi/format-document.ts";

/** Characters and words that YAML could take for something else. */
const awkward = [
  ..."-?:,[]{}#&*!|>'\"%@`~=<+. \t\n\r\\/\u0000\u007f\u0085\u00a0\u2028\u2029\ufeff\ud800",
  "yes",
  "No",
  "null",
  "true",
  "1",
  "1e3",
  "0x1f",
  "2020-01-01",
  "12:30:45",
  ".inf",
  "---",
  "...",
  "<<",
  "__proto__",
  "é",
  "文",
  "😀",
  "\n\n",
  "  ",
];

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(fc.constantFrom(...awkward), fc.string()), { maxLength: 6 }).map((parts) => parts.join("")),
);

const { json } = fc.letrec<{ json: Json; object: JsonObject }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("json"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(text, tie("json")), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
}));

test.each(["yaml", "json"] as const)("%s gives the same document back", (format) => {
  fc.assert(
    fc.property(json, (value) => {
      const document = { value, nested: [[value], { value }] };
      expect(JSON.stringify(readDocument(formatDocument(document, format)))).toBe(JSON.stringify(document));
    }),
    { numRuns: 2000 },
  );
});

test.each<[name: string, value: Json, yaml: string]>([
  ["plain text", "List orders", "value: List orders\n"],
  ["a path", "/orders/total(currency='{currency}')", "value: /orders/total(currency='{currency}')\n"],
  ["a number in a string", "200", 'value: "200"\n'],
  ["a word that YAML 1.1 takes for a boolean", "no", 'value: "no"\n'],
  ["such a word in capitals", "No", 'value: "No"\n'],
  ["a colon", "Note: x", 'value: "Note: x"\n'],
  ["a comment sign", "a #b", 'value: "a #b"\n'],
  ["an empty string", "", 'value: ""\n'],
  ["a trailing blank", "a ", 'value: "a "\n'],
  ["lines", "a\n\n  b\n", "value: |\n  a\n\n    b\n"],
  ["lines without an end", "a\nb", "value: |-\n  a\n  b\n"],
  ["lines with trailing blanks", "a  \nb", 'value: "a  \\nb"\n'],
  ["empty containers", [{}, []], "value:\n  - {}\n  - []\n"],
  ["lists of lists", [["a", "b"], [{ c: 1, d: null }]], "value:\n  - - a\n    - b\n  - - c: 1\n      d: null\n"],
])("%s", (_name, value, yaml) => {
  expect(formatDocument({ value }, "yaml")).toBe(yaml);
});

test("names of object prototypes are ordinary members", () => {
  const document = JSON.parse('{ "__proto__": { "constructor": 1 }, "toString": 2 }') as JsonObject;
  expect(formatDocument(document, "yaml")).toBe("__proto__:\n  constructor: 1\ntoString: 2\n");
  expect(Object.keys(readDocument(formatDocument(document, "yaml")))).toEqual(["__proto__", "toString"]);
});

test.each([
  ["broken JSON", '{ "a": '],
  ["broken YAML", "a: [1"],
  ["two members of one name", "a: 1\na: 2"],
  ["no object", "- a"],
  ["nothing", ""],
  [
    "an alias bomb",
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefg"[index]}`)}]`).join("\n")}`,
  ],
])("%s is a syntax error of one line", (_name, source) => {
  expect(() => readDocument(source)).toThrow(SyntaxError);
  expect(() => readDocument(source)).not.toThrow(/\n/);
});
