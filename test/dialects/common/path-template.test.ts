import { describe, expect, test } from "vitest";
import { readPathTemplate, withoutSegments } from "../../../src/dialects/common/path-template.ts";

/** The template of a path, and how each placeholder was written where its name is another. */
function read(path: string): [path: string | undefined, documented: Record<string, string>] {
  const template = readPathTemplate(path);
  const others = template?.placeholders.filter(({ name, documentedName }) => name !== documentedName) ?? [];
  return [template?.path, Object.fromEntries(others.map(({ name, documentedName }) => [name, documentedName]))];
}

test.each([
  ["the root", "/", "/"],
  ["nothing", "", "/"],
  ["segments", "/ships/all", "/ships/all"],
  ["no leading slash", "ships/all", "/ships/all"],
  ["a tilde", "~/ships", "/ships"],
  ["a trailing slash", "/ships/all/", "/ships/all"],
  ["doubled slashes", "//ships//all", "/ships/all"],
  ["blanks around", "  /ships ", "/ships"],
  ["a host", "https://api.harbour.example/ships", "/ships"],
  ["a host with a port", "http://localhost:8080/ships", "/ships"],
  ["a host and a version", "https://api.harbour.example/v1.0/ships", "/ships"],
  ["a host alone", "https://api.harbour.example", "/"],
  ["a version", "/beta/ships", "/ships"],
  ["a version with a capital", "/V1.0/ships", "/ships"],
  ["a version without a slash", "v2/ships", "/ships"],
  ["a version as a placeholder", "https://api.harbour.example/{ver}/ships", "/ships"],
  ["a name that starts like a version", "/v1beta/betamax", "/v1beta/betamax"],
  ["reserved names", "/ships/$count", "/ships/$count"],
  ["$value", "/ships/photo/$value", "/ships/photo/$value"],
  ["$batch", "/$batch", "/$batch"],
  ["a cast", "/ships/harbour.ferry", "/ships/harbour.ferry"],
  ["empty parentheses", "/ships/recount()", "/ships/recount"],
  ["a colon path without a placeholder", "/drive/root:/logs:/content", "/drive/root:/logs:/content"],
  ["a name with a hyphen and a dot", "/a-b/c.d", "/a-b/c.d"],
  ["ids only", "/docks/9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d", "/docks/9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d"],
])("literals: %s", (_name, path, expected) => {
  expect(read(path)).toEqual([expected, {}]);
});

