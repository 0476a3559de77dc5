import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { JsonMember, JsonValue } from "../../../common/json-value.ts";
import type { GraphFacts } from "../../facts.ts";
import { propertyName } from "../../type-diagnostics.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { asShownList } from "../examples/shown-lists.ts";
import { isBoundLink, linkedMember } from "../types/bound-links.ts";
import { linkProperty } from "../types/link-resources.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import type { TypeMembers } from "../types/type-members.ts";
import { inferMember, inferType } from "./infer-type.ts";

/** What the linking of a described body needs to know besides the page. */
export interface DescribedContext {
  readonly resolver: TypeResolver;
  readonly members: TypeMembers;
  readonly report: Report;
}

/** The object that the rows describe. A page of several scenarios describes one body and may show another. */
export function describedObject(
  properties: readonly PropertyFacts[],
  values: readonly JsonValue[],
  page: GraphFacts,
  context: DescribedContext,
): TypeRef | undefined {
  if (properties.length === 0) return undefined;
  const stated = objectOf(properties, values, page, context);
  const names = new Set(properties.map(({ name }) => name.toLowerCase()));
  const isOther = values.length > 0 && values.every((value) => !holdsAny(value, names));
  return isOther && !wrapAsShown(stated, values, context.members) ? undefined : stated;
}

/** Whether an object has a member of one of the names; one without members fits all. */
function holdsAny(value: JsonValue, names: ReadonlySet<string>): boolean {
  const members = membersOf(value);
  return members.length === 0 || members.some(({ name }) => names.has(linkedMember(name).toLowerCase()));
}

/** The object with the rows as members; the example may tell what they leave open, and how a name is spelt. */
export function objectOf(
  properties: readonly PropertyFacts[],
  values: readonly JsonValue[],
  page: GraphFacts,
  context: DescribedContext,
): TypeRef {
  const all = Map.groupBy(values.flatMap(membersOf), ({ name }) => name.toLowerCase());
  const shown = new Map([...all].flatMap(([name, members]) => members.slice(-1).map((member) => [name, member])));
  const linked = properties.map((row) => {
    const property = linkProperty(row, page, context.resolver);
    const member = shown.get(row.name.toLowerCase());
    if (!member) return property;
    if (member.name !== row.name) context.report(propertyName(row.location, member.name, row.name));
    const isOpen = property.type.kind === "unknown";
    const type = isOpen
      ? inferType(member.value, page, context.resolver)
      : asShownList(property, all.get(row.name.toLowerCase()) ?? [], context);
    return { ...property, name: member.name, type };
  });
  // JSON in the section is an example like any other; tables leave links out.
  const isListed = properties.some(({ evidence }) => evidence === "table");
  const known = new Set(linked.map(({ name }) => name));
  const others = [...shown.values()].filter(({ name }) => !known.has(name) && (!isListed || isBoundLink(name)));
  return {
    kind: "object",
    ...(!isListed && { isOpen: true }),
    properties: [...linked, ...others.map((member) => inferMember(member, page, context.resolver))],
  };
}

/**
 * The section describes what the example sends inside of something: `{"passwordCredential": {...}}`, `{"value": [{...}]}`. The
 * one member of the example is not described, those of its value are.
 */
export function wrapAsShown(stated: TypeRef, values: readonly JsonValue[], members: TypeMembers): TypeRef | undefined {
  const isMember = (name: string) =>
    stated.kind === "named"
      ? members.share(stated.name, [name]) > 0
      : stated.kind === "object" && stated.properties.some((property) => property.name === name);
  for (const value of values) {
    const [outer, ...others] = membersOf(value);
    if (!outer || others.length > 0 || isMember(outer.name)) continue;
    const isList = outer.value.kind === "array";
    const inner = membersOf(outer.value.kind === "array" ? outer.value.items[0] : outer.value);
    if (inner.length === 0 || !inner.every(({ name }) => isMember(name))) continue;
    const type: TypeRef = isList ? { kind: "array", items: stated } : stated;
    return { kind: "object", properties: [{ name: outer.name, type, location: outer.location, evidence: "json" }] };
  }
  return undefined;
}

/** The members of an object, links among them; annotations (`@odata.type`) are none. */
export function membersOf(value: JsonValue | undefined): readonly JsonMember[] {
  return value?.kind === "object" ? value.members.filter(({ name }) => !linkedMember(name).includes("@")) : [];
}
