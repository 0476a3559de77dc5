import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { JsonValue } from "../../../common/json-value.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import { typeOfObject } from "../../read-json-form.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import type { MethodLink } from "../operations/link-tags.ts";
import { linkedMember } from "../types/bound-links.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import type { TypeMembers } from "../types/type-members.ts";
import { shortNameOf } from "../types/type-registry.ts";
import type { ActionParameters } from "./action-parameters.ts";
import { linkMentions } from "./link-mentions.ts";
import { relatedType } from "./related-type.ts";

/** What the linking of a request body needs to know besides the page. */
export interface BodyContext {
  readonly resolver: TypeResolver;
  readonly members: TypeMembers;
  readonly actions: ActionParameters;
  /** The row of the Methods table that links the page. */
  readonly method: MethodLink | undefined;
  /** Item type of the operation's success response. */
  readonly responseType: TypeRef | undefined;
  readonly report: Report;
}

/**
 * The type whose properties the body consists of. A named type counts if the table's rows are members of it; an action's
 * table lists parameters, which are not.
 */
export function findEntity(
  facts: OperationFacts,
  values: readonly JsonValue[],
  page: GraphFacts,
  context: BodyContext,
): NamedType | undefined {
  const { properties, hasParameters } = facts.requestBody;
  const { members } = context;
  // Half of the parameters of an action can be called like members of what it acts on.
  const part = hasParameters ? 1 : 0.5;
  const rows = properties.map(({ name }) => linkedMember(name));
  const sent = values.flatMap(sentNames);
  // The rows of a table can be members of members, where the example shows how they are nested.
  const shown = hasParameters ? [] : sent;
  const fitsRows = ({ name }: NamedType) =>
    rows.length > 0 ? members.cover(name, rows, part) : values.every((value) => canBe(name, value, members));
  const fitsExample = ({ name }: NamedType) => shown.length > 0 && members.cover(name, shown, 1);
  const [named, implied] = entityCandidates(facts, values, page, context);
  return (
    named.find((type) => fitsRows(type) || fitsExample(type)) ?? implied.find(rows.length > 0 ? fitsRows : fitsExample)
  );
}

/** Whether an object can be one of the type, or be around one: `{"ship": {...}}`, `{"value": [{...}]}`. */
function canBe(type: string, value: JsonValue, members: TypeMembers): boolean {
  const own = value.kind === "object" ? value.members : [];
  const inner = own[0]?.value.kind === "array" ? own[0].value.items[0] : own[0]?.value;
  const around = own.length === 1 && inner ? sentNames(inner) : [];
  const sent = sentNames(value);
  const isNamedAlike = own.some(({ name }) => name.toLowerCase() === shortNameOf(type).toLowerCase());
  return sent.length === 0 || isNamedAlike || members.admits(type, [...sent, ...around]);
}

/** The names of the members of an object; a link stands for the member that it links: `berth@odata.bind`. */
function sentNames(value: JsonValue): string[] {
  const names = value.kind === "object" ? value.members.map(({ name }) => linkedMember(name)) : [];
  return names.filter((name) => !name.includes("@"));
}

export type NamedType = TypeRef & { readonly kind: "named" };

/**
 * The types that a body may be of: those that the section names or, for an update, that comes back; and those that nobody names:
 * what the example says it is, what the page describes that links an update in its Methods table, and what the path is about. A
 * table says more than the last two.
 */
function entityCandidates(
  facts: OperationFacts,
  values: readonly JsonValue[],
  page: GraphFacts,
  context: BodyContext,
): [named: NamedType[], implied: NamedType[]] {
  const { resolver, members, method, responseType } = context;
  const mentioned = linkMentions(facts.requestBody.types, page, { resolver, hierarchy: members.hierarchy });
  const isUpdate = facts.requests.some((request) => request.method === "patch" || request.method === "put");
  const find = (name: string) => resolver.find({ ...readTypeName(name), isCollection: false }, page) ?? [];
  const shown = values.flatMap((value) => find(typeOfObject(value) ?? ""));
  const isListed = facts.requestBody.properties.length > 0;
  const described = isUpdate && !isListed ? (method?.page.resources.flatMap(({ name }) => find(name)) ?? []) : [];
  const related = isListed ? [] : facts.requests.flatMap((request) => relatedType(request, page, context) ?? []);
  const isNamed = (type: TypeRef): type is NamedType => type.kind === "named";
  return [
    (isUpdate && responseType ? [...mentioned, responseType] : mentioned).filter(isNamed),
    [...shown, ...described, ...related].filter(isNamed),
  ];
}

/** The rows that the type does not have, on its own or deeper, where the example shows how they are nested. */
export function foreignRows(
  { name: type }: NamedType,
  { requestBody }: OperationFacts,
  values: readonly JsonValue[],
  { members }: BodyContext,
): PropertyFacts[] {
  const nested = new Set(values.flatMap((value) => namesBelow(value)));
  return requestBody.properties.filter(({ name, evidence, isUncertain }) => {
    const [first = ""] = name.split("/");
    // What a translator made of a name is reported as such.
    return (
      evidence === "table" && !isUncertain && members.share(type, [first]) === 0 && !nested.has(name.toLowerCase())
    );
  });
}

/** The names of the members of an object's members, however deep, in lower case. */
function namesBelow(value: JsonValue, isTop = true): string[] {
  if (value.kind === "array") return value.items.flatMap((item) => namesBelow(item, isTop));
  if (value.kind !== "object") return [];
  return value.members.flatMap((member) => [
    ...(isTop ? [] : [member.name.toLowerCase()]),
    ...namesBelow(member.value, false),
  ]);
}

/**
 * The rows around objects of the type, if a row that the type does not have holds them: `hatches`, a list of [hatch]. The rows
 * `width` and `cover`, which a hatch has, describe those.
 */
export function rowsAround(
  { name: type }: NamedType,
  { requestBody }: OperationFacts,
  page: GraphFacts,
  { resolver, members }: BodyContext,
): PropertyFacts[] | undefined {
  const outer = requestBody.properties.filter(({ name }) => members.share(type, [name]) === 0);
  const isHeld = outer.some((row) => {
    const found = row.type && resolver.find({ ...row.type, isCollection: false }, page);
    return found?.kind === "named" && found.name === type;
  });
  return isHeld ? outer : undefined;
}
