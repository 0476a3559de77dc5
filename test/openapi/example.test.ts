import { expect, test } from "vitest";
import type { HttpBody } from "../../src/model/example.ts";
import type { TypeRef } from "../../src/model/type-ref.ts";
import { emit } from "./emit.ts";
import { at, named, operation, primitive, property } from "./kitchen-sink.ts";

const order = {
  name: "shop.order",
  location: at("resources/order.md", 1),
  properties: [
    property("id", primitive("string"), 20, { readOnly: true }),
    property("count", primitive("int32"), 21),
    property("parent", named("order"), 22),
    property("wait", primitive("duration"), 23),
    property("sku", primitive("string"), 24, { required: true }),
  ],
};
const gift = {
  name: "shop.gift",
  baseType: "shop.order",
  location: at("resources/gift.md", 1),
  properties: [property("card", primitive("string"), 20)],
};

interface Given {
  readonly text: string;
  readonly type?: TypeRef;
  readonly mediaType?: string;
  readonly contentType?: string;
  readonly isTruncated?: boolean;
  readonly indent?: number;
}

/** What becomes of an example body that starts at line 50, column 5 of `api/order.md`. */
function judge(direction: "request" | "response", given: Given) {
  const {
    text,
    type = named("order"),
    mediaType = "application/json",
    contentType,
    isTruncated = false,
    indent = 0,
  } = given;
  const location = at("api/order.md", 50, 5);
  const body: HttpBody = { text, indent, location };
  const headers = contentType === undefined ? [] : [{ name: "content-TYPE", value: contentType, location }];
  const request = { method: "post" as const, url: "/x", headers: [], location };
  const contents = [{ mediaType, type, location }];
  const { at: part, diagnostics } = emit({
    resources: [order, gift],
    operations: [
      operation({
        id: "x",
        method: "post",
        path: "/x",
        requestBody: { required: true, contents, location },
        responses: [{ status: "200", contents, headers: [], location }],
        examples: [
          direction === "request"
            ? { name: "one", location, request: { ...request, headers, body } }
            : { name: "one", location, request, response: { status: 200, headers, body, isTruncated, location } },
        ],
      }),
    ],
  });
  const place = direction === "request" ? "requestBody" : "responses/200";
  const example = part(`/paths/~1x/post/${place}/content/${mediaType.replace("/", "~1")}/examples/one`);
  return { example, diagnostics, problems: diagnostics.map(format) };
}

function format({ code, location, pointer = "", expected, found }: ReturnType<typeof emit>["diagnostics"][number]) {
  const { line, column, endLine, endColumn } = location;
  return `${line}:${column}-${endLine}:${endColumn} ${code} ${pointer} expected ${expected}, found ${found}`;
}

test("a valid body is an example under its name", () => {
  const { example, problems } = judge("response", { text: '{ "sku": "a", "count": null, "@odata.etag": "1" }' });
  expect(example).toEqual({ value: { sku: "a", count: null, "@odata.etag": "1" } });
  expect(problems).toEqual([]);
});

test.each<[name: string, text: string, problem: string]>([
  [
    "a value on the first line",
    '{ "sku": 5 }',
    "50:14-50:15 example/invalid-body /sku expected string, found number 5",
  ],
  [
    "a value on a later line",
    '{\n  "sku": "a",\n  "parent": {\n    "sku": true\n  }\n}',
    "53:12-53:16 example/invalid-body /parent/sku expected string, found boolean true",
  ],
  [
    "an object where its member is missing",
    '{\n  "sku": "a",\n  "parent": { }\n}',
    "52:13-52:14 example/invalid-body /parent expected a property `sku`, found none",
  ],
  [
    "an undeclared member by its name",
    '{ "sku": "a",\n  "size": { "deep": 1 } }',
    "51:3-51:9 example/undeclared-property /size expected a property of `shop.order`, found `size`",
  ],
  [
    "a trailing comma",
    '{ "sku": "a", }',
    "50:19-50:20 example/invalid-json  expected a property name in double quotes, found `}`",
  ],
  ["an ellipsis", '{\n  "sku": "a",\n  ...\n}', "52:3-52:6 example/invalid-json  expected a JSON value, found `...`"],
  ["a comment", '{ "sku": "a" // why\n}', "50:18-50:24 example/invalid-json  expected no comment, found `// why`"],
  [
    "a missing comma",
    '{ "sku": "a"\n"count": 1 }',
    '51:1-51:8 example/invalid-json  expected a comma, found `"count": 1 }`',
  ],
  [
    "a missing brace",
    '{ "sku": "a"',
    "50:17-50:17 example/invalid-json  expected a closing brace, found the end of the body",
  ],
  [
    "no duration",
    '{ "sku": "a", "wait": "soon" }',
    '50:27-50:33 example/invalid-body /wait expected a string of format duration, found string "soon"',
  ],
  ["two values", '{ "sku": "a" }\n{ }', "51:1-51:2 example/invalid-json  expected the end of the body, found `{ }`"],
])("it points at %s", (_name, text, problem) => {
  expect(judge("response", { text }).problems).toEqual([problem]);
});

