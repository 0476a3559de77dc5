import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MockLogEntry, type MockServer, startMock } from "../../src/mock/start-mock.ts";
import { sampleDocument } from "./sample-document.ts";

/** `FUZZ_RUNS=10000 START_STOPS=1000 npx vitest run test/mock/hostile` looks longer. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2_000);
const START_STOPS = Number(process.env["START_STOPS"] ?? 200);

let server: MockServer;
const failures: MockLogEntry[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

beforeAll(async () => {
  const onRequest = (entry: MockLogEntry) => {
    if (entry.verdict === "failed") failures.push(entry);
  };
  server = await startMock(sampleDocument, { checkScopes: true, onRequest });
});

afterAll(async () => {
  agent.destroy();
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly text: string;
}

function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Buffer = "",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { port: server.port, host: "127.0.0.1", agent, method, path, headers },
      async (message: IncomingMessage) => {
        const chunks: Buffer[] = [];
        for await (const chunk of message) chunks.push(chunk as Buffer);
        const contentType = message.headers["content-type"];
        resolve({ status: message.statusCode ?? 0, contentType, text: Buffer.concat(chunks).toString() });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Writes bytes to a socket and gives what comes back until the server closes. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.end(bytes, "latin1"));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => resolve(text));
    socket.on("close", () => resolve(text));
  });
}

async function stillServes(): Promise<void> {
  expect(await send("GET", "/orders/2", {})).toMatchObject({ status: 200, text: '{"id":"2"}' });
}

function isWellFormed({ status, contentType, text }: Answer): boolean {
  if (status < 200 || status > 599) return false;
  return !contentType?.includes("json") || text === "" || JSON.parse(text) !== undefined;
}

const names = fc.constantFrom(
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "valueOf",
  "toString",
  "prototype",
  "$ref",
  "..",
  "%2e%2e",
  "%2f",
  "%00",
  "%zz",
  "%E0%A4",
  "'",
  "''",
  "(x='')",
  ":",
  "root:",
  "{order-id}",
  "a".repeat(3000),
);
const segment = fc.oneof(
  names,
  fc.constantFrom("orders", "customers", "report", "1", "cancel", "v1.0", "$value"),
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
  fc.webSegment(),
);
const path = fc
  .array(segment, { maxLength: 6 })
  .map((segments) => `/${segments.join("/")}`.replace(/[^\x21-\x7e]/g, encodeURIComponent));
const query = fc
  .array(
    fc.tuple(fc.oneof(names, fc.constantFrom("$top", "$select", "__code", "__dynamic", "__example")), fc.string()),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.length > 0
      ? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join("&")}`
      : "",
  );
const method = fc.constantFrom(
  "GET",
  "POST",
  "PATCH",
  "PUT",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "QUERY",
  "PROPFIND",
);
const headerText = fc.string({ unit: "binary-ascii", maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, "~"));
const headers = fc.dictionary(
  fc.constantFrom(
    "accept",
    "prefer",
    "authorization",
    "content-type",
    "origin",
    "access-control-request-method",
    "access-control-request-headers",
    "if-match",
    "cookie",
    "x-forwarded-for",
  ),
  fc.oneof(
    headerText,
    fc.constantFrom(
      "application/json",
      "text/csv",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
      "Bearer e30.e30.",
      "Bearer a.eyJzY3AiOnsiYSI6MX19.b",
      "code=200",
      "dynamic=true",
      "*/*;q=2",
      "/",
      "application/",
    ),
  ),
  { maxKeys: 5, noNullPrototype: true },
);
const body = fc.oneof(
  fc.constant(""),
  fc.json(),
  fc.string(),
  fc.constantFrom(
    "{",
    '{"__proto__":{"note":5}}',
    '{"constructor":{"prototype":{}}}',
    '{"note":null,"note":5}',
    `{"related":${"[".repeat(300)}${"]".repeat(300)}}`,
    "--x\r\n\r\n--x--",
    "\ufeff{}",
    "\0",
  ),
);