test.each([
  ["the key of a list", "/ships/{id}", "/ships/{ship-id}", { "ship-id": "id" }],
  ["already named so", "/ships/{ship-id}", "/ships/{ship-id}", {}],
  ["in another spelling", "/ships/{shipId}", "/ships/{ship-id}", { "ship-id": "shipId" }],
  ["two names", "/ships/{id | callSign}", "/ships/{ship-id}", { "ship-id": "id | callSign" }],
  ["two names without blanks", "/ships/{id|callSign}", "/ships/{ship-id}", { "ship-id": "id|callSign" }],
  ["blanks inside", "/ships/{call sign}", "/ships/{ship-id}", { "ship-id": "call sign" }],
  ["angle brackets", "/ships/<id>", "/ships/{ship-id}", { "ship-id": "id" }],
  ["quotes", "/ships/'{id}'", "/ships/{ship-id}", { "ship-id": "id" }],
  ["several", "/ships/{id}/crew/{id}", "/ships/{ship-id}/crew/{crew-id}", { "ship-id": "id", "crew-id": "id" }],
  [
    "the same list twice",
    "/folders/{id}/folders/{id}",
    "/folders/{folder-id}/folders/{folder-id1}",
    { "folder-id": "id", "folder-id1": "id" },
  ],
  ["an irregular plural", "/people/{id}", "/people/{person-id}", { "person-id": "id" }],
  [
    "below a cast: the key of the list",
    "/ships/harbour.ferry/{id}",
    "/ships/harbour.ferry/{ship-id}",
    { "ship-id": "id" },
  ],
  ["after another placeholder", "/ships/{id}/{part}", "/ships/{ship-id}/{part}", { "ship-id": "id" }],
  ["first of all", "/{id}/logs", "/{id}/logs", {}],
  ["with a name of JavaScript", "/ships/{id}/{constructor}", "/ships/{ship-id}/{constructor}", { "ship-id": "id" }],
  [
    "with a name that no URL can hold",
    "/{tail number (or none)}",
    "/{tail-number-or-none}",
    { "tail-number-or-none": "tail number (or none)" },
  ],
  ["without a name", "/{}", "/{value}", { value: "" }],
  ["in a word", "/log-{day}.txt", "/log-{day}.txt", {}],
  ["two in a segment", "/{year}-{month}", "/{year}-{month}", {}],
  ["a key in parentheses", "/ships({id})", "/ships/{ship-id}", { "ship-id": "id" }],
  ["a quoted key in parentheses", "/ships('{shipId}')/crew", "/ships/{ship-id}/crew", { "ship-id": "shipId" }],
  ["a bracketed key in parentheses", "/ships('<id>')/stop()", "/ships/{ship-id}/stop", { "ship-id": "id" }],
  [
    "two names as a key in parentheses",
    "/berths({id|name})/lamps",
    "/berths/{berth-id}/lamps",
    { "berth-id": "id|name" },
  ],
  [
    "a path of items",
    "/drive/root:/{path and name}:/content",
    "/drive/root:/{item-path}:/content",
    { "item-path": "path and name" },
  ],
  ["a path of items at the end", "/drive/root:/{item-path}", "/drive/root:/{item-path}", {}],
  [
    "an address by path behind a key, which a colon closes",
    "/docks/{id}:/{path}",
    "/docks/{dock-id}:/{item-path}:",
    { "dock-id": "id", "item-path": "path" },
  ],
  ["an address by path that is closed", "/docks/{dock-id}:/{item-path}:", "/docks/{dock-id}:/{item-path}:", {}],
  [
    "an address by path that goes on",
    "/docks/{dock-id}:/{item-path}:/cranes",
    "/docks/{dock-id}:/{item-path}:/cranes",
    {},
  ],
])("placeholders: %s", (_name, path, expected, documented) => {
  expect(read(path)).toEqual([expected, documented]);
});

describe("functions keep their parentheses", () => {
  test.each([
    [
      "a quoted argument",
      "/reports/getArrivals(period='{period}')",
      "/reports/getArrivals(period='{period}')",
      ["period"],
    ],
    [
      "another name inside",
      "/reports/getArrivals(period='{period_value}')",
      "/reports/getArrivals(period='{period}')",
      ["period"],
    ],
    ["an unquoted argument", "/reports/getArrivals(date={date_value})", "/reports/getArrivals(date={date})", ["date"]],
    ["angle brackets", "/range(address='<address>')", "/range(address='{address}')", ["address"]],
    ["double quotes", '/range(address="{address}")', "/range(address='{address}')", ["address"]],
    ["several arguments", "/between(from={a}, to={b})", "/between(from={from},to={to})", ["from", "to"]],
    ["an alias", "/between(from=@{from})", "/between(from={from})", ["from"]],
    ["a literal value", "/image(width=640,fit='fill')", "/image(width={width},fit='{fit}')", ["width", "fit"]],
    ["a full name", "/ships/harbour.near(port='{port}')", "/ships/harbour.near(port='{port}')", ["port"]],
    ["a slash in the value", "/range(address='{a}/{b}')", "/range(address='{address}')", ["address"]],
    ["text that looks like a key in a value", "/find(q='a(b)c{d}e')", "/find(q='{q}')", ["q"]],
    ["something behind it", "/cell(row={r})/format", "/cell(row={row})/format", ["row"]],
    ["a comma in quotes", "/named(name='a, b')", "/named(name='{name}')", ["name"]],
    [
      "an argument called like a key",
      "/ships/{id}/near(id='{id}')",
      "/ships/{ship-id}/near(id='{id}')",
      ["ship-id", "id"],
    ],
  ])("%s", (_name, path, expected, names) => {
    const template = readPathTemplate(path);
    expect([template?.path, template?.placeholders.map(({ name }) => name), template?.repairs]).toEqual([
      expected,
      names,
      [],
    ]);
  });

  test("their arguments say how they are written", () => {
    expect(readPathTemplate("/image(width=640,fit='{how}')")?.placeholders).toEqual([
      { name: "width", documentedName: "width", argument: "width", isQuoted: false, literal: "640" },
      { name: "fit", documentedName: "how", argument: "fit", isQuoted: true },
    ]);
  });
});

