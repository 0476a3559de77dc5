import type { Json, JsonObject } from "./document.ts";
import { fromPointer } from "./locations.ts";

/**
 * An object of these members, in their order; members that are `undefined` are left out.
 *
 * Names come from users, so they may be `__proto__` or `constructor`: `Object.fromEntries` and spreads define them as
 * ordinary members, assignments would not.
 */
export function toObject(members: Iterable<readonly [name: string, value: Json | undefined]>): JsonObject {
  const defined: [string, Json][] = [];
  for (const [name, value] of members) {
    if (value !== undefined) defined.push([name, value]);
  }
  return Object.fromEntries(defined);
}

/** The object without the members that are `undefined`. */
export function compact(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return toObject(Object.entries(members));
}

/** Whether a value is a JSON object: neither null nor an array. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The part of a JSON value at a JSON pointer (RFC 6901), if there is one. */
export function findValue(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const key of fromPointer(pointer)) {
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}
