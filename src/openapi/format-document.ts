import { parse, stringify } from "yaml";
import type { JsonObject } from "./document.ts";

/** The text of a document in a file. */
export function formatDocument(document: JsonObject, format: "yaml" | "json"): string {
  if (format === "json") return `${JSON.stringify(document, undefined, 2)}\n`;
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Reads a document from YAML or JSON. */
export function readDocument(text: string): JsonObject {
  return parse(text);
}
