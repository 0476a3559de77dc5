import { beforeAll, expect, test } from "vitest";
import { generateClient } from "../../src/client/generate-client.ts";
import { type LoadedClient, loadClient } from "../../src/client/load-client.ts";
import { document } from "./document.ts";

let client: LoadedClient;
beforeAll(async () => {
  const files = await generateClient(document);
  client = await loadClient(files.get("client.ts") ?? "");
});

const baseUrl = "http://127.0.0.1:1/v1.0";

/** A client whose service gives these responses, one after the other, and what it was sent. */
function connect(responses: readonly Response[], options: object = {}) {
  const requests: Request[] = [];
  const waits: number[] = [];
  const api = client.createClient({
    baseUrl,
    token: () => "secret",
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    fetch: async (request) => {
      requests.push(request);
      return responses[requests.length - 1] ?? new Response(null, { status: 404 });
    },
    ...options,
  });
  return { api, requests, waits };
}

const json = (value: unknown, init?: ResponseInit) => Response.json(value, init);
const path = (values: Record<string, string>) => ({ params: { path: values } });

test.each<[name: string, call: string, init: object, sent: string]>([
  ["path parameters", "thingGet", path({ "thing-id": "a b/ü" }), "GET /things/a%20b%2F%C3%BC"],
  ["quotes of OData", "reportUsage", path({ period: "D'7" }), "GET /reports/usage(period='D''7')"],
  ["slashes of a path in the path", "fileGet", path({ path: "/a b/c.txt" }), "GET /drive/root:/a%20b/c.txt:/content"],
  [
    "lists with commas",
    "thingList",
    { params: { query: { $select: ["id", "na,me"], ids: undefined } } },
    "GET /things?$select=id,na%2Cme",
  ],
  ["repeated lists", "thingList", { params: { query: { ids: [1, 2] } } }, "GET /things?ids=1&ids=2"],
])("%s", async (_name, call, init, sent) => {
  const { api, requests } = connect([json({})]);
  await api[call]?.(init);
  expect(requests.map(({ method, url }) => `${method} ${url.replace(baseUrl, "")}`)).toEqual([sent]);
});

test.each([
  ["missing", {}],
  ["empty", path({ "thing-id": "" })],
  ["a way out", path({ "thing-id": ".." })],
])("a path parameter that is %s is refused", async (_name, init) => {
  const { api, requests } = connect([]);
  await expect(api["thingGet"]?.(init)).rejects.toThrow(/Path parameter/);
  expect(requests).toEqual([]);
});

test.each<[name: string, call: string, init: object, type: string | RegExp, body: string | RegExp]>([
  ["JSON", "thingCreate", { body: { name: "ä" } }, "application/json", '{"name":"ä"}'],
  [
    "JSON in a media type of the caller's",
    "thingCreate",
    { body: { name: "a" }, params: { header: { "Content-Type": "application/merge-patch+json" } } },
    "application/merge-patch+json",
    '{"name":"a"}',
  ],
  [
    "bytes",
    "filePut",
    { ...path({ path: "a" }), body: new TextEncoder().encode("b") },
    "application/octet-stream",
    "b",
  ],
  ["text for a file", "filePut", { ...path({ path: "a" }), body: "b" }, "application/octet-stream", "b"],
  ["a stream", "filePut", { ...path({ path: "a" }), body: new Blob(["b"]).stream() }, "application/octet-stream", "b"],
  [
    "a form",
    "formSend",
    { body: { name: "a", file: new Blob(["b"]) } },
    /^multipart\/form-data; boundary=/,
    /name="name"\r\n\r\na\r\n[\s\S]*name="file"; filename="blob"[\s\S]*\r\n\r\nb\r\n/,
  ],
])("sends %s", async (_name, call, init, type, body) => {
  const { api, requests } = connect([json({})]);
  await api[call]?.(init);
  expect(requests[0]?.headers.get("content-type")).toMatch(type);
  expect(await requests[0]?.text()).toMatch(body);
});

const text = (body: string, type: string) => new Response(body, { headers: { "content-type": type } });

test.each<[name: string, call: string, response: Response, data: unknown]>([
  ["JSON", "thingGet", json({ name: "a" }), { name: "a" }],
  ["nothing", "delete", new Response(null, { status: 204 }), undefined],
  ["an empty body", "thingGet", new Response("", { status: 200 }), undefined],
  ["text, whatever its type", "reportUsage", text("1,2", "application/octet-stream"), "1,2"],
  [
    "a documented redirect",
    "reportUsage",
    new Response(null, { status: 302, headers: { location: "https://a.org" } }),
    { status: 302, location: "https://a.org" },
  ],
  ["JSON where text is documented too", "eitherGet", json({ name: "a" }), { name: "a" }],
  ["text where JSON is documented too", "eitherGet", text("a", "text/plain"), "a"],
])("gives %s", async (_name, call, response, data) => {
  const { api } = connect([response]);
  const init = path({ "thing-id": "1", period: "D7", path: "a" });
  expect(await api[call]?.(init)).toEqual(data);
});

test("gives a file, whatever its type", async () => {
  const { api } = connect([json({ a: 1 })]);
  const file = (await api["fileGet"]?.(path({ path: "a.json" }))) as Blob;
  expect(await file.text()).toBe('{"a":1}');
});

