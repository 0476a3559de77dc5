import { basename, extname } from "node:path";
import type { OpenApiDocument } from "../openapi/document.ts";
import { emitMapFile } from "../openapi/emit-map-file.ts";
import { formatDocument } from "../openapi/format-document.ts";
import { UsageError } from "../source/usage-error.ts";
import { assertWritable, writeFiles } from "./write-files.ts";

/** How a document is written. */
export type DocumentFormat = "yaml" | "json";

const formats: ReadonlyMap<string, DocumentFormat> = new Map([
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".json", "json"],
]);

/**
 * Makes sure, before any work is done, that a document can be written to a path.
 *
 * @throws UsageError if its suffix is not `.yaml`, `.yml` or `.json`, or if it or its map file cannot be written.
 */
export function assertDocumentPath(path: string): DocumentFormat {
  const format = formats.get(extname(path).toLowerCase());
  if (format === undefined)
    throw new UsageError(`Cannot write ${basename(path)}: its name must end in .yaml, .yml or .json`);
  assertWritable(path);
  assertWritable(mapFileOf(path));
  return format;
}

/** The text of a document. */
export function formatOpenApi({ document }: OpenApiDocument, format: DocumentFormat): string {
  return formatDocument(document, format);
}

/** The map file beside a document. */
export function mapFileOf(path: string): string {
  return `${path}.map.json`;
}

/**
 * Writes a document and its map file.
 *
 * @param path absolute.
 * @returns the files that changed.
 */
export function writeDocument(openapi: OpenApiDocument, path: string): readonly string[] {
  const format = assertDocumentPath(path);
  return writeFiles(
    new Map([
      [path, formatDocument(openapi.document, format)],
      [mapFileOf(path), formatDocument(emitMapFile(openapi), "json")],
    ]),
  );
}
