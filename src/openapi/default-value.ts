import type { Json, JsonObject } from "./document.ts";
import { typesOf } from "./nullable.ts";

/** `default` in the schema's own type; where the documented value does not fit, the value as the docs write it. */
export function emitDefault(schema: JsonObject, value: string | number | boolean): JsonObject {
  const typed = readLiteral(schema, String(value));
  return typed === undefined ? { "x-documented-default": value } : { default: typed };
}

/** The value a text stands for by a schema without references, e.g. 5 for `5` if it is a number; undefined if none. */
export function readLiteral(schema: JsonObject, text: string): Json | undefined {
  const members = schema["enum"];
  if (Array.isArray(members)) return members.includes(text) ? text : undefined;
  const types = typesOf(schema);
  if (types.includes("boolean") && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const isNumber = types.includes("number") || (types.includes("integer") && /^-?\d+$/.test(text));
  if (isNumber && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (types.includes("array")) return readList(schema, text);
  return types.length === 0 || types.includes("string") ? text : undefined;
}

function readList({ items }: JsonObject, text: string): Json | undefined {
  const values = text.split(",").map((item) => readLiteral((items ?? {}) as JsonObject, item.trim()));
  return values.some((value) => value === undefined) ? undefined : (values as Json[]);
}
