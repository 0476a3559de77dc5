import { basename, extname } from "node:path";
import type { Json, JsonObject, OpenApiDocument } from "../openapi/document.ts";
import { emitMapFile } from "../openapi/emit-map-file.ts";
import { formatDocument } from "../openapi/format-document.ts";
import { isJsonObject } from "../openapi/json-object.ts";
import { toPointer } from "../openapi/locations.ts";
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

/**
 * The text of a document.
 *
 * @throws UsageError if it is longer than a string can be, with the place of the operation that takes most of it.
 */
export function formatOpenApi(openapi: OpenApiDocument, format: DocumentFormat): string {
  return formatWhole(openapi.document, format, openapi);
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
 * @throws UsageError if one of them is longer than a string can be, or cannot be written.
 */
export function writeDocument(openapi: OpenApiDocument, path: string): readonly string[] {
  const format = assertDocumentPath(path);
  return writeFiles(
    new Map([
      [path, formatOpenApi(openapi, format)],
      [mapFileOf(path), formatWhole(emitMapFile(openapi), "json", openapi)],
    ]),
  );
}

function formatWhole(value: JsonObject, format: DocumentFormat, openapi: OpenApiDocument): string {
  try {
    return formatDocument(value, format);
  } catch (error) {
    if (!(error instanceof RangeError && error.message === "Invalid string length")) throw error;
    throw new UsageError(
      `The document is too large to be written. The largest operation is documented at ${placeOfLargest(openapi)}`,
    );
  }
}

function placeOfLargest({ document, locations }: OpenApiDocument): string {
  let largest = { size: 0, pointer: "" };
  for (const [path, item] of membersOf(document["paths"])) {
    for (const [method, operation] of membersOf(item)) {
      const size = JSON.stringify(operation).length;
      if (size > largest.size) largest = { size, pointer: toPointer(["paths", path, method]) };
    }
  }
  const location = locations.find(largest.pointer);
  return location ? `${location.file}:${location.line}` : largest.pointer;
}

function membersOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
