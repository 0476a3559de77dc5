/**
 * What commands do with docs. It takes all the modules that read them, so each is loaded when it is first called: the mock
 * of a document needs none.
 *
 * @module
 */

export type { Compilation, CompileOptions } from "./compile.ts";

type Compile = typeof import("./compile.ts").compile;
type Check = typeof import("./check-docs.ts").checkDocs;
type Verify = typeof import("./verify-docs.ts").verifyDocs;

/** See `compile.ts`. */
export async function compile(...args: Parameters<Compile>): Promise<ReturnType<Compile>> {
  return (await import("./compile.ts")).compile(...args);
}

/** See `check-docs.ts`. */
export async function checkDocs(...args: Parameters<Check>): ReturnType<Check> {
  return (await import("./check-docs.ts")).checkDocs(...args);
}

/** See `verify-docs.ts`. */
export async function verifyDocs(...args: Parameters<Verify>): ReturnType<Verify> {
  return (await import("./verify-docs.ts")).verifyDocs(...args);
}
