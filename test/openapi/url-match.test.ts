import { expect, test } from "vitest";
import { matchUrl } from "../../src/openapi/url-match.ts";

test.each<[template: string, url: string, path: object, query: object]>([
  ["/me/messages/{id}", "https://api.contoso.com/v1.0/me/messages/AA%3D", { id: "AA=" }, {}],
  ["/me/messages/{id}", "/me/messages/1/", { id: "1" }, {}],
  ["/me/messages/{id}", "ME/Messages/1", { id: "1" }, {}],
  [
    "/users/{a}/messages/{b}",
    "/beta/users/x@y.z/messages/2?$top=5&$filter=a%20eq%20'b'",
    { a: "x@y.z", b: "2" },
    { $top: "5", $filter: "a eq 'b'" },
  ],
  ["/use(period='{period}')", "https://x/use(period='D7')", { period: "D7" }, {}],
  ["/image(width={w},mode='{m}')", "/image(width=640,mode='a,b')", { w: "640", m: "a,b" }, {}],
  ["/root:/{path}:/content", "/root:/a.txt:/content", { path: "a.txt" }, {}],
  ["/root:/{path}:/content", "/root:/a/b.txt:/content", { path: "a/b.txt" }, {}],
  ["/ships/{id}:/{path}:", "/ships/a:/b/c", { id: "a", path: "b/c" }, {}],
  ["/ships/{id}:/{path}:", "/ships/a:/b/c:", { id: "a", path: "b/c" }, {}],
  ["/items", "/items?$search=a+b&empty=&flag&x=1#part", {}, { $search: "a b", x: "1" }],
  ["/items", "/items?$select=id,name&next=a?b=c", {}, { $select: "id,name", next: "a?b=c" }],
  ["/items/{id}", "/items/{id}?$top={n}", {}, {}],
  ["/items/{id}", "/items/<item id>", {}, {}],
  ["/items/{id}", "/items/%ZZ", { id: "%ZZ" }, {}],
])("%s reads %s", (template, url, path, query) => {
  const match = matchUrl(template, url);
  expect({ path: Object.fromEntries(match?.path ?? []), query: Object.fromEntries(match?.query ?? []) }).toEqual({
    path,
    query,
  });
});

test.each([
  ["/me/messages/{id}", "/me/messages"],
  ["/me/messages/{id}", "/me/messages/1/attachments"],
  ["/messages", "/submessages"],
  ["/image(width={w})", "/image(width=640,height=480)"],
  ["/messages", `/messages?x=${"y".repeat(10_000)}`],
])("%s does not read %s", (template, url) => {
  expect(matchUrl(template, url)).toBeUndefined();
});
