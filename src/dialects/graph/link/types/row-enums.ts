import type { Enum } from "../../../../model/enum.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { SourceLocation } from "../../../../source/location.ts";
import { valueUnlisted } from "../../type-diagnostics.ts";
import type { ValueFacts } from "../../type-facts.ts";
import { type NamedEnum, shortNameOf, type TypeRegistry } from "./type-registry.ts";

/** The enumerations whose members table rows list: without a page of their own, or with one that lists something else. */
export class RowEnums {
  readonly #registry: TypeRegistry;
  readonly #report: Report;
  readonly #enums = new Map<string, Enum>();

  constructor(registry: TypeRegistry, report: Report) {
    this.#registry = registry;
    this.#report = report;
  }

  /** Those found so far, sorted by name. */
  all(): Enum[] {
    return [...this.#enums.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Adds the values of one more place; the name as it was first spelt. */
  add(name: string, values: readonly ValueFacts[], location: SourceLocation): string {
    const known = this.#enums.get(name.toLowerCase());
    const members = [...(known?.members ?? [])];
    for (const value of values) if (!members.some((member) => member.name === value.name)) members.push(value);
    this.#enums.set(name.toLowerCase(), {
      name: known?.name ?? name,
      members,
      isOpen: isEvolvable(members),
      location: known?.location ?? location,
    });
    return known?.name ?? name;
  }

  /**
   * The page of an enumeration knows its members best: where a row lists others besides, it is the row that is wrong, mostly in
   * letter case. But if not one value is a member, the members were copied from another enumeration.
   */
  check(type: TypeRef, values: readonly ValueFacts[]): void {
    const item = type.kind === "array" ? type.items : type;
    const described = item.kind === "named" ? this.#registry.get(item.name) : undefined;
    if (described?.kind !== "enum") return;
    const members = membersOf(described);
    const others = values.filter(({ name }) => !members.includes(name));
    const [first] = others;
    const [origin] = described.described;
    if (!first || !origin) return;
    this.#report({
      ...valueUnlisted(first.location, shortNameOf(described.name), others.map(({ name }) => `\`${name}\``).join(", ")),
      related: [{ message: "Members listed here", location: origin.facts.location }],
    });
    if (values.length > 1 && areForeign(values, members)) this.add(described.name, values, first.location);
  }
}

/** Whether a row lists values of which none is a member of its enumeration, letter case included. */
export function areAllOthers(values: readonly ValueFacts[], named: NamedEnum): boolean {
  const members = membersOf(named);
  return values.length > 1 && members.length > 0 && !values.some(({ name }) => members.includes(name));
}

function membersOf({ described }: NamedEnum): string[] {
  return described.flatMap(({ facts }) => facts.members.map(({ name }) => name));
}

/** Whether no value is a member, in any letter case. */
function areForeign(values: readonly ValueFacts[], members: readonly string[]): boolean {
  const known = new Set(members.map((name) => name.toLowerCase()));
  return values.every(({ name }) => !known.has(name.toLowerCase()));
}

/** `unknownFutureValue` marks an enumeration to which members may be added (Microsoft REST API guidelines). */
export function isEvolvable(values: readonly { readonly name: string }[]): boolean {
  return values.some(({ name }) => name === "unknownFutureValue");
}
