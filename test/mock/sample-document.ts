import type { JsonObject } from "../../src/openapi/document.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject, examples?: JsonObject) => ({
  "application/json": { schema, ...(examples && { examples }) },
});
const named = (values: JsonObject) =>
  Object.fromEntries(Object.keys(values).map((name) => [name, { value: values[name] ?? null }]));
const error = { "4XX": { $ref: "#/components/responses/error" } };
const orderId = (values: JsonObject) => ({
  name: "order-id",
  in: "path",
  required: true,
  schema: { type: "string" },
  examples: named(values),
});

/** Orders of a shop, as the emitter writes a document: cyclic types, paired examples, scopes, a shared error. */
export const sampleDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://api.contoso.example/v1.0" }],
  paths: {
    "/orders": {
      get: {
        operationId: "order-list",
        summary: "List orders",
        parameters: [
          { name: "$top", in: "query", schema: { type: "integer" }, examples: named({ two: 2 }) },
          {
            name: "$select",
            in: "query",
            style: "form",
            explode: false,
            schema: { type: "array", items: { type: "string" } },
            examples: named({ chosen: ["id", "note"] }),
          },
        ],
        responses: {
          "200": {
            description: "",
            content: json(
              { type: "object", properties: { value: { type: "array", items: ref("order") } } },
              named({
                all: { value: [{ id: "1" }, { id: "2" }] },
                two: { value: [{ id: "2" }] },
                chosen: { value: [{ id: "1", note: "x" }] },
              }),
            ),
          },
        },
      },
      post: {
        operationId: "order-create",
        security: [
          { work: ["Orders.Write"] },
          { work: ["Orders.Read", "Orders.Own"] },
          { application: ["Orders.Write.All"] },
        ],
        requestBody: {
          required: true,
          content: json(ref("order"), named({ lamp: { note: "lamp" }, desk: { note: "desk" } })),
        },
        responses: {
          "201": {
            description: "",
            headers: {
              Location: { schema: { type: "string" }, examples: named({ lamp: "/orders/7", desk: "/orders/8" }) },
            },
            content: json(ref("order"), named({ lamp: { id: "7", note: "lamp" }, desk: { id: "8", note: "desk" } })),
          },
          ...error,
        },
      },
    },
    "/orders/{order-id}": {
      get: {
        operationId: "order-get",
        parameters: [orderId({ first: "1", second: "2", missing: "404" })],
        responses: {
          "200": { description: "", content: json(ref("order"), named({ first: { id: "1" }, second: { id: "2" } })) },
          "404": {
            description: "",
            content: json(
              { type: "object" },
              named({ missing: { error: { code: "notFound", message: "No order 404" } } }),
            ),
          },
        },
      },
      patch: {
        operationId: "order-update",
        parameters: [orderId({})],
        requestBody: { content: json(ref("order")) },
        responses: { "204": { description: "" }, ...error },
      },
    },
    "/orders/{order-id}/cancel": {
      post: { operationId: "order-cancel", parameters: [orderId({})], responses: { "200": { description: "" } } },
    },
    "/customers/{id}": {
      get: {
        operationId: "customer-get",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "", content: json(ref("customer")) } },
      },
    },
    "/report": {
      get: {
        operationId: "report-get",
        responses: {
          "200": { description: "", content: { "text/csv": { schema: { type: "string" }, example: "id;sum\n1;5\n" } } },
          "302": {
            description: "",
            headers: { Location: { schema: { type: "string" }, example: "https://files.contoso.example/1" } },
          },
        },
      },
    },
    "/photo/$value": {
      get: { operationId: "photo-get", responses: { "200": { description: "", content: { "image/png": {} } } } },
    },
    "/broken": {
      post: {
        operationId: "broken-post",
        requestBody: { content: json({ type: "object", properties: { deep: ref("broken") } }) },
        responses: { "204": { description: "" } },
      },
    },
    "/wrong": {
      get: {
        operationId: "wrong-get",
        responses: { "200": { description: "", content: json({ type: "integer" }, named({ wrong: "text" })) } },
      },
    },
  },
  components: {
    responses: {
      error: {
        description: "",
        content: json({
          type: "object",
          properties: {
            error: {
              type: "object",
              properties: {
                ...{ code: { type: "string" }, message: { type: "string" }, target: { type: "string" } },
                details: { type: "array", items: { type: "object", properties: { code: { type: "string" } } } },
              },
            },
          },
        }),
      },
    },
    schemas: {
      order: {
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          note: { type: ["string", "null"] },
          sum: { type: "number" },
          customer: { anyOf: [ref("customer"), { type: "null" }] },
          related: { type: "array", items: ref("order") },
        },
      },
      customer: {
        type: "object",
        required: ["name", "key"],
        properties: {
          name: { type: "string", minLength: 3 },
          key: { type: "string", pattern: "^[A-Z]{2}-\\d{3}$" },
          orders: { type: "array", items: ref("order") },
          parent: { anyOf: [ref("customer"), { type: "null" }] },
        },
      },
      broken: { type: "object", properties: { a: { type: "no such type" } } },
    },
    securitySchemes: {
      work: {
        type: "oauth2",
        flows: {
          authorizationCode: {
            authorizationUrl: "https://login.contoso.example/a",
            tokenUrl: "https://login.contoso.example/t",
            scopes: {},
          },
        },
      },
      application: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://login.contoso.example/t", scopes: {} } },
      },
    },
  },
};
