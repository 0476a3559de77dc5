import { expect, test, vi } from "vitest";
import { readToken } from "../../src/build/read-token.ts";
import { UsageError } from "../../src/source/usage-error.ts";

test("from the environment", async () => {
  vi.stubEnv("MD2OAS_TEST_TOKEN", " secret\n");
  expect(await readToken({ env: "MD2OAS_TEST_TOKEN" })).toBe("secret");
  vi.unstubAllEnvs();
});

test("from a command", async () => {
  expect(await readToken({ command: "echo secret" })).toBe("secret");
});

test("from nowhere", async () => {
  expect(await readToken({})).toBeUndefined();
});

test.each([
  [{ env: "MD2OAS_TEST_UNSET" }, "The environment variable MD2OAS_TEST_UNSET holds no token"],
  [{ command: "true" }, "The token command printed no token"],
  [{ command: "echo secret; echo secret >&2; exit 3" }, "The token command failed with exit code 3"],
])("refuses %j, and names no secret", async (source, message) => {
  await expect(readToken(source)).rejects.toThrow(new UsageError(message));
});
