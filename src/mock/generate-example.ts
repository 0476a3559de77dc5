import { isDeepStrictEqual } from "node:util";
import type { Json, JsonObject } from "../openapi/document.ts";
import { isObject, type Part } from "./json-pointer.ts";
import { matchPattern } from "./match-pattern.ts";
import { type MergedSchema, mergeSchemas } from "./merged-schema.ts";
import { createRandom, integerBetween, type Random } from "./random.ts";
import { type Bounds, sampleNumber, sampleText } from "./sample-scalar.ts";

/** How to generate data. */
export interface GenerateOptions {
  /** Makes other random data; the same seed makes the same data. */
  readonly seed: string;
  /** Random data in place of the plain values that Prism gives (`"string"`, `0`). */
  readonly dynamic: boolean;
  readonly isValid: (value: Json) => boolean;
}

/** Seeds tried before an invalid value is given as the best there is. */
const ATTEMPTS = 8;

/** Deeper, and beyond so many values, only what is required is generated: in a graph of types there is no end. */
const MAX_DEPTH = 6;
const MAX_VALUES = 300;
const MAX_ITEMS = 1_000;
/** Where even what is required goes deeper, the schema asks for a value without end. */
const MAX_REQUIRED_DEPTH = 40;

/** A value that is valid by the schema, always the same for the same seed. Undefined if the schema allows none that ends. */
export function generateExample(document: JsonObject, schema: Part, options: GenerateOptions): Json | undefined {
  const { seed, dynamic, isValid } = options;
  let first: Json | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const random = dynamic || attempt > 0 ? createRandom(`${seed}\n${schema.pointer}\n${attempt}`) : undefined;
    const value = new Generator(document, `${seed}${attempt}`, random).generate([schema], [], false);
    if (value !== undefined && isValid(value)) return value;
    first ??= value;
  }
  return first;
}

class Generator {
  readonly #document: JsonObject;
  readonly #seed: string;
  readonly #random: Random | undefined;
  #values = 0;

  /** Without a random source, plain values. */
  constructor(document: JsonObject, seed: string, random: Random | undefined) {
    this.#document = document;
    this.#seed = seed;
    this.#random = random;
  }

