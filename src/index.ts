/**
 * md2oas as a library: Markdown API documentation in, an OpenAPI 3.1 document, a typed client, a mock server and a
 * verdict out, every problem with its place in the docs.
 *
 * @example
 * const { openapi, diagnostics } = compile({ docs: "docs" });
 *
 * @module
 */

// Docs -> document, as the command line does it.
export { checkDocs } from "./build/check-docs.ts";
export { type Compilation, type CompileOptions, compile } from "./build/compile.ts";
export { type Config, defineConfig, type FailOn, type Suppression } from "./build/config.ts";
export {
  type Exchange,
  generateClient,
  type LintOptions,
  lintDocument,
  type MockLogEntry,
  type MockOptions,
  type MockServer,
  type Server,
  type Subject,
  startMock,
  type VerifyOptions,
  type VerifyResult,
  verifyExamples,
} from "./build/lazy-stages.ts";
export { readOpenApi } from "./build/read-openapi.ts";
export { type Verification, type VerifyDocsOptions, verifyDocs } from "./build/verify-docs.ts";
export { writeClient } from "./build/write-client.ts";
export { writeDocument } from "./build/write-document.ts";
// The stages, for tools that bring their own files.
export type { Dialect } from "./dialects/dialect.ts";
export { detectDialect, dialects } from "./dialects/index.ts";
export type { IncludeProblem, ResolveInclude } from "./markdown/include.ts";
export type * from "./markdown/page.ts";
export { type ReadPageOptions, readPage } from "./markdown/read-page.ts";
// What an API is.
export type * from "./model/api-model.ts";
export type * from "./model/enum.ts";
export type * from "./model/example.ts";
export type * from "./model/operation.ts";
export type * from "./model/resource.ts";
export type * from "./model/text.ts";
export type * from "./model/type-ref.ts";
export type { Json, JsonObject, OpenApiDocument } from "./openapi/document.ts";
export { emitDocument } from "./openapi/emit-document.ts";
export { emitMapFile } from "./openapi/emit-map-file.ts";
export type { Authorization, Conventions, EmitOptions, License } from "./openapi/emit-options.ts";
export { formatDocument, readDocument } from "./openapi/format-document.ts";
export { fromPointer, type Locate, Locations, toPointer } from "./openapi/locations.ts";
// Problems and their places.
export {
  compareDiagnostics,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type RelatedLocation,
  type Report,
  type Severity,
} from "./source/diagnostic.ts";
export { compareLocations, type Located, type SourceLocation, startOf } from "./source/location.ts";
export { SourceFile, SourceText } from "./source/source-text.ts";
export { UsageError } from "./source/usage-error.ts";
export { mergeResults } from "./verify/census.ts";
