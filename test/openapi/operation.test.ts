import { expect, test } from "vitest";
import type { Parameter, Permission } from "../../src/model/operation.ts";
import type { TypeRef } from "../../src/model/type-ref.ts";
import { emit, emitOne } from "./emit.ts";
import { at, body, operation, primitive } from "./kitchen-sink.ts";

const string = primitive("string");

function parameter(given: Partial<Parameter> & Pick<Parameter, "name" | "in">, line = 12): Parameter {
  return { type: string, required: false, location: at("api/x.md", line), ...given };
}

function request(name: string, url: string, headers: Record<string, string> = {}) {
  const location = at("api/x.md", 40);
  const lines = Object.entries(headers).map(([header, value]) => ({ name: header, value, location }));
  return { name, location, request: { method: "get" as const, url, headers: lines, location } };
}

const get = operation({ id: "get", method: "get", path: "/items/{item-id}" });

test("a placeholder that the docs do not describe is a string, marked and found at the operation", () => {
  const { at: part, locations } = emitOne({ ...get, location: at("api/x.md", 7) });
  expect(part("/parameters")).toEqual([
    { name: "item-id", in: "path", required: true, schema: { type: "string" }, "x-md2oas-inferred": true },
  ]);
  expect(locations.find("/paths/~1items~1{item-id}/get/parameters/0/name")?.line).toBe(7);
});

test("a path parameter is required, and keeps the name in the docs", () => {
  const { at: part } = emitOne({
    ...get,
    parameters: [parameter({ name: "item-id", in: "path", documentedName: "id" })],
  });
  expect(part("/parameters")).toEqual([
    { name: "item-id", in: "path", required: true, schema: { type: "string" }, "x-documented-name": "id" },
  ]);
});

test("a list in one value, as OData writes it", () => {
  const type: TypeRef = { kind: "array", items: string };
  const list = parameter({ name: "$select", in: "query", type, commaSeparated: true, examples: ["id, name"] });
  const { at: part } = emitOne({ ...get, path: "/items", parameters: [list] });
  expect(part("/parameters/0")).toEqual({
    name: "$select",
    in: "query",
    style: "form",
    explode: false,
    schema: { type: "array", items: { type: "string" } },
    examples: { "value-1": { value: ["id", "name"] } },
  });
});

test("what OpenAPI says elsewhere, or cannot say, is no parameter", () => {
  const parameters = [
    parameter({ name: "Authorization", in: "header", required: true }, 10),
    parameter({ name: "content-type", in: "header" }, 11),
    parameter({ name: "Prefer", in: "header" }, 12),
    parameter({ name: "prefer", in: "header" }, 13),
    parameter({ name: "other-id", in: "path" }, 14),
  ];
  const { at: part, diagnostics } = emitOne({ ...get, path: "/items", parameters });
  expect(part("/parameters")).toEqual([{ name: "Prefer", in: "header", schema: { type: "string" } }]);
  expect(diagnostics.map(({ code, location, related }) => [code, location.line, related?.[0]?.location.line])).toEqual([
    ["parameter/duplicate", 13, 12],
    ["parameter/not-in-path", 14, undefined],
  ]);
});

test("examples of a request give its parameters their values, under one name", () => {
  const parameters = [
    parameter({ name: "item-id", in: "path", examples: ["7", "9"] }),
    parameter({ name: "$top", in: "query", type: primitive("int32") }),
    parameter({ name: "Prefer", in: "header" }),
  ];
  const examples = [
    request("one", "https://api.contoso.com/v1.0/items/7?$top=5", { prefer: "wait=1" }),
    request("two", "/items/{id}?$top=all"),
  ];
  const { at: part, diagnostics, locations } = emitOne({ ...get, parameters, examples });
  expect(part("/parameters/0/examples")).toEqual({ one: { value: "7" }, "value-1": { value: "9" } });
  expect(part("/parameters/1/examples")).toEqual({ one: { value: 5 } });
  expect(part("/parameters/2/examples")).toEqual({ one: { value: "wait=1" } });
  expect(locations.find("/paths/~1items~1{item-id}/get/parameters/0/examples/one")?.line).toBe(40);
  expect(locations.find("/paths/~1items~1{item-id}/get/parameters/0/examples/value-1")?.line).toBe(12);
  expect(diagnostics.map(({ code, expected, found }) => [code, expected, found])).toEqual([
    ["example/invalid-parameter", "integer (int32) for `$top`", "`all`"],
  ]);
});

