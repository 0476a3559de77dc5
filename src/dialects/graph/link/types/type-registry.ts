import type { Located } from "../../../../source/location.ts";
import { compareLocations } from "../../../../source/location.ts";
import { pageName, type TypeExpression } from "../../../common/type-expression.ts";
import type { GraphFacts } from "../../facts.ts";
import type { EnumFacts, ResourceFacts } from "../../type-facts.ts";
import { spellingsOfTypes } from "../operations/operation-id.ts";

/** An object type or enumeration, under its full name, with the pages that describe it. */
export type NamedType = NamedResource | NamedEnum;

/** An object type and every description of it. */
export interface NamedResource {
  readonly kind: "resource";
  readonly name: string;
  readonly described: readonly { readonly page: GraphFacts; readonly facts: ResourceFacts }[];
}

/** An enumeration and every description of it. */
export interface NamedEnum {
  readonly kind: "enum";
  readonly name: string;
  readonly described: readonly { readonly page: GraphFacts; readonly facts: EnumFacts }[];
}

/** Finds types by the names and links under which pages refer to them. */
export class TypeRegistry {
  /** The namespace that most types of the docs have; empty where the docs name none. */
  readonly namespace: string;
  /** How the names of types spell words. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, NamedType>();
  readonly #byShortName = new Map<string, NamedType[]>();
  readonly #byPage = new Map<string, { readonly type: NamedType; readonly anchor?: string }[]>();

  constructor(pages: readonly GraphFacts[]) {
    this.namespace = commonNamespace(pages);
    for (const page of pages) {
      for (const facts of page.enums) this.#addEnum(page, facts);
      for (const facts of page.resources) this.#addResource(page, facts);
    }
    this.spellings = spellingsOfTypes(this.all().map(({ name }) => name));
  }

  /** All types, sorted by name. */
  all(): NamedType[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The type of this full name, in any letter case. */
  get(name: string): NamedType | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** The type that an expression refers to, seen from a page: by link, full name, or short name. */
  find(expression: Pick<TypeExpression, "name" | "link">, page: Pick<GraphFacts, "namespace">): NamedType | undefined {
    const name = expression.name.replace(/^graph\./i, "microsoft.graph.");
    const linked = this.#findLinked(expression);
    return linked ?? this.get(name) ?? this.#findShort(shortNameOf(name), page.namespace ?? this.namespace);
  }

  /** The types that a page describes. */
  describedOn(page: string): NamedType[] {
    return (this.#byPage.get(page) ?? []).map(({ type }) => type);
  }

  #findLinked({ name, link }: Pick<TypeExpression, "name" | "link">): NamedType | undefined {
    if (!link) return undefined;
    const there = this.#byPage.get(link.page) ?? [];
    const short = shortNameOf(name).toLowerCase();
    const found =
      there.find(({ anchor }) => anchor !== undefined && anchor === link.anchor) ??
      there.find(({ type }) => shortNameOf(type.name).toLowerCase() === short) ??
      there.find(({ anchor }) => anchor === undefined);
    if (found) return found.type;
    return this.#findShort(link.page.replace(/^intune-(?:[a-z0-9]+-)?/, ""), this.namespace);
  }

  /** The full name that a short one has on a page. */
  qualify(short: string, page: Pick<GraphFacts, "namespace">): string {
    const namespace = page.namespace ?? this.namespace;
    return namespace === "" ? short : `${namespace}.${short}`;
  }

  /** Short names are not unique across namespaces: the nearest one counts. */
  #findShort(name: string, namespace: string): NamedType | undefined {
    const candidates = this.#byShortName.get(name.toLowerCase()) ?? [];
    const within = (prefix: string) => candidates.find((type) => namespaceOf(type.name) === prefix.toLowerCase());
    return within(namespace) ?? within(this.namespace) ?? candidates[0];
  }

  #addResource(page: GraphFacts, facts: ResourceFacts): void {
    const name = this.#fullName(page, facts);
    if (name === "") return;
    const known = this.get(name);
    if (known?.kind === "enum") return;
    const described = [...(known?.described ?? []), { page, facts }];
    // The page named after the type describes it best; the others add to it.
    described.sort(
      (a, b) => rank(a.page, name) - rank(b.page, name) || compareLocations(a.facts.location, b.facts.location),
    );
    this.#add({ kind: "resource", name: known?.name ?? name, described }, page, undefined);
  }

  #addEnum(page: GraphFacts, facts: EnumFacts): void {
    const name = this.#fullName(page, facts);
    if (name === "") return;
    const known = this.get(name);
    const described = known?.kind === "enum" ? [...known.described, { page, facts }] : [{ page, facts }];
    this.#add({ kind: "enum", name: known?.name ?? name, described }, page, facts.anchor);
  }

  #add(type: NamedType, page: GraphFacts, anchor: string | undefined): void {
    const key = type.name.toLowerCase();
    const previous = this.#byName.get(key);
    this.#byName.set(key, type);
    if (previous) this.#replace(previous, type);
    else append(this.#byShortName, shortNameOf(key), type);
    const there = this.#byPage.get(page.page) ?? [];
    if (!there.some((entry) => entry.type === type)) {
      this.#byPage.set(page.page, [...there, { type, ...(anchor !== undefined && { anchor }) }]);
    }
  }

  #replace(previous: NamedType, type: NamedType): void {
    const short = shortNameOf(type.name).toLowerCase();
    this.#byShortName.set(
      short,
      (this.#byShortName.get(short) ?? []).map((entry) => (entry === previous ? type : entry)),
    );
    for (const { page } of previous.described) {
      const there = this.#byPage.get(page.page) ?? [];
      this.#byPage.set(
        page.page,
        there.map((entry) => (entry.type === previous ? { ...entry, type } : entry)),
      );
    }
  }

  #fullName(page: GraphFacts, { name, isFullName }: { name: string; isFullName: boolean }): string {
    const clean = name.replace(/[^\w.]+/g, "");
    if (clean === "") return "";
    if (isFullName && !/^\.|\.$|\.\./.test(clean)) return clean;
    const short = lowerFirst(shortNameOf(clean));
    return short === "" ? "" : this.qualify(short, page);
  }
}

/** The last part of a dotted name. */
export function shortNameOf(name: string): string {
  return name.split(".").at(-1) ?? name;
}

/** All of a dotted name but its last part, in lower case. */
export function namespaceOf(name: string): string {
  return name.split(".").slice(0, -1).join(".").toLowerCase();
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** `intune-apps-iosLobApp.md` and `ioslobapp.md` are pages of `iosLobApp`. */
function rank(page: GraphFacts, name: string): number {
  const short = shortNameOf(name).toLowerCase();
  const file = pageName(page.file);
  if (file === short) return 0;
  return file.endsWith(`-${short}`) ? 1 : 2;
}

function commonNamespace(pages: readonly (GraphFacts & Located)[]): string {
  const counts = new Map<string, number>();
  for (const { resources, enums, namespace } of pages) {
    const stated = [...resources, ...enums].filter(({ isFullName }) => isFullName).map(({ name }) => name);
    const names = [...stated.map((name) => name.split(".").slice(0, -1).join(".")), ...(namespace ? [namespace] : [])];
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best?.[0] ?? "";
}
