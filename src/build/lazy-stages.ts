/**
 * The stages that rest on large libraries: Redocly, the TypeScript compiler, Prism. Each is loaded when it is first
 * called, so that `md2oas --help` and a build need not wait for them.
 *
 * @module
 */

export type { LintOptions } from "../lint/lint-document.ts";
export type { MockLogEntry, MockOptions, MockServer } from "../mock/start-mock.ts";
export type { VerifyResult } from "../verify/census.ts";
export type { Exchange, Server } from "../verify/exchange.ts";
export type { Subject, VerifyOptions } from "../verify/verify-examples.ts";

type Lint = typeof import("../lint/lint-document.ts").lintDocument;
type Generate = typeof import("../client/generate-client.ts").generateClient;
type Mock = typeof import("../mock/start-mock.ts").startMock;
type Verify = typeof import("../verify/verify-examples.ts").verifyExamples;

/** See `src/lint/lint-document.ts`. */
export async function lintDocument(...args: Parameters<Lint>): ReturnType<Lint> {
  return (await import("../lint/lint-document.ts")).lintDocument(...args);
}

/** See `src/client/generate-client.ts`. */
export async function generateClient(...args: Parameters<Generate>): ReturnType<Generate> {
  return (await import("../client/generate-client.ts")).generateClient(...args);
}

/** See `src/mock/start-mock.ts`. */
export async function startMock(...args: Parameters<Mock>): ReturnType<Mock> {
  return (await import("../mock/start-mock.ts")).startMock(...args);
}

/** See `src/verify/verify-examples.ts`. */
export async function verifyExamples(...args: Parameters<Verify>): ReturnType<Verify> {
  return (await import("../verify/verify-examples.ts")).verifyExamples(...args);
}
