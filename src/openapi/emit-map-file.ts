import type { JsonObject, OpenApiDocument } from "./document.ts";
import { toObject } from "./json-object.ts";

/**
 * The map file that is written beside a document, version 1: where each part of the document stands in the docs, by JSON
 * pointer. A part without an entry came from the place of the closest part around it.
 */
export function emitMapFile({ locations }: OpenApiDocument): JsonObject {
  const entries = locations.entries().map(([pointer, { file, line, column, endLine, endColumn }]) => {
    return [pointer, { file, line, column, endLine, endColumn }] as const;
  });
  return { version: 1, locations: toObject(entries) };
}
