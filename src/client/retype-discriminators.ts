import type { OpenAPI3, SchemaObject } from "openapi-typescript";

/**
 * Gives each type of a hierarchy the discriminator values of itself and of what derives from it, in place of its Discriminator Object:
 * what an `item` holds can be a `book`, so its `@odata.type` may say so. openapi-typescript would allow the value of `item` alone, and
 * demand it. Services leave it out where it follows from the context; as optional literals the values still tell types apart.
 * Discriminators of `oneOf` and `anyOf` stay. Changes `document`.
 *
 * @see OpenAPI 3.1, Discriminator Object
 */
export function retypeDiscriminators(document: OpenAPI3): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, SchemaObject>;
  const hierarchy = new Hierarchy(schemas);
  const values = new Map<SchemaObject, Map<string, string[]>>();
  for (const base of Object.values(schemas)) {
    const { discriminator } = base;
    if (!discriminator || "oneOf" in base || "anyOf" in base) continue;
    for (const [value, target] of Object.entries(discriminator.mapping ?? {})) {
      for (const type of hierarchy.between(target, base)) add(values, type, discriminator.propertyName, value);
    }
    delete base.discriminator;
  }
  for (const [schema, byProperty] of values) {
    for (const [name, found] of byProperty) restrict(schema, name, found);
  }
}

/** Which component schemas have which others as a base. */
class Hierarchy {
  readonly #schemas: ReadonlyMap<string, SchemaObject>;
  readonly #bases = new Map<SchemaObject, ReadonlySet<SchemaObject>>();

  constructor(schemas: Record<string, SchemaObject>) {
    this.#schemas = new Map(Object.entries(schemas).map(([name, schema]) => [`#/components/schemas/${name}`, schema]));
  }

  /** The type at a reference and its bases, up to one of them; none if that is no base of it. */
  between(reference: string, base: SchemaObject): SchemaObject[] {
    const schema = this.#schemas.get(reference);
    return schema ? [...this.#basesOf(schema)].filter((one) => this.#basesOf(one).has(base)) : [];
  }

  /** A type, its bases, and theirs. */
  #basesOf(schema: SchemaObject): ReadonlySet<SchemaObject> {
    const known = this.#bases.get(schema);
    if (known) return known;
    const bases = new Set([schema]);
    for (const one of bases) {
      for (const part of ("allOf" in one && one.allOf) || []) {
        const base = "$ref" in part ? this.#schemas.get(part.$ref) : undefined;
        if (base) bases.add(base);
      }
    }
    this.#bases.set(schema, bases);
    return bases;
  }
}

function add(
  values: Map<SchemaObject, Map<string, string[]>>,
  schema: SchemaObject,
  property: string,
  value: string,
): void {
  const byProperty = values.get(schema) ?? new Map<string, string[]>();
  const found = byProperty.get(property) ?? [];
  values.set(schema, byProperty.set(property, found.includes(value) ? found : [...found, value]));
}

function restrict(schema: SchemaObject, property: string, values: readonly string[]): void {
  const properties = ("properties" in schema && schema.properties) || {};
  const enumeration = { ...properties[property], type: "string", enum: values };
  Object.assign(schema, { properties: { ...properties, [property]: enumeration } });
}
