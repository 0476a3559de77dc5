import type { Json, JsonObject } from "../openapi/document.ts";
import { toPointer } from "../openapi/locations.ts";
import { findPart, isObject, type Part, pointerOf } from "./json-pointer.ts";

/** What a schema asks of a value, with `$ref`, `allOf` and one branch of each `anyOf` and `oneOf` taken together. */
export interface MergedSchema {
  /** Keywords about the value itself; of several schemas the last that says something wins. */
  readonly keywords: ReadonlyMap<string, Json>;
  /** Of each property the schemas that it must meet, those of included types first. */
  readonly properties: ReadonlyMap<string, readonly Part[]>;
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

/** Merges schemas of one value with each other and with what they include. Boolean schemas ask for nothing. */
export function mergeSchemas(document: JsonObject, schemas: readonly Part[], choice: Choice): MergedSchema {
  const merger = new SchemaMerger(document, choice);
  for (const schema of schemas) merger.add(schema);
  return merger;
}

class SchemaMerger implements MergedSchema {
  readonly keywords = new Map<string, Json>();
  readonly properties = new Map<string, Part[]>();
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
    if (keyword === "properties") this.#addProperties(value, `${pointer}/properties`);
    else if (keyword === "required") this.#addRequired(value);
    else this.keywords.set(keyword, value);
    if (keyword === "items" || keyword === "additionalProperties")
      this.keywords.set(`${keyword} at`, `${pointer}/${keyword}`);
  }

  #addRequired(names: Json): void {
    for (const name of [names].flat()) if (typeof name === "string") this.required.add(name);
  }

  #addProperties(properties: Json, pointer: string): void {
    if (!isObject(properties)) return;
    for (const name of Object.keys(properties)) {
      const property = { value: properties[name] as Json, pointer: pointer + toPointer([name]) };
      const known = this.properties.get(name);
      if (known) known.push(property);
      else this.properties.set(name, [property]);
    }
  }

  #addDiscriminator(discriminator: Json | undefined): void {
    if (!isObject(discriminator) || typeof discriminator["propertyName"] !== "string") return;
    const names = namesByTarget(discriminator);
    for (const source of this.#sources) {
      const name = names.get(source);
      if (name === undefined) continue;
      this.discriminators.set(discriminator["propertyName"], name);
      return;
    }
  }
}

/** Of each discriminator, the value for each type. The base of all types has hundreds of them. */
const namesOfDiscriminators = new WeakMap<JsonObject, ReadonlyMap<string, string>>();

function namesByTarget(discriminator: JsonObject): ReadonlyMap<string, string> {
  const known = namesOfDiscriminators.get(discriminator);
  if (known) return known;
  const { mapping } = discriminator;
  const targets = isObject(mapping) ? Object.entries(mapping) : [];
  const names = new Map(targets.map(([name, target]) => [pointerOf(String(target)) ?? String(target), name]));
  namesOfDiscriminators.set(discriminator, names);
  return names;
}

function targetOf(schema: Json): string {
  const reference = isObject(schema) ? schema["$ref"] : undefined;
  return (typeof reference === "string" && pointerOf(reference)) || "";
}
