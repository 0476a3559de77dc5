import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { JsonObject, OpenApiDocument } from "../openapi/document.ts";
import { readDocument } from "../openapi/format-document.ts";
import { Locations } from "../openapi/locations.ts";
import type { SourceLocation } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import { formatSystemError, isSystemError } from "./system-error.ts";
import { mapFileOf } from "./write-document.ts";

/**
 * Reads an OpenAPI 3.1 document, YAML or JSON, with the map file beside it, if there is one.
 *
 * @param path absolute.
 * @param shown the path as the user knows it.
 * @throws UsageError if it cannot be read or is none.
 */
export function readOpenApi(path: string, shown: string): OpenApiDocument {
  const document = parse(readText(path, shown), shown);
  if (!isOpenApi(document)) throw new UsageError(`${shown} is not an OpenAPI 3.1 document`);
  return { document, locations: readMapFile(mapFileOf(path), mapFileOf(shown)) };
}

function isOpenApi(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const { openapi, paths } = value;
  return typeof openapi === "string" && openapi.startsWith("3.1.") && isObject(paths);
}

/** A document made by another tool has no map file, which is fine. */
function readMapFile(path: string, shown: string): Locations {
  let start: string;
  try {
    start = readStart(path);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return new Locations();
    throw asUsageError(error, shown);
  }
  // What begins as our map files do is large and seldom asked, so that it is read when it is.
  if (MAP_START.test(start)) return Locations.lazy(() => readMap(path, shown));
  const entries = readMap(path, shown);
  return Locations.lazy(() => entries);
}

const MAP_START = /^\s*\{\s*"version"\s*:\s*1\s*,\s*"locations"\s*:\s*\{/;

function readStart(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(100);
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function readMap(path: string, shown: string): [string, SourceLocation][] {
  const map = parse(readText(path, shown), shown);
  const { version, locations } = isObject(map) ? map : {};
  if (version !== 1 || !isObject(locations)) throw new UsageError(`${shown} is not a map file of version 1`);
  return Object.entries(locations) as [string, SourceLocation][];
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw asUsageError(error, shown);
  }
}

function parse(text: string, shown: string): unknown {
  try {
    return readDocument(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(`Cannot read ${shown}: ${error.message.split("\n")[0]?.replace(/:$/, "")}`);
  }
}

function asUsageError(error: unknown, shown: string): unknown {
  return isSystemError(error) ? new UsageError(`Cannot read ${shown}: ${formatSystemError(error)}`) : error;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
