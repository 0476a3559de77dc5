import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../build/folder.ts";
import { main, runInProcess } from "./run-cli.ts";
import { goodPage, resourcePage } from "./sample-pages.ts";

const good = { "docs/api/widget-get.md": goodPage, "docs/resources/widget.md": resourcePage() };
/** One warning: a row that is too wide. */
const flawed = { ...good, "docs/resources/widget.md": resourcePage("|size|Int32|Large|or small|") };
/** One error: a page without its request. */
const broken = { ...good, "docs/api/widget-list.md": "# List widgets\n\nTo be written.\n" };

const rowWidth = (file: string) =>
  `${file}:25:1 warning table/row-width Table row is not as wide as its header: expected 3 cells, found 4\n`;

test("build without --out writes YAML to standard output, and only that", async () => {
  const { code, out, err } = await runInProcess(createFolder(flawed), "build", "docs");
  expect(code).toBe(0);
  expect(out).toMatch(/^openapi: "?3\.1\.0"?\n/);
  expect(err).toBe(`${rowWidth("docs/resources/widget.md")}1 warning in 2 pages\n`);
});

test("build writes the document and its map, and leaves them alone when nothing changed", async () => {
  const cwd = createFolder(good);
  const first = await runInProcess(cwd, "build", "docs", "-o", "out/api.json");
  expect(first).toEqual({
    code: 0,
    out: "",
    err: "no problems in 2 pages\nwrote out/api.json (1 operation, 1 type)\n",
  });
  expect(readdirSync(join(cwd, "out"))).toEqual(["api.json", "api.json.map.json"]);
  const map = JSON.parse(readFileSync(join(cwd, "out/api.json.map.json"), "utf8"));
  expect(map.version).toBe(1);
  expect(map.locations["/paths/~1widgets~1{widget-id}/get"].file).toBe("api/widget-get.md");
  const second = await runInProcess(cwd, "build", "docs", "-o", "out/api.json");
  expect(second.err).toBe("no problems in 2 pages\nunchanged: out/api.json (1 operation, 1 type)\n");
});

test("the same docs give the same bytes, wherever they lie and in whatever order they are named", async () => {
  const build = async (cwd: string, ...docs: string[]) => {
    await runInProcess(cwd, "build", ...docs, "--root", "docs", "-o", "api.yaml");
    return [readFileSync(join(cwd, "api.yaml"), "utf8"), readFileSync(join(cwd, "api.yaml.map.json"), "utf8")];
  };
  const once = await build(createFolder(good), "docs");
  expect(await build(createFolder(good), "docs/resources", "docs/api", "docs/api/widget-get.md")).toEqual(once);
});

test("places are shown from the working folder", async () => {
  const cwd = createFolder(flawed);
  mkdirSync(join(cwd, "elsewhere"));
  expect((await runInProcess(join(cwd, "elsewhere"), "check", "../docs")).out).toContain(
    rowWidth("../docs/resources/widget.md"),
  );
  expect((await runInProcess(join(cwd, "docs/resources"), "check", "../", "--root", "..")).out).toContain(
    rowWidth("widget.md"),
  );
});

test.each([
  ["good docs", good, [], 0, "no problems in 2 pages\n"],
  ["a warning", flawed, [], 0, /1 warning in 2 pages\n$/],
  ["a warning, at --fail-on warning", flawed, ["--fail-on", "warning"], 1, /1 warning in 2 pages\n$/],
  ["an error", broken, [], 1, /^docs\/api\/widget-list\.md:1:3 error page\/no-operation .*\n1 error in 3 pages\n$/],
  ["an error, at --fail-on never", broken, ["--fail-on", "never"], 0, /1 error in 3 pages\n$/],
  ["a warning, quiet", flawed, ["--quiet"], 0, /^$/],
  ["a warning, quiet, at --fail-on warning", flawed, ["-q", "--fail-on", "warning"], 1, /^docs.*row-width.*\n$/],
  ["an error, quiet, at --fail-on never", broken, ["-q", "--fail-on", "never"], 0, /^docs.*no-operation.*\n$/],
])("check: %s", async (_name, files, args, exitCode, report) => {
  const { code, out, err } = await runInProcess(createFolder(files), "check", "docs", ...args);
  expect({ code, err }).toEqual({ code: exitCode, err: "" });
  if (typeof report === "string") expect(out).toBe(report);
  else expect(out).toMatch(report);
});

