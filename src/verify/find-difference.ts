import type { Json } from "../openapi/document.ts";
import { isJsonObject } from "../openapi/json-object.ts";
import { toPointer } from "../openapi/locations.ts";

/** The first place where two values differ; `undefined` on the side that has no such member. */
export interface Difference {
  readonly pointer: string;
  readonly expected: Json | undefined;
  readonly found: Json | undefined;
}

/** Compares JSON values; the order of members does not count. */
export function findDifference(expected: Json, found: Json): Difference | undefined {
  const pairs: Difference[] = [{ pointer: "", expected, found }];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const { expected: wanted, found: got, pointer } = pair;
    if (Object.is(wanted, got)) continue;
    const members = membersOf(wanted);
    const others = membersOf(got);
    if (!members || !others || Array.isArray(wanted) !== Array.isArray(got)) return pair;
    const keys = [...new Set([...members.keys(), ...others.keys()])];
    const inner = keys.map((key) => ({
      pointer: pointer + toPointer([key]),
      expected: members.get(key),
      found: others.get(key),
    }));
    pairs.push(...inner.reverse());
  }
  return undefined;
}

function membersOf(value: Json | undefined): Map<string, Json> | undefined {
  if (Array.isArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
}
