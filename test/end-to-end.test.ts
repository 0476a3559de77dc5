import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import { type ApiClient, ApiError, type components, createClient, isApiError, unwrap } from "../generated/client.ts";
import { checkDocs } from "../src/build/check-docs.ts";
import { type MockServer, startMock } from "../src/build/lazy-stages.ts";
import { readSettings, type Settings } from "../src/build/settings.ts";
import { verifyDocs } from "../src/build/verify-docs.ts";

/** The job of `npm start`, as a user of the generated client meets it: over a socket, with types that `tsc` checks. */
let settings: Settings;
let mock: MockServer;
let api: ApiClient;

beforeAll(async () => {
  settings = await readSettings(process.cwd(), [], {});
  const { openapi, diagnostics } = await checkDocs(settings);
  expect(diagnostics).toEqual([]);
  mock = await startMock(openapi.document, { locations: openapi.locations });
  api = createClient({ baseUrl: mock.url, token: "any" });
});

afterAll(() => mock?.close());

const byId = (id: string) => ({ params: { path: { "action-id": id } } });

test("a list comes with the types of its items", async () => {
  const page = await api.securityActionList({ params: { query: { $top: 2 } } });
  expectTypeOf(page.value).items.toExtend<{ status?: string | null }>();
  expect(page.value.map(({ displayName }) => displayName)).toEqual([
    "Isolate the laptop of the night shift",
    "Block a scanner",
  ]);
  expect(page["@odata.nextLink"]).toContain("$skiptoken=");
});

test("the example that fits the request is the answer", async () => {
  const query = { $filter: "severity eq 'high'", $select: ["id", "displayName"] };
  const { value } = await api.securityActionList({ params: { query } });
  expect(value).toEqual([{ id: "1f2c", displayName: "Isolate the laptop of the night shift" }]);
});

test("an object is created, updated and canceled", async () => {
  const body = {
    displayName: "Block the command server",
    severity: "medium",
    targets: [{ "@odata.type": "#northwatch.security.addressTarget", displayName: "Server" }],
  } satisfies components["schemas"]["northwatch.security.securityAction"];
  expect((await api.securityActionCreate({ body })).status).toBe("queued");
  expect(await api.securityActionUpdate({ ...byId("1f2c"), body: { severity: "medium" } })).toBeUndefined();
  expect(await api.securityActionCancel(byId("1f2c"))).toBeUndefined();
});

test("a function takes its parameters in parentheses", async () => {
  const path = { period: "week", offset: 1 } as const;
  const { value } = await api.reportsGetActionCounts({ params: { path } });
  expect(value.map(({ status, count }) => [status, count])).toEqual([
    ["completed", 48],
    ["running", 3],
  ]);
});

test("what takes long says where it can be followed", async () => {
  const body = { format: "csv", from: "2026-02-01" } as const;
  const { response } = await api.POST("/security/reports/exportActions", { body });
  expect(response.status).toBe(202);
  expect(response.headers.get("location")).toMatch(/\/security\/reports\/exportJobs\/77$/);
});

test("errors are typed", async () => {
  const error = await api.securityActionGet(byId("0000")).catch((reason: unknown) => reason);
  expect(isApiError(error, "securityActionGet") && error.body?.error?.code).toBe("actionNotFound");
});

test.each([
  ["no token", 401, () => createClient({ baseUrl: mock.url }).securityActionCancel(byId("1f2c"))],
  ["a wrong body", 422, () => api.securityActionUpdate({ ...byId("1f2c"), body: { severity: "worst" as "high" } })],
  ["a missing property", 422, () => api.securityActionCreate({ body: { displayName: "No targets" } as never })],
  ["an unknown path", 404, () => unwrap(api.GET("/security/nothing" as "/security/actions"))],
])("%s is refused with %i", async (_, status, call) => {
  const error = await call().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status });
});

test("every documented example goes through the client to the mock and comes back as documented", async () => {
  const { result, diagnostics } = await verifyDocs(settings);
  expect(diagnostics).toEqual([]);
  expect(result).toMatchObject({ examples: 11, passed: 11, failures: {}, probes: { passed: 3, failed: 0 } });
});