function permission(grant: Permission["grant"], ...alternatives: string[][]): Permission {
  const location = at("api/x.md", 20);
  return {
    grant,
    location,
    alternatives: alternatives.map((scopes, index) => ({ scopes, location: at("api/x.md", 21 + index) })),
  };
}

const secured = [
  permission("application", ["B.All"], ["A.Read", "C.Read"]),
  permission("delegatedWork", ["A.Read"], ["A.Read"]),
  permission("delegatedPersonal"),
];

test("each alternative of each grant is a requirement, in the order of the docs", () => {
  const { at: part, document, locations } = emitOne({ ...get, permissions: secured });
  expect(part("/security")).toEqual([
    { application: ["B.All"] },
    { application: ["A.Read", "C.Read"] },
    { delegatedWork: ["A.Read"] },
  ]);
  expect(locations.find("/paths/~1items~1{item-id}/get/security/1/application/0")?.line).toBe(22);
  expect(locations.find("/paths/~1items~1{item-id}/get/security/2")?.line).toBe(21);
  expect(document).toHaveProperty("components.securitySchemes.application", {
    type: "http",
    scheme: "bearer",
    description: "As the application itself, without a signed-in user.",
    "x-scopes": ["A.Read", "B.All", "C.Read"],
  });
  expect(document).not.toHaveProperty("components.securitySchemes.delegatedPersonal");
});

test("with an authorization server the schemes are those of OAuth 2.0", () => {
  const authorization = { authorizationUrl: "https://contoso.com/authorize", tokenUrl: "https://contoso.com/token" };
  const { document } = emitOne({ ...get, permissions: secured }, { authorization });
  expect(document).toMatchObject({
    components: {
      securitySchemes: {
        delegatedWork: { type: "oauth2", flows: { authorizationCode: { ...authorization, scopes: { "A.Read": "" } } } },
        application: { type: "oauth2", flows: { clientCredentials: { tokenUrl: authorization.tokenUrl } } },
      },
    },
  });
});

test("docs without permissions are no claim of anonymity", () => {
  const other = operation({ id: "other", method: "get", path: "/other" });
  const emitted = emit({ operations: [{ ...get, permissions: secured }, other] });
  expect(emitted.at("/paths/~1other/get/security")).toEqual([{ delegatedWork: [] }, { application: [] }]);
  expect(emitted.document).not.toHaveProperty("security");
});

test("an API whose docs never mention permissions names no mechanism", () => {
  const { document, at: part } = emitOne(get);
  expect(document["security"]).toEqual([]);
  expect(part("/security")).toBeUndefined();
});

test("an operation that nobody may call is reported, and not open to all", () => {
  const nobody = operation({ id: "other", method: "get", path: "/other", permissions: [permission("application")] });
  const { at: part, diagnostics } = emit({ operations: [{ ...get, permissions: secured }, nobody] });
  expect(part("/paths/~1other/get/security")).toEqual([{ delegatedWork: [] }, { application: [] }]);
  expect(diagnostics.map(({ code, location }) => [code, location.line])).toEqual([["permission/none-supported", 20]]);
});

