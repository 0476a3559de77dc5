import type { Json, JsonObject } from "../src/openapi/document.ts";

/** Types that refer to no other type but leaves: a document that Prism can load. */
const LEAVES = 20;

/**
 * An OpenAPI document of about `count` operations over half as many types of 15 properties, always the same.
 *
 * `linked`: each type refers to three others, in cycles, as the navigation properties of a large API do.
 */
export function createSyntheticDocument(count: number, shape: "flat" | "linked"): JsonObject {
  const types = Math.ceil(count / 6);
  const paths: Record<string, Json> = {};
  const schemas: Record<string, Json> = { entity: { type: "object", properties: { id: { type: "string" } } } };
  for (let index = 0; index < LEAVES; index++) schemas[`leaf${index}`] = leaf;
  for (let index = 0; index < types; index++) {
    schemas[`type${index}`] = {
      allOf: [reference("entity"), { type: "object", properties: propertiesOf(index, types, shape) }],
    };
    Object.assign(paths, pathsOf(index));
  }
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1" },
    security: [{ token: [] }],
    paths,
    components: { schemas, responses: { error }, securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

const leaf: JsonObject = {
  type: "object",
  properties: {
    text: { type: ["string", "null"] },
    count: { type: "integer" },
    kind: { type: "string", enum: ["a", "b"] },
  },
};

const error: JsonObject = {
  description: "Error",
  content: { "application/json": { schema: { type: "object", properties: { error: { type: "object" } } } } },
};

const example: JsonObject = { id: "1", property0: "text", property1: 1 };

function propertiesOf(index: number, types: number, shape: "flat" | "linked"): JsonObject {
  const properties: Record<string, Json> = {
    leaf: reference(`leaf${index % LEAVES}`),
    leaves: { type: "array", items: reference(`leaf${(index + 7) % LEAVES}`) },
  };
  for (let number = 0; number < 13; number++) {
    properties[`property${number}`] = {
      type: [number % 2 === 0 ? "string" : "integer", "null"],
      description: `Property ${number} of type ${index}.`,
    };
  }
  if (shape === "flat") return properties;
  for (const step of [1, 7, 31]) {
    const to = reference(`type${(index * 3 + step) % types}`);
    properties[`link${step}`] = step === 7 ? { type: "array", items: to } : { anyOf: [to, { type: "null" }] };
  }
  return properties;
}

/** The six operations on one type. */
function pathsOf(index: number): JsonObject {
  const one = { "application/json": { schema: reference(`type${index}`), examples: { first: { value: example } } } };
  const list = { type: "object", properties: { value: { type: "array", items: reference(`type${index}`) } } };
  const many = { "application/json": { schema: list, examples: { first: { value: { value: [example] } } } } };
  const id = {
    name: "id",
    in: "path",
    required: true,
    schema: { type: "string" },
    examples: { first: { value: "1" } },
  };
  const top = { name: "$top", in: "query", schema: { type: "integer" } };
  const collection = `/area${index % 50}/things${index}`;
  const operation = (name: string, status: string, content?: JsonObject, more: JsonObject = {}): JsonObject => ({
    operationId: `${name}-${index}`,
    ...more,
    responses: {
      [status]: { description: "Done", ...(content && { content }) },
      "4XX": { $ref: "#/components/responses/error" },
    },
  });
  const body = { requestBody: { required: true, content: one } };
  return {
    [collection]: {
      get: operation("list", "200", many, { parameters: [top] }),
      post: operation("create", "201", one, body),
    },
    [`${collection}/{id}`]: {
      parameters: [id],
      get: operation("get", "200", one),
      patch: operation("update", "200", one, body),
      delete: operation("delete", "204"),
    },
    [`${collection}/{id}/act`]: { parameters: [id], post: operation("act", "200") },
  };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