test.each(["P1D", "PT0.043S", "-PT1M2.5S"])("a duration as OData writes it: %s", (wait) => {
  const { example, problems } = judge("response", { text: JSON.stringify({ sku: "a", wait }) });
  expect(problems).toEqual([]);
  expect(example).toEqual({ value: { sku: "a", wait } });
});

test("columns count the indentation of the block", () => {
  const { problems } = judge("response", { text: '{\n"sku": 5 }', indent: 4 });
  expect(problems).toEqual(["51:12-51:13 example/invalid-body /sku expected string, found number 5"]);
});

test("a contradiction names the table row it contradicts", () => {
  const { diagnostics, example } = judge("response", { text: '{ "sku": "a", "count": "many" }' });
  expect(diagnostics[0]?.related).toEqual([{ message: "Documented here", location: at("resources/order.md", 21) }]);
  expect(example).toBeUndefined();
});

test.each<[name: string, direction: "request" | "response", given: Given]>([
  ["a truncated response may lack members", "response", { text: "{}", isTruncated: true }],
  [
    "binary content is shown by a placeholder",
    "request",
    { text: "<image>", mediaType: "image/png", type: primitive("stream") },
  ],
  ["an empty body is none", "request", { text: " \n" }],
])("%s: left out without a word", (_name, direction, given) => {
  const { example, problems } = judge(direction, given);
  expect(example).toBeUndefined();
  expect(problems).toEqual([]);
});

test("a response that is not truncated must be whole", () => {
  expect(judge("response", { text: "{}" }).problems).toHaveLength(1);
});

test("a request does not send what is read-only, and need not", () => {
  expect(judge("request", { text: '{ "sku": "a" }' }).problems).toEqual([]);
  const { example, problems } = judge("request", { text: '{ "sku": "a", "id": "1" }' });
  expect(problems).toEqual([
    "50:19-50:23 example/read-only-property /id expected only properties that can be written, found `id`",
  ]);
  expect(example).toBeUndefined();
});

test("an undeclared member is reported once for its type, and stays in the example", () => {
  const { example, problems } = judge("response", { text: '{ "sku": "a", "x": 1, "parent": { "sku": "b", "x": 2 } }' });
  expect(problems).toEqual([
    "50:19-50:22 example/undeclared-property /x expected a property of `shop.order`, found `x`",
  ]);
  expect(example).toHaveProperty("value.parent.x", 2);
});

test("the type that an object names is its type", () => {
  const text = '{ "@odata.type": "#shop.gift", "sku": "a", "card": "Hi", "ribbon": true }';
  expect(judge("response", { text }).problems).toEqual([
    "50:62-50:70 example/undeclared-property /ribbon expected a property of `shop.gift`, found `ribbon`",
  ]);
});

test.each<[name: string, given: Given, example: unknown]>([
  [
    "text is a string",
    { text: "a,b\n1,2\n", mediaType: "text/csv", type: primitive("stream") },
    { value: "a,b\n1,2\n" },
  ],
  [
    "parameters of the media type do not matter",
    { text: '{"sku":"a"}', contentType: "application/json; odata.metadata=minimal" },
    { value: { sku: "a" } },
  ],
  [
    "JSON under another name is JSON",
    { text: '{"sku":"a"}', mediaType: "application/vnd.shop+json", contentType: "application/json" },
    { value: { sku: "a" } },
  ],
])("%s", (_name, given, example) => {
  expect(judge("request", given)).toMatchObject({ example, problems: [] });
});

test("a body of another media type is reported", () => {
  expect(judge("response", { text: "a,b", contentType: "text/csv" }).problems).toEqual([
    "50:5-50:6 example/undocumented-body  expected application/json, found text/csv",
  ]);
});

test("an example nested deeper than readers bear is left out", () => {
  const { example, problems } = judge("response", {
    text: `{ "sku": "[[[", "x": ${"[".repeat(20_000)}${"]".repeat(20_000)} }`,
  });
  expect(example).toBeUndefined();
  expect(problems).toEqual([
    "50:5-50:6 example/invalid-json  expected at most 100 nested objects and arrays, found 20001",
  ]);
});