test("two operations of one method and path become one with the facts of both", () => {
  const location = at("api/y.md", 3);
  const first = { ...get, path: "/items", tags: ["A"], examples: [request("one", "/items?$top=1")] };
  const second = {
    ...get,
    id: "second",
    path: "/items",
    tags: ["B"],
    location,
    parameters: [parameter({ name: "$top", in: "query" })],
    responses: [{ status: "200", contents: [], headers: [], location }],
    examples: [request("one", "/items?$top=2"), request("one", "/items?$top=3")],
  };
  const { at: part, diagnostics } = emit({ operations: [first, second] });
  expect(part("/paths/~1items/get")).toMatchObject({
    operationId: "get",
    tags: ["A", "B"],
    parameters: [{ name: "$top", examples: { one: { value: "1" }, "one-2": { value: "2" }, "one-3": { value: "3" } } }],
    responses: { "200": { description: "OK" } },
  });
  expect(diagnostics.map(({ code, location: place, related }) => [code, place, related?.[0]?.location])).toEqual([
    ["operation/duplicate", location, first.location],
  ]);
});

test("operations of one path share a path item", () => {
  const post = operation({ id: "post", method: "post", path: get.path });
  expect(Object.keys(emit({ operations: [get, post] }).at("/paths/~1items~1{item-id}") as object)).toEqual([
    "get",
    "post",
  ]);
});

test("two operations of one id are a bug of ours", () => {
  expect(() => emit({ operations: [get, { ...get, method: "put" }] })).toThrow("operation id get is given twice");
});

test("a body that the docs rule out is reported", () => {
  const location = at("api/x.md", 40);
  const { request: shown, ...example } = request("one", "/items/7");
  const examples = [{ ...example, request: { ...shown, body: body("{}", 44) } }];
  const { at: part, diagnostics } = emitOne({ ...get, examples });
  expect(part("/requestBody")).toBeUndefined();
  expect(diagnostics.map(({ code, location: place }) => [code, place.line])).toEqual([
    ["example/undocumented-body", 44],
  ]);
  expect(
    emitOne({ ...get, examples: [{ ...example, location, request: { ...shown, body: body(" ", 44) } }] }).diagnostics,
  ).toEqual([]);
});

test("deprecation, its note and code samples", () => {
  const { at: part } = emitOne({
    ...get,
    deprecated: { markdown: "Use v2." },
    codeSamples: [{ language: "csharp", source: "x();", location: at("api/x.md", 60) }],
  });
  expect(part("")).toMatchObject({
    deprecated: true,
    description: "Use v2.",
    "x-codeSamples": [{ lang: "csharp", source: "x();" }],
  });
});

test("tags keep the order of the model; one without a text gets a derived one", () => {
  const tags = ["Bees.", "Later bees."].map((markdown, index) => {
    return { name: "B", description: { markdown }, location: at("b.md", index + 1) };
  });
  const { document, locations } = emit({ operations: [{ ...get, tags: ["A", "B"], location: at("a.md", 5) }], tags });
  expect(document["tags"]).toEqual([
    { name: "B", description: "Bees." },
    { name: "A", description: "Operations on A.", "x-md2oas-default": true },
  ]);
  expect([locations.find("/tags/0")?.file, locations.find("/tags/1")?.file]).toEqual(["b.md", "a.md"]);
});

test.each<[name: string, servers: string[], option: string[] | undefined, urls: string[]]>([
  ["of the docs, without trailing slashes", ["https://a.com/v1/", "https://a.com/v1"], undefined, ["https://a.com/v1"]],
  ["of the options", ["https://a.com"], ["https://b.com/"], ["https://b.com"]],
  ["of OpenAPI, if there are none", [], undefined, ["/"]],
])("servers %s", (_name, servers, option, urls) => {
  const { document } = emit({ servers }, option ? { servers: option } : {});
  expect(document["servers"]).toEqual(urls.map((url) => ({ url })));
});

test("the licence is the docs', or nobody's word", () => {
  expect(emit({}).at("/info/license")).toEqual({ name: "Not stated", identifier: "NOASSERTION" });
  const license = { name: "MIT", identifier: "MIT" };
  expect(emit({}, { license, description: "All of it." }).at("/info")).toEqual({
    title: "Test",
    version: "1",
    description: "All of it.",
    license,
  });
});

test("an empty model is an empty document", () => {
  const { document, diagnostics } = emit({});
  expect(Object.keys(document)).toEqual(["openapi", "info", "servers", "security", "paths"]);
  expect(diagnostics).toEqual([]);
});
