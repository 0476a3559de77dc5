import type { TypeRef } from "../../../../model/type-ref.ts";
import type { SourceLocation } from "../../../../source/location.ts";
import { envelopedValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import { responseTypeConflict } from "../../diagnostics.ts";
import type { ResponseExample } from "../../example-facts.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import { formatType, type Hierarchy } from "../types/compare-types.ts";
import { linkProperty } from "../types/link-resources.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import { shortNameOf } from "../types/type-registry.ts";
import { linkMentions } from "./link-mentions.ts";
import type { ResponseContext } from "./response-context.ts";

/**
 * The type of the body or of its items: sentence and annotation, checked against each other, then the table of the section, then
 * the Methods table.
 */
export function itemType(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): TypeRef | undefined {
  const { resolver, hierarchy } = context;
  const annotated = annotatedType(page, shown, resolver);
  const mentioned = linkMentions(facts.response.types, page, context);
  const agreed = mentioned.find(
    (type) => annotated && (agrees(type, annotated, hierarchy) || formatType(type) === formatType(annotated)),
  );
  if (agreed) return agreed;
  const [stated] = mentioned;
  if (annotated?.kind === "named") {
    const [created] = request.method === "post" ? linkMentions(facts.requestBody.types, page, context) : [];
    const location = facts.response.location ?? page.location;
    return bestFitting(annotated, [stated, created], memberNames(shown), location, context);
  }
  const rows = facts.response.properties;
  const inline: TypeRef | undefined =
    rows.length > 0 ? { kind: "object", properties: rows.map((row) => linkProperty(row, page, resolver)) } : undefined;
  return annotated ?? stated ?? inline ?? returnType(context);
}

function annotatedType(
  page: GraphFacts,
  shown: readonly ResponseExample[],
  resolver: TypeResolver,
): TypeRef | undefined {
  const type = shown.map(({ annotation }) => annotation.type).find((name) => name !== undefined && !/None$/.test(name));
  const found = type === undefined ? undefined : resolver.find({ ...readTypeName(type), isCollection: false }, page);
  const isText = found?.kind === "primitive" && found.name !== "stream" && found.name !== "object";
  return isText && shown.some(showsObject) ? undefined : found;
}

/** Members of its own, which no text or number has: the annotation is from another page. */
function showsObject({ body }: ResponseExample): boolean {
  const value = readJsonBody(body);
  if (value?.kind !== "object" || envelopedValue(value)) return false;
  return value.members.some(({ name }) => !name.includes("@"));
}

/** The type that has most of the members which the example shows; annotations are copied from page to page. */
function bestFitting(
  annotated: TypeRef & { readonly kind: "named" },
  [stated, created]: readonly [stated: TypeRef | undefined, created: TypeRef | undefined],
  shown: readonly string[],
  location: SourceLocation,
  { members, report }: ResponseContext,
): TypeRef {
  let best = annotated;
  const compare = (other: TypeRef | undefined, isConflict: (isBetter: boolean) => boolean) => {
    if (other?.kind !== "named" || other.name === best.name) return;
    const isBetter = members.share(other.name, shown) > members.share(best.name, shown);
    if (isConflict(isBetter)) report(responseTypeConflict(location, formatType(other), formatType(best)));
    if (isBetter) best = other;
  };
  // A sentence may link the type of a member that it speaks of.
  compare(stated, () => !(stated && isMember(stated, shown)));
  // What is sent need not be what comes back.
  compare(created, (isBetter) => isBetter);
  return best;
}

/** Whether a type has the name of a member that the example shows: `place` of a `desk`. */
function isMember(type: TypeRef, shown: readonly string[]): boolean {
  const name = type.kind === "named" ? shortNameOf(type.name).toLowerCase() : undefined;
  return shown.some((member) => member.toLowerCase() === name);
}

/** The member names of the first object that examples show. */
function memberNames(shown: readonly ResponseExample[]): string[] {
  for (const { body } of shown) {
    const value = readJsonBody(body);
    const listed = memberOf(value, "value");
    const item = listed?.kind === "array" ? listed.items[0] : (listed ?? value);
    if (item?.kind === "object") return item.members.map(({ name }) => name).filter((name) => !name.includes("@"));
  }
  return [];
}

/** Whether the sentence names the annotated type or a base of it. */
function agrees(stated: TypeRef, annotated: TypeRef, hierarchy: Hierarchy): boolean {
  if (stated.kind === "anyOf") return stated.types.some((type) => agrees(type, annotated, hierarchy));
  return stated.kind === "named" && annotated.kind === "named" && hierarchy.isA(annotated.name, stated.name);
}

function returnType({ resolver, method }: ResponseContext): TypeRef | undefined {
  const returns = method?.facts.returns;
  if (!method || !returns) return undefined;
  const found = resolver.find({ ...returns, isCollection: false }, method.page);
  return found?.kind === "primitive" && found.name === "object" ? undefined : found;
}
