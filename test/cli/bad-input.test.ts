import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sizeLimit } from "../../src/build/read-source.ts";
import { createFile, createFolder, type Entry } from "../build/folder.ts";
import { runCli, runWithPermissions } from "./run-cli.ts";
import { goodPage, resourcePage } from "./sample-pages.ts";

const good = { "docs/api/widget-get.md": goodPage, "docs/resources/widget.md": resourcePage() };

/** The lines that name a problem: neither the summary nor what was written. */
function problemsIn(text: string): string[] {
  return text.split("\n").filter((line) => /^\S+:\d+:\d+ /.test(line));
}

test("good docs have no problems", async () => {
  const cwd = createFolder(good);
  const { code, out, err } = await runCli(cwd, "build", "docs", "-o", "api.yaml");
  expect({ code, out, problems: problemsIn(err) }).toEqual({ code: 0, out: "", problems: [] });
  expect(readdirSync(cwd)).toEqual(["api.yaml", "api.yaml.map.json", "docs"]);
  expect(readFileSync(join(cwd, "api.yaml"), "utf8")).toContain("operationId: widget-get");
});

const include = (path: string) => goodPage.replace("Read one widget.\n\n##", `[!INCLUDE [x](${path})]\n\n##`);
const bomb = [
  "a: &a [x, x, x, x, x, x, x, x]",
  ...[..."bcdefghij"].map((key, index) => {
    const last = "abcdefghi"[index];
    return `${key}: &${key} [${Array(8).fill(`*${last}`).join(", ")}]`;
  }),
].join("\n");

test.each<[string, Record<string, Entry>, 0 | 1, RegExp]>([
  [
    "a binary file",
    { "docs/api/a.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) },
    1,
    /^docs\/api\/a\.md:1:1 error file\/binary /,
  ],
  [
    "invalid UTF-8",
    { "docs/api/a.md": Buffer.from("# A\n\ncaf\xE9", "latin1") },
    1,
    /^docs\/api\/a\.md:3:4 error file\/not-utf8 .*0xE9/,
  ],
  [
    "UTF-16",
    { "docs/api/a.md": Buffer.from("\uFEFF# A", "utf16le") },
    1,
    /^docs\/api\/a\.md:1:1 error file\/not-utf8 .*UTF-16/,
  ],
  ["a link to nothing", { "docs/api/a.md": { link: "gone.md" } }, 1, /^docs\/api\/a\.md:1:1 error file\/unreadable /],
  [
    "a link out of the root",
    { "docs/api/a.md": { link: "../../secret.md" }, "secret.md": goodPage },
    0,
    /^docs\/api\/a\.md:1:1 warning file\/outside-root /,
  ],
  [
    "unclosed front matter",
    { "docs/api/widget-get.md": goodPage.replace("apiPageType\n---", "apiPageType\n") },
    0,
    /^docs\/api\/widget-get\.md:1:1 warning front-matter\/unclosed /,
  ],
  [
    "front matter that is no YAML",
    { "docs/api/widget-get.md": goodPage.replace('"Get widget"', '"Get widget') },
    0,
    /^docs\/api\/widget-get\.md:\d+:\d+ warning front-matter\/invalid /,
  ],
  [
    "a YAML alias bomb",
    { "docs/api/widget-get.md": goodPage.replace("---\n", `---\n${bomb}\n`) },
    0,
    /^docs\/api\/widget-get\.md:\d+:\d+ warning front-matter\/invalid /,
  ],
  [
    "a missing include",
    { "docs/api/widget-get.md": include("../includes/gone.md") },
    0,
    /^docs\/api\/widget-get\.md:11:1 warning include\/unresolved .*no such file/,
  ],
  [
    "an include that is not Markdown",
    { "docs/api/widget-get.md": include("../includes/x.cs"), "docs/includes/x.cs": "" },
    0,
    /:11:1 warning include\/unresolved .*not Markdown/,
  ],
  [
    "an include out of the root",
    { "docs/api/widget-get.md": include("../../secret.md"), "secret.md": "secret" },
    0,
    /:11:1 warning include\/unresolved .*leaves the docs root/,
  ],
  [
    "an include out of the root through a link",
    {
      "docs/api/widget-get.md": include("../includes/x.md"),
      "docs/includes/x.md": { link: "../../secret.md" },
      "secret.md": "secret",
    },
    0,
    /:11:1 warning include\/unresolved .*leaves the docs root/,
  ],
  [
    "a cyclic include",
    {
      "docs/api/widget-get.md": include("../includes/a.md"),
      "docs/includes/a.md": "[!INCLUDE [b](b.md)]\n",
      "docs/includes/b.md": "[!INCLUDE [a](a.md)]\n",
    },
    0,
    /^docs\/includes\/b\.md:1:1 warning include\/cycle /,
  ],
])("%s: one line, the rest of the docs survives", async (_name, files, exitCode, line) => {
  const cwd = createFolder({ ...good, ...files });
  const { code, out, err } = await runCli(cwd, "build", "docs", "-o", "api.yaml");
  expect({ code, out }).toEqual({ code: exitCode, out: "" });
  expect(problemsIn(err)).toEqual([expect.stringMatching(line)]);
  const written = readFileSync(join(cwd, "api.yaml"), "utf8");
  expect(written).toContain("operationId: widget-get");
  expect(written).not.toContain("secret");
});

test("a page over the size limit: one line, the rest of the docs survives", async () => {
  const cwd = createFolder(good);
  truncateSync(createFile(cwd, "docs/api/a.md"), (sizeLimit + 1) * 1024 * 1024);
  const { code, err } = await runCli(cwd, "build", "docs", "-o", "api.yaml");
  expect(code).toBe(1);
  expect(problemsIn(err)).toEqual([
    `docs/api/a.md:1:1 error file/too-large File is too large: expected at most ${sizeLimit} MB, found ${sizeLimit + 1} MB`,
  ]);
});

test("a file and a folder without read permission: a line each, the rest of the docs survives", async () => {
  const cwd = createFolder({ ...good, "docs/api/a.md": goodPage, "docs/locked/b.md": goodPage });
  chmodSync(join(cwd, "docs/api/a.md"), 0);
  chmodSync(join(cwd, "docs/locked"), 0);
  const { code, err } = await runWithPermissions(cwd, "build", "docs", "-o", "api.yaml");
  expect(code).toBe(1);
  expect(problemsIn(err)).toEqual([
    "docs/api/a.md:1:1 error file/unreadable File cannot be read: expected a readable file, found no permission",
    "docs/locked:1:1 error file/unreadable File cannot be read: expected a readable file, found no permission",
  ]);
  expect(existsSync(join(cwd, "api.yaml"))).toBe(true);
});

test("two pages that claim the same operation: a line with both places, and one operation", async () => {
  const cwd = createFolder({ ...good, "docs/api/widget-read.md": goodPage.replace("a `200 OK`", "a `202 Accepted`") });
  const { err } = await runCli(cwd, "build", "docs", "-o", "api.json");
  expect(problemsIn(err).length).toBeGreaterThan(0);
  const { paths } = JSON.parse(readFileSync(join(cwd, "api.json"), "utf8"));
  expect(Object.keys(paths)).toHaveLength(1);
});

test("properties with names of JavaScript's own are properties", async () => {
  const names = ["constructor", "__proto__", "hasOwnProperty", "valueOf", "toString"];
  const rows = names.map((name) => `|\`${name}\`|String|A property of this name.|`);
  const cwd = createFolder({ ...good, "docs/resources/widget.md": resourcePage(...rows) });
  await runCli(cwd, "build", "docs", "-o", "api.json");
  const { components } = JSON.parse(readFileSync(join(cwd, "api.json"), "utf8"));
  const { properties } = components.schemas["contoso.widgets.widget"];
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(names));
});

