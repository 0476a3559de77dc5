import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type MockServer, startMock } from "../../src/mock/start-mock.ts";
import type { ApiModel } from "../../src/model/api-model.ts";
import type { Operation } from "../../src/model/operation.ts";
import type { Property, Resource } from "../../src/model/resource.ts";
import type { PrimitiveName, TypeRef } from "../../src/model/type-ref.ts";
import { emitDocument } from "../../src/openapi/emit-document.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { Server } from "../../src/verify/exchange.ts";
import { type VerifyOptions, verifyExamples } from "../../src/verify/verify-examples.ts";
import { exampleOf, lineOf, operationOf } from "./model.ts";

const location = lineOf(1);
const primitive = (name: PrimitiveName): TypeRef => ({ kind: "primitive", name });
const property = (name: string, type: TypeRef, required = false): Property => ({ name, type, required, location });
const thing: Resource = {
  name: "things.thing",
  properties: [
    property("id", primitive("string"), true),
    property("size", primitive("int32")),
    property("sizes", { kind: "array", items: primitive("int32") }),
    property("state", {
      kind: "enum",
      members: [
        { name: "open", location },
        { name: "closed", location },
      ],
    }),
  ],
  location,
};
const content = (type: TypeRef) => ({ mediaType: "application/json", type, location });
const thingBody = content({ kind: "named", name: "things.thing" });

type Message = readonly [request: string, response?: string];

const answerOf = (body: string, status = 200) => `${status}\nContent-Type: application/json\n\n${body}`;

/** The docs of things: get one, and create one. Examples are put in. */
function modelOf(get: readonly Message[], create: readonly Message[] = []): ApiModel {
  const examplesOf = (messages: readonly Message[], start: number) =>
    messages.map(([request, response], index) =>
      exampleOf(`example-${index + 1}`, request, response, [start + index * 100, start + index * 100 + 50]),
    );
  const path = { name: "thing-id", in: "path", type: primitive("string"), required: true, location } as const;
  const top = { name: "$top", in: "query", type: primitive("int32"), required: false, location } as const;
  const key = { name: "Idempotency-Key", in: "header", type: primitive("string"), required: false, location } as const;
  const permissions = [
    { grant: "application", alternatives: [{ scopes: ["Thing.Read"], location }], location },
  ] as const;
  const getThing: Operation = {
    ...operationOf("get", "/things/{thing-id}", examplesOf(get, 100)),
    ...{ id: "thing-get", parameters: [path, top], permissions },
    responses: [
      {
        ...{ status: "200", contents: [thingBody], location },
        headers: [{ name: "ETag", type: primitive("string"), example: '"1"', location }],
      },
      { status: "404", contents: [], headers: [], location },
    ],
  };
  const createThing: Operation = {
    ...operationOf("post", "/things", examplesOf(create, 1000)),
    ...{ id: "thing-create", parameters: [key], permissions },
    requestBody: { required: true, contents: [thingBody], location },
    responses: [{ status: "201", contents: [thingBody], headers: [], location }],
  };
  return {
    ...{ servers: ["https://api.example.org/v1.0"], operations: [createThing, getThing], resources: [thing] },
    ...{ enums: [], tags: [], language: "en" },
  };
}

const mocks: MockServer[] = [];
afterAll(() => Promise.all(mocks.map((mock) => mock.close())));

/** `code line pointer` of what verify reports, and the census. The server is the mock, if no other is given. */
async function verify(model: ApiModel, service?: Partial<Server>, options?: VerifyOptions) {
  const openapi = emitDocument(model, { title: "Things", version: "v1.0" }, () => undefined);
  const diagnostics: Diagnostic[] = [];
  const mock = service?.fetch ? undefined : await startMock(openapi.document);
  if (mock) mocks.push(mock);
  const server = { baseUrl: mock?.url ?? "https://api.example.org/v1.0", token: "secret", isMock: true, ...service };
  const result = await verifyExamples(
    { model, openapi },
    server,
    (diagnostic) => diagnostics.push(diagnostic),
    options,
  );
  const problems = diagnostics.map(({ code, location: { line }, pointer = "" }) => `${code} ${line} ${pointer}`.trim());
  return { diagnostics, problems, result };
}

const get = "GET https://api.example.org/v1.0/things/1";
const post = "POST /things\nContent-Type: application/json\n\n";
const good = '{ "id": "1", "size": 3, "state": "open" }';

