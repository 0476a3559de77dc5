import { expect, test } from "vitest";
import type { Property } from "../../src/model/resource.ts";
import type { PrimitiveName, TypeRef } from "../../src/model/type-ref.ts";
import { emit } from "./emit.ts";
import { at, named, primitive, property } from "./kitchen-sink.ts";

const line = { name: "shop.line", location: at("line.md", 1), properties: [] };
const color = {
  name: "shop.color",
  location: at("color.md", 1),
  members: [{ name: "red", location: at("color.md", 2) }],
};

/** The schema of a property, described by what is given of it. */
function emitProperty(type: TypeRef, more: Partial<Property> = {}, conventions: "odata" | "plain" = "odata") {
  const resource = { name: "shop.order", location: at("order.md", 1), properties: [property("it", type, 2, more)] };
  return emit({ resources: [resource, line], enums: [color] }, { conventions }).at(
    "/components/schemas/shop.order/properties/it",
  );
}

const string = primitive("string");

test.each<[PrimitiveName, object]>([
  ["string", { type: "string" }],
  ["boolean", { type: "boolean" }],
  ["byte", { type: "integer", format: "uint8", minimum: 0, maximum: 255 }],
  ["int32", { type: "integer", format: "int32" }],
  ["int64", { type: "integer", format: "int64" }],
  ["single", { type: "number", format: "float" }],
  ["double", { type: "number", format: "double" }],
  ["decimal", { type: "number", format: "decimal" }],
  ["date", { type: "string", format: "date" }],
  ["dateTimeOffset", { type: "string", format: "date-time" }],
  ["timeOfDay", { type: "string", format: "time-local" }],
  [
    "duration",
    {
      anyOf: [
        { type: "string", format: "duration" },
        { type: "string", pattern: "^-?P(?!$)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$" },
      ],
    },
  ],
  ["guid", { type: "string", format: "uuid" }],
  ["binary", { type: "string", contentEncoding: "base64" }],
  ["stream", { type: "string", format: "binary" }],
  ["uri", { type: "string", format: "uri" }],
  ["object", { type: "object", additionalProperties: true }],
])("primitive %s", (name, schema) => {
  expect(emitProperty(primitive(name), { nullable: false })).toEqual(schema);
});

test.each<[name: string, type: TypeRef, more: Partial<Property>, schema: object]>([
  ["a single value may be null", string, {}, { type: ["string", "null"] }],
  ["unless the docs say no", string, { nullable: false }, { type: "string" }],
  ["or it is required", string, { required: true }, { type: "string" }],
  ["a documented null wins", string, { required: true, nullable: true }, { type: ["string", "null"] }],
  ["a collection is not null", { kind: "array", items: string }, {}, { type: "array", items: { type: "string" } }],
  [
    "unless the docs say so",
    { kind: "array", items: string },
    { nullable: true },
    { type: ["array", "null"], items: { type: "string" } },
  ],
  ["a reference", named("line"), {}, { anyOf: [{ $ref: "#/components/schemas/shop.line" }, { type: "null" }] }],
  ["an unreadable type allows null anyway", { kind: "unknown", text: "x or y" }, {}, { "x-documented-type": "x or y" }],
  ["a type that is not documented", named("gone"), {}, { "x-documented-type": "shop.gone" }],
  ["a length", string, { maxLength: 5 }, { type: ["string", "null"], maxLength: 5 }],
  [
    "a length of what is no string",
    primitive("int32"),
    { maxLength: 5, nullable: false },
    { type: "integer", format: "int32" },
  ],
  ["read-only", string, { readOnly: true, nullable: false }, { type: "string", readOnly: true }],
  [
    "deprecated with a note",
    string,
    { nullable: false, description: { markdown: "Old." }, deprecated: { markdown: "Use x." } },
    { type: "string", description: "Old.\n\nUse x.", deprecated: true },
  ],
  [
    "a default of the right type",
    primitive("boolean"),
    { nullable: false, defaultValue: "False" },
    { type: "boolean", default: false },
  ],
  [
    "a default of another type",
    primitive("int32"),
    { nullable: false, defaultValue: "none" },
    { type: "integer", format: "int32", "x-documented-default": "none" },
  ],
])("%s", (_name, type, more, schema) => {
  expect(emitProperty(type, more)).toEqual(schema);
});

test("without OData's conventions only a documented null counts", () => {
  expect(emitProperty(string, {}, "plain")).toEqual({ type: "string" });
  expect(emitProperty(string, { nullable: true }, "plain")).toEqual({ type: ["string", "null"] });
});

const members = ["a", "b|c", "a", ""].map((name, index) => ({ name, location: at("x.md", 10 + index) }));

test.each<[name: string, type: TypeRef, schema: object]>([
  ["a closed list, each member once", { kind: "enum", members }, { type: "string", enum: ["a", "b|c"] }],
  [
    "an open list",
    { kind: "enum", members, isOpen: true },
    { anyOf: [{ type: "string", enum: ["a", "b|c"] }, { type: "string" }] },
  ],
  ["a list without members", { kind: "enum", members: [], isOpen: true }, { type: "string" }],
  [
    "one of several types",
    { kind: "anyOf", types: [string, named("color"), string] },
    {
      anyOf: [{ type: "string" }, { $ref: "#/components/schemas/shop.color" }],
    },
  ],
  ["several times the same type", { kind: "anyOf", types: [string, string] }, { type: "string" }],
  [
    "one of several types, one unreadable",
    { kind: "anyOf", types: [string, { kind: "unknown", text: "?" }] },
    { "x-documented-type": "?" },
  ],
  [
    "an object in place",
    { kind: "object", properties: [property("x", string, 5, { required: true })] },
    { type: "object", properties: { x: { type: "string" } }, required: ["x"], unevaluatedProperties: true },
  ],
  ["an object without members", { kind: "object", properties: [] }, { type: "object", additionalProperties: true }],
])("%s", (_name, type, schema) => {
  expect(emitProperty(type, { nullable: false })).toEqual(schema);
});

