import { expect, test } from "vitest";
import { type PathTemplate, readPathTemplate } from "../../../src/dialects/common/path-template.ts";
import { RequestIndex } from "../../../src/dialects/common/request-index.ts";
import type { HttpMethod } from "../../../src/model/operation.ts";

const lines: readonly (readonly [HttpMethod, string])[] = [
  ["get", "/ships"],
  ["get", "/ships/{id}"],
  ["delete", "/ships/{id}"],
  ["get", "/ships/all"],
  ["get", "/ships/{id}/near(port='{port}')"],
  ["get", "/logs/root:/{path}:/content"],
  ["get", "/{id}"],
  ["get", "/between(from={from},to={to})"],
];
const index = new RequestIndex(
  lines.map(([method, path]) => ({ method, path: readPathTemplate(path) as PathTemplate })),
);

test.each([
  ["get", "/ships", [0, 6]],
  ["get", "/SHIPS/", [0, 6]],
  ["get", "/ships/1", [1]],
  ["get", "/ships('1')", [1, 6]],
  ["delete", "/ships/1", [2]],
  ["get", "/ships/all", [1, 3]],
  ["get", "/ships/1/near(port='Ada')", [4]],
  ["get", "/logs/root:/a/b/c.txt:/content", [5]],
  ["get", "/between(from=1, to=2)", [7]],
  ["post", "/ships", []],
  ["get", "/berths/1/lamps", []],
  ["get", "/__proto__/constructor", []],
])("%s %s fits the lines %j", (method, path, found) => {
  expect(index.find(method, path)).toEqual(found);
});

test("an index of nothing finds nothing", () => {
  expect(new RequestIndex([]).find("get", "/ships")).toEqual([]);
});
