import type { JsonObject } from "../openapi/document.ts";
import { isObject, type Part, resolvePart } from "./json-pointer.ts";
import type { DocumentedParameter } from "./prepared-operation.ts";

/** All values of the query, path or header parameters of a request, by name in lower case: like Prism, any case will do. */
export type RawValues = ReadonlyMap<string, readonly string[]>;

/**
 * The value of a parameter as its style writes it (OpenAPI 3.1, section 4.8.12.2), undefined if it is not there. Texts
 * stay texts: the schema decides whether `5` is a number.
 */
export function readParameterValue(document: JsonObject, parameter: DocumentedParameter, raw: RawValues): unknown {
  const type = typeOf(document, parameter.schema);
  const { style, explode } = parameter;
  const name = parameter.name.toLowerCase();
  if (style === "deepObject") return readDeepObject(name, raw);
  if (style === "form" && explode && type === "object") return readProperties(document, parameter, raw);
  const values = raw.get(name);
  if (!values || values.length === 0) return undefined;
  const last = values.at(-1) ?? "";
  if (type === "array") return style === "form" && explode ? values : splitList(parameter, last);
  if (type === "object") return readPairs(splitList(parameter, last), explode && style !== "form");
  return values.length > 1 ? values : withoutMarker(parameter, last);
}

/** The type of a schema, references and `null` beside another type left out. */
function typeOf(document: JsonObject, schema: Part | undefined): string | undefined {
  const resolved = schema && resolvePart(document, schema);
  const type = resolved && isObject(resolved.value) ? resolved.value["type"] : undefined;
  if (typeof type === "string") return type;
  return Array.isArray(type)
    ? type.filter((name) => typeof name === "string").find((name) => name !== "null")
    : undefined;
}

function splitList(parameter: DocumentedParameter, text: string): string[] {
  const separator =
    SEPARATORS.get(parameter.style) ?? (parameter.explode ? EXPLODED_SEPARATORS.get(parameter.style) : undefined);
  const list = withoutMarker(parameter, text);
  return list === "" ? [] : list.split(separator ?? ",");
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ["spaceDelimited", " "],
  ["pipeDelimited", "|"],
]);

const EXPLODED_SEPARATORS: ReadonlyMap<string, string> = new Map([
  ["label", "."],
  ["matrix", ";"],
]);

/** The value without what its style puts in front: `.blue` and `;color=blue` are both `blue`. */
function withoutMarker({ style, name }: DocumentedParameter, text: string): string {
  if (style === "label" && text.startsWith(".")) return text.slice(1);
  if (style === "matrix" && text.startsWith(";")) return text.slice(1).replaceAll(`${name}=`, "");
  return text;
}

/** `R,100,G,200`, or exploded `R=100,G=200`. */
function readPairs(list: readonly string[], exploded: boolean): JsonObject {
  if (exploded) return Object.fromEntries(list.map((pair) => splitAt(pair, pair.indexOf("="))));
  const names = list.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, list[index * 2 + 1] ?? ""]));
}

function splitAt(pair: string, index: number): [string, string] {
  return index < 0 ? [pair, ""] : [pair.slice(0, index), pair.slice(index + 1)];
}

/** `color[R]=100&color[G]=200`. */
function readDeepObject(name: string, raw: RawValues): JsonObject | undefined {
  const entries = [...raw].filter(([key]) => key.startsWith(`${name}[`) && key.endsWith("]"));
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([key, values]) => [key.slice(name.length + 1, -1), values.at(-1) ?? ""]));
}

/** `R=100&G=200`: the properties of the schema are parameters of their own. */
function readProperties(document: JsonObject, { schema }: DocumentedParameter, raw: RawValues): JsonObject | undefined {
  const properties = schema && resolvePart(document, schema, "properties");
  const names = properties && isObject(properties.value) ? Object.keys(properties.value) : [];
  const present = names.filter((name) => raw.has(name.toLowerCase()));
  if (present.length === 0) return undefined;
  return Object.fromEntries(present.map((name) => [name, raw.get(name.toLowerCase())?.at(-1) ?? ""]));
}
