import { describe, expect, test } from "vitest";
import { pathMatcher, pathOfUrl, serverOfUrl } from "../../../src/dialects/common/match-path.ts";
import { ExamplePage, PathShapes } from "../../../src/dialects/common/path-shapes.ts";
import { type PathTemplate, readPathTemplate } from "../../../src/dialects/common/path-template.ts";

function template(path: string): PathTemplate {
  const found = readPathTemplate(path);
  if (!found) throw new Error(`${path} is no path`);
  return found;
}

describe("example URLs match templates", () => {
  test.each([
    ["/ships", "/ships", []],
    ["/ships", "/Ships/", []],
    ["/ships/{id}", "/ships/1", ["1"]],
    ["/ships/{id}", "/ships/a b", ["a b"]],
    ["/ships/{id}", "/ships/19:a@b.c", ["19:a@b.c"]],
    ["/ships/{id}", "/ships('1')", ["1"]],
    ["/ships/{id}", "/ships('1b==')", ["1b=="]],
    ["/ships('{id}')", "/ships/1", ["1"]],
    ["/ships/{id}", "/ships/{id}", ["{id}"]],
    ["/ships/{id}/crew/{id}", "/ships/1/crew/2", ["1", "2"]],
    ["/reports/getArrivals(period='{period}')", "/reports/getArrivals(period='D7')", ["D7"]],
    ["/between(from={from},to={to})", "/between(from=1, to=2)", ["1", "2"]],
    ["/near(port='{port}')", "/near(port='A (old)')", ["A (old)"]],
    ["/drive/root:/{path}:/content", "/drive/root:/a/b c.txt:/content", ["a/b c.txt"]],
    ["/drive/root:/{path}", "/drive/root:/a/12:30.txt", ["a/12:30.txt"]],
    ["/ships/{id}:/{path}", "/ships/a:/b/12:30.txt", ["a", "b/12:30.txt"]],
    ["/ships/{id}:/{path}", "/ships/a:/b/c:", ["a", "b/c"]],
    ["/a.b/{id}", "/a.b/1", ["1"]],
    ["/docks({dockId},{craneId})", "/docks(1, 2a)", ["1", "2a"]],
    ["/piers/{id}/docks({dockId},{craneId})", "/piers(5)/docks(1,2a)", ["5", "1", "2a"]],
  ])("%s fits %s", (path, url, values) => {
    expect(pathMatcher(template(path)).match(url)).toEqual(values);
  });

  test.each([
    ["/ships", "/ships/1"],
    ["/ships/{id}", "/ships"],
    ["/ships/{id}", "/ships/"],
    ["/ships/{id}", "/ships/1/crew"],
    ["/ships/{id}", "/ships/$count"],
    ["/ships/{id}", "/berths/1"],
    ["/a.b", "/axb"],
    ["/reports/getArrivals(period='{period}')", "/reports/getDepartures(period='D7')"],
    ["/drive/root:/{path}:/content", "/drive/root:/a.txt:/children"],
    ["/drive/root:/{path}", "/drive/root:/a.txt:/children"],
    ["/ships/{id}:/{path}", "/ships/a:/b:/crew"],
  ])("%s does not fit %s", (path, url) => {
    expect(pathMatcher(template(path)).match(url)).toBeUndefined();
  });

  test("a URL as long as a page takes no time", () => {
    const matcher = pathMatcher(template("/a/{id}/b/{id}/c(d='{d}',e={e})/root:/{path}:/f"));
    for (const filler of ["/", "(", ")", "'", "a", "/b", "a/b/", ":/", "=", ","]) {
      expect(matcher.match(`/a/1${filler.repeat(50_000)}`)).toBeUndefined();
    }
  });
});

