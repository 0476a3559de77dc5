import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BodyValidator } from "../../src/openapi/body-validator.ts";
import type { Json, JsonObject } from "../../src/openapi/document.ts";
import { isPlainlyValid } from "../../src/openapi/plainly-valid.ts";

const schemas: JsonObject = {
  node: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string" },
      id: { type: "string", readOnly: true },
      size: { type: ["integer", "null"], format: "int32" },
      color: { type: "string", enum: ["red", "green"] },
      parent: { anyOf: [{ $ref: "#/components/schemas/node" }, { type: "null" }] },
      children: { type: "array", items: { $ref: "#/components/schemas/node" } },
      at: { type: "string", format: "date-time" },
      open: { anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }] },
      either: { anyOf: [{ type: "integer" }, { type: "object", properties: { x: { type: "string" } } }] },
      time: { type: "string", format: "time-local" },
      short: { type: "string", maxLength: 3 },
      toString: { type: "string" },
    },
  },
  shape: {
    type: "object",
    properties: { kind: { type: "string" }, inner: { $ref: "#/components/schemas/shape" } },
    discriminator: { propertyName: "kind", mapping: { "#circle": "#/components/schemas/circle" } },
  },
  circle: { allOf: [{ $ref: "#/components/schemas/shape" }], properties: { radius: { type: "number" } } },
  leaf: { allOf: [{ $ref: "#/components/schemas/node" }], required: ["id"], properties: { id: { readOnly: true } } },
};
const validator = new BodyValidator({ components: { schemas } });

function problemsOf(value: Json, schema = "node", direction?: "request" | "response") {
  return validator
    .validateAt(`/components/schemas/${schema}`, value, direction)
    .map(({ pointer, message }) => `${pointer} ${message}`);
}

test.each<[kind: Json, problems: string[]]>([
  ["#circle", ['/inner/radius Expected number, found string "1"']],
  ["circle", ['/inner/radius Expected number, found string "1"']],
  ["square", []],
  [5, ["/inner/kind Expected string, found number 5"]],
])("a value that says it is a %j is judged as such", (kind, problems) => {
  expect(problemsOf({ kind: "#circle", radius: 1, inner: { kind, radius: "1" } }, "shape")).toEqual(problems);
  expect(problemsOf({ inner: { kind, radius: "1" } }, "circle")).toEqual(problems);
});

test.each<[name: string, value: Json, problems: string[]]>([
  ["nothing wrong", { name: "a", size: null, parent: null, children: [], extra: 1, toString: "x" }, []],
  ["a wrong type", { name: 5 }, ["/name Expected string, found number 5"]],
  ["a missing member", {}, [" Expected a property `name`, found none"]],
  ["a wrong value", { name: "a", color: "blue" }, ['/color Expected `red` or `green`, found string "blue"']],
  [
    "two causes",
    { name: 1, size: "x" },
    ["/name Expected string, found number 1", '/size Expected integer or null, found string "x"'],
  ],
  [
    "a problem far below",
    { name: "a", parent: { name: "b", parent: { name: true } } },
    ["/parent/parent/name Expected string, found boolean true"],
  ],
  [
    "the same cause in many items",
    { name: "a", children: [{ name: 1 }, { name: 2 }, { name: 3 }] },
    ["/children/0/name Expected string, found number 1"],
  ],
  ["none of two types", { name: "a", parent: 1 }, ["/parent Expected object or null, found number 1"]],
  ["an open list is of strings", { name: "a", open: 1 }, ["/open Expected string, found number 1"]],
  ["the alternative that nearly fits", { name: "a", either: { x: 1 } }, ["/either/x Expected string, found number 1"]],
  [
    "no member of a list in a type that may be null",
    { name: "a", parent: {} },
    ["/parent Expected a property `name`, found none"],
  ],
  [
    "a date without a time",
    { name: "a", at: "2020-01-01" },
    ['/at Expected a string of format date-time, found string "2020-01-01"'],
  ],
  ["a time of day", { name: "a", time: "08:00:00.0000000" }, []],
  [
    "no time of day",
    { name: "a", time: "8 o'clock" },
    ['/time Expected a string of format time-local, found string "8 o\'clock"'],
  ],
  ["a long text", { name: "a", short: "abcd" }, ['/short Expected at most 3 characters, found string "abcd"']],
  ["an inherited problem", { name: "a", children: {} }, ["/children Expected array, found an object"]],
])("%s", (_name, value, problems) => {
  expect(problemsOf(value)).toEqual(problems);
});

test("a request need not have read-only members that a response must have", () => {
  expect(problemsOf({ name: "a" }, "leaf", "response")).toEqual([" Expected a property `id`, found none"]);
  expect(problemsOf({ name: "a" }, "leaf", "request")).toEqual([]);
});

