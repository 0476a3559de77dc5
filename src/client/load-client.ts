import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientOptions } from "./runtime/api-client.ts";
import type { ApiError } from "./runtime/api-error.ts";

/** A generated `client.ts`, loaded. What types it has is known only to those who compile it. */
export interface LoadedClient {
  createClient(options: ClientOptions): LoadedApi;
  /** The data of a call by path, or an `ApiError`. */
  unwrap(result: Promise<unknown>): Promise<unknown>;
  readonly ApiError: typeof ApiError;
}

/** A client: a method per operation, and openapi-fetch's methods by path. */
export interface LoadedApi {
  readonly [operation: string]: (...args: readonly unknown[]) => Promise<unknown>;
}

/** Imports the text of a generated `client.ts`, as user code would, without leaving a file behind. */
export async function loadClient(text: string): Promise<LoadedClient> {
  const folder = await mkdtemp(join(tmpdir(), "md2oas-client-"));
  try {
    const file = join(folder, "client.ts");
    // From a temporary folder, packages are out of sight.
    await writeFile(file, text.replace('"openapi-fetch"', JSON.stringify(import.meta.resolve("openapi-fetch"))));
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
