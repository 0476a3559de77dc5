import { expect, expectTypeOf, test } from "vitest";
import {
  type ApiModel,
  type Compilation,
  type CompileOptions,
  checkDocs,
  compile,
  type Diagnostic,
  type Dialect,
  defineConfig,
  emitDocument,
  generateClient,
  type JsonObject,
  type OpenApiDocument,
  type Page,
  readPage,
  type Severity,
  SourceFile,
  UsageError,
} from "../src/index.ts";

test("docs become a document and diagnostics", () => {
  expectTypeOf(compile).parameter(0).toEqualTypeOf<CompileOptions>();
  expectTypeOf(compile).returns.toEqualTypeOf<Compilation>();
  expectTypeOf(checkDocs).returns.resolves.toEqualTypeOf<Compilation>();
  expectTypeOf<Compilation>().toHaveProperty("openapi").toEqualTypeOf<OpenApiDocument>();
  expectTypeOf<Compilation>().toHaveProperty("diagnostics").toEqualTypeOf<readonly Diagnostic[]>();
  expectTypeOf(generateClient).returns.resolves.toEqualTypeOf<Map<string, string>>();
});

test("every stage can be used by itself", () => {
  const page: Page = readPage(new SourceFile("a.md", "# A"), {}, () => {});
  expect(page.sections[0]?.heading.text).toBe("A");
  expectTypeOf<Dialect["link"]>().returns.toEqualTypeOf<ApiModel>();
  expectTypeOf(emitDocument).parameter(0).toEqualTypeOf<ApiModel>();
  expectTypeOf<OpenApiDocument["document"]>().toEqualTypeOf<JsonObject>();
});

test("a config has the type of its keys", () => {
  expect(defineConfig({ docs: "docs", severity: { "table/row-width": "off" } })).toMatchObject({ docs: "docs" });
  // @ts-expect-error misspelt
  defineConfig({ dcos: "docs" });
  // @ts-expect-error no such severity
  defineConfig({ severity: { "table/row-width": "fatal" } });
});

test("what the user can mend is an error of its own", () => {
  expect(() => compile({ docs: "no-such-folder" })).toThrow(UsageError);
  expectTypeOf<Severity>().toEqualTypeOf<"error" | "warning" | "info">();
});
