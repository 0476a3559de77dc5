import type { Content, Operation } from "../model/operation.ts";
import type { TypeRef } from "../model/type-ref.ts";
import type { Located } from "../source/location.ts";
import { isJsonMediaType } from "./media-type-name.ts";
import type { SchemaNames } from "./schema-names.ts";

/** The shared schema of all responses that carry a collection of one type. */
export interface CollectionResponse extends Located {
  /** Component name, `<type>CollectionResponse`. */
  readonly name: string;
  readonly items: TypeRef;
}

/** The collections that responses carry, each with its component name. */
export class CollectionResponses {
  readonly #byItems = new Map<string, CollectionResponse>();

  constructor(operations: readonly Operation[], names: SchemaNames) {
    for (const content of operations.flatMap(successContents)) {
      if (!isJsonMediaType(content.mediaType)) continue;
      for (const items of itemsOf(content.type)) {
        const type = nameOf(items, names);
        if (type === undefined || this.#byItems.has(type)) continue;
        const name = names.claim(`${type}CollectionResponse`);
        this.#byItems.set(type, { name, items, location: content.location });
      }
    }
  }

  /** The shared schema for a collection of these items. Items described in place have none. */
  find(items: TypeRef, names: SchemaNames): CollectionResponse | undefined {
    const type = nameOf(items, names);
    return type === undefined ? undefined : this.#byItems.get(type);
  }

  all(): CollectionResponse[] {
    return [...this.#byItems.values()];
  }
}

function successContents(operation: Operation): readonly Content[] {
  return operation.responses.filter(({ status }) => status.startsWith("2")).flatMap(({ contents }) => contents);
}

function itemsOf(type: TypeRef): TypeRef[] {
  if (type.kind === "anyOf") return type.types.flatMap(itemsOf);
  return type.kind === "array" ? [type.items] : [];
}

function nameOf(items: TypeRef, names: SchemaNames): string | undefined {
  if (items.kind === "named") return names.find(items.name);
  return items.kind === "primitive" ? items.name : undefined;
}
