import type { Resource } from "../model/resource.ts";

/** Which type inherits from which. */
export class TypeHierarchy {
  readonly #byName = new Map<string, Resource>();
  readonly #children = new Map<string, Resource[]>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) if (!this.#byName.has(resource.name)) this.#byName.set(resource.name, resource);
    for (const resource of resources) {
      const base = this.baseOf(resource);
      if (!base) continue;
      const siblings = this.#children.get(base.name);
      if (siblings) siblings.push(resource);
      else this.#children.set(base.name, [resource]);
    }
  }

  /** The base type, if it is documented and does not, in the end, inherit from the type itself. */
  baseOf(resource: Resource): Resource | undefined {
    const base = this.#find(resource.baseType);
    const seen = new Set<Resource>();
    for (let ancestor = base; ancestor && !seen.has(ancestor); ancestor = this.#find(ancestor.baseType)) {
      if (ancestor.name === resource.name) return undefined;
      seen.add(ancestor);
    }
    return base;
  }

  /** All types that inherit from this one, at any depth, sorted by name. */
  derivedFrom(resource: Resource): Resource[] {
    const derived = [...(this.#children.get(resource.name) ?? [])];
    for (const type of derived) derived.push(...(this.#children.get(type.name) ?? []));
    return derived.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  #find(name: string | undefined): Resource | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }
}
