import { expect, test } from "vitest";
import type { Json } from "../../src/openapi/document.ts";
import { isPlaceholder } from "../../src/openapi/placeholder.ts";
import { mergeResults, takeCensus } from "../../src/verify/census.ts";
import { findDifference } from "../../src/verify/find-difference.ts";
import { fillPlaceholder } from "../../src/verify/placeholder.ts";
import { preferenceFor } from "../../src/verify/prefer.ts";
import { exampleOf, operationOf } from "./model.ts";

test.each<[expected: Json, found: Json, pointer: string | undefined]>([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, undefined],
  [1, 1, undefined],
  [1, "1", ""],
  [{ a: 1 }, [1], ""],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, "/a/c"],
  [{ a: [1, 2] }, { a: [1] }, "/a/1"],
  [{}, { a: 1 }, "/a"],
  [{ "a/b": 1 }, { "a/b": 2 }, "/a~1b"],
  [{ constructor: 1 }, {}, "/constructor"],
  [null, {}, ""],
])("%j and %j differ at %j", (expected, found, pointer) => {
  expect(findDifference(expected, found)?.pointer).toBe(pointer);
});

test.each([
  ["{id}", true],
  ["<id>", true],
  ['"{etag}"', true],
  ["a{b}", false],
  ["D7", false],
])("%s is a placeholder: %s", (value, expected) => {
  expect(isPlaceholder(value)).toBe(expected);
});

test.each([
  [{ type: "string" }, "{id}"],
  [{ type: ["integer", "null"] }, "1"],
  [{ type: "boolean" }, "true"],
  [{ type: "string", enum: ["a", "b"] }, "a"],
  [{ type: "string", format: "uuid" }, "00000000-0000-0000-0000-000000000000"],
])("a placeholder of %j is filled with %s", (schema, value) => {
  expect(fillPlaceholder("{id}", schema)).toBe(value);
});

const get = "GET /a/1";

test.each<[name: string, examples: [request: string, response?: string][], preferences: (string | undefined)[]]>([
  ["the request says it", [[get, "200"]], [undefined]],
  ["an error", [[get, "404"]], ["code=404"]],
  [
    "success and error of one request",
    [
      [get, "200"],
      [get, "404"],
    ],
    ["code=200", "code=404"],
  ],
  [
    "two answers of one request",
    [
      [get, "200"],
      [get, "200"],
    ],
    ["example=e0", "example=e1"],
  ],
  [
    "two successes of one request",
    [
      [get, "200"],
      [get, "202"],
    ],
    ["code=200", "code=202"],
  ],
  [
    "requests with placeholders",
    [
      ["GET /a/{id}", "200"],
      ["GET /a/{name}", "200"],
    ],
    ["example=e0", "example=e1"],
  ],
  [
    "different requests",
    [
      [get, "200"],
      ["GET /a/2", "200"],
    ],
    [undefined, undefined],
  ],
  ["its own preference", [[`${get}\nPrefer: wait=5`, "404"]], ["wait=5, code=404"]],
  ["no answer", [[get]], [undefined]],
])("what is asked of the mock: %s", (_name, messages, preferences) => {
  const examples = messages.map(([request, response], index) => exampleOf(`e${index}`, request, response));
  const operation = operationOf("get", "/a/{id}", examples);
  const documented = { isInDocument: true, isRequestInDocument: true, statuses: ["200"] };
  expect(examples.map((example) => preferenceFor(operation, example, documented))).toEqual(preferences);
});

test.each([
  ["the document lacks the request", { isRequestInDocument: false }, "example=e0"],
  ["... and has several successes", { isRequestInDocument: false, statuses: ["200", "201"] }, "code=200, example=e0"],
  ["the document lacks the response", { isInDocument: false, statuses: ["200", "201"] }, "code=200"],
])("what is asked of the mock where %s", (_name, lacking, preference) => {
  const [first, second] = [exampleOf("e0", "POST /a\n\n{}", "200"), exampleOf("e1", "POST /a\n\n[]", "200")];
  const operation = operationOf("post", "/a", [first, second]);
  const documented = { isInDocument: true, isRequestInDocument: true, statuses: ["200"], ...lacking };
  expect(preferenceFor(operation, first, documented)).toBe(preference);
});

test("the results of shards add up to that of the whole", () => {
  const passed = { kind: "passed", codes: [] } as const;
  const failed = { kind: "failed", codes: ["verify/status", "verify/status", "verify/header"] } as const;
  const skipped = { kind: "skipped", codes: [] } as const;
  const amended = { kind: "amended", codes: ["verify/placeholder"] } as const;
  const whole = takeCensus([passed, failed, skipped, failed, amended], { passed: 3, failed: 0 });
  expect(whole).toEqual({
    ...{ examples: 5, passed: 2, amended: 1, failed: 2, skipped: 1, probes: { passed: 3, failed: 0 } },
    failures: { "verify/header": 2, "verify/placeholder": 1, "verify/status": 2 },
  });
  const none = { passed: 0, failed: 0 };
  const shards = [takeCensus([passed, skipped], { passed: 3, failed: 0 }), takeCensus([failed, failed, amended], none)];
  expect(mergeResults(shards)).toEqual(whole);
});
