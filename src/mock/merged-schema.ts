import type { Json, JsonObject } from "../openapi/document.ts";
import { toPointer } from "../openapi/locations.ts";
import { findPart, isObject, type Part, pointerOf } from "./json-pointer.ts";

/** What a schema asks of a value, with `$ref`, `allOf` and one branch of each `anyOf` and `oneOf` taken together. */
export interface MergedSchema {
  /** Keywords about the value itself; of several schemas the last that says something wins. */
  readonly keywords: ReadonlyMap<string, Json>;
  readonly properties: ReadonlyMap<string, Part>;
  readonly required: ReadonlySet<string>;
  /** Values that a discriminator asks for, by property. */
  readonly discriminators: ReadonlyMap<string, string>;
  /** Pointers under which the value itself goes: its schema and what that refers to, but not the types it includes. */
  readonly names: ReadonlySet<string>;
}

/** Which of several alternatives to take. */
export interface Choice {
  readonly choose: (count: number) => number;
  /** Pointers of schemas that are not taken if there is another alternative. */
  readonly avoid: ReadonlySet<string>;
}

/** Merges a schema with what it includes. A boolean or missing schema asks for nothing. */
export function mergeSchema(document: JsonObject, schema: Part, choice: Choice): MergedSchema {
  const merger = new SchemaMerger(document, choice);
  merger.add(schema);
  return merger;
}

class SchemaMerger implements MergedSchema {
  readonly keywords = new Map<string, Json>();
  readonly properties = new Map<string, Part>();
  readonly required = new Set<string>();
  readonly discriminators = new Map<string, string>();
  readonly names = new Set<string>();
  readonly #sources = new Set<string>();
  readonly #document: JsonObject;
  readonly #choice: Choice;

  constructor(document: JsonObject, choice: Choice) {
    this.#document = document;
    this.#choice = choice;
  }

  add(schema: Part): void {
    this.#add(schema, this.names);
  }

  #add({ value: schema, pointer }: Part, names: Set<string>): void {
    if (!isObject(schema) || this.#sources.has(pointer)) return;
    this.#sources.add(pointer);
    names.add(pointer);
    this.#addReference(schema["$ref"], names);
    this.#addAll(schema["allOf"], `${pointer}/allOf`);
    for (const keyword of ["anyOf", "oneOf"]) this.#addOne(schema[keyword], `${pointer}/${keyword}`, names);
    for (const keyword of Object.keys(schema)) this.#addKeyword(keyword, schema[keyword] as Json, pointer);
    this.#addDiscriminator(schema["discriminator"]);
  }

  #addReference(reference: Json | undefined, names: Set<string>): void {
    const pointer = typeof reference === "string" ? pointerOf(reference) : undefined;
    const value = pointer === undefined ? undefined : findPart(this.#document, pointer);
    if (pointer !== undefined && value !== undefined) this.#add({ value, pointer }, names);
  }

  #addAll(schemas: Json | undefined, pointer: string): void {
    if (!Array.isArray(schemas)) return;
    schemas.forEach((value: Json, index) => {
      this.#add({ value, pointer: `${pointer}/${index}` }, new Set());
    });
  }

  /** Null is the least telling alternative. */
  #addOne(schemas: Json | undefined, pointer: string, names: Set<string>): void {
    if (!Array.isArray(schemas)) return;
    const all = schemas.map((value: Json, index): Part => ({ value, pointer: `${pointer}/${index}` }));
    const possible = all.filter(({ value }) => !this.#choice.avoid.has(targetOf(value)));
    const telling = possible.filter(({ value }) => !(isObject(value) && value["type"] === "null"));
    const from = [telling, possible, all].find((list) => list.length > 0) ?? [];
    const chosen = from[this.#choice.choose(from.length)];
    if (chosen) this.#add(chosen, names);
  }

  #addKeyword(keyword: string, value: Json, pointer: string): void {
    if (keyword === "properties" && isObject(value)) {
      for (const name of Object.keys(value)) {
        this.properties.set(name, { value: value[name] as Json, pointer: pointer + toPointer([keyword, name]) });
      }
    } else if (keyword === "required" && Array.isArray(value)) {
      for (const name of value) if (typeof name === "string") this.required.add(name);
    } else if (keyword === "items" || keyword === "additionalProperties" || keyword === "prefixItems") {
      this.keywords.set(keyword, value).set(`${keyword} at`, `${pointer}/${keyword}`);
    } else this.keywords.set(keyword, value);
  }

  #addDiscriminator(discriminator: Json | undefined): void {
    if (!isObject(discriminator) || typeof discriminator["propertyName"] !== "string") return;
    const { propertyName, mapping } = discriminator;
    if (!isObject(mapping)) return;
    const names = Object.keys(mapping);
    const own = names.find((name) => this.#sources.has(pointerOf(String(mapping[name])) ?? String(mapping[name])));
    if (own !== undefined) this.discriminators.set(propertyName, own);
  }
}

function targetOf(schema: Json): string {
  const reference = isObject(schema) ? schema["$ref"] : undefined;
  return (typeof reference === "string" && pointerOf(reference)) || "";
}
