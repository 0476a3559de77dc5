import { expect, test } from "vitest";
import { readBasePaths, readOperations } from "../../src/mock/operations.ts";
import { Router } from "../../src/mock/router.ts";
import type { JsonObject } from "../../src/openapi/document.ts";

/** Where a request goes among the documented `METHOD path` lines, in short. */
function route(documented: readonly string[], request: string, bases: readonly string[] = []): unknown {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const line of documented) {
    const [method = "", path = ""] = line.split(" ", 2);
    paths[path] = { ...paths[path], [method.toLowerCase()]: {} };
  }
  const router = new Router(readOperations({ paths }), bases);
  const [method = "", path = ""] = request.split(" ", 2);
  const routing = router.find(method.toLowerCase() as "get", path);
  if (routing.kind === "found") return [routing.operation.path, Object.fromEntries(routing.values)];
  return routing.kind === "noMethod" ? `only ${routing.allowed.join(" ")}` : "none";
}

const files = ["GET /root:/{path}:/content", "GET /root:/{path}", "GET /root:/{path}:/versions/{id}"];
const addresses = ["GET /docks/{id}:/{path}:", "GET /docks/{id}/cranes"];

test.each<[name: string, documented: string[], request: string, expected: unknown]>([
  ["literal", ["GET /users", "GET /users/{id}"], "GET /users", ["/users", {}]],
  ["template", ["GET /users", "GET /users/{id}"], "GET /users/5", ["/users/{id}", { id: "5" }]],
  ["literal before template", ["GET /users/{id}", "GET /users/delta"], "GET /users/delta", ["/users/delta", {}]],
  ["back from a literal that leads nowhere", ["GET /a/b/c", "GET /a/{x}/d"], "GET /a/b/d", ["/a/{x}/d", { x: "b" }]],
  [
    "function before template",
    ["GET /r/{id}", "GET /r/getX(p='{p}')"],
    "GET /r/getX(p='D7')",
    ["/r/getX(p='{p}')", { p: "D7" }],
  ],
  ["encoded quotes", ["GET /r/getX(p='{p}')"], "GET /r/getX(p=%27D7%27)", ["/r/getX(p='{p}')", { p: "D7" }]],
  ["two arguments", ["GET /r/f(a='{a}',b={b})"], "GET /r/f(a='1',b=2)", ["/r/f(a='{a}',b={b})", { a: "1", b: "2" }]],
  ["a quote in a key, doubled", ["GET /users('{id}')"], "GET /users('O''Neil')", ["/users('{id}')", { id: "O'Neil" }]],
  ["no empty placeholder", ["GET /users/{id}"], "GET /users/", "none"],
  ["encoded slash", ["GET /users/{id}"], "GET /users/a%2Fb", ["/users/{id}", { id: "a/b" }]],
  ["malformed encoding", ["GET /users/{id}"], "GET /users/%zz", ["/users/{id}", { id: "%zz" }]],
  ["colon path", files, "GET /root:/a.txt:/content", ["/root:/{path}:/content", { path: "a.txt" }]],
  [
    "colon path with encoded slashes",
    files,
    "GET /root:/a%2Fb.txt:/content",
    ["/root:/{path}:/content", { path: "a/b.txt" }],
  ],
  [
    "colon path with slashes",
    files,
    "GET /root:/a/b/c.txt:/content",
    ["/root:/{path}:/content", { path: "a/b/c.txt" }],
  ],
  [
    "colon path that goes on",
    files,
    "GET /root:/a/b:/versions/3",
    ["/root:/{path}:/versions/{id}", { path: "a/b", id: "3" }],
  ],
  ["colon path to the end", files, "GET /root:/a/b/c.txt", ["/root:/{path}", { path: "a/b/c.txt" }]],
  ["address by path, closed", addresses, "GET /docks/a.b:/c/d:", ["/docks/{id}:/{path}:", { id: "a.b", path: "c/d" }]],
  [
    "address by path, left open",
    addresses,
    "GET /docks/a.b:/c/d",
    ["/docks/{id}:/{path}:", { id: "a.b", path: "c/d" }],
  ],
  [
    "address by path of one segment",
    addresses,
    "GET /docks/a.b:/c",
    ["/docks/{id}:/{path}:", { id: "a.b", path: "c" }],
  ],
  ["no address by path", addresses, "GET /docks/a.b/cranes", ["/docks/{id}/cranes", { id: "a.b" }]],
  ["no address by path that goes on", addresses, "GET /docks/a.b:/c:/d", "none"],
  ["colon path that goes on to nothing", files, "GET /root:/a:/b", "none"],
  ["other method", ["GET /users", "POST /users"], "DELETE /users", "only get post"],
  [
    "method on the less literal path",
    ["GET /users/delta", "PATCH /users/{id}"],
    "PATCH /users/delta",
    ["/users/{id}", { id: "delta" }],
  ],
  ["HEAD is GET", ["GET /users"], "HEAD /users", ["/users", {}]],
  ["HEAD of its own", ["POST /users"], "HEAD /users", "only post"],
  ["prototype names", ["GET /users/{id}"], "GET /users/__proto__", ["/users/{id}", { id: "__proto__" }]],
  ["prototype names as paths", ["GET /users"], "GET /constructor", "none"],
  [
    "a documented prototype name",
    ["GET /__proto__", "GET /constructor/{id}"],
    "GET /constructor/1",
    ["/constructor/{id}", { id: "1" }],
  ],
  ["case matters", ["GET /users"], "GET /Users", "none"],
  ["same template, other names", ["GET /a/{x}", "POST /a/{y}"], "POST /a/1", ["/a/{y}", { y: "1" }]],
])("%s", (_name, documented, request, expected) => {
  expect(route(documented, request)).toEqual(expected);
});

test.each([
  ["GET /v1.0/users", ["/users", {}]],
  ["GET /users", ["/users", {}]],
  ["GET /v1.0users", "none"],
  ["GET /beta/users", "none"],
])("base paths: %s", (request, expected) => {
  expect(route(["GET /users"], request, ["/v1.0"])).toEqual(expected);
});

test("base paths come from the servers, variables by their default", () => {
  const servers = [
    { url: "https://a.example/v1.0/" },
    { url: "/{version}", variables: { version: { default: "beta" } } },
    { url: "https://b.example" },
  ];
  expect(readBasePaths({ servers })).toEqual(["/v1.0", "/beta"]);
});

test("an unknown path names its nearest neighbours", () => {
  const router = new Router(readOperations({ paths: { "/users": { get: {} }, "/groups/{id}/members": { get: {} } } }));
  const nearest = (path: string) => {
    const routing = router.find("get", path);
    return routing.kind === "noPath" ? routing.nearest.map((operation) => operation.path) : [];
  };
  expect(nearest("/user")).toEqual(["/users"]);
  expect(nearest("/groups/5/member")).toEqual(["/groups/{id}/members"]);
  expect(nearest("/groups/5")).toEqual(["/groups/{id}/members"]);
});

test("a template with many placeholders costs no more for a long text", () => {
  const documented = ["GET /f(a='{a}',b='{b}',c='{c}',d='{d}',e='{e}')"];
  const hostile = `GET /f(${"a='x',b='x',c='x',".repeat(600)}`;
  expect(route(documented, hostile)).toBe("none");
});

test("a call that takes nothing may have parentheses", () => {
  const documented = ["GET /reviews/delta", "GET /reviews/{id}"];
  expect(route(documented, "GET /reviews/delta()")).toEqual(route(documented, "GET /reviews/delta"));
  expect(route(documented, "GET /reviews/delta()")).not.toBe("none");
});