test.each([
  ["a missing brace", "/ships/{ship-id/crew/{crew-id}", "/ships/{ship-id}/crew/{crew-id}"],
  ["a missing brace at the end", "/ships/{ship-id", "/ships/{ship-id}"],
  ["a missing parenthesis", "/range(address='{address}'/all", "/range(address='{address}')/all"],
  ["a missing parenthesis at the end", "/range(address='{address}'", "/range(address='{address}')"],
  ["parentheses for braces", "/docks/(dock-id)/cranes", "/docks/{dock-id}/cranes"],
  [
    "an id among placeholders",
    "/docks/9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d/cranes/{id}",
    "/docks/{dock-id}/cranes/{crane-id}",
  ],
  ["a slash missing behind a key", "/docks({id})cranes", "/docks/{dock-id}/cranes"],
  ["a slash missing behind a placeholder", "/docks/{id}cranes/{id}", "/docks/{dock-id}/cranes/{crane-id}"],
  ["a slash missing before a placeholder", "/docks{id}/cranes", "/docks/{dock-id}/cranes"],
  ["a slash missing behind a call", "/range(address='{a}')all", "/range(address='{address}')/all"],
  ["an alternative outside of the braces", "/quays/{quay-id} | quay-name/bollards", "/quays/{quay-id}/bollards"],
])("repairs: %s", (_name, path, expected) => {
  const template = readPathTemplate(path);
  expect(template?.path).toBe(expected);
  expect(template?.repairs).toHaveLength(1);
});

test("keys of several properties keep their parentheses", () => {
  const template = readPathTemplate("/docks({id})/cranes({dockId}, '{craneId}')/hooks({id})");
  expect(template?.path).toBe("/docks/{dock-id}/cranes({dockId},'{craneId}')/hooks/{hook-id}");
  expect(template?.repairs).toEqual([]);
});

test.each([
  ["placeholder names", "/ships/{id}", "/ships/{shipId | callSign}"],
  ["letter case", "/Ships/{id}", "/ships/{id}"],
  ["a key in parentheses", "/ships('{id}')", "/ships/{id}"],
  ["a version", "/v1.0/ships", "/ships"],
])("paths that differ in %s only have one key", (_name, first, second) => {
  expect(readPathTemplate(first)?.key).toBe(readPathTemplate(second)?.key);
});

test("thousands of placeholders are no path, and take no time", () => {
  expect(readPathTemplate("/{id}".repeat(20_000))).toBeUndefined();
});

test.each([
  ["/api/v2/ships/{id}", "/api/v2", "/ships/{ship-id}"],
  ["/API/v2/ships", "/api", "/v2/ships"],
  ["/api", "/api", "/"],
  ["/apiary/{id}", "/api", "/apiary/{apiary-id}"],
  ["/ships", "", "/ships"],
])("%s without %s is %s", (path, prefix, rest) => {
  const template = readPathTemplate(path);
  expect(template && withoutSegments(template, prefix).path).toBe(rest);
});
