import { expect, test } from "vitest";
import { compareContracts } from "../../src/openapi/compare-contracts.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../src/openapi/document.ts";
import { Locations } from "../../src/openapi/locations.ts";

function documentOf(operation: JsonObject, schema: JsonObject): OpenApiDocument {
  const document = {
    paths: { "/trees": { get: operation } },
    components: { schemas: { "orchard.tree": schema, "orchard.leaf": { type: "object" } } },
  };
  return { document, locations: new Locations() };
}

/** What is found different, as `right -> found`. */
function compareOperations(right: JsonObject, found: JsonObject): string[] {
  return describe(documentOf(right, {}), documentOf(found, {}));
}

function compareSchemas(right: JsonObject, found: JsonObject): string[] {
  return describe(documentOf({}, right), documentOf({}, found));
}

function describe(first: OpenApiDocument, second: OpenApiDocument): string[] {
  return compareContracts(first, second).map(({ right, found }) => `${right?.text} -> ${found?.text}`);
}

const parameter = (name: string, more: JsonObject = {}): JsonObject => ({ name, in: "query", ...more });
const body = (schema: Json): JsonObject => ({ content: { "application/json": { schema } } });
const leaf = { $ref: "#/components/schemas/orchard.leaf" };

test.each<[string, JsonObject, JsonObject, string[]]>([
  [
    "a lost and an added parameter",
    { parameters: [parameter("$top"), parameter("period")] },
    { parameters: [parameter("Zeitraum"), parameter("$top")] },
    ["parameters.period (query) -> undefined", "undefined -> parameters.Zeitraum (query)"],
  ],
  [
    "what a parameter says",
    { parameters: [parameter("period", { required: true, schema: { type: "string" } })] },
    { parameters: [parameter("period", { schema: { type: "integer" } })] },
    [
      "parameters.period (query).required: true -> undefined",
      "parameters.period (query): string -> parameters.period (query): integer",
    ],
  ],
  [
    "the type of a body, as a whole",
    { requestBody: body({ type: "object", properties: { id: {}, name: {} }, unevaluatedProperties: true }) },
    { requestBody: body(leaf) },
    ["requestBody: object of id, name -> requestBody: leaf"],
  ],
  [
    "a lost response",
    { responses: { 200: body({ type: "array", items: leaf }), 204: {} } },
    { responses: { 204: {} } },
    ["responses.200 -> undefined"],
  ],
  [
    "scopes",
    { security: [{ application: ["Tree.Read", "Leaf.Read.All"] }, { delegatedWork: [] }] },
    { security: [{ application: ["Tree.Read"] }, { delegatedWork: [] }] },
    ["security: application Tree.Read and Leaf.Read.All -> security: application Tree.Read"],
  ],
  [
    "a lost alternative",
    { security: [{ application: ["Tree.Read"] }] },
    { security: [] },
    ["security: application Tree.Read -> undefined"],
  ],
])("of operations: %s", (_, right, found, expected) => {
  expect(compareOperations(right, found)).toEqual(expected);
});

test.each<[string, JsonObject, JsonObject, string[]]>([
  [
    "what a property says",
    { type: "object", properties: { id: { type: "string", readOnly: true } } },
    { type: "object", properties: { id: { type: "string" } } },
    ["tree.id.readOnly: true -> undefined"],
  ],
  [
    "members of an enumeration, side by side",
    { enum: ["young", "felled"] },
    { enum: ["jung", "felled"] },
    ["tree.enum: young -> tree.enum: jung"],
  ],
  [
    "a property that was renamed",
    { properties: { leaves: { type: "array", items: leaf } } },
    { properties: { Blätter: { type: "array", items: leaf } } },
    ["tree.leaves: array of leaf -> undefined", "undefined -> tree.Blätter: array of leaf"],
  ],
  [
    "whether null is allowed",
    { properties: { leaf: { anyOf: [leaf, { type: "null" }] } } },
    { properties: { leaf } },
    ["tree.leaf: leaf | null -> tree.leaf: leaf"],
  ],
  ["what is required", { required: ["id", "name"] }, { required: ["id"] }, ["tree.required: name -> undefined"]],
  [
    "properties that are called like parts of a schema",
    { properties: { title: { type: "string" }, "x-y": { type: "string" }, properties: { type: "string" } } },
    { properties: {} },
    ["tree.title: string -> undefined", "tree.x-y: string -> undefined", "tree: string -> undefined"],
  ],
])("of types: %s", (_, right, found, expected) => {
  expect(compareSchemas(right, found)).toEqual(expected);
});

test("operations and types that only one document has", () => {
  const first = documentOf({}, {});
  const second: OpenApiDocument = { document: { paths: {}, components: {} }, locations: new Locations() };
  expect(describe(first, second)).toEqual([
    "GET /trees -> undefined",
    "tree -> undefined",
    "leaf: object -> undefined",
  ]);
  expect(describe(second, first)).toHaveLength(3);
});

test("texts, examples, extensions and the order of lists make no difference", () => {
  const operation = (text: string, names: string[]): JsonObject => ({
    summary: text,
    "x-note": text,
    parameters: names.map((name) => parameter(name, { description: text, example: text })),
    requestBody: { description: text, ...body({ anyOf: names.map((name) => ({ title: text, enum: [name] })) }) },
    responses: { 200: { description: text, ...body({ ...leaf, examples: [text] }) } },
  });
  expect(compareOperations(operation("Trees.", ["a", "b"]), operation("Bäume.", ["b", "a"]))).toEqual([]);
});

test("each statement has its place", () => {
  const place = (file: string) => ({ file, line: 3, column: 1, endLine: 3, endColumn: 9 });
  const at = (file: string, schema: JsonObject): OpenApiDocument => {
    const given = documentOf({}, schema);
    given.locations.set("/components/schemas/orchard.tree/properties/id", place(file));
    return given;
  };
  const [difference] = compareContracts(
    at("a.md", { properties: { id: { type: "string", readOnly: true } } }),
    at("b.md", { properties: { id: { type: "integer", readOnly: true } } }),
  );
  expect([difference?.right?.location, difference?.found?.location]).toEqual([place("a.md"), place("b.md")]);
});
