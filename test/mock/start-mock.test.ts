import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type MockLogEntry, type MockOptions, type MockServer, startMock } from "../../src/mock/start-mock.ts";
import { Locations } from "../../src/openapi/locations.ts";
import { sampleDocument } from "./sample-document.ts";

const running: MockServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: MockOptions = {}, document = sampleDocument): Promise<MockServer> {
  const server = await startMock(document, options);
  running.push(server);
  return server;
}

/** Sends a request and gives what matters of the answer. */
async function ask(server: MockServer, line: string, init: RequestInit & { json?: unknown } = {}) {
  const [method = "GET", path = "/"] = line.split(" ", 2);
  const { json, ...rest } = init;
  const body =
    json === undefined
      ? {}
      : { body: JSON.stringify(json), headers: { "content-type": "application/json", ...rest.headers } };
  const response = await fetch(server.url + path, { redirect: "manual", ...rest, method, ...body });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith("{") ? JSON.parse(text) : undefined,
  };
}

const token = (claims: object) => ({
  authorization: `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.`,
});

test.each<[name: string, line: string, init: Parameters<typeof ask>[2], status: number, body: unknown]>([
  ["the first example by default", "GET /orders/9", {}, 200, { id: "1" }],
  ["the example with the same path", "GET /orders/2", {}, 200, { id: "2" }],
  ["the example of an error", "GET /orders/404", {}, 404, { error: { code: "notFound", message: "No order 404" } }],
  ["the example without query", "GET /orders", {}, 200, { value: [{ id: "1" }, { id: "2" }] }],
  ["the example with the same query", "GET /orders?$top=2", {}, 200, { value: [{ id: "2" }] }],
  ["a list in the query", "GET /orders?$select=id,note", {}, 200, { value: [{ id: "1", note: "x" }] }],
  [
    "the example with the same body",
    "POST /orders",
    { json: { note: "desk" }, headers: token({}) },
    201,
    { id: "8", note: "desk" },
  ],
  ["the example that Prefer names", "GET /orders/1", { headers: { prefer: "example=second" } }, 200, { id: "2" }],
  [
    "the status that Prefer names",
    "GET /orders/1",
    { headers: { prefer: "code=404" } },
    404,
    { error: { code: "notFound", message: "No order 404" } },
  ],
])("answers with %s", async (_name, line, init, status, body) => {
  const answer = await ask(await start(), line, init);
  expect([answer.status, answer.body]).toEqual([status, body]);
});

test("headers go with their example", async () => {
  const answer = await ask(await start(), "POST /orders", { json: { note: "desk" }, headers: token({}) });
  expect(answer.headers.get("location")).toBe("/orders/8");
});

test.each([
  ["200 without content", "POST /orders/1/cancel", 200, ""],
  ["CSV", "GET /report", 200, "id;sum\n1;5\n"],
  ["binary without example", "GET /photo/$value", 200, ""],
  ["HEAD", "HEAD /orders/1", 200, ""],
  ["OPTIONS", "OPTIONS /orders", 204, ""],
])("%s", async (_name, line, status, text) => {
  const answer = await ask(await start(), line);
  expect([answer.status, answer.text]).toEqual([status, text]);
});