test("check reports what is wrong with the document at the docs' line", async () => {
  const redocly =
    "extends: [recommended-strict]\nrules:\n  operation-description: off\n  rule/no-get:\n    subject: { type: Operation, property: operationId }\n    assertions: { pattern: '/^list/' }\n    severity: error\n";
  const cwd = createFolder({
    ...good,
    "redocly.yaml": redocly,
    "md2oas.config.json": '{ "docs": "docs", "lint": "redocly.yaml" }',
  });
  const { code, out } = await runInProcess(cwd, "check");
  expect(code).toBe(1);
  expect(out).toMatch(/^docs\/api\/widget-get\.md:\d+:\d+ error lint\/rule\/no-get .*\(GET \/widgets\/\{widget-id\}/);
});

test("check --format json is for programs", async () => {
  const { out } = await runInProcess(createFolder(flawed), "check", "docs", "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    pages: 2,
    counts: { error: 0, warning: 1, info: 0 },
    diagnostics: [{ code: "table/row-width", location: { file: "docs/resources/widget.md", line: 25 } }],
  });
});

test("a config says what is built, how, and what is known", async () => {
  const config = {
    docs: "docs",
    out: "api.yaml",
    title: "Widgets",
    version: "7",
    suppress: [{ code: "table/*", file: "resources/**", reason: "Shown as it should be" }],
  };
  const cwd = createFolder({ ...flawed, "md2oas.config.json": JSON.stringify(config) });
  expect(await runInProcess(cwd, "build")).toMatchObject({ code: 0, err: expect.stringMatching(/^no problems/) });
  expect(readFileSync(join(cwd, "api.yaml"), "utf8")).toMatch(/title: Widgets\n {2}version: "7"/);
});

test("generate writes a client, from docs as from their document", async () => {
  const cwd = createFolder(good);
  await runInProcess(cwd, "build", "docs", "-o", "api.yaml");
  const first = await runInProcess(cwd, "generate", "api.yaml", "-o", "client");
  expect(first).toEqual({ code: 0, out: "", err: "wrote client/client.ts, client/types.ts\n" });
  expect(readFileSync(join(cwd, "client/client.ts"), "utf8")).toContain("widgetGet");
  const second = await runInProcess(cwd, "generate", "docs", "-o", "client");
  expect(second).toEqual({ code: 0, out: "", err: "no problems in 2 pages\nunchanged: client/*.ts\n" });
});

test("verify sends the examples to the mock", async () => {
  const cwd = createFolder(good);
  const { code, out } = await runInProcess(cwd, "verify", "docs", "--record", "record.json");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^1 example: 1 passed, 0 failed, 0 skipped\n\d+ wrong requests: \d+ refused, 0 let pass\nno problems in 2 pages\n$/,
  );
  const { exchanges } = JSON.parse(readFileSync(join(cwd, "record.json"), "utf8"));
  expect(exchanges).toHaveLength(1);
  expect(JSON.stringify(exchanges)).not.toMatch(/authorization/i);
});

test("verify reports an example that contradicts its docs", async () => {
  const cwd = createFolder({ ...good, "docs/api/widget-get.md": goodPage.replace('"name": "Cog"', '"name": 7') });
  const { code, out } = await runInProcess(cwd, "verify", "docs");
  expect(code).toBe(1);
  expect(out).toMatch(/^docs\/api\/widget-get\.md:\d+:\d+ error verify\//);
});

test("verify without its token: one line, exit 2", async () => {
  const args = ["verify", "docs", "--url", "http://127.0.0.1:9", "--token-env", "MD2OAS_TEST_UNSET"];
  expect(await runInProcess(createFolder(good), ...args)).toEqual({
    code: 2,
    out: "",
    err: "md2oas: The environment variable MD2OAS_TEST_UNSET holds no token\n",
  });
});

test.each(["2>&1 >/dev/null", "2>/dev/null"])("a reader that stops early is no crash: %s", (streams) => {
  const rows = Array.from({ length: 2000 }, (_, index) => `|p${index}|String|One|two|`);
  const cwd = createFolder({ ...good, "docs/resources/widget.md": resourcePage(...rows) });
  const command = `("$0" "$1" build docs; echo $? >code) ${streams} | head -1`;
  const out = execFileSync("sh", ["-c", command, process.execPath, main], { cwd, encoding: "utf8" });
  expect(out.split("\n")).toHaveLength(2);
  expect(readFileSync(join(cwd, "code"), "utf8")).toBe("0\n");
});
