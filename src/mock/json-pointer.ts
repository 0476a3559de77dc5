import type { Json, JsonObject } from "../openapi/document.ts";
import { fromPointer, toPointer } from "../openapi/locations.ts";

/** A part of a document and the JSON pointer where it stands, references followed. */
export interface Part {
  readonly value: Json;
  readonly pointer: string;
}

/** How many `$ref`s may lead to the next `$ref`; more is a circle. */
const MAX_REFERENCES = 50;

/** The part of a document at a JSON pointer. */
export function findPart(document: JsonObject, pointer: string): Json | undefined {
  let at: Json | undefined = document;
  for (const key of fromPointer(pointer)) at = childOf(at, key);
  return at;
}

/**
 * The part at `path` below `part`, with every local `$ref` on the way followed (Reference Object, OpenAPI 3.1 section
 * 4.8.23). Undefined where there is nothing, or where the references run in a circle.
 */
export function resolvePart(document: JsonObject, part: Part, ...path: readonly string[]): Part | undefined {
  let at = followReferences(document, part);
  for (const key of path) {
    const child = at && childOf(at.value, key);
    if (!at || child === undefined) return undefined;
    at = followReferences(document, { value: child, pointer: at.pointer + toPointer([key]) });
  }
  return at;
}

/** The members of the object at `path` below `part`, each resolved, in document order. */
export function resolveMembers(document: JsonObject, part: Part, ...path: readonly string[]): [string, Part][] {
  const parent = resolvePart(document, part, ...path);
  if (!parent || !isObject(parent.value)) return [];
  return Object.keys(parent.value).flatMap((key): [string, Part][] => {
    const member = resolvePart(document, parent, key);
    return member ? [[key, member]] : [];
  });
}

/** The JSON pointer that a local reference (`#/components/…`) names, percent-decoded. */
export function pointerOf(reference: string): string | undefined {
  if (reference === "#") return "";
  if (!reference.startsWith("#/")) return undefined;
  if (!reference.includes("%")) return reference.slice(1);
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return reference.slice(1);
  }
}

/** The JSON pointer to which a local reference leads; undefined where there is nothing. */
export function findTarget(document: JsonObject, reference: string): string | undefined {
  const pointer = pointerOf(reference);
  return pointer === undefined || findPart(document, pointer) === undefined ? undefined : pointer;
}

/** Whether a JSON value is an object, and neither an array nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function followReferences(document: JsonObject, part: Part): Part | undefined {
  let at: Part = part;
  for (let count = 0; count < MAX_REFERENCES; count++) {
    const reference = childOf(at.value, "$ref");
    const pointer = typeof reference === "string" ? pointerOf(reference) : undefined;
    if (pointer === undefined) return at;
    const value = findPart(document, pointer);
    if (value === undefined) return undefined;
    at = { value, pointer };
  }
  return undefined;
}

function childOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
