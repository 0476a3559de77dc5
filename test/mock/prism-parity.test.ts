import { getHttpOperationsFromSpec } from "@stoplight/prism-cli/dist/operations.js";
import { createLogger } from "@stoplight/prism-core";
import { createServer } from "@stoplight/prism-http-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MockServer, startMock } from "../../src/mock/start-mock.ts";
import { parityDocument } from "./parity-document.ts";
import { probes } from "./parity-probes.ts";

let prism: ReturnType<typeof createServer>;
let prismUrl: string;
let mock: MockServer;

beforeAll(async () => {
  const operations = await getHttpOperationsFromSpec(structuredClone(parityDocument));
  const config = {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  } as const;
  prism = createServer(operations, {
    cors: true,
    config,
    components: { logger: createLogger("prism", { level: "silent" }) },
  });
  prismUrl = await prism.listen(0, "127.0.0.1");
  mock = await startMock(parityDocument);
});

afterAll(async () => {
  await Promise.all([prism.close(), mock.close()]);
});

const cases = probes();

test("there are 200 of them", () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
});

test.each(cases)("$name", async ({ path, init, difference }) => {
  const [theirs, ours] = await Promise.all([ask(prismUrl, path, init), ask(mock.url, path, init)]);
  if (difference === "reason") {
    // The error body is the documented one in both; ours also says what is wrong.
    expect(ours.status).toBe(theirs.status);
    expect(ours.contentType).toBe("application/problem+json");
    expect(ours.body).toMatchObject({ status: theirs.status, detail: expect.stringMatching(/expected/i) });
  } else if (difference) expect(ours).not.toEqual(theirs);
  else expect(ours).toEqual(theirs);
});

async function ask(base: string, path: string, init: RequestInit) {
  const signal = AbortSignal.timeout(2_000);
  const response = await fetch(base + path, { redirect: "manual", signal, ...init }).catch(() => undefined);
  if (!response) return { status: 0, contentType: null, body: "no answer" };
  const text = await response.text();
  const contentType = text === "" ? null : response.headers.get("content-type");
  const header = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    contentType,
    location: header("location"),
    retryAfter: header("retry-after"),
    deprecation: header("deprecation"),
    body: contentType?.includes("json") ? JSON.parse(text) : text,
  };
}