test("any request gets a well-formed answer, and the next one is served", async () => {
  const property = fc.asyncProperty(
    method,
    path,
    query,
    headers,
    body,
    async (verb, where, options, given, content) => {
      const answer = await send(
        verb,
        where + options,
        { ...given, "content-length": String(Buffer.byteLength(content)) },
        content,
      );
      expect(isWellFormed(answer)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: RUNS, seed: 1 });
  await stillServes();
  // The sample has one schema that cannot be used; nothing else may fail.
  expect(failures.filter(({ operationId }) => operationId !== "broken-post")).toEqual([]);
}, 600_000);

test("prototype names in bodies are data", async () => {
  const token = `Bearer e30.${Buffer.from('{"scp":"Orders.Write"}').toString("base64url")}.`;
  const answer = await send(
    "POST",
    "/orders",
    { authorization: token, "content-type": "application/json" },
    '{"__proto__":{"note":5}}',
  );
  expect(answer.status).toBe(201);
  expect(Object.hasOwn(Object.prototype, "note")).toBe(false);
});

test.each([
  ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00", "HTTP/1.1 400 "],
  ["headers of 64 kB", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(65_536)}\r\n\r\n`, "HTTP/1.1 431 "],
  ["a line of 64 kB", `GET /${"a".repeat(65_536)} HTTP/1.1\r\nhost: x\r\n\r\n`, "HTTP/1.1 431 "],
  [
    "a body that says two lengths",
    "POST /orders HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "HTTP/1.1 400 ",
  ],
  [
    "a chunk that is none",
    "PATCH /orders/1 HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    "HTTP/1.1 400 ",
  ],
  ["a path without slash", "GET orders HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "HTTP/1.1 400 "],
  ["path traversal", "GET /../../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "HTTP/1.1 404 "],
  ["a NUL in the path", "GET /orders/\0 HTTP/1.1\r\nhost: x\r\n\r\n", "HTTP/1.1 400 "],
])("%s", async (_name, bytes, beginning) => {
  expect(await sendRaw(bytes)).toMatch(new RegExp(`^${beginning}`));
  await stillServes();
});

test("a body of 50 MB is refused without being kept", async () => {
  const before = process.memoryUsage().arrayBuffers;
  const chunk = Buffer.alloc(1024 * 1024, 0x20);
  const answer = await new Promise<number>((resolve, reject) => {
    const outgoing = request(
      {
        port: server.port,
        host: "127.0.0.1",
        method: "PATCH",
        path: "/orders/1",
        headers: { "content-type": "application/json" },
      },
      (message) => {
        message.resume();
        resolve(message.statusCode ?? 0);
      },
    );
    outgoing.on("error", reject);
    for (let count = 0; count < 50; count++) outgoing.write(chunk);
    outgoing.end();
  });
  expect(answer).toBe(413);
  // At most what fits under the limit was read before the server said no.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  await stillServes();
});

test("a large invalid body is refused with few words", async () => {
  const items = `{"related":[${Array.from({ length: 200_000 }, () => "1").join(",")}]}`;
  const answer = await send(
    "PATCH",
    "/orders/1",
    { "content-type": "application/json", "content-length": String(items.length) },
    items,
  );
  expect(answer.status).toBe(422);
  expect(answer.text.length).toBeLessThan(10_000);
});

test("500 connections at a time", async () => {
  const answers = await Promise.all(
    Array.from({ length: 500 }, () => sendRaw("GET /orders/2 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")),
  );
  expect(answers.filter((text) => text.endsWith('{"id":"2"}'))).toHaveLength(500);
}, 30_000);

test("starts and stops without leaving anything open", async () => {
  const handles = () => process.getActiveResourcesInfo().filter((name) => name.includes("TCP")).length;
  const before = handles();
  for (let count = 0; count < START_STOPS; count++) {
    const one = await startMock(sampleDocument);
    if (count % 20 === 0) await (await fetch(`${one.url}/orders`)).text();
    await one.close();
  }
  await expect.poll(handles).toBeLessThanOrEqual(before);
}, 120_000);