  /** `around` are the names of the values that this one is inside of, outermost first. */
  generate(schemas: readonly Part[], around: readonly ReadonlySet<string>[], isRequired: boolean): Json | undefined {
    if (!this.#hasRoom(around.length, isRequired)) return undefined;
    const avoid = new Set(isRequired ? around.flatMap((names) => [...names]) : []);
    const merged = mergeSchemas(this.#document, schemas, { choose: (count) => this.#choose(count), avoid });
    const isInsideItself = around.some((names) => [...names].some((name) => merged.names.has(name)));
    if (isInsideItself && !isRequired) return undefined;
    this.#values++;
    const given = this.#given(merged);
    return given === undefined ? this.#make(merged, [...around, merged.names]) : given;
  }

  #hasRoom(depth: number, isRequired: boolean): boolean {
    if (isRequired) return depth < MAX_REQUIRED_DEPTH;
    // The members of the value itself are there in any case.
    return depth <= 1 || (depth < MAX_DEPTH && this.#values < MAX_VALUES);
  }

  /** A value that the schema itself gives. */
  #given({ keywords }: MergedSchema): Json | undefined {
    const values = keywords.get("enum");
    const examples = keywords.get("examples");
    const choices = [
      ...(this.#random ? [] : [keywords.get("example"), keywords.get("default")]),
      keywords.get("const"),
      Array.isArray(values) ? values[this.#choose(values.length)] : undefined,
      Array.isArray(examples) && !this.#random ? examples[0] : undefined,
    ];
    return choices.find((value) => value !== undefined);
  }

  #make(merged: MergedSchema, around: readonly ReadonlySet<string>[]): Json | undefined {
    const bounds = Object.fromEntries(merged.keywords) as Bounds;
    switch (typeOf(merged)) {
      case "object":
        return this.#makeObject(merged, around);
      case "array":
        return this.#makeArray(merged, around);
      case "integer":
        return sampleNumber(bounds, true, this.#random);
      case "number":
        return sampleNumber(bounds, false, this.#random);
      case "boolean":
        return this.#choose(2) === 0;
      case "null":
        return null;
      case "string":
        return this.#makeText(merged, bounds);
      default:
        return {};
    }
  }

  #makeText({ keywords }: MergedSchema, bounds: Bounds): string {
    const pattern = keywords.get("pattern");
    if (typeof pattern !== "string") return sampleText(bounds, this.#random);
    return matchPattern(pattern, bounds, this.#seed) ?? sampleText(bounds, this.#random);
  }

  #makeObject(merged: MergedSchema, around: readonly ReadonlySet<string>[]): Json | undefined {
    const members: [string, Json][] = [];
    for (const name of new Set([...merged.properties.keys(), ...merged.required])) {
      const schemas = merged.properties.get(name) ?? [];
      const isRequired = merged.required.has(name);
      if (schemas.some(isWriteOnly)) continue;
      const value = merged.discriminators.get(name) ?? this.generate(schemas, around, isRequired);
      if (value !== undefined) members.push([name, value]);
      else if (isRequired) return undefined;
    }
    const additional = partOf(merged, "additionalProperties");
    if (additional) {
      for (const name of ["property1", "property2"]) {
        const value = this.generate([additional], around, false);
        if (value !== undefined) members.push([name, value]);
      }
    }
    return Object.fromEntries(members);
  }

  #makeArray(merged: MergedSchema, around: readonly ReadonlySet<string>[]): Json | undefined {
    const { minItems = 0, maxItems, uniqueItems } = Object.fromEntries(merged.keywords) as ArrayKeywords;
    const items = partOf(merged, "items");
    const usual = this.#random ? integerBetween(this.#random, 1, 3) : 1;
    const wanted = Math.min(maxItems ?? MAX_ITEMS, MAX_ITEMS, Math.max(minItems, usual));
    const list: Json[] = [];
    for (let index = 0; items && index < wanted; index++) {
      const value = this.generate([items], around, index < minItems);
      if (value !== undefined) list.push(uniqueItems ? differing(value, list, index) : value);
      else if (index < minItems) return undefined;
    }
    return list;
  }

  #choose(count: number): number {
    return this.#random ? integerBetween(this.#random, 0, count - 1) : 0;
  }
}

interface ArrayKeywords {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** The value, or if the list has it already, one that it has not. */
function differing(value: Json, list: readonly Json[], index: number): Json {
  if (!list.some((other) => isDeepStrictEqual(other, value))) return value;
  if (typeof value === "string") return `${value}${index + 1}`;
  return typeof value === "number" ? value + index : value;
}

function typeOf({ keywords, properties }: MergedSchema): string | undefined {
  const type = keywords.get("type");
  if (typeof type === "string") return type;
  if (Array.isArray(type)) return String(type.find((name) => name !== "null") ?? "null");
  if (properties.size > 0 || keywords.has("additionalProperties")) return "object";
  if (keywords.has("items")) return "array";
  if (keywords.has("minimum") || keywords.has("maximum") || keywords.has("multipleOf")) return "number";
  return keywords.has("pattern") || keywords.has("minLength") || keywords.has("format") ? "string" : undefined;
}

/** The schema under a keyword of the merged schema, unless it is `true` or `false`. */
function partOf({ keywords }: MergedSchema, keyword: string): Part | undefined {
  const value = keywords.get(keyword);
  const pointer = keywords.get(`${keyword} at`);
  return typeof value === "object" && value !== null && typeof pointer === "string" ? { value, pointer } : undefined;
}

function isWriteOnly({ value }: Part): boolean {
  return isObject(value) && value["writeOnly"] === true;
}
