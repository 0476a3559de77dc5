import fc from "fast-check";
import { expect, test } from "vitest";
import { generateExample } from "../../src/mock/generate-example.ts";
import { SchemaValidators } from "../../src/mock/schema-validators.ts";
import type { Json, JsonObject } from "../../src/openapi/document.ts";

const ref = (name: string) => ({ $ref: `#/schemas/${name}` });

/** A value for the schema called `root`, and whether it is valid. */
function generate(
  schemas: JsonObject,
  { dynamic = false, seed = "" } = {},
): { value: Json | undefined; isValid: boolean } {
  const document = { schemas };
  const validators = new SchemaValidators(document, { coerce: false, allErrors: true });
  const isValid = (value: Json) => validators.validate("/schemas/root", value, "response").length === 0;
  const part = { value: schemas["root"] ?? true, pointer: "/schemas/root" };
  const value = generateExample(document, part, { seed, dynamic, isValid });
  return { value, isValid: value !== undefined && isValid(value) };
}

test.each<[name: string, root: JsonObject, value: Json]>([
  ["text", { type: "string" }, "string"],
  ["nullable text", { type: ["null", "string"] }, "string"],
  ["longer text", { type: "string", minLength: 8 }, "stringst"],
  ["date", { type: "string", format: "date" }, "2019-08-24"],
  ["number between", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
  ["multiple", { type: "integer", minimum: 8, multipleOf: 7 }, 14],
  ["at most", { type: "integer", maximum: -3 }, -3],
  ["enumeration", { enum: ["b", "a"] }, "b"],
  ["constant", { const: null }, null],
  ["preset", { type: "string", default: "x" }, "x"],
  ["example", { type: "string", examples: ["x", "y"] }, "x"],
  ["list", { type: "array", minItems: 2, uniqueItems: true, items: { type: "string" } }, ["string", "string2"]],
  ["map", { type: "object", additionalProperties: { type: "boolean" } }, { property1: true, property2: true }],
  ["first alternative that is not null", { anyOf: [{ type: "null" }, { type: "integer" }] }, 0],
  [
    "write-only property",
    { type: "object", properties: { a: { type: "string", writeOnly: true }, b: { type: "string" } } },
    { b: "string" },
  ],
  [
    "prototype names",
    { type: "object", required: ["constructor"], properties: { constructor: { type: "integer" } } },
    { constructor: 0 },
  ],
  ["anything", {}, {}],
])("%s", (_name, root, value) => {
  expect(generate({ root })).toEqual({ value, isValid: true });
});

test("a pattern", () => {
  const { value, isValid } = generate({ root: { type: "string", pattern: "^[A-Z]{3}-\\d{2}$" } });
  expect([isValid, value]).toEqual([true, expect.stringMatching(/^[A-Z]{3}-\d\d$/)]);
});

test("types that hold each other come to an end", () => {
  const person = {
    type: "object",
    required: ["boss"],
    properties: {
      name: { type: "string" },
      boss: { anyOf: [ref("root"), { type: "null" }] },
      team: { type: "array", items: ref("root") },
    },
  };
  expect(generate({ root: person })).toEqual({ value: { name: "string", boss: null, team: [] }, isValid: true });
});

test("a type that must hold itself has no value", () => {
  expect(
    generate({ root: { type: "object", required: ["self"], properties: { self: ref("root") } } }).value,
  ).toBeUndefined();
});

test("a discriminator names the type", () => {
  const base = {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" } },
    discriminator: { propertyName: "kind", mapping: { cat: "#/schemas/root" } },
  };
  expect(generate({ base, root: { allOf: [ref("base"), { properties: { lives: { type: "integer" } } }] } })).toEqual({
    value: { kind: "cat", lives: 0 },
    isValid: true,
  });
});

test("a property of several types meets them all", () => {
  const base = { type: "object", properties: { size: { type: "string", enum: ["s", "m"] } } };
  expect(
    generate({ base, root: { allOf: [ref("base")], properties: { size: { type: ["string", "null"] } } } }),
  ).toEqual({ value: { size: "s" }, isValid: true });
});

const leaf = fc.oneof(
  fc
    .record({
      type: fc.constant("string"),
      minLength: fc.nat(5),
      format: fc.constantFrom("date-time", "uuid", "uri", "email", "none"),
    })
    .map(({ format, ...rest }) => (format === "none" ? rest : { type: "string", format })),
  fc.record({
    type: fc.constant("integer"),
    minimum: fc.integer({ min: -9, max: 9 }),
    multipleOf: fc.constantFrom(1, 3),
  }),
  fc.record({
    type: fc.constant("number"),
    exclusiveMinimum: fc.integer({ min: -9, max: 9 }),
    maximum: fc.integer({ min: 10, max: 12 }),
  }),
  fc.constantFrom<JsonObject>({ type: "boolean" }, { type: "null" }, { enum: [1, "a", null] }, { const: { a: 1 } }),
);
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.constant(ref("root")).map((reference) => ({ anyOf: [reference, { type: "null" }] })),
    fc.record({ type: fc.constant("array"), items: tie("schema"), minItems: fc.nat(2) }),
    fc
      .dictionary(fc.constantFrom("a", "b", "constructor", "$ref"), tie("schema"), { noNullPrototype: true })
      .map((properties) => ({ type: "object", properties, required: Object.keys(properties) })),
    fc.tuple(tie("schema"), tie("schema")).map((anyOf) => ({ anyOf })),
  ),
}));

test.each([false, true])("is valid by any schema (dynamic: %s)", (dynamic) => {
  fc.assert(
    fc.property(schema, (root) => {
      expect(generate({ root }, { dynamic }).isValid).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});
