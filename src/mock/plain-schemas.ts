import type { Json, JsonObject } from "../openapi/document.ts";
import { isPlainSchema } from "../openapi/plain-schema.ts";
import { isPlainlyValid } from "../openapi/plainly-valid.ts";
import { findPart, findTarget, isObject } from "./json-pointer.ts";

/**
 * The schemas of a document that need no compiling as long as values are plainly valid by them. In documents made from docs
 * that is nearly all of them, and compiling is most of the time and memory that a first request costs.
 */
export class PlainSchemas {
  readonly #document: JsonObject;
  readonly #isPlain = new WeakMap<JsonObject, boolean>();
  readonly #referenced = new Map<string, JsonObject>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** Whether a value is valid beyond doubt by the schema at a JSON pointer. False says nothing. */
  accept(pointer: string, value: unknown): boolean {
    const schema = value === undefined ? undefined : this.#find(pointer);
    return (
      schema !== undefined && isPlainlyValid(schema, value as Json, (reference) => this.#findReferenced(reference))
    );
  }

  /** Whether the schema at a JSON pointer is one of these, and so could be compiled. */
  has(pointer: string): boolean {
    return this.#find(pointer) !== undefined;
  }

  #findReferenced(reference: string): JsonObject | undefined {
    const known = this.#referenced.get(reference);
    if (known) return known;
    const pointer = findTarget(this.#document, reference);
    // Of references, only the type that a value says it is may lead nowhere, and then says nothing.
    if (pointer === undefined) return {};
    const schema = this.#find(pointer);
    // Only what there is: clients make up as many names of types as they like.
    if (schema) this.#referenced.set(reference, schema);
    return schema;
  }

  #find(pointer: string): JsonObject | undefined {
    const schema = findPart(this.#document, pointer);
    if (!isObject(schema)) return undefined;
    let isPlain = this.#isPlain.get(schema);
    if (isPlain === undefined) {
      isPlain = isPlainSchema(schema, (reference) => findTarget(this.#document, reference) !== undefined);
      this.#isPlain.set(schema, isPlain);
    }
    return isPlain ? schema : undefined;
  }
}
