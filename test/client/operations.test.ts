import { expect, test } from "vitest";
import { listOperations } from "../../src/client/operations.ts";
import type { Json } from "../../src/openapi/document.ts";

/** Names of the methods for operations with these ids. */
function namesOf(...operationIds: string[]): string[] {
  const paths = Object.fromEntries(operationIds.map((operationId, index) => [`/${index}`, { get: { operationId } }]));
  return listOperations({ paths }).map(({ name }) => name);
}

test.each<[operationIds: string[], names: string[]]>([
  [["securityAction-cancelSecurityAction"], ["securityActionCancelSecurityAction"]],
  [["Get_user.by id"], ["getUserById"]],
  [["2fa"], ["_2fa"]],
  [["größe-get"], ["größeGet"]],
  [
    ["a-b", "aB", "a_b"],
    ["aB", "aB2", "aB3"],
  ],
  [
    ["then", "constructor", "GET"],
    ["gET", "constructorOperation", "thenOperation"],
  ],
  [
    ["items", "items-operation"],
    ["itemsOperation", "itemsOperation2"],
  ],
  [["__proto__"], ["proto"]],
])("%j are called %j", (operationIds, names) => {
  expect(namesOf(...operationIds)).toEqual(names);
});

test("operations without an id can be called by path only", () => {
  expect(listOperations({ paths: { "/a": { get: { responses: {} } } } })).toEqual([]);
});

const schema = { type: "array" };
const content = (...mediaTypes: string[]) => ({ content: Object.fromEntries(mediaTypes.map((type) => [type, {}])) });

test.each<[name: string, operation: Json, facts: object]>([
  [
    "nothing special",
    { requestBody: content("application/json"), responses: { "200": content("application/json") } },
    {},
  ],
  ["a body that is no JSON", { requestBody: content("image/png") }, { accepts: ["image/png"] }],
  ["a body by reference", { requestBody: { $ref: "#/components/requestBodies/a~1b" } }, { accepts: ["text/csv"] }],
  ["text", { responses: { "200": content("text/csv"), "400": content("application/json") } }, { gives: "text" }],
  ["JSON or text", { responses: { "200": content("text/csv"), "201": content("application/json") } }, { gives: "any" }],
  ["a redirect", { responses: { "302": {} } }, { redirects: true }],
  ["a repeated list", { parameters: [{ name: "a", in: "query", schema }] }, { repeated: ["a"] }],
  ["a list with commas", { parameters: [{ name: "a", in: "query", explode: false, schema }] }, {}],
  ["a reference to nothing", { requestBody: { $ref: "#/nowhere" }, responses: { "200": { $ref: "#/valueOf" } } }, {}],
  ["a reference to itself", { requestBody: { $ref: "#/components/requestBodies/circle" } }, {}],
])("facts of %s", (_name, operation, facts) => {
  const requestBodies = { "a/b": content("text/csv"), circle: { $ref: "#/components/requestBodies/circle" } };
  const get = { operationId: "a", ...(operation as object) } as Json;
  const [first] = listOperations({ paths: { "/a": { get } }, components: { requestBodies } });
  expect(first?.facts).toEqual({ method: "get", path: "/a", ...facts });
});
