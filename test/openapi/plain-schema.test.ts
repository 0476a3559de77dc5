import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/openapi/document.ts";
import { isPlainSchema } from "../../src/openapi/plain-schema.ts";
import { isPlainlyValid } from "../../src/openapi/plainly-valid.ts";

const isTarget = (reference: string) => reference === "#/there";

test.each<[schema: Json, isPlain: boolean]>([
  [{ type: ["string", "null"], format: "date", description: "A day.", "x-any": 1 }, true],
  [{ allOf: [{ $ref: "#/there" }], properties: { pattern: { type: "string" } }, unevaluatedProperties: true }, true],
  [{ $ref: "#/nowhere" }, false],
  [{ items: { anyOf: [{ $ref: "#/nowhere" }] } }, false],
  [{ type: "strin" }, false],
  [{ type: [] }, false],
  [{ type: ["string", "string"] }, false],
  [{ pattern: "a" }, false],
  [{ toString: 1 }, false],
  [{ additionalProperties: false }, false],
  [{ enum: [] }, false],
  [{ required: ["a", "a"] }, false],
  [{ maxLength: -1 }, false],
  [{ readOnly: "yes" }, false],
  [{ properties: { a: true } }, false],
  [true, false],
  [[], false],
  [null, false],
])("%j is plain: %s", (schema, isPlain) => {
  expect(isPlainSchema(schema, isTarget)).toBe(isPlain);
});

const type = fc.constantFrom("string", "integer", "number", "boolean", "null", "object", "array", "strin");
const some = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: fc.constantFrom(null, "", -1, true, [], {}) });

const leaf = fc.record(
  {
    type: some(fc.oneof(type, fc.array(type, { maxLength: 3 }))),
    enum: some(fc.array(fc.constantFrom("a", 1, null), { maxLength: 2 })),
    format: some(fc.constantFrom("date", "date-time", "uuid", "int32", "double", "unknown")),
    minimum: some(fc.integer({ min: -2, max: 2 })),
    maxLength: some(fc.integer({ min: -1, max: 3 })),
    required: some(fc.array(fc.constantFrom("a", "b"), { maxLength: 2 })),
    readOnly: some(fc.boolean()),
    title: some(fc.string()),
    additionalProperties: some(fc.constant(true)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

/** Schemas that are right, nearly right, or nonsense. */
const { schema } = fc.letrec<{ schema: JsonObject; inner: JsonObject }>((tie) => ({
  schema: fc.oneof({ maxDepth: 2 }, leaf, tie("inner")),
  inner: fc.record(
    {
      properties: some(fc.dictionary(fc.constantFrom("a", "b", "toString"), tie("schema"), { maxKeys: 2 })),
      items: some(tie("schema")),
      allOf: some(fc.array(tie("schema"), { maxLength: 2 })),
      anyOf: some(fc.array(tie("schema"), { maxLength: 2 })),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>,
}));

const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json[]>("a", "abcd", "2000-01-01", 1, -3, 0.5, null, true),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "toString"), tie("value"), { maxKeys: 2 }) as fc.Arbitrary<Json>,
  ),
})).value;

test("Ajv compiles every plain schema, and accepts what is plainly valid by it", () => {
  const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true, allowUnionTypes: true });
  addFormats.default(ajv);
  let plain = 0;
  let valid = 0;
  const property = fc.property(schema, value, (candidate, body) => {
    if (!isPlainSchema(candidate, isTarget)) return;
    plain++;
    const validate = ajv.compile(candidate);
    ajv.removeSchema(candidate);
    if (!isPlainlyValid(candidate, body, () => undefined)) return;
    valid++;
    expect(validate(body)).toBe(true);
  });
  fc.assert(property, { numRuns: 5_000, seed: 7 });
  expect(plain).toBeGreaterThan(300);
  expect(valid).toBeGreaterThan(30);
});

test("a schema that is made of itself is left to Ajv", () => {
  const circle: JsonObject = { allOf: [{ $ref: "#/circle" }] };
  expect(isPlainlyValid(circle, "a", () => circle)).toBe(false);
  expect(isPlainlyValid(circle, {}, () => circle)).toBe(true);
});

test("what was taken for granted of a derived type is forgotten once it proves wrong", () => {
  const schemas: Record<string, JsonObject> = {
    "#/base": { type: "object", discriminator: { propertyName: "kind", mapping: { d: "#/derived" } } },
    "#/derived": { allOf: [{ $ref: "#/base" }], required: ["a"] },
  };
  const either = { anyOf: [{ $ref: "#/derived" }, { $ref: "#/base" }] };
  const find = (reference: string) => schemas[reference];
  expect(isPlainlyValid(either, { kind: "d" }, find)).toBe(false);
  expect(isPlainlyValid(either, { kind: "d", a: 1 }, find)).toBe(true);
  expect(isPlainlyValid(either, {}, find)).toBe(true);
});
