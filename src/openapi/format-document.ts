import { parse } from "yaml";
import type { Json, JsonObject } from "./document.ts";
import { formatYaml } from "./format-yaml.ts";
import { isJsonObject } from "./json-object.ts";

/** The text of a document in a file. */
export function formatDocument(document: JsonObject, format: "yaml" | "json"): string {
  return format === "json" ? `${JSON.stringify(document, undefined, 2)}\n` : formatYaml(document);
}

/**
 * Reads a document from JSON, or else from YAML.
 *
 * @throws SyntaxError, with a message of one line, if the text is neither or holds no object.
 */
export function readDocument(text: string): JsonObject {
  const value = /^\s*\{/.test(text) ? JSON.parse(text) : readYaml(text);
  if (!isJsonObject(value)) throw new SyntaxError("Expected an OpenAPI document, found no object");
  return value;
}

function readYaml(text: string): Json {
  try {
    return parse(text);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new SyntaxError(reason);
  }
}