test.each([
  [
    "401 with the error of the docs",
    401,
    '{"error":{"code":"noToken","message":"No token"}}',
    "HTTP 401, thingGet, noToken: No token",
  ],
  [
    "422 as problem+json",
    422,
    '{"title":"Bad","detail":"name is missing"}',
    "HTTP 422, thingGet, Bad: name is missing",
  ],
  ["404 without a body", 404, "", "HTTP 404, thingGet"],
  ["500 that is no JSON", 500, "<html>", "HTTP 500, thingGet, <html>"],
])("%s is an ApiError", async (_name, status, body, message) => {
  const { api } = connect([new Response(body, { status, headers: { "request-id": "r1" } })]);
  const error = await api["thingGet"]?.(path({ "thing-id": "1" })).catch((problem) => problem);
  expect(error).toBeInstanceOf(client.ApiError);
  expect(error).toMatchObject({ status, message, operation: "thingGet", requestId: "r1" });
});

test("a body that should be JSON and is not is an ApiError", async () => {
  const { api } = connect([text("<html>", "text/html")]);
  await expect(api["thingGet"]?.(path({ "thing-id": "1" }))).rejects.toMatchObject({ status: 200, body: "<html>" });
});

test("methods by path give data or error", async () => {
  const { api, requests } = connect([text("1,2", "text/csv"), json({ error: {} }, { status: 404 })]);
  const init = path({ period: "D7", "thing-id": "1" });
  expect(await api["GET"]?.("/reports/usage(period='{period}')", init)).toMatchObject({ data: "1,2" });
  expect(await api["request"]?.("get", "/things/{thing-id}", init)).toMatchObject({ error: { error: {} } });
  expect(requests[0]?.redirect).toBe("manual");
});

test("the token goes to the origin of the base URL only", async () => {
  const { api, requests } = connect([json({}), json({}), json({})]);
  await api["thingList"]?.();
  await api["thingList"]?.({ headers: { Authorization: "Basic x" } });
  await api["GET"]?.("/things", { baseUrl: "http://127.0.0.1:2" });
  expect(requests.map((request) => request.headers.get("authorization"))).toEqual(["Bearer secret", "Basic x", null]);
});

test.each<
  [name: string, call: string, responses: [status: number, retryAfter?: string][], sent: number, waits: number[]]
>([
  ["429 of a read", "thingList", [[429, "2"], [200]], 2, [2000]],
  ["429 of a write: nothing was done", "thingCreate", [[429, "1"], [200]], 2, [1000]],
  ["503 of a read", "thingList", [[503], [504], [200]], 3, [250, 500]],
  ["a date in the past", "thingList", [[503, "Wed, 21 Oct 2015 07:28:00 GMT"], [200]], 2, [0]],
  ["503 of a write: it may have been done", "thingCreate", [[503]], 1, []],
  ["other errors", "thingList", [[500]], 1, []],
  ["no end", "thingList", [[429], [429], [429], [429]], 4, [250, 500, 1000]],
])("retries: %s", async (_name, call, statuses, sent, waited) => {
  const responses = statuses.map(([status, retryAfter]) =>
    json({}, { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } }),
  );
  const { api, requests, waits } = connect(responses);
  await api[call]?.(call === "thingCreate" ? { body: { name: "a" } } : {}).catch(() => undefined);
  expect([requests.length, waits]).toEqual([sent, waited]);
});

test("the body is sent again with a retry", async () => {
  const { api, requests } = connect([json({}, { status: 429 }), json({})]);
  await api["thingCreate"]?.({ body: { name: "a" } });
  expect(await requests[1]?.text()).toBe('{"name":"a"}');
});

test("waiting ends when the request is aborted", async () => {
  const busy = json({}, { status: 503, headers: { "retry-after": "1000" } });
  const { api } = connect([busy], { wait: undefined });
  const call = api["thingList"]?.({ signal: AbortSignal.timeout(20) });
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});

async function readAll(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("items reads page after page, with the token", async () => {
  const { api, requests } = connect([
    json({ value: [1, 2], "@odata.nextLink": `${baseUrl}/things?$skiptoken=a%20b` }),
    json({ value: [], "@odata.nextLink": `${baseUrl}/things?$skiptoken=c` }),
    json({ value: [3], "@odata.nextLink": null }),
  ]);
  const items = api["items"]?.(api["thingList"]?.()) as unknown as AsyncIterable<unknown>;
  expect(await readAll(items)).toEqual([1, 2, 3]);
  expect(requests[1]?.url).toBe(`${baseUrl}/things?$skiptoken=a%20b`);
  expect(requests.every((request) => request.headers.get("authorization") === "Bearer secret")).toBe(true);
});

test.each([
  ["another origin", ["https://elsewhere.org/things"], "The next page is at https://elsewhere.org"],
  ["a circle", [`${baseUrl}/a`, `${baseUrl}/a`], "The next page is one that was read before"],
  ["an error", [`${baseUrl}/a`], "HTTP 404"],
])("items stops at %s", async (_name, links, message) => {
  const { api } = connect(links.map((link) => json({ value: [1], "@odata.nextLink": link })));
  const items = api["items"]?.(api["thingList"]?.()) as unknown as AsyncIterable<unknown>;
  await expect(readAll(items)).rejects.toThrow(message);
});

test("without a base URL, the document's server is asked", async () => {
  const { api, requests } = connect([json({})], { baseUrl: undefined });
  await api["thingList"]?.();
  expect(requests[0]?.url).toBe("https://api.example.org/v1.0/things");
});
