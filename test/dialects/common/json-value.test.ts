import { expect, test } from "vitest";
import { type JsonValue, readJsonBody, readJsonValue } from "../../../src/dialects/common/json-value.ts";
import type { CodeBlock } from "../../../src/markdown/page.ts";
import { blocksOf, placeOf, read } from "../../markdown/read.ts";

function codeOf(markdown: string): CodeBlock {
  const code = blocksOf(read(markdown).page).find((block): block is CodeBlock => block.kind === "code");
  if (!code) throw new Error("expected a code block");
  return code;
}

function valueIn(json: string): JsonValue | undefined {
  return readJsonValue(codeOf(`\`\`\`json\n${json}\n\`\`\``));
}

/** As plain JSON; objects as lists of their members, since names can be anything. */
function plain(value: JsonValue | undefined): unknown {
  switch (value?.kind) {
    case "object":
      return value.members.map((member) => [member.name, plain(member.value)]);
    case "array":
      return { items: value.items.map(plain) };
    case "null":
      return null;
    default:
      return value?.value;
  }
}

test.each([
  [
    "an object",
    '{"a": 1, "b": "c", "d": true, "e": null}',
    [
      ["a", 1],
      ["b", "c"],
      ["d", true],
      ["e", null],
    ],
  ],
  ["an array", '[1, {"a": 2}]', { items: [1, [["a", 2]]] }],
  ["empty", "{}", []],
  ["a trailing comma", '{"a": 1,}', [["a", 1]]],
  ["comments", '{ // b\n"a": 1 /* c */ }', [["a", 1]]],
  ["a line of dots", '{\n"a": 1,\n...\n}', [["a", 1]]],
  [
    "a line of dots with a comma",
    '{\n"a": 1,\n  ...,\n"b": 2\n}',
    [
      ["a", 1],
      ["b", 2],
    ],
  ],
  ["an ellipsis", '{\n"a": 1,\n …\n}', [["a", 1]]],
  ["dots in a list", "[\n1,\n...\n]", { items: [1] }],
  [
    "a missing comma",
    '{"a": 1\n"b": 2}',
    [
      ["a", 1],
      ["b", 2],
    ],
  ],
  ["a missing brace", '{"a": {"b": 1}', [["a", [["b", 1]]]]],
  ["a member without a value", '{"a": , "b": 2}', [["b", 2]]],
  [
    "the same name twice",
    '{"a": 1, "a": 2}',
    [
      ["a", 1],
      ["a", 2],
    ],
  ],
  [
    "names of JavaScript",
    '{"__proto__": 1, "constructor": 2}',
    [
      ["__proto__", 1],
      ["constructor", 2],
    ],
  ],
  ["escapes", '{"a\\u0062": "c\\n\\"d"}', [["ab", 'c\n"d']]],
  ["numbers", "[-1.5e3, 0]", { items: [-1500, 0] }],
])("%s", (_name, json, expected) => {
  expect(plain(valueIn(json))).toEqual(expected);
});

test.each([
  ["nothing", ""],
  ["nested too deep", "[".repeat(50_000)],
  ["objects nested too deep", '{"a":'.repeat(50_000)],
])("no value: %s", (_name, json) => {
  expect(valueIn(json)).toBeUndefined();
});

test("members know where they stand, also in an indented block", () => {
  const value = readJsonValue(codeOf('- x\n\n  ```json\n  {\n    "a": {\n      "b": 1 }\n  }\n  ```\n'));
  const [a] = value?.kind === "object" ? value.members : [];
  const [b] = a?.value.kind === "object" ? a.value.members : [];
  expect(value && placeOf(value.location)).toBe("4:3-7:4");
  expect(a && placeOf(a.location)).toBe("5:5-6:15");
  expect(b && [placeOf(b.location), placeOf(b.value.location)]).toEqual(["6:7-6:13", "6:12-6:13"]);
});

test.each([
  ["an object", '{"a": 1}', true],
  ["a list", "[1]", true],
  ["a number", "12", true],
  ["a word of JSON", "true", true],
  ["text", "<binary data>", false],
  ["a CSV", "a,b\n1,2", false],
])("the body of an example: %s", (_name, text, isJson) => {
  const location = { file: "page.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
  expect(readJsonBody({ text, indent: 0, location }) !== undefined).toBe(isJson);
});
