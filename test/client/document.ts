import type { Json, JsonObject } from "../../src/openapi/document.ts";

const json = (schema: Json): Json => ({ "application/json": { schema } });
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const derived = (base: string | undefined, property: string): JsonObject => ({
  type: "object",
  ...(base !== undefined && { allOf: [ref(base)] }),
  properties: { [property]: { type: "string" } },
});
const discriminator = (...names: string[]): Json => ({
  propertyName: "@odata.type",
  mapping: Object.fromEntries(names.map((name) => [`#harbour.${name}`, `#/components/schemas/${name}`])),
});
const pathParameter = (name: string): Json => ({ name, in: "path", required: true, schema: { type: "string" } });
const error = { "4XX": { $ref: "#/components/responses/error" } };

/** A document with one operation of every kind that the client treats in its own way. */
export const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0" },
  servers: [{ url: "https://api.example.org/v1.0" }],
  paths: {
    "/things": {
      get: {
        operationId: "thing-list",
        summary: "List things",
        parameters: [
          { name: "$select", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
          { name: "ids", in: "query", schema: { type: "array", items: { type: "integer" } } },
          { name: "Prefer", in: "header", schema: { type: "string" } },
        ],
        responses: {
          "200": {
            description: "OK",
            content: json({
              type: "object",
              properties: {
                "@odata.nextLink": { type: ["string", "null"] },
                value: { type: "array", items: ref("thing") },
              },
            }),
          },
          ...error,
        },
      },
      post: {
        operationId: "thing-create",
        summary: "Create */ a thing",
        deprecated: true,
        requestBody: { required: true, content: json(ref("thing")) },
        responses: { "201": { description: "Created", content: json(ref("thing")) }, ...error },
      },
    },
    "/things/{thing-id}": {
      parameters: [pathParameter("thing-id")],
      get: {
        operationId: "thing-get",
        summary: "Get a thing",
        responses: { "200": { description: "OK", content: json(ref("thing")) }, ...error },
      },
      delete: { operationId: "delete", responses: { "204": { description: "Gone" } } },
    },
    "/reports/usage(period='{period}')": {
      get: {
        operationId: "report-usage",
        parameters: [pathParameter("period")],
        responses: {
          "200": { description: "OK", content: { "text/csv": { schema: { type: "string" } } } },
          "302": { description: "Found", headers: { Location: { schema: { type: "string" } } } },
        },
      },
    },
    "/drive/root:/{path}:/content": {
      parameters: [pathParameter("path")],
      get: {
        operationId: "file-get",
        responses: { "200": { description: "OK", content: { "application/octet-stream": { schema: {} } } } },
      },
      put: {
        operationId: "file-put",
        requestBody: { content: { "application/octet-stream": { schema: {} } } },
        responses: { "200": { description: "OK", content: json({ type: "object" }) } },
      },
    },
    "/forms": {
      post: {
        operationId: "form-send",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { name: { type: "string" }, file: { type: "string", format: "binary" } },
              },
            },
          },
        },
        responses: { "202": { description: "Accepted" } },
      },
    },
    "/either": {
      get: {
        operationId: "either_get",
        responses: { "200": { description: "OK", content: { "text/plain": {}, ...(json(ref("thing")) as object) } } },
      },
    },
  },
  components: {
    schemas: {
      thing: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string" },
          size: { type: ["integer", "null"], default: 3 },
          parent: ref("thing"),
          content: { type: "object", properties: { content: { type: "string" } } },
          constructor: { type: "string" },
          hasOwnProperty: { type: "boolean" },
          valueOf: { type: "integer" },
          toString: { type: "string" },
          ["__proto__"]: { type: "string" },
        },
      },
      // `vessel` has derived types, one of which has derived types itself.
      vessel: { ...derived(undefined, "name"), discriminator: discriminator("vessel", "ship", "tug", "raft") },
      ship: { ...derived("vessel", "tonnage"), discriminator: discriminator("ship", "tug") },
      tug: derived("ship", "pull"),
      raft: derived("vessel", "logs"),
      constructor: { type: "object", properties: { a: { type: "string" } } },
      valueOf: { type: "string", enum: ["a", "b"] },
      error: {
        $defs: { raft: ref("raft") },
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code", "message"],
            properties: { code: { type: "string" }, message: { type: "string" } },
          },
        },
      },
    },
    responses: {
      content: { description: "A file", content: { "image/png": { schema: {} } } },
      error: { description: "Error", content: json(ref("error")) },
    },
  },
};
