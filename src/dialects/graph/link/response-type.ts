import type { Content } from "../../../model/operation.ts";
import type { TypeRef } from "../../../model/type-ref.ts";
import type { Report } from "../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../common/json-value.ts";
import type { RequestLine } from "../../common/request-line.ts";
import { readTypeName } from "../../common/type-expression.ts";
import { responseTypeConflict, responseUntyped } from "../diagnostics.ts";
import type { GraphFacts, MethodFacts, OperationFacts, ResponseExample } from "../facts.ts";
import { formatType, type Hierarchy } from "./compare-types.ts";
import { inferType } from "./infer-type.ts";
import { linkProperty } from "./link-resources.ts";
import type { TypeResolver } from "./resolve-type.ts";
import type { TypeMembers } from "./type-members.ts";

/** What the linking of responses needs to know besides the page. */
export interface ResponseContext {
  readonly resolver: TypeResolver;
  readonly hierarchy: Hierarchy;
  readonly members: TypeMembers;
  /** The row of the Methods table that links the page. */
  readonly method: { readonly facts: MethodFacts; readonly page: GraphFacts } | undefined;
  readonly report: Report;
}

/** The success body's media type and type, from the best evidence; undefined if nothing speaks of a body. */
export function bodyType(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): Omit<Content, "location"> | undefined {
  const mediaType = "application/json";
  if (/\/\$value$/.test(request.path.path)) return { mediaType: "application/octet-stream", type: stream };
  if (/\/\$count$/.test(request.path.path))
    return { mediaType: "text/plain", type: { kind: "primitive", name: "int32" } };
  const values = shown.map(({ body }) => readJsonBody(body)).filter((value) => value !== undefined);
  const item = asJson(castType(request, page, context) ?? itemType(facts, page, shown, context), values);
  if (item) return { mediaType, type: isCollection(request, facts, shown, values) ? arrayOf(item) : item };
  const listed = memberOf(values[0], "value");
  const [value] = values;
  if (value)
    return {
      mediaType,
      type: listed ? inferType(listed, page, context.resolver) : inferType(value, page, context.resolver),
    };
  if (facts.response.isBinary) return { mediaType: "application/octet-stream", type: stream };
  const linked = facts.response.types.find(({ link }) => link !== undefined);
  if (linked === undefined && !shown.some(({ body }) => body !== undefined)) return undefined;
  context.report(responseUntyped(facts.response.location ?? page.location));
  return { mediaType, type: { kind: "unknown", text: linked?.text ?? "" } };
}

/** A stream that an example shows inside JSON is base64 text. */
function asJson(type: TypeRef | undefined, values: readonly JsonValue[]): TypeRef | undefined {
  const isStream = type?.kind === "primitive" && type.name === "stream";
  return isStream && memberOf(values[0], "value")?.kind === "string" ? { kind: "primitive", name: "binary" } : type;
}

const stream: TypeRef = { kind: "primitive", name: "stream" };

function arrayOf(type: TypeRef): TypeRef {
  return type.kind === "array" ? type : { kind: "array", items: type };
}

/** `/places/microsoft.graph.roomList` returns room lists, whatever else the page describes. */
function castType(request: RequestLine, page: GraphFacts, { resolver }: ResponseContext): TypeRef | undefined {
  const cast = /\/((?:\w+\.)+\w+)$/.exec(request.path.path)?.[1];
  if (request.method !== "get" || cast === undefined || resolver.registry.get(cast) === undefined) return undefined;
  return resolver.find({ name: cast, isCollection: false }, page);
}

/** The body decides, then the sentence, then the annotation: annotations forget `isCollection` in 30 of 100 cases. */
function isCollection(
  request: RequestLine,
  facts: OperationFacts,
  shown: readonly ResponseExample[],
  values: readonly JsonValue[],
): boolean {
  // An example of a list on the page of a single object was copied from another page.
  if (request.method === "get" && /\}$/.test(request.path.path) && !facts.response.isCollection) return false;
  const listed = memberOf(values[0], "value");
  if (listed) return listed.kind === "array" || values.some((value) => memberOf(value, "value")?.kind === "array");
  if (values.length > 0) return false;
  const annotated = shown.map(({ annotation }) => annotation.isCollection).find((known) => known !== undefined);
  return facts.response.isCollection || annotated === true;
}

/** The type of the body or of its items: sentence and annotation, checked against each other, then the Methods table. */
function itemType(
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): TypeRef | undefined {
  const { resolver, hierarchy, report } = context;
  const annotation = shown
    .map((example) => example.annotation.type)
    .find((type) => type !== undefined && !/None$/.test(type));
  const annotated =
    annotation === undefined ? undefined : resolver.find({ ...readTypeName(annotation), isCollection: false }, page);
  const mentioned = facts.response.types.flatMap((mention) => {
    const found = resolver.find(
      { name: mention.text, isCollection: false, ...(mention.link && { link: mention.link }) },
      page,
    );
    return found ? [found] : [];
  });
  const agreed = mentioned.find(
    (type) => annotated && (agrees(type, annotated, hierarchy) || formatType(type) === formatType(annotated)),
  );
  if (agreed) return agreed;
  const [stated] = mentioned;
  if (annotated && stated && stated.kind === "named" && annotated.kind === "named") {
    report(responseTypeConflict(facts.response.location ?? page.location, formatType(stated), formatType(annotated)));
    // The example itself tells which of them is right.
    const shownNames = memberNames(shown);
    if (context.members.share(stated.name, shownNames) > context.members.share(annotated.name, shownNames))
      return stated;
  }
  const rows = facts.response.properties;
  const inline: TypeRef | undefined =
    rows.length > 0 ? { kind: "object", properties: rows.map((row) => linkProperty(row, page, resolver)) } : undefined;
  return annotated ?? stated ?? inline ?? returnType(context);
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
  return stated.kind === "named" && annotated.kind === "named" && hierarchy.isA(annotated.name, stated.name);
}

function returnType({ resolver, method }: ResponseContext): TypeRef | undefined {
  const returns = method?.facts.returns;
  if (!method || !returns) return undefined;
  const found = resolver.find({ ...returns, isCollection: false }, method.page);
  return found?.kind === "primitive" && found.name === "object" ? undefined : found;
}
