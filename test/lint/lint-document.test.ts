import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LintOptions, lintDocument } from "../../src/lint/lint-document.ts";
import type { Json, JsonObject } from "../../src/openapi/document.ts";
import { Locations } from "../../src/openapi/locations.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { SourceLocation } from "../../src/source/location.ts";
import { UsageError } from "../../src/source/usage-error.ts";

const lineOf = (line: number): SourceLocation => ({ file: "api/a.md", line, column: 1, endLine: line, endColumn: 9 });

const operation = {
  operationId: "a-get",
  tags: ["a"],
  summary: "Get an a",
  security: [{ token: [] }],
  responses: { "200": { description: "OK" }, "4XX": { description: "Error" } },
};

/** A document without problems, but for `paths` and `components`. */
function documentOf(paths: Json, components: JsonObject = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "A", version: "1.0", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "https://api.example.org" }],
    tags: [{ name: "a", description: "A." }],
    paths,
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, ...components },
  };
}

/** `code severity line` of each problem; every operation stands on line 5 and every schema on line 9. */
async function lint(document: JsonObject, options?: LintOptions): Promise<string[]> {
  const locations = new Locations();
  locations.set("/paths/~1a/get", lineOf(5));
  locations.set("/paths/~1a/get/parameters/0", lineOf(7));
  locations.set("/components/schemas/a", lineOf(9));
  const diagnostics: Diagnostic[] = [];
  await lintDocument({ document, locations }, (diagnostic) => diagnostics.push(diagnostic), options);
  return diagnostics.map(({ code, severity, location }) => `${code} ${severity} ${location.file}:${location.line}`);
}

test.each<[name: string, document: JsonObject, problems: string[]]>([
  ["nothing to say", documentOf({ "/a": { get: operation } }), []],
  [
    "the operation's own line",
    documentOf({ "/a": { get: { ...operation, summary: "" } } }),
    ["lint/operation-summary error api/a.md:5"],
  ],
  [
    "the nearest part that is known",
    documentOf({ "/a": { get: { ...operation, parameters: [{ name: "q", in: "query", schema: { type: "text" } }] } } }),
    ["lint/struct error api/a.md:7"],
  ],
  [
    "a path's first operation",
    documentOf({
      "/b": { get: { ...operation, operationId: "b" } },
      "/a": { parameters: [{ name: "id", in: "path" }], get: operation },
    }),
    ["lint/struct error api/a.md:5", "lint/path-parameters-defined error api/a.md:5"],
  ],
  [
    "no part is known",
    { ...documentOf({ "/a": { get: operation } }), tags: [{ name: "a" }] },
    ["lint/tag-description error openapi.json:1"],
  ],
  [
    "types that no operation uses",
    documentOf({ "/a": { get: operation } }, { schemas: { a: { type: "object" } } }),
    ["lint/no-unused-components error api/a.md:9"],
  ],
  [
    "property names that every object has",
    documentOf(
      { "/a": { get: operation } },
      {
        schemas: {
          a: {
            type: "object",
            properties: {
              a: { $ref: "#/components/schemas/a" },
              constructor: { type: "string" },
              hasOwnProperty: { type: "string" },
              valueOf: { type: "string" },
            },
          },
        },
      },
    ),
    [],
  ],
])("%s", async (_name, document, problems) => {
  expect(await lint(document)).toEqual(problems);
});

test("a message names the operation", async () => {
  const diagnostics: Diagnostic[] = [];
  const document = documentOf({ "/a": { get: { ...operation, responses: { "200": { description: "OK" } } } } });
  await lintDocument({ document, locations: new Locations() }, (diagnostic) => diagnostics.push(diagnostic));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "Operation must have at least one `4XX` response (GET /a: responses)",
  ]);
});

test("a config of the user's replaces ours", async () => {
  const folder = mkdtempSync(join(tmpdir(), "md2oas-lint-"));
  try {
    const configFile = join(folder, "redocly.yaml");
    writeFileSync(configFile, "rules:\n  operation-description: warn\n");
    const fallback = lineOf(1);
    const problems = await lint(documentOf({ "/b": { get: operation } }), { configFile, fallback });
    expect(problems).toEqual(["lint/operation-description warning api/a.md:1"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ["no YAML", "rules: ["],
  ["a plug-in that is missing", "plugins:\n  - ./gone.js\n"],
])("a config with %s is the user's to mend", async (_name, text) => {
  const folder = mkdtempSync(join(tmpdir(), "md2oas-lint-"));
  try {
    const configFile = join(folder, "redocly.yaml");
    writeFileSync(configFile, text);
    const problems = lint(documentOf({ "/b": { get: operation } }), { configFile });
    await expect(problems).rejects.toThrow(UsageError);
    await expect(problems).rejects.toThrow(/redocly\.yaml: [^\n]+$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a large cycle of types neither overflows the stack nor makes good examples bad", async () => {
  const count = 1500;
  const schemas: Record<string, Json> = {};
  for (let index = 0; index < count; index++) {
    const next = { $ref: `#/components/schemas/s${(index + 1) % count}` };
    schemas[`s${index}`] = { type: "object", properties: { id: { type: "string" }, next } };
  }
  const content = { "application/json": { schema: { $ref: "#/components/schemas/s0" }, example: { id: "1" } } };
  const responses = { ...operation.responses, "200": { description: "OK", content } };
  expect(await lint(documentOf({ "/a": { get: { ...operation, responses } } }, { schemas }))).toEqual([]);
});
