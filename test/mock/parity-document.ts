import type { JsonObject } from "../../src/openapi/document.ts";

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const json = (schema: JsonObject, more: JsonObject = {}) => ({ "application/json": { schema, ...more } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const error = { "4XX": { $ref: "#/components/responses/error" } };
const bearer = [{ work: ["Items.Read"] }, { application: ["Items.Read.All"] }];

/** A document with one of each thing that Prism's CLI can load. */
export const parityDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Parity", version: "1" },
  servers: [{ url: "https://api.contoso.example/v1.0" }],
  paths: {
    "/items": {
      get: {
        operationId: "item-list",
        parameters: [
          { name: "$top", in: "query", schema: { type: "integer", minimum: 1 } },
          {
            name: "$select",
            in: "query",
            style: "form",
            explode: false,
            schema: { type: "array", items: { enum: ["id", "name"] } },
          },
          { name: "tag", in: "query", schema: { type: "array", items: { type: "string" } } },
          { name: "flag", in: "query", schema: { type: "boolean" } },
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            explode: true,
            schema: { type: "object", properties: { color: { type: "string", enum: ["red"] } } },
          },
          { name: "If-None-Match", in: "header", schema: { type: "string", pattern: "^W/" } },
        ],
        responses: {
          "200": {
            description: "",
            content: json({ type: "object", properties: { value: { type: "array", items: ref("item") } } }),
          },
          ...error,
        },
      },
      post: {
        operationId: "item-create",
        requestBody: {
          required: true,
          content: json(ref("item"), { examples: { "example-1": { value: { name: "lamp" } } } }),
        },
        responses: {
          "201": {
            description: "",
            headers: { Location: { schema: { type: "string" }, example: "https://api.contoso.example/items/7" } },
            content: json(ref("item"), { examples: { "example-1": { value: { id: "7", name: "lamp" } } } }),
          },
          "409": { description: "", content: json({ type: "object" }, { example: { error: { code: "conflict" } } }) },
          ...error,
        },
      },
    },
    "/items/{id}": {
      parameters: [id],
      get: {
        operationId: "item-get",
        responses: {
          "200": {
            description: "",
            content: {
              ...json(ref("item"), {
                examples: { first: { value: { id: "1", name: "desk" } }, second: { value: { id: "2", name: "door" } } },
              }),
              "text/csv": { schema: { type: "string" }, example: "id,name\n1,desk\n" },
            },
          },
          "404": { description: "", content: json({ type: "object", properties: { error: { type: "string" } } }) },
        },
      },
      patch: {
        operationId: "item-update",
        requestBody: { content: json(ref("item")) },
        responses: { "204": { description: "" }, ...error },
      },
      delete: { operationId: "item-delete", deprecated: true, responses: { "204": { description: "" } } },
    },
    "/items/count": {
      get: {
        operationId: "item-count",
        responses: {
          "200": { description: "", content: { "text/plain": { schema: { type: "integer" }, example: "12" } } },
        },
      },
    },
    "/items/{id}/cancel": {
      parameters: [id],
      post: { operationId: "item-cancel", responses: { "200": { description: "" }, ...error } },
    },
    "/items/{id}/report(period='{period}')": {
      parameters: [id, { name: "period", in: "path", required: true, schema: { enum: ["D7", "D30"] } }],
      get: {
        operationId: "item-report",
        responses: {
          "302": {
            description: "",
            headers: { Location: { schema: { type: "string" }, example: "https://files.contoso.example/1" } },
          },
        },
      },
    },
    "/secure": {
      get: {
        operationId: "secure-get",
        security: bearer,
        responses: { "200": { description: "", content: json({ type: "boolean" }) } },
      },
    },
    "/keyed": {
      get: {
        operationId: "keyed-get",
        security: [{ key: [] }],
        responses: { "200": { description: "", content: json({ type: "number" }) }, ...error },
      },
    },
    "/form": {
      post: {
        operationId: "form-post",
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                required: ["size"],
                properties: { size: { type: "integer" }, color: { type: "string" } },
              },
            },
          },
        },
        responses: { "204": { description: "" } },
      },
    },
    "/values/{number}": {
      get: {
        operationId: "value-get",
        parameters: [{ name: "number", in: "path", required: true, schema: { type: "integer", maximum: 10 } }],
        responses: { "200": { description: "", content: json(ref("values")) } },
      },
    },
    "/any": {
      post: {
        operationId: "any-post",
        requestBody: { content: { "text/*": { schema: { type: "string" } } } },
        responses: {
          "202": { description: "", headers: { "Retry-After": { schema: { type: "integer", minimum: 5 } } } },
          default: { description: "", content: json({ type: "object" }, { example: { error: "default" } }) },
        },
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
            error: { type: "object", properties: { code: { type: "string" }, message: { type: "string" } } },
          },
        }),
      },
    },
    schemas: {
      entity: { type: "object", required: ["id"], properties: { id: { type: "string", readOnly: true } } },
      item: {
        allOf: [
          ref("entity"),
          {
            type: "object",
            required: ["name"],
            properties: {
              name: { type: "string", minLength: 2 },
              price: { type: ["number", "null"] },
              kind: { const: "item" },
              color: { type: "string", enum: ["red", "green"] },
              size: ref("size"),
              parts: { type: "array", items: ref("size") },
            },
          },
        ],
      },
      size: {
        type: "object",
        additionalProperties: false,
        properties: { width: { type: "integer" }, height: { type: "integer" } },
      },
      values: {
        type: "object",
        properties: {
          when: { type: "string", format: "date-time" },
          day: { type: "string", format: "date" },
          mail: { type: "string", format: "email" },
          link: { type: "string", format: "uri" },
          yes: { type: "boolean" },
          least: { type: "integer", minimum: 3 },
          short: { type: "string", maxLength: 3 },
          long: { type: "string", minLength: 9 },
          list: { type: "array", minItems: 2, items: { type: "string" } },
          map: { type: "object", additionalProperties: { type: "integer" } },
          either: { oneOf: [{ type: "string" }, { type: "integer" }] },
          preset: { type: "string", default: "preset" },
        },
      },
    },
    securitySchemes: {
      work: {
        type: "oauth2",
        flows: {
          authorizationCode: {
            authorizationUrl: "https://login.contoso.example/a",
            tokenUrl: "https://login.contoso.example/t",
            scopes: { "Items.Read": "" },
          },
        },
      },
      application: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://login.contoso.example/t", scopes: { "Items.Read.All": "" } } },
      },
      key: { type: "apiKey", in: "header", name: "X-Key" },
    },
  },
};
