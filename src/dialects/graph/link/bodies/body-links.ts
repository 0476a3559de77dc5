import type { Content } from "../../../../model/operation.ts";
import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { JsonMember, JsonValue } from "../../../common/json-value.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { isBoundLink, linkType } from "../types/bound-links.ts";
import type { TypeMembers } from "../types/type-members.ts";

/**
 * A body with the links that it can have instead of members (`berth@odata.bind`): those that the descriptions of rows name, and those
 * that examples send, at any depth. No table of a type lists them, and a client has to send them.
 */
export function withBoundLinks(
  content: Content,
  rows: readonly PropertyFacts[],
  values: readonly JsonValue[],
  members: TypeMembers,
): Content {
  const { extra = [] } = content;
  const type = withLinks(content.type, values, members);
  const shown = type.kind === "named" ? (type.extra ?? []) : type.kind === "object" ? type.properties : [];
  const told = rows.filter(isSentAsLink).map((row) => linkOf(row, shown));
  if (type.kind === "object") return { ...content, type: { ...type, properties: byName([...shown, ...told]) } };
  if (type.kind !== "named") return { ...content, type };
  const all = byName([...shown, ...told, ...extra]);
  return { ...content, type: { kind: "named", name: type.name }, ...(all.length > 0 && { extra: all }) };
}

/** Whether the row says that a link is sent in its place: ``Use the `berth@odata.bind` syntax``. */
export function isSentAsLink({ name, description }: PropertyFacts): boolean {
  return description?.markdown.includes(`${name}@odata.bind`) === true;
}

function linkOf({ name: member, type, description, location }: PropertyFacts, shown: readonly Property[]): Property {
  const name = `${member}@odata.bind`;
  const isCollection = type?.isCollection === true;
  const known = shown.find((property) => property.name === name);
  return {
    ...(known ?? { name, type: linkType(isCollection), location, evidence: "table" }),
    ...(description && { description }),
  };
}

/** Each property once, in the order of the first ones, as the last ones have it. */
function byName(properties: readonly Property[]): Property[] {
  return [...new Map(properties.map((property) => [property.name, property])).values()];
}

function withLinks(type: TypeRef, values: readonly JsonValue[], members: TypeMembers): TypeRef {
  if (type.kind === "array") {
    const sent = values.flatMap((value) => (value.kind === "array" ? value.items : []));
    const items = withLinks(type.items, sent, members);
    return items === type.items ? type : { ...type, items };
  }
  if (type.kind !== "named" && type.kind !== "object") return type;
  const links = linksBeyond(type, values, members);
  if (links.length === 0) return type;
  if (type.kind === "named") return { ...type, extra: links };
  return { ...type, properties: byName([...type.properties, ...links]) };
}

/** The links that values send and their type does not declare; those further down stand within the member that leads to them. */
function linksBeyond(type: TypeRef, values: readonly JsonValue[], members: TypeMembers): Property[] {
  const sent = values.flatMap((value) => (value.kind === "object" ? value.members : []));
  const sameName = Map.groupBy(sent, ({ name }) => name);
  return [...sameName].flatMap(([name, same]) => linkBeyond(declaredIn(type, name, members), same, members));
}

function linkBeyond(declared: Property | undefined, same: readonly JsonMember[], members: TypeMembers): Property[] {
  const [first] = same;
  if (!first) return [];
  const { name, location } = first;
  const isMany = same.some(({ value }) => value.kind === "array");
  if (isBoundLink(name)) return declared ? [] : [{ name, type: linkType(isMany), location, evidence: "json" }];
  if (!declared) return [];
  const values = same.map(({ value }) => value);
  const type = withLinks(declared.type, values, members);
  return type === declared.type ? [] : [{ ...declared, type }];
}

function declaredIn(type: TypeRef, name: string, members: TypeMembers): Property | undefined {
  if (type.kind === "object") return type.properties.find((property) => property.name === name);
  return type.kind === "named" ? members.find(type.name, name) : undefined;
}
