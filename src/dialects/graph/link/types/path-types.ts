import pluralize from "pluralize";
import type { Operation } from "../../../../model/operation.ts";
import type { Property, Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import { shortNameOf } from "./type-registry.ts";

/**
 * What stands at a path: what GET returns there, else what the steps to it say. A key leads to an object of a list, a name to
 * the member of that name, a cast to its type, and the first segment to the type that is called like it (`/security`).
 */
export class PathTypes {
  readonly #returned = new Map<string, TypeRef>();
  readonly #added = new Map<string, TypeRef>();
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #byShortName: ReadonlyMap<string, Resource>;
  readonly #byFullName: ReadonlyMap<string, Resource>;
  readonly #children: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #known = new Map<string, TypeRef | undefined>();

  constructor(operations: readonly Operation[], resources: readonly Resource[]) {
    this.#resources = new Map(resources.map((resource) => [resource.name, resource]));
    const values = new Set(resources.flatMap(({ properties }) => properties.flatMap(valueType)));
    const entities = resources.filter(({ name }) => !values.has(name)).reverse();
    this.#byShortName = new Map(entities.map((type) => [shortNameOf(type.name).toLowerCase(), type]));
    this.#byFullName = new Map(resources.map((type) => [type.name.toLowerCase(), type]));
    this.#children = childrenOf(operations);
    for (const { method, path, responses } of operations) {
      const type = responses.find(({ status }) => status === "200" || status === "201")?.contents[0]?.type;
      if (type && method === "get") this.#returned.set(path.toLowerCase(), type);
      if (type && method === "post") this.#added.set(path.toLowerCase(), type);
    }
  }

  /** The type of what stands at a path, in any letter case. */
  at(path: string): TypeRef | undefined {
    const key = path.toLowerCase();
    if (!this.#known.has(key)) this.#known.set(key, this.#returned.get(key) ?? this.#step(key));
    return this.#known.get(key);
  }

  /** The member of a type or of its bases, with its name in any letter case. */
  member(type: string, name: string): Property | undefined {
    const seen = new Set<Resource>();
    for (let at = this.#resources.get(type); at && !seen.has(at); at = this.#resources.get(at.baseType ?? "")) {
      seen.add(at);
      const found = at.properties.find((property) => property.name.toLowerCase() === name.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }

  /**
   * The type of a step that no page reads and no table lists, by its name: `/users/{id}/desk/drawers` leads through `userDesk`, if
   * that has drawers.
   */
  implied(path: string): TypeRef | undefined {
    const { parent, segment } = lastStep(path.toLowerCase());
    const owner = this.at(parent);
    if (owner?.kind !== "named" || this.#returned.has(path.toLowerCase()) || this.member(owner.name, segment))
      return undefined;
    return this.#calledLike(`${shortNameOf(owner.name)}${segment}`, path);
  }

  /** What the relationship leads to that a path ends with, as the type before it documents it; after a key, one of its list. */
  related(path: string): TypeRef | undefined {
    const { parent, segment } = lastStep(path.toLowerCase());
    if (parent === "") return undefined;
    if (isKey(segment)) {
      const list = this.related(parent);
      return list?.kind === "array" ? list.items : undefined;
    }
    const owner = this.at(parent);
    const member = owner?.kind === "named" ? this.member(owner.name, segment) : undefined;
    return member?.isNavigation ? member.type : undefined;
  }

  #step(path: string): TypeRef | undefined {
    const { parent, segment } = lastStep(path);
    if (isKey(segment)) return this.#item(parent);
    if (segment.includes(".")) return this.#cast(parent, segment);
    if (parent === "") {
      const type = this.#byShortName.get(segment);
      return type ? { kind: "named", name: type.name } : this.#calledLike(`${pluralize.singular(segment)}root`, path);
    }
    const owner = this.at(parent);
    const member = owner?.kind === "named" ? this.member(owner.name, segment) : undefined;
    return member ? member.type : this.implied(path);
  }

  #cast(parent: string, segment: string): TypeRef | undefined {
    const type = this.#byFullName.get(segment);
    if (!type) return undefined;
    const named: TypeRef = { kind: "named", name: type.name };
    return this.at(parent)?.kind === "array" ? { kind: "array", items: named } : named;
  }

  /** The type of a short name, if it has a member that documented paths take next. */
  #calledLike(name: string, path: string): TypeRef | undefined {
    const type = this.#byShortName.get(name.toLowerCase());
    const next = [...(this.#children.get(path.toLowerCase()) ?? [])];
    return type && next.some((child) => this.member(type.name, child)) ? { kind: "named", name: type.name } : undefined;
  }

  /** An object of the list at a path: what GET lists there, or what POST adds. */
  #item(path: string): TypeRef | undefined {
    const list = this.at(path);
    return list?.kind === "array" ? list.items : this.#added.get(path);
  }
}

function lastStep(path: string): { parent: string; segment: string } {
  const [, parent = "", segment = ""] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
  return { parent, segment };
}

/** The segments that follow each path and its beginnings, in lower case. */
function childrenOf(operations: readonly Operation[]): Map<string, Set<string>> {
  const children = new Map<string, Set<string>>();
  for (const operation of operations) {
    for (let path = operation.path.toLowerCase(); path !== ""; path = lastStep(path).parent) {
      const { parent, segment } = lastStep(path);
      children.set(parent, (children.get(parent) ?? new Set()).add(segment));
    }
  }
  return children;
}

/** The name of a type that a property has as its value: such a type has no path of its own. */
function valueType({ type, isNavigation }: Property): string[] {
  const item = type.kind === "array" ? type.items : type;
  return item.kind === "named" && !isNavigation ? [item.name] : [];
}

/** A placeholder, or the id of one object that a request line was written with. */
function isKey(segment: string): boolean {
  return /^\{[^}/]*\}$/.test(segment) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(segment);
}
