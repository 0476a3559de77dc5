import { primitiveOf } from "../common/vocabulary.ts";
import type { JsonForm, PropertyFacts } from "./type-facts.ts";

/**
 * A row `address/street` or `address.street` below a row `address` describes a member of its object; `address/country/code` one of a
 * member. Names that the JSON shows as they are (`own`) have their dots, and what is text or a number has no members.
 */
export function nestMembers(rows: readonly PropertyFacts[], own: ReadonlySet<string> = new Set()): PropertyFacts[] {
  const members = new Map<string, PropertyFacts[]>(rows.filter(mayHaveMembers).map(({ name }) => [name, []]));
  const outer = rows.filter((row) => {
    const [owner, rest] = own.has(row.name) ? [row.name] : splitName(row.name);
    const siblings = rest === undefined ? undefined : members.get(owner);
    if (rest !== undefined) siblings?.push({ ...row, name: rest });
    return siblings === undefined;
  });
  return outer.map((row) => {
    const inner = members.get(row.name) ?? [];
    return inner.length === 0 ? row : { ...row, json: objectOf(row, nestMembers(withOwners(inner))) };
  });
}

/** What the members of a row make of its value: an object, or a list of them. */
export function objectOf({ type }: PropertyFacts, properties: readonly PropertyFacts[]): JsonForm {
  const object: JsonForm = { kind: "object", properties };
  return type?.isCollection ? { kind: "array", items: object } : object;
}

/** `address/street`, `stops[].name`; `@odata.type` is one name. */
function splitName(name: string): readonly [owner: string, rest?: string] {
  const [, owner, rest] = /^([^@./][^./]*?)(?:\[\])?[./](.+)$/.exec(name) ?? [];
  return owner === undefined || rest === undefined ? [name] : [owner, rest];
}

/** Whether a row can be an object: what is text or a number has no members. */
export function mayHaveMembers({ type }: Pick<PropertyFacts, "type">): boolean {
  const primitive = primitiveOf(type?.name ?? "");
  return primitive === undefined || primitive === "object";
}

/** With a row for each object that only the rows of its members name. */
function withOwners(rows: readonly PropertyFacts[]): PropertyFacts[] {
  const known = new Set(rows.map(({ name }) => name));
  const owners = rows.flatMap(({ name, location }): PropertyFacts[] => {
    const [owner, rest] = splitName(name);
    if (rest === undefined || known.has(owner)) return [];
    known.add(owner);
    return [{ name: owner, ...plain, location }];
  });
  return [...rows, ...owners];
}

const plain = { isNavigation: false, readOnly: false, deprecated: false, values: [], evidence: "table" } as const;