test("examples that are right pass, and wrong requests do not get through", async () => {
  const { problems, result } = await verify(
    modelOf(
      [
        [get, answerOf(good)],
        ["GET /things/2?$top=5", `200\nContent-Type: application/json\nETag: "1"\n\n{ "id": "2" }`],
        ["GET /things/3", "404"],
        ["GET /things/{thing-id}", answerOf("no JSON")],
      ],
      [[`POST /things\nIdempotency-Key: a\n\n{ "id": "x" }`, answerOf('{ "id": "x" }', 201)]],
    ),
  );
  expect(problems).toEqual(["verify/response-body 453"]);
  expect(result).toEqual({
    ...{ examples: 5, passed: 4, amended: 0, failed: 1, skipped: 0, failures: { "verify/response-body": 1 } },
    probes: { passed: 3, failed: 0 },
  });
});

test("examples that only their form or a placeholder keeps from being right pass, and are counted", async () => {
  const { problems, result } = await verify(
    modelOf(
      [
        [get, answerOf('{ "id": "1", "size": "size-value" }')],
        ["GET /things/2", answerOf('{ "id": "2", }')],
        ["GET /things/3", answerOf('{ "id": "3", "size": "big", "state": "" }')],
      ],
      [
        [`${post}{ "id": "x", "state": "String" }`, answerOf(good, 201)],
        [`${post}{ "id": 5, "state": "String", }`, answerOf(good, 201)],
      ],
    ),
  );
  expect(problems.toSorted()).toEqual([
    "verify/loose-json 1103",
    "verify/loose-json 253",
    "verify/placeholder 1003 /state",
    "verify/placeholder 1103 /state",
    "verify/placeholder 153 /size",
    "verify/placeholder 353 /state",
    "verify/request-body 1103 /id",
    "verify/response-body 353 /size",
  ]);
  expect(result).toMatchObject({ examples: 5, passed: 3, amended: 3, failed: 2 });
});

test("a placeholder is sent as a value of its type, in each item of an array", async () => {
  const sent: string[] = [];
  const spy = async (request: Request) => {
    sent.push(await request.clone().text());
    return served("{}", { status: 201 });
  };
  const body = '{ "id": "x", "state": "<state>", "sizes": ["Int32", "Int32", 3] }';
  await verify(
    modelOf([], [[post + body, answerOf(good, 201)]]),
    { fetch: spy as typeof fetch, isMock: false },
    { allowWrites: true },
  );
  expect(JSON.parse(sent[0] ?? "")).toEqual({ id: "x", state: "open", sizes: [1, 1, 3] });
});

test.each<[name: string, model: ApiModel, problems: string[]]>([
  ["a path that nobody documents", modelOf([["GET /thing/1", answerOf(good)]]), ["verify/request-path 100"]],
  ["an unknown query option", modelOf([[`${get}?$skip=1`, answerOf(good)]]), ["verify/request-parameter 100"]],
  ["a query option of the wrong type", modelOf([[`${get}?$top=all`, answerOf(good)]]), ["verify/status 100"]],
  ["an unknown header", modelOf([[`${get}\nIf-Match: *`, answerOf(good)]]), ["verify/request-parameter 101"]],
  ["a body nobody documents", modelOf([[`${get}\n\n{}`, answerOf(good)]]), ["verify/request-body 102"]],
  ["a missing body", modelOf([], [["POST /things", answerOf(good, 201)]]), ["verify/request-body 1000"]],
  ["a body that is no JSON", modelOf([], [[`${post}{ "id": }`, answerOf(good, 201)]]), ["verify/request-body 1003"]],
  [
    "a member of the wrong type in the request",
    modelOf([], [[`${post}{\n  "id": 5\n}`, answerOf(good, 201)]]),
    ["verify/request-body 1004 /id"],
  ],
  [
    "a member of the wrong type in the response",
    modelOf([[get, answerOf('{\n  "id": "1",\n  "size": "big"\n}')]]),
    ["verify/response-body 155 /size"],
  ],
  [
    "a value that the type does not have",
    modelOf([[get, answerOf('{ "id": "1", "state": "new" }')]]),
    ["verify/response-body 153 /state"],
  ],
  ["a response that lacks a member", modelOf([[get, answerOf('{ "size": 1 }')]]), ["verify/response-body 153"]],
  ["an undocumented status", modelOf([[get, answerOf(good, 202)]]), ["verify/undocumented-response 150"]],
  ["another media type", modelOf([[get, `200\nContent-Type: text/csv\n\na,b`]]), ["verify/undocumented-response 153"]],
  [
    "a header with another value",
    modelOf([[get, `200\nContent-Type: application/json\nETag: "2"\n\n${good}`]]),
    ["verify/header 152"],
  ],
])("the mock finds %s", async (_name, model, problems) => {
  expect((await verify(model)).problems).toEqual(problems);
});

