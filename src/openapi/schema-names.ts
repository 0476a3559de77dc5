import type { ApiModel } from "../model/api-model.ts";
import type { Enum } from "../model/enum.ts";
import type { Resource } from "../model/resource.ts";

/**
 * Names of the components under `#/components/schemas`.
 *
 * OpenAPI allows letters, digits, `.`, `-` and `_` in them; other characters become `_`, and a name that is taken gets
 * a number.
 */
export class SchemaNames {
  readonly #taken = new Set<string>();
  readonly #byType = new Map<string, string>();
  readonly #enums: ReadonlyMap<string, Enum>;
  readonly #byNode = new Map<Resource | Enum, string>();

  constructor(model: ApiModel) {
    this.#enums = new Map(model.enums.map((type) => [type.name, type]));
    for (const type of [...model.resources, ...model.enums]) {
      const name = this.claim(type.name);
      this.#byNode.set(type, name);
      if (!this.#byType.has(type.name)) this.#byType.set(type.name, name);
    }
  }

  /** Component name of a type of the model, by its full name. */
  find(type: string): string | undefined {
    return this.#byType.get(type);
  }

  /** The enumeration of a full name. */
  findEnum(type: string): Enum | undefined {
    return this.#enums.get(type);
  }

  /** Component name of this very resource or enum. */
  of(type: Resource | Enum): string {
    return this.#byNode.get(type) ?? this.claim(type.name);
  }

  /** A name of its own for a further component, as close to `wanted` as possible. */
  claim(wanted: string): string {
    const base = wanted.replaceAll(/[^A-Za-z0-9._-]/g, "_") || "_";
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}-${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** The `$ref` to a component schema. */
export function refTo(component: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${component}` };
}
