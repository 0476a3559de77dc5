import type { Enum, EnumMember } from "../../../../model/enum.ts";
import type { Property, Resource } from "../../../../model/resource.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { primitiveOf } from "../../../common/vocabulary.ts";
import type { GraphFacts } from "../../facts.ts";
import { propertyMissing, typeConflict, typeDuplicate } from "../../type-diagnostics.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { isBoundLink, linkType } from "./bound-links.ts";
import { formatType, isSameType } from "./compare-types.ts";
import { InheritedNames } from "./link-bases.ts";
import type { TypeResolver } from "./resolve-type.ts";
import { isEvolvable } from "./row-enums.ts";
import { type NamedEnum, type NamedResource, shortNameOf } from "./type-registry.ts";

/** The object types of the docs, sorted by name. */
export function linkResources(resolver: TypeResolver, bases: ReadonlyMap<string, string>, report: Report): Resource[] {
  const types = resolver.registry.all().filter((type) => type.kind === "resource");
  const inherited = new InheritedNames(types, bases);
  return types.map((type) => linkResource(type, bases.get(type.name), inherited.of(type.name), resolver, report));
}

/** The enumerations of the docs, sorted by name: those that rows name and list, and those with a page or section of their own. */
export function linkEnums(resolver: TypeResolver): Enum[] {
  const listed = resolver.namedInPlace();
  const names = new Set(listed.map(({ name }) => name));
  const described = resolver.registry.all().filter((type) => type.kind === "enum");
  return [...described.filter(({ name }) => !names.has(name)).map(linkEnum), ...listed].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function linkEnum({ name, described }: NamedEnum): Enum {
  const members = new Map<string, EnumMember>();
  for (const { facts } of described)
    for (const member of facts.members) if (!members.has(member.name)) members.set(member.name, member);
  const [first] = described;
  // A section says nothing of its own where it has no prose; the page's is about something else.
  const description =
    first?.facts.description ?? (first?.facts.anchor === undefined ? first?.page.description : undefined);
  return {
    name,
    members: [...members.values()],
    isOpen: isEvolvable([...members.values()]),
    isFlags: described.some(({ facts }) => facts.isFlags),
    location: (first as NamedEnum["described"][number]).facts.location,
    ...(description && { description }),
  };
}

function linkResource(
  { name, described }: NamedResource,
  baseType: string | undefined,
  inherited: ReadonlySet<string>,
  resolver: TypeResolver,
  report: Report,
): Resource {
  const [first, ...others] = described as [NamedResource["described"][number], ...NamedResource["described"]];
  for (const other of others) {
    report({
      ...typeDuplicate(other.facts.location, name),
      related: [{ message: "First described here", location: first.facts.location }],
    });
  }
  const key = described.map(({ facts }) => facts.key).find((names) => names.length > 0);
  const { page, facts } = first;
  const description = facts.title === undefined ? page.description : facts.description;
  return {
    name,
    title: facts.title ?? page.title,
    properties: linkProperties({ kind: "resource", name, described }, inherited, resolver, report),
    isAbstract: described.some(({ facts }) => facts.isAbstract),
    isOpen: described.some(({ facts }) => facts.isOpen),
    // A page that describes the type `Json` describes a word, not an object.
    ...(primitiveOf(shortNameOf(name)) === "object" && described.every(({ facts }) => facts.properties.length === 0)
      ? { isAnyValue: true }
      : {}),
    location: first.facts.location,
    alsoAt: others.map(({ facts }) => facts.location),
    ...(description && { description }),
    ...(page.deprecated && { deprecated: page.deprecated }),
    ...(key && { key }),
    ...(baseType && { baseType }),
  };
}

/** The properties of a type; JSON blocks show inherited ones, too, which belong to the base. */
function linkProperties(
  { name, described }: NamedResource,
  inherited: ReadonlySet<string>,
  resolver: TypeResolver,
  report: Report,
): Property[] {
  const properties = new Map<string, Property>();
  for (const { page, facts } of described) {
    const hasTables = facts.properties.some(({ evidence }) => evidence === "table");
    const own = facts.properties.filter(({ evidence, name: own }) => evidence === "table" || !inherited.has(own));
    for (const property of own) {
      if (property.evidence === "json" && hasTables) report(propertyMissing(property.location, property.name, name));
      // What a create request requires is said of the request; responses leave properties out all the same.
      const { required: _, ...linked } = linkProperty(property, page, resolver);
      const known = properties.get(property.name);
      if (!known) properties.set(property.name, linked);
      else if (!isSameType(known.type, linked.type)) {
        report({
          ...typeConflict(linked.location, property.name, formatType(known.type), formatType(linked.type)),
          related: [{ message: "First stated here", location: known.location }],
        });
      }
    }
  }
  return [...properties.values()];
}

/** A table row, or a member of a JSON representation, as a property of the model. */
export function linkProperty(facts: PropertyFacts, page: GraphFacts, resolver: TypeResolver): Property {
  const {
    name,
    isNavigation,
    description,
    required,
    readOnly,
    nullable,
    deprecated,
    defaultValue,
    location,
    evidence,
    isUncertain,
  } = facts;
  return {
    name,
    type: isBoundLink(name) ? linkType(isList(facts)) : resolver.ofProperty(facts, page),
    isNavigation,
    evidence,
    location,
    ...(description && { description }),
    ...(required && { required }),
    ...(readOnly && { readOnly }),
    ...(deprecated && { deprecated: true }),
    ...(isUncertain && { isUncertain }),
    ...(nullable !== undefined && { nullable }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(facts.maxLength !== undefined && { maxLength: facts.maxLength }),
  };
}

function isList({ type, json }: PropertyFacts): boolean {
  return type?.isCollection === true || json?.kind === "array";
}
