import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { formatDocument } from "../../src/openapi/format-document.ts";
import { emit } from "./emit.ts";
import { kitchenSink } from "./kitchen-sink.ts";

const redocly = resolve("node_modules/@redocly/cli/bin/cli.js");

/** Rule and place of each problem that Redocly's own command line finds by its strictest rules. */
async function lint(text: string) {
  const folder = await mkdtemp(join(tmpdir(), "md2oas-lint-"));
  try {
    const file = join(folder, "openapi.yaml");
    await writeFile(file, text);
    const args = [redocly, "lint", "--extends", "recommended-strict", "--format", "json", file];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const run = promisify(execFile)(process.execPath, args, { cwd: folder, env });
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; location: { pointer: string }[] }[] };
    return problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each([
  ["odata", {}],
  ["plain", { conventions: "plain" }],
  ["all languages", { language: "all", linkBase: "https://docs.contoso.com/" }],
  ["OAuth", { authorization: { authorizationUrl: "https://contoso.com/a", tokenUrl: "https://contoso.com/t" } }],
] as const)(
  "Redocly finds nothing, not even types that no operation uses: %s",
  async (_name, options) => {
    const { document } = emit(kitchenSink, options);
    expect(await lint(formatDocument(document, "yaml"))).toEqual([]);
  },
  60_000,
);

test("the linter does find problems", async () => {
  const { document } = emit(kitchenSink);
  const unlicensed = { ...document, info: { title: "x", version: "1" } };
  expect(await lint(formatDocument(unlicensed, "json"))).toContain("info-license #/info");
}, 60_000);
