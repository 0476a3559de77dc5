import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { OpenApiDocument } from "../openapi/document.ts";
import { UsageError } from "../source/usage-error.ts";
import { isMarkdown } from "./find-docs.ts";
import { type Compilation, type CompileOptions, compile } from "./lazy-jobs.ts";
import { readOpenApi } from "./read-openapi.ts";
import { type Flags, readSettings, type Settings } from "./settings.ts";

/** Where a document comes from: a file, or docs that are compiled when they are needed. */
export interface DocumentSource {
  readonly settings: Settings;
  /** As the user knows it; `undefined`: the docs of `settings`. */
  readonly file?: string;
}

/** A document, and what the docs became on the way, if it was made from docs. */
export interface LoadedDocument {
  readonly openapi: OpenApiDocument;
  readonly compilation?: Compilation;
}

/**
 * What `generate` and `mock` work on: the OpenAPI file or the docs that are named, else the docs of the config, else its
 * `out`. A file that the config does not name is read without the config.
 *
 * @throws UsageError if there is nothing to work on.
 */
export async function findDocument(cwd: string, named: string | undefined, flags: Flags): Promise<DocumentSource> {
  if (named !== undefined && isDocs(resolve(cwd, named))) return { settings: await readSettings(cwd, [named], flags) };
  const settings = await readSettings(cwd, [], flags);
  if (named === undefined) {
    if (settings.docs.length > 0) return { settings };
    if (settings.out !== undefined) return { settings, file: settings.out };
    throw new UsageError('No document given: name an OpenAPI file or docs, or set "docs" in md2oas.config');
  }
  const isOurs = settings.out !== undefined && resolve(cwd, settings.out) === resolve(cwd, named);
  if (isOurs || flags.config !== undefined) return { settings, file: named };
  return { settings: { cwd, docs: [], exclude: [], failOn: settings.failOn }, file: named };
}

/** Reads the file, or compiles the docs. */
export async function loadDocument(
  { settings, file }: DocumentSource,
  onProgress?: CompileOptions["onProgress"],
): Promise<LoadedDocument> {
  if (file !== undefined) return { openapi: readOpenApi(resolve(settings.cwd, file), file) };
  const compilation = await compile({ ...settings, ...(onProgress && { onProgress }) });
  return { openapi: compilation.openapi, compilation };
}

function isDocs(path: string): boolean {
  return isMarkdown(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
