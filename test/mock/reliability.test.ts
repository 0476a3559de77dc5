import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { MockEngine } from "../../src/mock/mock-engine.ts";
import { MockHandler } from "../../src/mock/mock-handler.ts";
import { SERVER_OPTIONS, setLimits } from "../../src/mock/socket-limits.ts";
import { type MockLogEntry, startMock } from "../../src/mock/start-mock.ts";
import { sampleDocument } from "./sample-document.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

test("a bug in the engine is an answer 500 with an id, and the server goes on", async () => {
  const entries: MockLogEntry[] = [];
  const engine = {
    answer: async ({ target }: { target: string }) => {
      if (target === "/bug") throw new TypeError("x is not a function");
      return { status: 204, headers: new Map(), body: "", verdict: "ok" };
    },
  } as unknown as MockEngine;
  const handler = new MockHandler(engine, { onRequest: (entry) => entries.push(entry) });
  const port = await listen(createServer((request, response) => handler.handle(request, response)));

  const answer = await fetch(`http://127.0.0.1:${port}/bug`);
  expect(answer.status).toBe(500);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const { id, detail } = (await answer.json()) as { id: string; detail: string };
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(detail).toBe(`x is not a function (${id})`);
  expect(entries[0]).toMatchObject({ verdict: "failed", status: 500, error: { message: "x is not a function" } });
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(204);
});

test("a client that sends its request too slowly is told so and cut off", async () => {
  const server = createServer({ ...SERVER_OPTIONS, connectionsCheckingInterval: 10 });
  setLimits(server);
  expect(server.headersTimeout).toBeGreaterThan(0);
  expect(server.requestTimeout).toBeGreaterThan(server.headersTimeout);
  server.headersTimeout = 20;
  const socket = connect(await listen(server), "127.0.0.1");
  socket.write("GET /orders HTTP/1.1\r\nhost: x\r\nx-slow: ");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  await new Promise((resolve) => socket.once("close", resolve));
  expect(received).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*took too long/);
});

test("300 clients that never finish their requests keep nobody else from being served", async () => {
  const mock = await startMock(sampleDocument);
  const sockets = Array.from({ length: 300 }, () => connect(mock.port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
  for (const socket of sockets) {
    socket.on("error", () => undefined);
    socket.write("POST /orders HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
  }
  expect((await fetch(`${mock.url}/orders/2`)).status).toBe(200);
  await mock.close();
  await Promise.all(closed);
});
