import type { Property, Resource } from "../../../../model/resource.ts";
import type { PrimitiveName, TypeRef } from "../../../../model/type-ref.ts";

/** A type in the words of the docs, for messages: `String collection`, `microsoft.graph.user`. */
export function formatType(type: TypeRef): string {
  switch (type.kind) {
    case "primitive":
    case "named":
      return type.name;
    case "array":
      return `collection of ${formatType(type.items)}`;
    case "object":
      return `object with ${type.properties.map(({ name }) => name).join(", ")}`;
    case "enum":
      return type.members.map(({ name }) => name).join(" | ");
    case "anyOf":
      return type.types.map(formatType).join(" or ");
    case "unknown":
      return type.text === "" ? "unknown" : type.text;
  }
}

/** Whether two types say the same. An unknown type agrees with every other. */
export function isSameType(a: TypeRef, b: TypeRef): boolean {
  if (a.kind === "unknown" || b.kind === "unknown") return true;
  if (a.kind === "array" && b.kind === "array") return isSameType(a.items, b.items);
  return formatType(a) === formatType(b);
}

type ObjectType = TypeRef & { readonly kind: "object" };

/** Pages that list different members of the same body: all of them may be sent, none of them must. */
function uniteObjects(types: readonly ObjectType[]): TypeRef {
  const properties = new Map<string, Property>();
  for (const property of types.flatMap((type) => type.properties)) {
    const isEverywhere = types.every((type) =>
      type.properties.some(({ name, required }) => name === property.name && required),
    );
    const { required: _, ...rest } = property;
    if (!properties.has(property.name))
      properties.set(property.name, { ...rest, ...(isEverywhere && { required: true }) });
  }
  return { kind: "object", properties: [...properties.values()], isOpen: types.some(({ isOpen }) => isOpen === true) };
}

/** An object with the types of members that others know more exactly. */
export function refineMembers(type: TypeRef, others: readonly TypeRef[]): TypeRef {
  if (type.kind !== "object") return type;
  const stated = others.flatMap((other) => (other.kind === "object" ? other.properties : []));
  const properties = type.properties.map((property) => {
    const exact = stated.find((other) => other.name === property.name && isMoreExact(other.type, property.type));
    return exact ? { ...property, type: exact.type } : property;
  });
  return { ...type, properties };
}

/** Whether one page knows what another leaves open: `Int32` where that one says `number`, or a type where it has none. */
function isMoreExact(type: TypeRef, other: TypeRef): boolean {
  if (other.kind !== "primitive" || type.kind !== "primitive")
    return other.kind === "unknown" && type.kind !== "unknown";
  return sizedNumbers.get(other.name)?.has(type.name) === true;
}

const integers: readonly PrimitiveName[] = ["byte", "sbyte", "int16", "int32", "int64"];
const sizedNumbers: ReadonlyMap<PrimitiveName, ReadonlySet<PrimitiveName>> = new Map([
  ["integer", new Set(integers)],
  ["number", new Set<PrimitiveName>([...integers, "integer", "single", "double", "decimal"])],
]);

/** Base types by full name. */
export class Hierarchy {
  readonly #bases: ReadonlyMap<string, string | undefined>;

  constructor(resources: readonly Pick<Resource, "name" | "baseType">[]) {
    this.#bases = new Map(resources.map(({ name, baseType }) => [name, baseType]));
  }

  /** The type and its bases, nearest first. */
  chain(name: string): string[] {
    const chain = new Set<string>();
    for (let at: string | undefined = name; at !== undefined && !chain.has(at); at = this.#bases.get(at)) chain.add(at);
    return [...chain];
  }

  /** Whether `name` is `base` or inherits from it. */
  isA(name: string, base: string): boolean {
    return this.chain(name).includes(base);
  }

  /** The nearest type that all of them are. */
  commonBase(names: readonly string[]): string | undefined {
    const [first, ...others] = names;
    if (first === undefined) return undefined;
    return this.chain(first).find((base) => others.every((name) => this.isA(name, base)));
  }

  /**
   * One type for what several pages state: the nearest documented common base of named types, else any of them.
   * Documented means more than `entity`, which says nothing.
   */
  unite(types: readonly TypeRef[]): TypeRef {
    const distinct = types.filter((type, at) => types.findIndex((other) => isSameType(other, type)) === at);
    const [first] = distinct;
    if (first === undefined) return { kind: "unknown", text: "" };
    if (distinct.length === 1) return types.find(({ kind }) => kind !== "unknown") ?? first;
    if (distinct.every((type) => type.kind === "object")) return uniteObjects(distinct as readonly ObjectType[]);
    if (distinct.every((type) => type.kind === "array")) {
      return { kind: "array", items: this.unite(distinct.map((type) => (type.kind === "array" ? type.items : type))) };
    }
    const named = distinct.flatMap((type) => (type.kind === "named" ? [type.name] : []));
    const base = named.length === distinct.length ? this.commonBase(named) : undefined;
    if (base !== undefined && !/(?:^|\.)entity$/i.test(base)) return { kind: "named", name: base };
    return { kind: "anyOf", types: distinct };
  }
}
