import { expect, test } from "vitest";
import { SchemaValidators } from "../../src/mock/schema-validators.ts";
import type { JsonObject } from "../../src/openapi/document.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const nullable = (schema: JsonObject) => ({ anyOf: [schema, { type: "null" }] });

const schemas: JsonObject = {
  entity: {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string", readOnly: true }, "@odata.type": { type: "string" } },
    discriminator: {
      propertyName: "@odata.type",
      mapping: { "#user": "#/components/schemas/user", "#group": "group" },
    },
  },
  user: {
    allOf: [
      ref("entity"),
      {
        type: "object",
        properties: {
          age: { type: ["integer", "null"] },
          manager: nullable(ref("user")),
          reports: { type: "array", items: ref("entity") },
        },
      },
    ],
  },
  group: { allOf: [ref("entity"), { type: "object", properties: { size: { type: "integer" } } }] },
  names: JSON.parse(
    '{"type":"object","required":["constructor"],"properties":{"constructor":{"type":"string"},"valueOf":{"type":"integer"},"$ref":{"type":"integer"}}}',
  ),
  closed: { allOf: [ref("group")], unevaluatedProperties: false },
  secret: { type: "object", required: ["password"], properties: { password: { type: "string", writeOnly: true } } },
  times: {
    type: "object",
    properties: { at: { type: "string", format: "time-local" } },
  },
  described: { ...ref("group"), description: "A group.", required: ["size"] },
};

const validators = new SchemaValidators({ components: { schemas } }, { coerce: false, allErrors: true });

/** What is wrong with a value, as `place: what was expected`. */
function problems(schema: string, value: unknown, direction: "request" | "response" = "request"): string[] {
  return validators
    .validate(`/components/schemas/${schema}`, value, direction)
    .map(({ path, expected }) => `${path.join(".")}: ${expected}`);
}

test.each<[name: string, schema: string, value: unknown, problems: string[]]>([
  ["valid", "user", { age: 3 }, []],
  [
    "deep in a cycle",
    "user",
    { manager: { manager: { manager: { manager: { age: "3" } } } } },
    ["manager.manager.manager.manager.age: integer or null"],
  ],
  ["the branch that was meant", "user", { manager: { age: "3" } }, ["manager.age: integer or null"]],
  ["no branch at all", "user", { manager: 3 }, ["manager: object or null"]],
  ["by discriminator", "entity", { "@odata.type": "#user", age: "3" }, ["age: integer or null"]],
  ["by discriminator, mapped by name", "entity", { "@odata.type": "#group", size: "3" }, ["size: integer"]],
  ["unknown discriminator", "entity", { "@odata.type": "#thing", size: "3" }, []],
  [
    "by discriminator in a list",
    "user",
    { reports: [{}, { "@odata.type": "#user", age: "3" }] },
    ["reports.1.age: integer or null"],
  ],
  ["a type that is its own discriminated type", "user", { "@odata.type": "#user", age: 1 }, []],
  ["a time of day as OData writes it", "times", { at: "08:30:00.5" }, []],
  ["no time of day", "times", { at: "08:30:00Z" }, ["at: format time-local"]],
  ["inherited names are not there", "names", {}, [": a property 'constructor'"]],
  [
    "properties called like members of objects",
    "names",
    { constructor: 5, valueOf: "x" },
    ["constructor: string", "valueOf: integer"],
  ],
  ["a property called $ref", "names", { constructor: "x", $ref: "x" }, ["$ref: integer"]],
  ["unevaluated through a reference", "closed", { id: "1", size: 2, other: 3 }, [": not have unevaluated properties"]],
  ["nothing unevaluated", "closed", { id: "1", size: 2 }, []],
  ["keywords beside a reference", "described", { id: "1" }, [": a property 'size'"]],
])("%s", (_name, schema, value, expected) => {
  expect(problems(schema, value)).toEqual(expected);
});

test("readOnly is required in responses only, writeOnly in requests only", () => {
  expect(problems("entity", {}, "request")).toEqual([]);
  expect(problems("entity", {}, "response")).toEqual([": a property 'id'"]);
  expect(problems("secret", {}, "request")).toEqual([": a property 'password'"]);
  expect(problems("secret", {}, "response")).toEqual([]);
});

test("a problem knows the keyword in the document that it breaks", () => {
  const [problem] = validators.validate("/components/schemas/user", { manager: { age: "3" } }, "request");
  expect(problem?.schemaPointer).toBe("/components/schemas/user/allOf/1/properties/age/type");
});

test.each<[name: string, schema: JsonObject | number, message: string]>([
  [
    "a reference that leads nowhere",
    { properties: { a: { $ref: "#/nowhere" } } },
    "the reference #/nowhere leads nowhere",
  ],
  ["a reference to a file", { $ref: "other.yaml#/a" }, "the reference other.yaml#/a leads nowhere"],
  ["an unknown type", { type: "strin" }, "schema is invalid"],
  ["a broken pattern", { pattern: "(" }, "Invalid regular expression"],
  ["no schema", 5, "it is not an object"],
])("%s is an error and not a pass", (_name, schema, message) => {
  const broken = new SchemaValidators({ schema }, { coerce: false, allErrors: true });
  expect(() => broken.check("/schema")).toThrow(message);
});

test("a broken schema deep inside shows when a value reaches it, and not before", () => {
  const document = {
    whole: { type: "object", properties: { part: { $ref: "#/part" } } },
    part: { type: "object", properties: { a: { type: "strin" } } },
  };
  const lazy = new SchemaValidators(document, { coerce: false, allErrors: true });
  lazy.check("/whole");
  expect(lazy.validate("/whole", {}, "request")).toEqual([]);
  expect(() => lazy.validate("/whole", { part: {} }, "request")).toThrow("/part");
});

test("a schema that is made of itself allows what it does not refuse", () => {
  const document = { circle: { allOf: [{ $ref: "#/circle" }], type: "object" } };
  const circular = new SchemaValidators(document, { coerce: false, allErrors: true });
  expect(circular.validate("/circle", {}, "request")).toEqual([]);
  expect(circular.validate("/circle", 1, "request")).toHaveLength(1);
});

test("texts are coerced where values are texts", () => {
  const texts = new SchemaValidators(
    { n: { type: "integer", minimum: 3 }, r: { $ref: "#/n" } },
    { coerce: true, allErrors: true },
  );
  expect(texts.validate("/n", "4", "request")).toEqual([]);
  expect(texts.validate("/r", "4", "request")).toEqual([]);
  expect(texts.validate("/r", "2", "request")).toHaveLength(1);
  expect(texts.validate("/r", "x", "request")).toHaveLength(1);
});