const served = (body: string, init?: ResponseInit) =>
  new Response(body, { headers: { "content-type": "application/json" }, ...init });

test.each<[name: string, response: Response, problems: string[]]>([
  ["the documented answer", served(good), []],
  ["another status", served("{}", { status: 202 }), ["verify/status 150"]],
  ["an error", served('{ "error": {} }', { status: 500 }), ["verify/status 100"]],
  ["another media type", served("<thing/>", { headers: { "content-type": "text/xml" } }), ["verify/media-type 150"]],
  ["another value", served(good.replace("3", "4")), ["verify/answered-body 153 /size"]],
  ["a further member", served(good.replace("{", '{ "b": 1,')), ["verify/answered-body 153 /b"]],
  ["a member of the wrong type", served(good.replace("3", '"3"')), ["verify/answered-body 150 /size"]],
  ["no body", served(""), ["verify/answered-body 150"]],
  ["JSON that is none", served("{"), ["verify/answered-body 150"]],
])("a server that answers with %s", async (_name, response, problems) => {
  const fetch = async ({ url }: Request) => (url.endsWith("/things/1") ? response : new Response("", { status: 404 }));
  const found = (await verify(modelOf([[get, answerOf(good)]]), { fetch })).problems;
  expect(found.filter((problem) => !problem.startsWith("verify/gate"))).toEqual(problems);
});

test("a mock that lets anything pass is found out", async () => {
  const fetch = async () => served(good);
  const { problems, result } = await verify(modelOf([[get, answerOf(good)]], [[`${post}${good}`]]), { fetch });
  expect(problems.filter((problem) => problem.startsWith("verify/gate"))).toHaveLength(3);
  expect(result.probes).toEqual({ passed: 0, failed: 3 });
});

test("a service answers with values of its own, and is not written to", async () => {
  const sent: string[] = [];
  const fetch = async ({ method, url }: Request) => {
    sent.push(`${method} ${url}`);
    return served('{ "id": "other" }');
  };
  const model = modelOf([[get, answerOf(good)]], [[`${post}${good}`, answerOf(good, 201)]]);
  const { problems, result } = await verify(model, { fetch, isMock: false });
  expect(sent).toEqual(["GET https://api.example.org/v1.0/things/1"]);
  expect(problems).toEqual([]);
  expect(result).toMatchObject({ passed: 1, skipped: 1, probes: { passed: 0, failed: 0 } });
  await verify(model, { fetch, isMock: false }, { allowWrites: true });
  expect(sent).toHaveLength(3);
});

test("a server that cannot be reached is no problem of the docs; one that goes away is reported with the reason", async () => {
  const model = modelOf([
    [get, answerOf(good)],
    ["GET /things/2", answerOf(good)],
  ]);
  const fails = () => Promise.reject(new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") }));
  await expect(verify(model, { fetch: fails, isMock: false })).rejects.toThrow(
    "Cannot reach https://api.example.org/v1.0: connect ECONNREFUSED",
  );
  const first = Promise.resolve(served(good));
  const fetch = ({ url }: Request) => (url.endsWith("/1") ? first : first.then(() => wait(1)).then(fails));
  const { diagnostics } = await verify(model, { fetch, isMock: false });
  expect(diagnostics.map(({ code, found }) => `${code} ${found}`)).toEqual(["verify/client connect ECONNREFUSED"]);
});

test("the token is in nothing that comes out", async () => {
  const exchanges: unknown[] = [];
  const fetch = async (request: Request) => {
    const token = request.headers.get("authorization") ?? "";
    return served(JSON.stringify({ error: { code: token, message: token } }), {
      status: 403,
      headers: { echo: token },
    });
  };
  const options = { onExchange: (exchange: unknown) => exchanges.push(exchange) };
  const { diagnostics } = await verify(
    modelOf([[get, answerOf(good)]]),
    { fetch, isMock: false, token: async () => "s3cret" },
    options,
  );
  expect(diagnostics).toHaveLength(1);
  expect(exchanges).toMatchObject([{ operation: "thingGet", request: { method: "GET" }, answer: { status: 403 } }]);
  expect(JSON.stringify([diagnostics, exchanges])).not.toContain("s3cret");
});

test("shards share the examples, and one of them the probes", async () => {
  const model = modelOf(["1", "2", "3"].map((id) => [`GET /things/${id}`, answerOf(`{ "id": "${id}" }`)]));
  const results = [1, 2].map(async (index) => (await verify(model, undefined, { shard: { index, count: 2 } })).result);
  expect(await Promise.all(results)).toMatchObject([
    { examples: 2, passed: 2, probes: { passed: 2 } },
    { examples: 1, passed: 1, probes: { passed: 0 } },
  ]);
});
