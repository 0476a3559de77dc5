import type { Json } from "../../../src/openapi/document.ts";
import type { Random } from "./random.ts";

/** A JSON value that tests may change. */
export type Draft = null | boolean | number | string | Draft[] | { [name: string]: Draft };

/** A place in a value: the object or array that holds it, and its key there. */
export interface Slot {
  readonly holder: Draft[] | { [name: string]: Draft };
  readonly key: string;
  readonly value: Draft;
}

/** A copy to change. */
export function draftOf(value: Json): Draft {
  return JSON.parse(JSON.stringify(value)) as Draft;
}

/** All places in a value, outermost first. */
export function slotsOf(value: Draft): Slot[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    { holder: value, key, value: member as Draft },
    ...slotsOf(member as Draft),
  ]);
}

/** Puts another value at a place. */
export function put({ holder, key }: Slot, value: Draft): void {
  (holder as { [name: string]: Draft })[key] = value;
}

/** Takes a place away. */
export function remove({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** A value of another type. */
export function otherType(value: Draft): Draft {
  if (typeof value === "string") return 12.5;
  return Array.isArray(value) ? "changed" : [[value]];
}

/** Another value of the same type. */
export function otherValue(value: Draft): Draft {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return value === null ? "changed" : Array.isArray(value) ? [...value, null] : { ...value, changed: 1 };
}

/** One of the places of a value that pass. */
export function pickSlot(value: Draft, random: Random, passes: (slot: Slot) => boolean): Slot | undefined {
  return random.pick(slotsOf(value).filter(passes));
}