test("a redirect has its Location", async () => {
  const answer = await ask(await start(), "GET /report", { headers: { prefer: "code=302" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://files.contoso.example/1"]);
});

test("generated data is valid, and the same each time", async () => {
  const first = await ask(await start({ errors: true }), "GET /customers/1");
  expect(first.status).toBe(200);
  expect(await ask(await start({ errors: true }), "GET /customers/2")).toMatchObject({ text: first.text });
  const dynamic = { headers: { prefer: "dynamic=true" } };
  const other = await ask(await start({ errors: true }), "GET /customers/1", dynamic);
  expect(other.status).toBe(200);
  expect(other.text).not.toBe(first.text);
  expect(await ask(await start({ errors: true }), "GET /customers/1", dynamic)).toMatchObject({ text: other.text });
  const seeded = await ask(await start({ errors: true, seed: "2" }), "GET /customers/1", dynamic);
  expect(seeded.text).not.toBe(other.text);
});

test.each<[name: string, line: string, init: Parameters<typeof ask>[2], status: number, detail: string]>([
  ["unknown path", "GET /order", {}, 404, "Expected a documented path, found GET /order; nearest: GET /orders"],
  ["unknown method", "DELETE /orders", {}, 405, "Expected GET, POST for /orders, found DELETE"],
  [
    "no token",
    "POST /orders",
    { json: {} },
    401,
    "order-create needs credentials: expected Authorization: Bearer with a token",
  ],
  [
    "wrong scheme",
    "POST /orders",
    { json: {}, headers: { authorization: "Basic x" } },
    401,
    "expected Authorization: Bearer",
  ],
  [
    "wrong body",
    "PATCH /orders/1",
    { json: { customer: { orders: [{ note: 5 }] } } },
    422,
    "customer.orders.0.note must be string,null: expected string or null, found 5",
  ],
  [
    "missing body",
    "POST /orders",
    { headers: token({}) },
    422,
    "Request body is required: expected a body, found nothing",
  ],
  ["wrong query", "GET /orders?$top=x", {}, 422, 'query parameter $top must be integer: expected integer, found "x"'],
  [
    "wrong media type",
    "PATCH /orders/1",
    { body: "a", headers: { "content-type": "text/csv" } },
    415,
    "expected application/json, found text/csv",
  ],
  [
    "nothing acceptable",
    "GET /orders/1",
    { headers: { accept: "image/png" } },
    406,
    "Expected one of application/json",
  ],
  [
    "broken JSON",
    "PATCH /orders/1",
    { body: "{", headers: { "content-type": "application/json" } },
    400,
    "The body is not JSON",
  ],
  [
    "JSON without end",
    "PATCH /orders/1",
    { body: "[".repeat(100_000), headers: { "content-type": "application/json" } },
    400,
    "nested more than",
  ],
  ["unknown example", "GET /orders/1", { headers: { prefer: "example=third" } }, 404, "Expected one of"],
])("%s is refused with a reason", async (_name, line, init, status, detail) => {
  const answer = await ask(await start(), line, init);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body).toMatchObject({ status, detail: expect.stringContaining(detail) });
  expect(answer.status).toBe(status);
});

test("a refusal has the members of the documented error with the reason in them, and none that are made up", async () => {
  const { body } = await ask(await start(), "PATCH /orders/1", { json: { sum: "1" } });
  expect(body.error).toEqual({ code: "UNPROCESSABLE_ENTITY", message: body.detail });
});

test("a refusal names the place in the docs", async () => {
  const locations = new Locations();
  const at = (line: number) => ({ file: "order.md", line, column: 1, endLine: line, endColumn: 2 });
  locations.set("/paths/~1orders~1{order-id}/patch", at(7));
  locations.set("/components/schemas/order/properties/sum", at(20));
  const { body } = await ask(await start({ locations }), "PATCH /orders/1", { json: { sum: "1" } });
  expect(body).toMatchObject({
    docs: "order.md:7",
    validation: [{ docs: "order.md:20", expected: "number", found: '"1"' }],
  });
});

test.each<[name: string, claims: object | string, status: number, detail?: string]>([
  ["scope of a user", { scp: "Orders.Write" }, 201],
  ["two scopes that go together", { scp: "Orders.Own Orders.Read" }, 201],
  [
    "one of two scopes",
    { scp: "Orders.Own" },
    403,
    "The token lacks the scope Orders.Write, or Orders.Read and Orders.Own, or Orders.Write.All; it has Orders.Own",
  ],
  ["role of an application", { roles: ["Orders.Write.All"] }, 201],
  ["role of a user", { scp: "Orders.Write.All" }, 403, "lacks"],
  ["no scopes", {}, 403, "it has none"],
  ["no JWT", "opaque", 401, "no JWT"],
])("scopes: %s", async (_name, claims, status, detail = "") => {
  const headers = typeof claims === "string" ? { authorization: `Bearer ${claims}` } : token(claims);
  const answer = await ask(await start({ checkScopes: true }), "POST /orders", { json: { note: "lamp" }, headers });
  expect(answer.status).toBe(status);
  expect(answer.body.detail ?? "").toContain(detail);
});

test("a schema that cannot be used is an answer 500 and a log entry, never a pass", async () => {
  const entries: MockLogEntry[] = [];
  const server = await start({ onRequest: (entry) => entries.push(entry) });
  expect((await ask(server, "POST /broken", { json: {} })).status).toBe(204);
  const answer = await ask(server, "POST /broken", { json: { deep: { a: 1 } } });
  expect(answer.body).toMatchObject({ status: 500, pointer: "/components/schemas/broken" });
  expect(entries.map(({ verdict, operationId }) => [verdict, operationId])).toEqual([
    ["ok", "broken-post"],
    ["failed", "broken-post"],
  ]);
  expect(entries[1]?.error?.message).toContain("/components/schemas/broken");
});

test("an example that breaks its schema is marked, or with `errors` refused", async () => {
  const marked = await ask(await start(), "GET /wrong");
  expect([marked.status, marked.text]).toEqual([200, '"text"']);
  expect(marked.headers.get("sl-violations")).toContain("Response body must be integer");
  expect((await ask(await start({ errors: true }), "GET /wrong")).body).toMatchObject({
    status: 500,
    title: "Request/Response not valid",
  });
});

test("a browser may ask from anywhere", async () => {
  const server = await start();
  const headers = {
    origin: "https://app.contoso.example",
    "access-control-request-method": "PATCH",
    "access-control-request-headers": "x-a",
  };
  const preflight = await ask(server, "OPTIONS /orders/1", { headers });
  expect(preflight.status).toBe(204);
  const answer = await ask(server, "GET /orders/1", { headers: { origin: "https://app.contoso.example" } });
  expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.contoso.example");
});

test("the mock's own pages", async () => {
  const locations = new Locations();
  locations.set("/paths/~1orders/get", { file: "list.md", line: 3, column: 1, endLine: 3, endColumn: 2 });
  const server = await start({ locations });
  expect((await ask(server, "GET /__health")).body).toEqual({ status: "ok", operations: 10 });
  expect((await ask(server, "GET /__docs")).body.operations[0]).toEqual({
    method: "GET",
    path: "/orders",
    operationId: "order-list",
    summary: "List orders",
    docs: "list.md:3",
  });
  expect((await ask(server, "GET /__docs", { headers: { accept: "text/html" } })).text).toContain("list.md:3");
});

test("answers in process as over a socket", async () => {
  const server = await start();
  const response = await server.fetch("https://api.contoso.example/v1.0/orders/2", {
    headers: { accept: "application/json" },
  });
  expect([response.status, await response.json()]).toEqual([200, { id: "2" }]);
  expect((await server.fetch("https://x.example/orders/1/cancel", { method: "POST" })).status).toBe(200);
});

test("another document can take its place", async () => {
  const server = await start();
  server.reload({ paths: { "/new": { get: { responses: { "204": { description: "" } } } } } });
  expect((await ask(server, "GET /new")).status).toBe(204);
  expect((await ask(server, "GET /orders")).status).toBe(404);
});

test("a port in use is a usage error", async () => {
  const { port } = await start();
  await expect(startMock(sampleDocument, { port })).rejects.toMatchObject({
    name: "UsageError",
    message: `Port ${port} on 127.0.0.1 is in use`,
  });
  await expect(startMock(sampleDocument, { host: "no.such.host.invalid" })).rejects.toMatchObject({
    name: "UsageError",
  });
});

test("listens on IPv6", async () => {
  const server = await start({ host: "::1" });
  expect(server.url).toBe(`http://[::1]:${server.port}`);
  expect((await ask(server, "GET /orders")).status).toBe(200);
});

test("closes at once, whatever is open", async () => {
  const server = await start({ delay: 60_000 });
  const socket = connect(server.port, "127.0.0.1");
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => {});
  socket.write("GET /orders HTTP/1.1\r\nhost: x\r\n\r\n");
  await new Promise((resolve) => socket.once("connect", resolve));
  await server.close();
  await server.close();
  await closed;
});

test("a server behind the mock is checked", async () => {
  const seen: (string | undefined)[] = [];
  const upstream = createServer((request, response) => {
    seen.push(request.url);
    if (request.url === "/base/report") return void response.writeHead(501).end();
    response.setHeader("content-type", "application/json").setHeader("set-cookie", ["a=1", "b=2"]);
    response.end(request.url === "/base/orders/2" ? '{"id":2}' : '{"id":"2"}');
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const { port } = upstream.address() as { port: number };
  const options = { upstream: new URL(`http://127.0.0.1:${port}/base/`) };
  const lenient = await start(options);
  const strict = await start({ ...options, errors: true });
  const good = await ask(lenient, "GET /v1.0/orders/1?x=1");
  expect([good.status, good.text, good.headers.getSetCookie()]).toEqual([200, '{"id":"2"}', ["a=1", "b=2"]]);
  const bad = await ask(lenient, "GET /orders/2");
  expect(bad.text).toBe('{"id":2}');
  expect(bad.headers.get("sl-violations")).toContain("Response body property id must be string");
  expect((await ask(strict, "GET /orders/2")).status).toBe(500);
  expect((await ask(strict, "GET /nothing")).status).toBe(404);
  expect((await ask(lenient, "GET /nothing")).status).toBe(200);
  expect((await ask(strict, "PATCH /orders/1", { json: { sum: "1" } })).status).toBe(422);
  expect((await ask(lenient, "GET /report")).text).toBe("id;sum\n1;5\n");
  expect(seen).toEqual(["/base/orders/1?x=1", "/base/orders/2", "/base/orders/2", "/base/nothing", "/base/report"]);
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
  expect((await ask(lenient, "GET /orders/1")).status).toBe(502);
});
