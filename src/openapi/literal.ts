import type { Enum } from "../model/enum.ts";
import type { Json, JsonObject } from "./document.ts";
import { typesOf } from "./nullable.ts";

/**
 * `default` in the schema's own type, as its named enumeration spells it; where the documented value does not fit, the value as
 * the docs write it.
 */
export function emitDefault(schema: JsonObject, value: string | number | boolean, named: Enum | undefined): JsonObject {
  const typed = typedDefault(schema, value, named);
  return typed === undefined ? { "x-documented-default": value } : { default: typed };
}

/** A documented default in the schema's own type; undefined where it does not fit. */
export function typedDefault(
  schema: JsonObject,
  value: string | number | boolean,
  named: Enum | undefined,
): Json | undefined {
  return named ? readMember(named, String(value)) : readLiteral(schema, String(value));
}

function readMember({ members, isOpen }: Enum, text: string): string | undefined {
  const names = members.map(({ name }) => name);
  const similar = names.find((name) => name.toLowerCase() === text.toLowerCase());
  return names.includes(text) || (isOpen && similar === undefined) ? text : similar;
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

/** `a,b`, or as in the arguments of a function `["a","b"]`. */
function readList({ items }: JsonObject, text: string): Json | undefined {
  const list = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1] ?? text;
  const values = list
    .split(",")
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/, "$2"))
    .map((item) => readLiteral((items ?? {}) as JsonObject, item));
  return values.some((value) => value === undefined) ? undefined : (values as Json[]);
}

/** What values a schema without references takes, in few words. */
export function describeType(schema: JsonObject): string {
  const members = schema["enum"];
  if (Array.isArray(members)) return listValues(members);
  const type = typesOf(schema).join(" or ") || "a documented value";
  return typeof schema["format"] === "string" ? `${type} (${schema["format"]})` : type;
}

/** Values of an enumeration, the first ten of many. */
export function listValues(values: readonly Json[]): string {
  const shown = values.filter((value) => value !== null).map((value) => `\`${value}\``);
  const rest = shown.length - 10;
  return rest > 1 ? `${shown.slice(0, 10).join(", ")} or ${rest} other values` : shown.join(" or ");
}
