import { expect, test } from "vitest";
import type { Json } from "../../src/openapi/document.ts";
import { readJsonBody } from "../../src/openapi/json-body.ts";

function read(text: string) {
  const location = { file: "a.md", line: 10, column: 1, endLine: 10, endColumn: 2 };
  const { value, problem } = readJsonBody({ text, indent: 0, location });
  return { value, problem: problem && `${problem.location.line}:${problem.location.column} ${problem.expected}` };
}

test.each<[text: string, value: Json]>([
  ['{ "a": [1, null] }', { a: [1, null] }],
  ['"a"', "a"],
])("%j is JSON", (text, value) => {
  expect(read(text)).toEqual({ value, problem: undefined });
});

test.each<[what: string, text: string, value: Json, problem: string]>([
  ["a trailing comma", '{ "a": [1, 2,], }', { a: [1, 2] }, "10:14 a value"],
  ["a missing comma", '{ "a": 1\n  "b": 2 }', { a: 1, b: 2 }, "11:3 a comma"],
  ["a comment", '{ // one\n "a": 1 /* two */ }', { a: 1 }, "10:3 no comment"],
  ["an ellipsis", '{ "a": 1,\n  ...\n}', { a: 1 }, "11:3 a JSON value"],
  ["an ellipsis among items", "[\n  1,\n  …,\n 2\n]", [1, 2], "12:3 a JSON value"],
])("what is meant is clear in spite of %s", (_what, text, value, problem) => {
  expect(read(text)).toEqual({ value, problem });
});

test.each([
  ["no value", '{ "a": }'],
  ["two commas", '{ "a": 1,, "b": 2 }'],
  ["no end", '{ "a": [1'],
  ["a further value", '{ "a": 1 } { "b": 2 }'],
  ["single quotes", "{ 'a': 1 }"],
  ["a line break in a string", '{ "a": "b\nc" }'],
  ["text", "The contents of the file."],
  ["nothing", ""],
])("it is not clear what is meant by %s", (_what, text) => {
  expect(read(text)).toMatchObject({ value: undefined, problem: expect.any(String) });
});

test("names that objects have of themselves are members like any other", () => {
  const { value } = readJsonBody({
    ...{ text: '{ "__proto__": { "a": 1 }, "constructor": 2, }', indent: 0 },
    location: { file: "a.md", line: 1, column: 1, endLine: 1, endColumn: 1 },
  });
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"constructor":2}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("deeper nesting than any documentation has is refused", () => {
  expect(read(`${"[".repeat(101)}${"]".repeat(101)}`)).toEqual({
    value: undefined,
    problem: "10:1 at most 100 nested objects and arrays",
  });
  expect(read(`["${"[".repeat(101)}"]`).problem).toBeUndefined();
});

test.each<[what: string, text: string, value: Json | undefined]>([
  ["before a brace", '{ "a": 1, ... }', { a: 1 }],
  ["as the rest of a list", '{ "a": [1, …] }', { a: [1] }],
  ["as an object of a list", '[{ "a": 1 }, {...}, { ... }]', [{ a: 1 }]],
  ["as the members of an object", '{ "a": { ... } }', { a: {} }],
  ["in a string and a comment", '{ "a": "b..." } // ...', { a: "b..." }],
  ["as a value", '{ "a": ... }', undefined],
])("an ellipsis %s", (_what, text, value) => {
  expect(read(text).value).toEqual(value);
  expect(read(text).problem).toBeDefined();
});

test.each([
  ["a long string", JSON.stringify({ a: "x".repeat(4_000_000) })],
  ["a string of quotes", JSON.stringify({ a: '"'.repeat(1_000_000) })],
])("%s is read", (_what, text) => {
  expect(read(text).problem).toBeUndefined();
});

test("a long string of quotes that never ends is reported", () => {
  expect(read(`{ "a": "${'\\"...'.repeat(1_000_000)}`).problem).toBeDefined();
});