test.each<[string, (cwd: string) => void, string, RegExp]>([
  [
    "a folder",
    (cwd) => mkdirSync(join(cwd, "api.yaml")),
    "api.yaml",
    /^md2oas: Cannot write \S*api\.yaml: it is a folder\n$/,
  ],
  [
    "a read-only file",
    (cwd) => chmodSync(createFile(cwd, "api.yaml", "mine"), 0o444),
    "api.yaml",
    /it is read-only\n$/,
  ],
  ["in a read-only folder", (cwd) => mkdirSync(join(cwd, "x"), 0o555), "x/api.yaml", /x is read-only\n$/],
  [
    "with a map file that is a folder",
    (cwd) => mkdirSync(join(cwd, "api.yaml.map.json")),
    "api.yaml",
    /map\.json: it is a folder\n$/,
  ],
])("an output path that is %s: one line, exit 2, nothing written", async (_name, prepare, path, line) => {
  const cwd = createFolder(good);
  prepare(cwd);
  const before = readdirSync(cwd);
  const { code, out, err } = await runCli(cwd, "build", "docs", "-o", path);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(line);
  expect(readdirSync(cwd)).toEqual(before);
});

test.each([
  ["broken", "{ out }", /^md2oas: md2oas\.config\.json: .+\n$/],
  [
    "with an unknown key",
    '{ "tilte": "A" }',
    /^md2oas: md2oas\.config\.json: "tilte" is not a known key \(did you mean "title"\?\)\n$/,
  ],
])("a config that is %s: one line, exit 2", async (_name, config, line) => {
  const { code, err } = await runCli(createFolder({ ...good, "md2oas.config.json": config }), "build", "docs");
  expect(code).toBe(2);
  expect(err).toMatch(line);
});

test("a port in use: one line, exit 2", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { code, out, err } = await runCli(createFolder(good), "mock", "docs", "--port", port);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(new RegExp(`^md2oas: .*${port}.*\\n$`, "m"));
});