test.each([
  ["https://api.harbour.example/v1.0/ships?$top=5", "/ships"],
  ["https://api.harbour.example/beta/ships/", "/ships/"],
  ["https://api.harbour.example", "/"],
  ["https://api.harbour.example/V1.0/ships", "/ships"],
  ["https://api.harbour.example/{ver}/ships", "/ships"],
  ["/v1.0/ships", "/ships"],
  ["ships/1", "/ships/1"],
  ["/ships/{id | name}/crew", "/ships/{id | name}/crew"],
  ["/ships/1 ", "/ships/1"],
])("the path of %s is %s", (url, path) => {
  expect(pathOfUrl(url)).toBe(path);
});

test.each([
  ["https://api.harbour.example/v1.0/ships", "https://api.harbour.example/v1.0"],
  ["https://api.harbour.example/V1.0?a=b", "https://api.harbour.example/v1.0"],
  ["https://api.harbour.example/ships", "https://api.harbour.example"],
  ["http://localhost:8080/beta/x", "http://localhost:8080/beta"],
  ["https://{harbourUrl}/api/ships", "https://{harbourUrl}"],
  ["https://{a}{b}/ships", undefined],
  ["/v1.0/ships", undefined],
  ["ftp://a.example/b", undefined],
])("the server of %s is %s", (url, server) => {
  expect(serverOfUrl(url)).toBe(server);
});

describe("documented paths teach where keys stand", () => {
  const shapes = new PathShapes(
    [
      "/ships/{id}",
      "/ships/delta",
      "/ships/{id}/crew",
      "/chats/{id}/members",
      "/constructor/{id}",
      "/logs/root:/{path}:/children",
      "/berths/add",
    ].map(template),
    new Set(["harbour"]),
  );

  test.each([
    ["https://api.harbour.example/v1.0/ships/17", "/ships/{ship-id}"],
    ["/ships/17/crew", "/ships/{ship-id}/crew"],
    ["/Ships/17/CREW", "/ships/{ship-id}/crew"],
    ["/ships/17/unknown", "/ships/{ship-id}/unknown"],
    ["/ships/delta", "/ships/delta"],
    ["/ships/$count", "/ships/$count"],
    ["/ships/harbour.ferry", "/ships/harbour.ferry"],
    ["/ships/example.harbour.ada", "/ships/{ship-id}"],
    ["/chats/19:8b08@unq.gbl.spaces/members", "/chats/{chat-id}/members"],
    ["/berths/0d9a3c1e-5b7f-4a62-8c3d-1e2f3a4b5c6d", "/berths/{berth-id}"],
    ["/logs/root:/2020/May/ada.txt:/content", "/logs/root:/{item-path}:/content"],
    ["/logs/root:/2020/May", "/logs/root:/{item-path}"],
    ["/berths/4", "/berths/4"],
    ["/ships/add", "/ships/add"],
    ["/constructor/1", "/constructor/{constructor-id}"],
    ["/__proto__/1", "/__proto__/1"],
    ["/ships/17?$top=5", "/ships/{ship-id}"],
    ["/ships/{id}/crew", "/ships/{ship-id}/crew"],
  ])("%s -> %s", (url, path) => {
    expect(shapes.templateOf(pathOfUrl(url))?.path).toBe(path);
  });

  test.each([
    ["/berths/addLocal", "/berths/addLocal"],
    ["/ships/addLocal", "/ships/addLocal"],
    ["/ships/7", "/ships/{ship-id}"],
    ["/tugs/Ada/crew", "/tugs/{tug-id}/crew"],
    ["/tugs/Ada/cargo", "/tugs/Ada/cargo"],
    ["/tugs/delta/crew", "/tugs/delta/crew"],
    ["/chats/Ada/crew", "/chats/{chat-id}/crew"],
  ])("on a page of its own, %s -> %s", (url, path) => {
    const page = new ExamplePage("ships-addlocal", [template("/ships/{id}/crew")]);
    expect(shapes.templateOf(url, page)?.path).toBe(path);
  });

  test.each([["/ships/<id>"], ["/ships/{id"], ["/ships/the ship"]])("%s cannot be told", (url) => {
    expect(shapes.templateOf(pathOfUrl(url))).toBeUndefined();
  });
});