test("a problem knows the schema that it fails", () => {
  const problems = validator.validateAt("/components/schemas/leaf", { id: "1", name: "a", parent: { name: 1 } });
  expect(problems.map(({ schemaPointer }) => schemaPointer)).toEqual(["/components/schemas/node/properties/name"]);
});

test("where there is no schema, everything is fine", () => {
  expect(validator.validateAt("/paths/~1x/get/nothing", 1)).toEqual([]);
  expect(validator.validate({ $ref: "#/components/schemas/none" }, 1)).toEqual([]);
});

test("thousands of types that refer to each other do not end the stack", () => {
  const refer = (index: number) => ({ $ref: `#/components/schemas/t${index % 5000}` });
  const types = Array.from({ length: 5000 }, (_, index): [string, JsonObject] => [
    `t${index}`,
    { type: "object", properties: { next: refer(index + 1), other: refer(index * 7), n: { type: "integer" } } },
  ]);
  const large = new BodyValidator({ components: { schemas: Object.fromEntries(types) } });
  expect(large.validate(refer(0), { next: { next: { n: "x" } } }).map(({ pointer }) => pointer)).toEqual([
    "/next/next/n",
  ]);
});

const scalar = fc.constantFrom<Json>(
  null,
  true,
  1,
  1.5,
  -3e9,
  300,
  "",
  "a",
  "red",
  "abcd",
  "😀😀",
  "2020-01-01",
  "2020-01-01T00:00:00Z",
  "PT1H",
  "6f1c2d9e-0000-4000-8000-000000000000",
  "https://contoso.com/x",
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "toString", "__proto__"), tie("value"), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));
const { schema: anySchema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.record<JsonObject>(
      {
        type: fc.constantFrom("string", "integer", "number", "object", "array", "boolean", ["string", "null"]),
        enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
        format: fc.constantFrom(
          "int32",
          "int64",
          "double",
          "date",
          "date-time",
          "duration",
          "uuid",
          "uri",
          "binary",
          "other",
        ),
        minimum: fc.constantFrom(0, 2),
        maximum: fc.constantFrom(0, 255),
        maxLength: fc.constantFrom(1, 3),
        required: fc.constantFrom(["a"], ["toString"], []),
        description: fc.constant("Text."),
        additionalProperties: fc.constant(true),
        unevaluatedProperties: fc.constantFrom(true, false),
        minLength: fc.constant(1),
      } as never,
      { requiredKeys: [] },
    ),
    fc.record({
      properties: fc.dictionary(fc.constantFrom("a", "b", "toString"), tie("schema"), { noNullPrototype: true }),
    }),
    fc.record({ items: tie("schema") }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.constant({ $ref: "#/components/schemas/node" }),
  ) as fc.Arbitrary<JsonObject>,
}));

test.each<[schema: JsonObject, valid: Json, invalid: Json]>([
  [{ type: "integer" }, 1, 1.5],
  [{ type: ["string", "null"] }, null, 1],
  [{ enum: ["a", null] }, null, "b"],
  [{ minimum: 2 }, 2, 1],
  [{ maximum: 2 }, 2, 3],
  [{ maxLength: 1 }, "a", "ab"],
  [{ format: "int32" }, 1, 3e9],
  [{ format: "date" }, "2020-01-31", "2020-01-32"],
  [{ required: ["toString"] }, { toString: 1 }, {}],
  [{ properties: { a: { type: "string" } } }, { a: "" }, { a: 1 }],
  [{ items: { type: "string" } }, [""], ["", 1]],
  [{ allOf: [{ type: "string" }, { maxLength: 1 }] }, "a", "ab"],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, null, 1],
  [{ $ref: "#/components/schemas/node" }, { name: "a" }, {}],
])("%j is plainly met by %j, not by %j", (schema, valid, invalid) => {
  const find = () => schemas["node"] as JsonObject;
  expect([isPlainlyValid(schema, valid, find), isPlainlyValid(schema, invalid, find)]).toEqual([true, false]);
});

test("a keyword that is not known is Ajv's to judge", () => {
  expect(isPlainlyValid({ minLength: 1 }, "a", () => undefined)).toBe(false);
  expect(validator.validate({ minLength: 1 }, "a")).toEqual([]);
});

test("what is plainly valid is valid by Ajv, and so is what the validator lets pass", () => {
  const find = (reference: string) => schemas[reference.split("/").at(-1) ?? ""] as JsonObject;
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat("time-local", true);
  ajv.addSchema({ components: { schemas } }, "doc:");
  const atDocument = (schema: JsonObject) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc:#/'));
  let plain = 0;
  fc.assert(
    fc.property(anySchema, value, (schema, given) => {
      const expected = ajv.validate(atDocument(schema), given);
      const isPlain = isPlainlyValid(schema, given, find);
      if (isPlain) plain++;
      expect(isPlain && !expected).toBe(false);
      expect(validator.validate(schema, given).length === 0).toBe(expected);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(plain).toBeGreaterThan(20);
}, 60_000);
