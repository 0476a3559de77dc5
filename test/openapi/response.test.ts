import { expect, test } from "vitest";
import type { OperationResponse } from "../../src/model/operation.ts";
import type { TypeRef } from "../../src/model/type-ref.ts";
import { emit, emitOne } from "./emit.ts";
import { at, body, named, operation, primitive } from "./kitchen-sink.ts";

const order = { name: "shop.order", location: at("order.md", 1), properties: [] };
const color = {
  name: "shop.color",
  location: at("color.md", 1),
  members: [{ name: "red", location: at("color.md", 2) }],
};

function response(status: string, more: Partial<OperationResponse> = {}): OperationResponse {
  return { status, contents: [], headers: [], location: at("api/order.md", 30), ...more };
}

function content(type: TypeRef, mediaType = "application/json") {
  return { type, mediaType, location: at("api/order.md", 31) };
}

const get = operation({ id: "get", method: "get", path: "/x" });

/** The schema of the only content of a response with this type. */
function emitContent(type: TypeRef, status = "200", mediaType = "application/json", conventions?: "plain") {
  const operations = [{ ...get, responses: [response(status, { contents: [content(type, mediaType)] })] }];
  const emitted = emit({ operations, resources: [order], enums: [color] }, conventions ? { conventions } : {});
  return emitted.at(`/paths/~1x/get/responses/${status}/content/${mediaType.replace("/", "~1")}/schema`);
}

const context = { "@odata.context": { type: "string" } };
const paging = { "@odata.nextLink": { type: "string" }, "@odata.count": { type: "integer", format: "int64" } };
const orders: TypeRef = { kind: "array", items: named("order") };

function envelope(value: object, more: object = {}) {
  return {
    type: "object",
    properties: { ...context, ...more, value },
    required: ["value"],
    unevaluatedProperties: true,
  };
}

test.each<[name: string, type: TypeRef, schema: object]>([
  ["a collection of a named type", orders, { $ref: "#/components/schemas/shop.orderCollectionResponse" }],
  [
    "a collection of strings",
    { kind: "array", items: primitive("string") },
    { $ref: "#/components/schemas/stringCollectionResponse" },
  ],
  [
    "a collection of objects in place",
    { kind: "array", items: { kind: "object", properties: [] } },
    envelope({ type: "array", items: { type: "object", additionalProperties: true } }, paging),
  ],
  [
    "one of several collections",
    { kind: "anyOf", types: [orders, { kind: "array", items: primitive("int32") }] },
    {
      anyOf: [
        { $ref: "#/components/schemas/shop.orderCollectionResponse" },
        { $ref: "#/components/schemas/int32CollectionResponse" },
      ],
    },
  ],
  ["a single object", named("order"), { $ref: "#/components/schemas/shop.order" }],
  ["a single primitive value", primitive("boolean"), envelope({ type: "boolean" })],
  ["a single member of an enumeration", named("color"), envelope({ $ref: "#/components/schemas/shop.color" })],
  ["any object", primitive("object"), { type: "object", additionalProperties: true }],
])("%s", (_name, type, schema) => {
  expect(emitContent(type)).toEqual(schema);
});

test.each<[name: string, status: string, mediaType: string, conventions: "plain" | undefined]>([
  ["an error", "400", "application/json", undefined],
  ["text", "200", "text/plain", undefined],
  ["an API without OData's conventions", "200", "application/json", "plain"],
])("%s has no envelope", (_name, status, mediaType, conventions) => {
  const schema = { type: "array", items: { type: "string" } };
  expect(emitContent({ kind: "array", items: primitive("string") }, status, mediaType, conventions)).toEqual(schema);
});

test("collections of one type share a schema, found where the first one is", () => {
  const list = (path: string, line: number) => {
    const contents = [{ ...content(orders), location: at("api/order.md", line) }];
    return operation({ id: path, method: "get", path, responses: [response("200", { contents })] });
  };
  const { at: part, locations } = emit({ operations: [list("/a", 5), list("/b", 6)], resources: [order] });
  expect(part("/components/schemas/shop.orderCollectionResponse")).toEqual(
    envelope({ type: "array", items: { $ref: "#/components/schemas/shop.order" } }, paging),
  );
  expect(locations.find("/components/schemas/shop.orderCollectionResponse")?.line).toBe(5);
});

test("a documented type keeps its name before a collection's schema", () => {
  const taken = { ...order, name: "shop.orderCollectionResponse" };
  const operations = [{ ...get, responses: [response("200", { contents: [content(orders)] })] }];
  const { at: part } = emit({ operations, resources: [order, taken] });
  const schema = part("/paths/~1x/get/responses/200/content/application~1json/schema");
  expect(schema).toEqual({ $ref: "#/components/schemas/shop.orderCollectionResponse-2" });
});

const shared = { $ref: "#/components/responses/error" };

