import { expect, test } from "vitest";
import { readPathTemplate } from "../../../src/dialects/common/path-template.ts";
import { operationIds } from "../../../src/dialects/graph/link/operation-id.ts";
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
    ["ship-list", "ship-list-me"],
  ],
  [
    "another end of the path",
    "api/ship-list.md",
    "List",
    ["GET /ships", "GET /ships/{id}/crew"],
    ["ship-list", "ship-list-ships-crew"],
  ],
  [
    "another method",
    "api/ship-save.md",
    "Save",
    ["PUT /ships/{id}", "PATCH /ships/{id}"],
    ["ship-save", "ship-save-patch"],
  ],
  ["functions", "api/near.md", "Near", ["GET /near(a={a})", "GET /near(a={a},b={b})"], ["near", "near-near-a-b"]],
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

test.each([["constructor.md"], ["__proto__.md"], ["a-constructor.md"]])("names of JavaScript are names: %s", (file) => {
  expect(idsOf(`api/${file}`, "x", "GET /x")).toEqual([file.replace(".md", "")]);
});
