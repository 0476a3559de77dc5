/** A request that is sent to both servers. */
export interface Probe {
  readonly name: string;
  readonly path: string;
  readonly init: RequestInit;
  /** Why the answers differ; left out: they do not. */
  readonly difference?: string;
}

const bearer = { authorization: "Bearer token" };
const asJson = (value: unknown, headers = {}) => ({
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});

/** Values that are sent as the body of an item, and whether they are one. */
const items: readonly (readonly [unknown, boolean])[] = [
  [{ name: "lamp" }, true],
  [{ name: "lamp", price: null }, true],
  [{ name: "lamp", price: 3.5, color: "red" }, true],
  [{ name: "lamp", kind: "item", size: { width: 1 } }, true],
  [{ name: "lamp", parts: [{}, { height: 2 }] }, true],
  [{ name: "lamp", unknown: [1] }, true],
  [{ name: "lamp", id: "7" }, true],
  [{ name: "l" }, false],
  [{}, false],
  [{ name: 5 }, false],
  [{ name: "lamp", price: "3" }, false],
  [{ name: "lamp", kind: "thing" }, false],
  [{ name: "lamp", color: "blue" }, false],
  [{ name: "lamp", size: { depth: 1 } }, false],
  [{ name: "lamp", size: 4 }, false],
  [{ name: "lamp", parts: [{ width: "1" }] }, false],
  [{ name: "lamp", parts: {} }, false],
  [[], false],
  ["lamp", false],
  [17, false],
  [true, false],
];

/** All probes, at least 200. */
export function probes(): Probe[] {
  return [...routing(), ...queries(), ...bodies(), ...preferences(), ...security(), ...parameters(), ...differing()];
}

function get(path: string, headers: Record<string, string> = {}, difference?: string): Probe {
  return {
    name: `GET ${path} ${JSON.stringify(headers)}`,
    path,
    init: { headers },
    ...(difference !== undefined && { difference }),
  };
}

function send(method: string, path: string, init: RequestInit, difference?: string): Probe {
  return {
    name: `${method} ${path} ${String(init.body)} ${JSON.stringify(init.headers ?? {})}`,
    path,
    init: { method, ...init },
    ...(difference !== undefined && { difference }),
  };
}

function routing(): Probe[] {
  return [
    ...[
      "/items/1",
      "/items/a%2Fb",
      "/items/count",
      "/items/a b",
      "/items/%E2%82%AC",
      "/items/1?unknown=1",
      "/items/constructor",
      "/items/__proto__",
    ].map((path) => get(path)),
    ...["/items/1/report(period='D7')", "/items/1/report(period='D30')", "/items/x%20y/report(period='D7')"].map(
      (path) => get(path),
    ),
    ...[
      "/",
      "/nothing",
      "/items/1/",
      "//items",
      "/items/1/2",
      "/Items",
      "/items/1/cancel/2",
      "/constructor",
      "/__proto__",
      "/..%2f..%2fetc",
    ].map((path) => get(path, {}, "reason")),
    ...["PUT", "DELETE", "PATCH"].map((method) => send(method, "/items", {}, "reason")),
    ...["POST", "PUT"].map((method) => send(method, "/items/1", {}, "reason")),
    ...["GET", "PUT"].map((method) => send(method, "/items/1/cancel", {}, "reason")),
    send("POST", "/items/1/cancel", {}),
    send("DELETE", "/items/1", {}),
    send("POST", "/items/1/cancel", asJson({}), "reason"),
  ];
}

function queries(): Probe[] {
  const valid = [
    "",
    "?$top=5",
    "?$top=1&tag=a",
    "?tag=a&tag=b",
    "?$select=id",
    "?$select=id,name",
    "?flag=true",
    "?flag=false",
    "?filter[color]=red",
    "?$TOP=3",
    "?%24top=2",
    "?$top=1&other=x",
    "?tag=",
    "?$top=05",
  ];
  const invalid = [
    "?$top=0",
    "?$top=x",
    "?$top=1.5",
    "?$select=size",
    "?$select=id,size",
    "?flag=maybe",
    "?filter[color]=blue",
    "?$top=1&$top=2",
    "?$TOP=x",
  ];
  return [
    ...valid.map((query) => get(`/items${query}`)),
    ...invalid.map((query) => get(`/items${query}`, {}, "reason")),
    get("/items", { "if-none-match": 'W/"1"' }),
    get("/items", { "if-none-match": "1" }, "reason"),
  ];
}