test.each<[name: string, statuses: string[], defaults: object]>([
  ["a success", ["200"], { "4XX": shared, "5XX": shared }],
  ["one error", ["200", "404"], { "4XX": shared, "5XX": shared }],
  ["all errors of a class", ["200", "4XX"], { "5XX": shared }],
  ["nothing", [], { "4XX": shared, "5XX": shared, default: { "x-md2oas-default": true } }],
  ["a redirection", ["302"], { "4XX": shared, "5XX": shared, default: { "x-md2oas-default": true } }],
])("with %s documented, the rest is default", (_name, statuses, defaults) => {
  const { at: part } = emitOne({ ...get, responses: statuses.map((status) => response(status)) });
  expect(Object.keys(part("/responses") as object).sort()).toEqual([...statuses, ...Object.keys(defaults)].sort());
  expect(part("/responses")).toMatchObject(defaults);
});

test("a documented default response is that of errors as well", () => {
  const responses = [response("200"), response("default", { description: { markdown: "Oops." } })];
  const { at: part, document } = emitOne({ ...get, responses });
  expect(part("/responses")).toMatchObject({ "4XX": { description: "Oops." }, "5XX": { description: "Oops." } });
  expect(document).not.toHaveProperty("components.responses");
});

test("a documented error without a body has that of all errors", () => {
  const { at: part, document } = emitOne({ ...get, responses: [response("404")] });
  expect(part("/responses/404")).toEqual({
    description: "Not Found",
    content: { "application/json": { schema: { $ref: "#/components/schemas/errorResponse" } } },
    "x-md2oas-default": true,
  });
  expect(document).toHaveProperty("components.schemas.errorResponse.x-md2oas-default", true);
});

test("the body of errors can be configured, and is unknown without conventions", () => {
  const configured = emitOne(get, { errorSchema: { type: "string" } });
  expect(configured.document).toHaveProperty("components.schemas.errorResponse", {
    type: "string",
    "x-md2oas-default": true,
  });
  const plain = emitOne(get, { conventions: "plain" });
  expect(plain.document).toHaveProperty("components", {
    responses: { error: { description: "An error, as the API reports all of them.", "x-md2oas-default": true } },
  });
});

test("responses of one status are one response", () => {
  const responses = [
    response("200", { contents: [content(primitive("object"))] }),
    response("200", { contents: [content(primitive("stream"), "text/csv")] }),
  ];
  const { at: part } = emitOne({ ...get, responses });
  expect(Object.keys(part("/responses/200/content") as object)).toEqual(["application/json", "text/csv"]);
});

test("headers have typed examples, and the media type is no header", () => {
  const header = (name: string, example: string) => ({
    name,
    example,
    type: primitive("int32"),
    location: at("a.md", 4),
  });
  const headers = [
    header("Retry-After", "5"),
    header("retry-after", "6"),
    header("Content-Type", "7"),
    header("X-Count", "many"),
  ];
  const { at: part, diagnostics, locations } = emitOne({ ...get, responses: [response("200", { headers })] });
  expect(part("/responses/200/headers")).toEqual({
    "Retry-After": { schema: { type: "integer", format: "int32" }, example: 5 },
    "X-Count": { schema: { type: "integer", format: "int32" } },
  });
  expect(locations.find("/paths/~1x/get/responses/200/headers/Retry-After")?.line).toBe(4);
  expect(diagnostics.map(({ code, found }) => [code, found])).toEqual([["example/invalid-parameter", "`many`"]]);
});

function shown(status: number, text = '{ "error": { "code": "a", "message": "b" } }') {
  return {
    name: `example-${status}`,
    location: at("api/order.md", 40),
    request: { method: "get" as const, url: "/x", headers: [], location: at("api/order.md", 40) },
    response: { status, headers: [], isTruncated: false, body: body(text, 50), location: at("api/order.md", 49) },
  };
}

test.each([
  ["the response of its status", ["404"], "404"],
  ["the response of its class", ["4XX"], "4XX"],
  ["a response of its own, if it is an error", ["200"], "404"],
])("an example stands on %s", (_name, statuses, place) => {
  const responses = statuses.map((status) => response(status));
  const { at: part, diagnostics, locations } = emitOne({ ...get, responses, examples: [shown(404)] });
  const pointer = `/responses/${place}/content/application~1json/examples/example-404`;
  expect(part(pointer)).toEqual({ value: { error: { code: "a", message: "b" } } });
  expect(locations.find(`/paths/~1x/get${pointer}`)?.line).toBe(50);
  expect(diagnostics).toEqual([]);
});

test("a successful status that only an example shows is reported", () => {
  const { at: part, diagnostics } = emitOne({ ...get, responses: [response("201")], examples: [shown(200, "{}")] });
  expect(Object.keys(part("/responses") as object)).toEqual(["201", "4XX", "5XX"]);
  expect(diagnostics.map(({ code, message, location }) => [code, message, location.line])).toEqual([
    [
      "example/undocumented-status",
      "Example response has a status that the docs do not name: expected 201, found 200",
      49,
    ],
  ]);
});