test("that an enumeration is open is said where it is used, so that its own schema lists members only", () => {
  const { at: part } = emit({ resources: [userOf("color")], enums: [{ ...color, isOpen: true }] });
  expect(part("/components/schemas/shop.color")).toEqual({ type: "string", enum: ["red"] });
  expect(part("/components/schemas/shop.user/properties/it")).toEqual({
    anyOf: [{ $ref: "#/components/schemas/shop.color" }, { type: "string" }],
  });
});

test("flags accept members joined by commas, and nothing else", () => {
  const { at: part } = emit({ resources: [userOf("color")], enums: [{ ...color, isFlags: true, members }] });
  const pattern = part("/components/schemas/shop.user/properties/it/anyOf/1/pattern") as string;
  expect(pattern).toBe("^(a|b\\|c)(, ?(a|b\\|c))*$");
  expect(["a", "a,b|c", "a, a"].every((value) => new RegExp(pattern, "u").test(value))).toBe(true);
  expect(["", "b", "a,", "a;a"].some((value) => new RegExp(pattern, "u").test(value))).toBe(false);
});

function userOf(type: string) {
  const properties = [property("it", named(type), 2, { nullable: false })];
  return { name: "shop.user", location: at("user.md", 1), properties };
}

test("descriptions of members stand in the order of the members", () => {
  const described = [
    { name: "x", location: at("x.md", 1) },
    { name: "y", description: { markdown: "The y." }, location: at("x.md", 2) },
  ];
  expect(emitProperty({ kind: "enum", members: described }, { nullable: false })).toEqual({
    type: "string",
    enum: ["x", "y"],
    "x-enum-descriptions": ["", "The y."],
  });
});

const animal = { name: "zoo.animal", location: at("animal.md", 1), properties: [], isAbstract: true };
const cat = { name: "zoo.cat", baseType: "zoo.animal", location: at("cat.md", 1), properties: [] };
const lion = { name: "zoo.lion", baseType: "zoo.cat", location: at("lion.md", 1), properties: [] };

test("a base type becomes allOf and knows all types derived from it", () => {
  const { at: part, locations } = emit({ resources: [lion, animal, cat] });
  expect(part("/components/schemas/zoo.lion")).toEqual({
    type: "object",
    allOf: [{ $ref: "#/components/schemas/zoo.cat" }],
    unevaluatedProperties: true,
  });
  expect(part("/components/schemas/zoo.animal")).toEqual({
    type: "object",
    properties: { "@odata.type": { type: "string" } },
    unevaluatedProperties: true,
    discriminator: {
      propertyName: "@odata.type",
      mapping: { "#zoo.cat": "#/components/schemas/zoo.cat", "#zoo.lion": "#/components/schemas/zoo.lion" },
    },
    "x-abstract": true,
  });
  expect(locations.find("/components/schemas/zoo.animal/properties/@odata.type")?.file).toBe("animal.md");
});

test.each([
  ["itself", [{ ...cat, baseType: "zoo.cat" }]],
  ["one that inherits from it", [{ ...animal, baseType: "zoo.lion" }, cat, lion]],
  [
    "a circle of others",
    [
      { ...cat, baseType: "zoo.animal" },
      { ...animal, baseType: "zoo.lion" },
      { ...lion, baseType: "zoo.animal" },
    ],
  ],
])("a type that inherits from %s does not hang, and validates", (_name, resources) => {
  const { at: part } = emit({ resources });
  const schemas = part("/components/schemas") as Record<string, { allOf?: { $ref: string }[] }>;
  const circular = Object.keys(schemas).filter((start) => {
    const seen = new Set<string>();
    for (let name: string | undefined = start; name; name = schemas[name]?.allOf?.[0]?.$ref.split("/").at(-1)) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
    return false;
  });
  expect(circular).toEqual([]);
});

test("component names hold only what OpenAPI allows, and stay apart", () => {
  const resources = ["a b", "a_b", "a/b", ""].map((name) => ({ ...cat, baseType: undefined, name })) as never;
  const schemas = emit({ resources }).at("/components/schemas") as object;
  expect(Object.keys(schemas)).toEqual(["_", "a_b", "a_b-2", "a_b-3"]);
  expect(schemas).toHaveProperty(["a_b-3", "x-documented-name"], "a/b");
});

test("properties named like members of object prototypes survive, with their places", () => {
  const names = ["constructor", "hasOwnProperty", "valueOf", "__proto__", "toString"];
  const resource = {
    ...cat,
    name: "traps",
    properties: names.map((name, index) => property(name, string, 10 + index)),
  };
  const { at: part, locations } = emit({ resources: [resource] });
  expect(Object.keys(part("/components/schemas/traps/properties") as object)).toEqual(names);
  expect(names.map((name) => locations.find(`/components/schemas/traps/properties/${name}`)?.line)).toEqual([
    10, 11, 12, 13, 14,
  ]);
});
