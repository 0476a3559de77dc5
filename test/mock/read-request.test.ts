import { expect, test } from "vitest";
import { readAccept } from "../../src/mock/media-type.ts";
import { readParameterValue } from "../../src/mock/read-parameter.ts";
import { readPreferences, readQuery, readTarget } from "../../src/mock/read-request.ts";

test.each([
  ["/a/b?c=d#e", { path: "/a/b", search: "?c=d" }],
  ["/a?", { path: "/a", search: "?" }],
  ["//a//b", { path: "//a//b", search: "" }],
  ["http://host/a?b", { path: "/a", search: "?b" }],
  ["*", undefined],
  ["ftp://host/a", undefined],
  ["", undefined],
])("target %s", (target, expected) => {
  if (expected) expect(readTarget(target)).toMatchObject(expected);
  else expect(readTarget(target)).toBeUndefined();
});

test.each<[prefer: string, expected: object]>([
  ["code=404", { code: 404 }],
  ['code="404", example=first', { code: 404, example: "first" }],
  ["Dynamic=true; seed=x", { dynamic: true, seed: "x" }],
  ["dynamic=false", {}],
  ['outlook.timezone="Pacific, code=500"', {}],
  ["return=minimal, odata.maxpagesize=5", {}],
  ["code=404, code=500", { code: 404 }],
  ["", {}],
])("Prefer: %s", (prefer, expected) => {
  expect(readPreferences(new Map([["prefer", prefer]]), new Map())).toEqual(expected);
});

test.each(["code=4XX", "code=", "code=700", "dynamic=yes"])("Prefer: %s is refused", (prefer) => {
  expect(readPreferences(new Map([["prefer", prefer]]), new Map()).problem).toContain("expected");
});

test("preferences in the query count where there is no header", () => {
  const query = readQuery(new URLSearchParams("__code=404&__example=a"));
  expect(readPreferences(new Map(), query)).toEqual({ code: 404, example: "a" });
  expect(readPreferences(new Map([["prefer", "return=minimal"]]), query)).toEqual({});
});

test.each([
  [undefined, undefined],
  ["*/*", ["*/*"]],
  ["text/csv;q=0.5, application/json", ["text/csv;q=0.5", "application/json"]],
  ["/, text/, nonsense", undefined],
])("Accept: %s", (accept, expected) => {
  expect(readAccept(accept)).toEqual(expected);
});

const array = { type: "array", items: { type: "string" } };
const object = { type: ["object", "null"], properties: { R: {}, G: {} } };

test.each<[style: string, explode: boolean, schema: object, query: string, value: unknown]>([
  ["form", true, { type: "string" }, "color=blue", "blue"],
  ["form", true, { type: "string" }, "color=a&color=b", ["a", "b"]],
  ["form", true, array, "color=blue&color=red", ["blue", "red"]],
  ["form", false, array, "color=blue,red", ["blue", "red"]],
  ["form", false, array, "color=", []],
  ["spaceDelimited", false, array, "color=blue%20red", ["blue", "red"]],
  ["pipeDelimited", false, array, "color=blue|red", ["blue", "red"]],
  ["form", true, object, "R=1&G=2&B=3", { R: "1", G: "2" }],
  ["form", false, object, "color=R,1,G,2", { R: "1", G: "2" }],
  ["deepObject", true, object, "color[R]=1&color[G]=2", { R: "1", G: "2" }],
  ["simple", false, object, "color=R,1,G,2", { R: "1", G: "2" }],
  ["simple", true, object, "color=R=1,G=2", { R: "1", G: "2" }],
  ["label", true, array, "color=.blue.red", ["blue", "red"]],
  ["matrix", false, { type: "string" }, "color=;color=blue", "blue"],
  ["matrix", true, array, "color=;color=blue;color=red", ["blue", "red"]],
  ["form", true, array, "other=1", undefined],
  ["form", true, object, "B=1", undefined],
  ["deepObject", true, object, "color=1", undefined],
])("style %s, explode %s: %s %s", (style, explode, schema, query, value) => {
  const parameter = {
    name: "color",
    in: "query",
    required: false,
    style,
    explode,
    schema: { value: schema as never, pointer: "/s" },
    examples: [],
  };
  expect(readParameterValue({}, parameter, readQuery(new URLSearchParams(query)))).toEqual(value);
});
