import type { Property, Resource } from "../../../../model/resource.ts";
import { Hierarchy } from "./compare-types.ts";

/** The members of the documented types, inherited ones and those of derived types included. */
export class TypeMembers {
  readonly hierarchy: Hierarchy;
  readonly #own: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  readonly #derived = new Map<string, string[]>();
  readonly #open: ReadonlySet<string>;

  constructor(resources: readonly Resource[]) {
    this.hierarchy = new Hierarchy(resources);
    this.#open = new Set(resources.filter(({ isOpen }) => isOpen).map(({ name }) => name));
    this.#own = new Map(
      resources.map(({ name, properties }) => [
        name,
        new Map(properties.map((property) => [property.name.toLowerCase(), property])),
      ]),
    );
    for (const { name } of resources) {
      for (const base of this.hierarchy.chain(name))
        this.#derived.set(base, [...(this.#derived.get(base) ?? []), name]);
    }
  }

  /** Whether a name is that of a documented object type. */
  isResource(name: string): boolean {
    return this.#own.has(name);
  }

  /** A member of the type or of a base, in any letter case. */
  find(name: string, member: string): Property | undefined {
    const key = member.toLowerCase();
    return this.hierarchy
      .chain(name)
      .map((type) => this.#own.get(type)?.get(key))
      .find((property) => property !== undefined);
  }

  /** The types that inherit from a type. */
  derivedFrom(name: string): readonly string[] {
    return (this.#derived.get(name) ?? []).filter((derived) => derived !== name);
  }

  /** Whether at least a part of some names are members of the type, of a base or of a derived type. */
  cover(name: string, names: readonly string[], part: number): boolean {
    if (!this.#own.has(name)) return names.length === 0;
    return names.length === 0 || this.share(name, names) >= part;
  }

  /** Which part of some member names the type has, 0 to 1. */
  share(name: string, names: readonly string[]): number {
    if (names.length === 0) return 0;
    return names.filter((member) => this.#has(name, member.toLowerCase())).length / names.length;
  }

  /** Whether an object of the type can hold any of some members. Of an open type, or one without a list, nobody knows. */
  admits(name: string, names: readonly string[]): boolean {
    const isListed = this.#related(name).some((type) => (this.#own.get(type)?.size ?? 0) > 0);
    return !isListed || this.hierarchy.chain(name).some((type) => this.#open.has(type)) || this.share(name, names) > 0;
  }

  #has(name: string, member: string): boolean {
    // Any name is a member of an open type that lists none.
    if (this.#open.has(name) && this.#own.get(name)?.size === 0) return true;
    return this.#related(name).some((type) => this.#own.get(type)?.has(member));
  }

  #related(name: string): string[] {
    return [...this.hierarchy.chain(name), ...(this.#derived.get(name) ?? [])];
  }
}
