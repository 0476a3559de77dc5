import { expect, test } from "vitest";
import { readPathTemplate } from "../../../src/dialects/common/path-template.ts";
import { operationIds } from "../../../src/dialects/graph/link/operations/operation-id.ts";
import type { HttpMethod } from "../../../src/model/operation.ts";

/** The ids of all operations of a page. */
function idsOf(file: string, title: string, ...lines: string[]): string[] {
  const requests = lines.map((line) => {
    const [method = "", path = ""] = line.split(" ");
    const template = readPathTemplate(path);
    if (!template) throw new Error(`${path} is no path`);
    return { method: method.toLowerCase() as HttpMethod, path: template };
  });
  return operationIds(file, title, requests);
}

test.each([
  ["the file's name", "api/ship-list.md", "List ships", ["GET /ships"], ["ship-list"]],
  [
    "cased as the path spells it",
    "api/securityaction-cancelsecurityaction.md",
    "Cancel",
    ["POST /securityActions/{id}/cancelSecurityAction"],
    ["securityAction-cancelSecurityAction"],
  ],
  ["cased as the title spells it", "api/shiplog-get.md", "Get shipLog", ["GET /logs/{id}"], ["shipLog-get"]],
  ["a capital in the path", "api/ship-list.md", "List", ["GET /Ships"], ["ship-list"]],
  ["a folder with a dot", "a.b/ship-list.md", "List", ["GET /ships"], ["ship-list"]],
  ["signs that no URL can hold", "api/ship list (old).md", "List", ["GET /ships"], ["ship-list-old-"]],
  [
    "another start of the path",
    "api/ship-list.md",
    "List",
    ["GET /ships", "GET /me/ships"],
    ["ship-list", "ship-list-at-me"],
  ],
  [
    "another end of the path",
    "api/ship-list.md",
    "List",
    ["GET /ships", "GET /ships/{id}/crew"],
    ["ship-list", "ship-list-at-ships-crew"],
  ],
  [
    "another method",
    "api/ship-save.md",
    "Save",
    ["PUT /ships/{id}", "PATCH /ships/{id}"],
    ["ship-save", "ship-save-by-patch"],
  ],
  [
    "another method and another path",
    "api/ship-save.md",
    "Save",
    ["PUT /ships/{id}", "PATCH /me/ships/{id}"],
    ["ship-save", "ship-save-by-patch-at-me"],
  ],
  ["functions", "api/near.md", "Near", ["GET /near(a={a})", "GET /near(a={a},b={b})"], ["near", "near-at-near-a-b"]],
  [
    "one object beside all",
    "api/ship-get.md",
    "Get",
    ["GET /me/ship", "GET /fleet/ships", "GET /fleet/ships/{id}", "GET /fleet/ships/{id}/{size}"],
    ["ship-get", "ship-get-at-fleet-ships", "ship-get-at-fleet-ships-id", "ship-get-at-fleet-ships-size"],
  ],
  [
    "paths of items",
    "api/ship-get.md",
    "Get",
    [
      "GET /ships/{id}",
      "GET /ships/root",
      "GET /ships/root:/{path}",
      "GET /ships/root:/{path}:/hold",
      "GET /ships/root/hold",
    ],
    [
      "ship-get",
      "ship-get-at-ships-root",
      "ship-get-at-ships-root-path",
      "ship-get-at-ships-root-path-hold",
      "ship-get-at-ships-root-hold",
    ],
  ],
  [
    "ends of different lengths",
    "api/item-search.md",
    "Search",
    ["GET /ships/{id}/root/search(q='{q}')", "GET /me/root/search(q='{q}')", "GET /me/search(q='{q}')"],
    ["item-search", "item-search-at-me-root-search-q", "item-search-at-me-search-q"],
  ],
])("%s", (_name, file, title, lines, ids) => {
  expect(idsOf(file, title, ...lines)).toEqual(ids);
});

test("a line more or less renames no other operation", () => {
  const lines = ["GET /ships", "GET /me/ships", "POST /ships", "GET /berths/{id}/ships"];
  const [first, second, , fourth] = idsOf("api/ship-list.md", "List", ...lines);
  expect(idsOf("api/ship-list.md", "List", "GET /ships", "GET /berths/{id}/ships", "GET /me/ships")).toEqual([
    first,
    fourth,
    second,
  ]);
});

test("the name of another page is not the name of a line", () => {
  expect(idsOf("api/ship-list.md", "List", "GET /ships", "GET /me/ships")).not.toContain(
    idsOf("api/ship-list-me.md", "List", "GET /me/ships")[0],
  );
});

test.each([["constructor.md"], ["__proto__.md"], ["a-constructor.md"]])("names of JavaScript are names: %s", (file) => {
  expect(idsOf(`api/${file}`, "x", "GET /x")).toEqual([file.replace(".md", "")]);
});
