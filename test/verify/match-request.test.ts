import { expect, test } from "vitest";
import type { Operation } from "../../src/model/operation.ts";
import { RequestMatcher } from "../../src/verify/match-request.ts";
import { operationOf } from "./model.ts";

const paths = [
  "/users",
  "/users/{user-id}",
  "/users/delta",
  "/users/{user-id}/messages/{message-id}/$value",
  "/reports/getUsage(period='{period}')",
  "/reports/{report-id}",
  "/reports/getUsage(start={start})",
  "/reports/getUsage(start={start},end={end})",
  "/users(name='{name}')",
  "/drive/root:/{path}:/content",
  "/drive/root:/{path}",
  "/docks/{dock-id}:/{path}:",
  "/a/{b}",
  "/a/{c}",
  "/b.c/d",
];
const operations: Operation[] = paths.map((path) => operationOf("get", path));
const matcher = new RequestMatcher(operations, ["https://api.example.org/base/v1.0"]);

test.each<[url: string, matches: Record<string, Record<string, string>>]>([
  ["https://api.example.org/base/v1.0/users", { "/users": {} }],
  ["https://other.example.org/v2.1/users/", { "/users": {} }],
  ["/users", { "/users": {} }],
  ["users", { "/users": {} }],
  ["https://api.example.org/beta/users/1", { "/users/{user-id}": { "user-id": "1" } }],
  ["/users/delta", { "/users/delta": {} }],
  ["/Users/Delta", { "/users/delta": {} }],
  ["/users/a%2Fb%20c", { "/users/{user-id}": { "user-id": "a/b c" } }],
  ["/users/%zz", { "/users/{user-id}": { "user-id": "%zz" } }],
  [
    "/users/1/messages/2/$value",
    { "/users/{user-id}/messages/{message-id}/$value": { "user-id": "1", "message-id": "2" } },
  ],
  ["/reports/getUsage(period='D''7')", { "/reports/getUsage(period='{period}')": { period: "D'7" } }],
  ["/reports/getUsage(start=1,end=2)", { "/reports/getUsage(start={start},end={end})": { start: "1", end: "2" } }],
  ["/reports/other", { "/reports/{report-id}": { "report-id": "other" } }],
  ["/users(name='O''Hara')", { "/users(name='{name}')": { name: "O'Hara" } }],
  ["/drive/root:/a/b.txt:/content", { "/drive/root:/{path}:/content": { path: "a/b.txt" } }],
  ["/docks/a:/b/c", { "/docks/{dock-id}:/{path}:": { "dock-id": "a", path: "b/c" } }],
  ["/docks/a:/b/c:", { "/docks/{dock-id}:/{path}:": { "dock-id": "a", path: "b/c" } }],
  ["/users('AAMk_bs=')", { "/users/{user-id}": { "user-id": "AAMk_bs=" } }],
  ["/reports/getUsage(start=1,  end=2)", { "/reports/getUsage(start={start},end={end})": { start: "1", end: "2" } }],
  [
    "/users('1')/messages({id})/$value",
    { "/users/{user-id}/messages/{message-id}/$value": { "user-id": "1", "message-id": "{id}" } },
  ],
  ["/users(<id>)", { "/users/{user-id}": { "user-id": "<id>" } }],
  ["https://api.example.org/{ver}/users/1", { "/users/{user-id}": { "user-id": "1" } }],
  ["/a/1", { "/a/{b}": { b: "1" }, "/a/{c}": { c: "1" } }],
  ["/bxc/d", {}],
  ["/users/1/other", {}],
  ["", {}],
  [`/users/${"x".repeat(20_000)}`, {}],
])("GET %s", (url, matches) => {
  const found = matcher.find("get", url).map(({ operation, path }) => [operation.path, Object.fromEntries(path)]);
  expect(Object.fromEntries(found)).toEqual(matches);
});

test.each([
  ["https://API.example.org/x", false],
  ["https://bot.contoso.com/users", true],
  ["/users", false],
])("%s leads to another host: %s", (url, expected) => {
  expect(matcher.isForeign(url)).toBe(expected);
});

test("the method counts", () => {
  expect(matcher.find("post", "/users")).toEqual([]);
});

test.each([
  [
    "/users?$top=5&$select=id,name",
    [
      ["$top", "5"],
      ["$select", "id,name"],
    ],
  ],
  [
    "/users?$filter=a%20eq%20'b%26c'+x&flag#part",
    [
      ["$filter", "a eq 'b&c' x"],
      ["flag", ""],
    ],
  ],
  ["/users?a=b?c", [["a", "b?c"]]],
  ["/users[?a=b]", [["a", "b"]]],
  ["/users?", []],
])("the query of %s", (url, query) => {
  expect(matcher.find("get", url)[0]?.query).toEqual(query);
});

test("a call that takes nothing may have parentheses", () => {
  expect(matcher.find("get", "https://api.example.org/base/v1.0/users/delta()")[0]?.operation.path).toBe(
    "/users/delta",
  );
  expect(matcher.find("get", "/users('7')/messages('8')/$value")[0]?.operation.path).toContain("$value");
});