function bodies(): Probe[] {
  return [
    ...items.map(([value, isItem]) => send("POST", "/items", asJson(value), isItem ? undefined : "reason")),
    ...items.map(([value, isItem]) => send("PATCH", "/items/1", asJson(value), isItem ? undefined : "reason")),
    ...items.map(([value, isItem]) =>
      send(
        "POST",
        "/items",
        { body: JSON.stringify(value), headers: { "content-type": "application/json; charset=utf-8" } },
        isItem ? undefined : "reason",
      ),
    ),
    send("POST", "/items", {}, "reason"),
    send("PATCH", "/items/1", {}),
    send("POST", "/items", { headers: { "content-type": "text/csv" }, body: "a,b" }, "reason"),
    send("POST", "/items", { headers: { "content-type": "application/xml" }, body: "<a/>" }, "reason"),
    send("POST", "/any", { headers: { "content-type": "text/csv" }, body: "a,b" }),
    send("POST", "/any", { headers: { "content-type": "text/plain" }, body: "hello" }),
    ...["size=1", "size=1&color=red", "color=red&size=20", "size=3&other=1"].map((body) =>
      send("POST", "/form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body }),
    ),
    ...["size=x", "color=red", "size="].map((body) =>
      send("POST", "/form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body }, "reason"),
    ),
  ];
}

function preferences(): Probe[] {
  const fine = [
    "code=200",
    "code=404",
    "example=first",
    "example=second",
    "code=200, example=second",
    "return=minimal",
    'outlook.timezone="UTC"',
    "code=204",
  ];
  return [
    ...fine.slice(0, -1).map((prefer) => get("/items/1", { prefer })),
    ...["code=500", "example=third", "code=4XX", "dynamic=maybe", "code=20"].map((prefer) =>
      get("/items/1", { prefer }, "reason"),
    ),
    ...["?__code=404", "?__example=second"].map((query) => get(`/items/1${query}`)),
    ...["code=409", "code=400", "code=422", "example=example-1", "code=201, example=example-1"].map((prefer) =>
      send("POST", "/items", asJson({ name: "lamp" }, { prefer })),
    ),
    ...["code=404", "code=503", "code=200"].map((prefer) =>
      send("POST", "/any", { headers: { prefer, "content-type": "text/plain" }, body: "a" }),
    ),
    ...[
      "application/json",
      "*/*",
      "text/csv",
      "application/*",
      "text/csv;q=0.5, application/json",
      "application/json;q=0.1, text/csv",
      "application/json;odata.metadata=minimal",
    ].map((accept) => get("/items/1", { accept })),
    ...["image/png", "application/xml"].map((accept) => get("/items/1", { accept }, "reason")),
  ];
}

function security(): Probe[] {
  return [
    get("/secure", bearer),
    get("/secure", { authorization: "Bearer a.b.c" }),
    ...[{}, { authorization: "Basic dTpw" }, { authorization: "token" }, { authorization: "bearer x" }].map((headers) =>
      get("/secure", headers as Record<string, string>, "reason"),
    ),
    get("/keyed", { "x-key": "1" }),
    ...[{}, { key: "1" }].map((headers) => get("/keyed", headers as Record<string, string>, "reason")),
  ];
}

function parameters(): Probe[] {
  return [
    ...["code=200", "code=404"].map((prefer) =>
      get("/items/count", { prefer }, prefer === "code=200" ? undefined : "reason"),
    ),
    ...["text/plain", "text/*", "*/*;q=0.1"].map((accept) => get("/items/count", { accept })),
    ...["D7", "D30", "D90", "d7"].map((period) =>
      get(`/items/2/report(period='${period}')`, {}, period === "D7" || period === "D30" ? undefined : "reason"),
    ),
    ...["POST", "DELETE"].map((method) => send(method, "/values/1", {}, "reason")),
    ...["1", "10", "-3", "0", "%20", "007"].map((value) => get(`/values/${value}`)),
    ...["11", "x", "1.5"].map((value) => get(`/values/${value}`, {}, "reason")),
    get("/items/1/report(period='D8')", {}, "reason"),
  ];
}

/** Where we mean to differ. */
function differing(): Probe[] {
  return [
    get("/v1.0/items/1", {}, "the base path of a server may be there"),
    send("HEAD", "/items/1", {}, "HEAD is GET without content, documented or not"),
    send("OPTIONS", "/items/1", {}, "OPTIONS tells the methods"),
    get("/items/1/report(period=%27D7%27)", {}, "an encoded quote is a quote"),
    send(
      "POST",
      "/items",
      { headers: { "content-type": "application/json" }, body: "{" },
      "Prism does not answer broken JSON at all",
    ),
    get("/items/", {}, "a placeholder is never empty: no such path, rather than an invalid one"),
    get("/items/2/report(period='')", {}, "a placeholder is never empty: no such path, rather than an invalid one"),
    get("/items/count", { prefer: "code=200, example=none" }, "an unknown example is 404 with a code, too"),
    get("/__health", {}, "the mock's own page"),
  ];
}
