import type { Content, RequestBody } from "../../../../model/operation.ts";
import type { Property } from "../../../../model/resource.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { bodyUntyped, propertyForeign } from "../../diagnostics.ts";
import type { RequestExample } from "../../example-facts.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { linkedMember } from "../types/bound-links.ts";
import { linkProperty } from "../types/link-resources.ts";
import { withSampleParameters } from "./action-parameters.ts";
import { isSentAsLink, withBoundLinks } from "./body-links.ts";
import { describedObject, wrapAsShown } from "./described-object.ts";
import { type BodyContext, findEntity, foreignRows, rowsAround } from "./entity-body.ts";
import { entityReference, isReference } from "./entity-reference.ts";
import { foreignContents, mediaTypeOf } from "./foreign-contents.ts";
import { inferType } from "./infer-type.ts";

/**
 * The request body of an operation: an object of the type that the section names, the parameters that its table lists, or
 * what the example shows. None if the page says so, or says nothing and shows none.
 */
export function linkRequestBody(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  context: BodyContext,
): RequestBody | undefined {
  if (request.method === "get" || request.method === "head") return undefined;
  const { requestBody } = facts;
  const examples = facts.examples.filter((example) => example.kind === "request" && example.method === request.method);
  const requests = examples as RequestExample[];
  const shown = requests.filter(({ body }) => body !== undefined);
  const location = requestBody.location ?? shown[0]?.location ?? request.location;
  const isNone = requestBody.isNone && shown.length === 0;
  const stated = isNone ? [] : linkContents(shown, { ...facts, requests: [request] }, page, context, location);
  const contents = withSamples(stated, request, requests, context, location);
  if (contents.length === 0) {
    if (request.method === "delete" || isNone || !hasEvidence(facts)) return undefined;
    context.report(bodyUntyped(location));
    contents.push({ mediaType: "application/json", type: { kind: "unknown", text: "" }, location });
  }
  return {
    // A request that is shown without a body can do without one.
    required:
      !requestBody.isOptional &&
      shown.length === examples.length &&
      (shown.length > 0 || isRequired(contents, request)),
    contents,
    location,
    ...(requestBody.description && { description: requestBody.description }),
  };
}

/** With the parameters of an action that nothing but the code samples names. */
function withSamples(
  contents: Content[],
  request: RequestLine,
  requests: readonly RequestExample[],
  context: BodyContext,
  location: Content["location"],
): Content[] {
  const at = contents.findIndex(({ mediaType }) => /json/.test(mediaType));
  const known = contents[at];
  const type = withSampleParameters(known?.type, request, requests, context);
  if (type === undefined || type === known?.type) return contents;
  const content = { mediaType: "application/json", location, ...known, type };
  return known ? contents.with(at, content) : [content, ...contents];
}

/** Required under its own name. What is sent as a link, `berth@odata.bind`, never is (OData JSON 4.01, section 8.5). */
function isSentByName(row: PropertyFacts): boolean {
  return row.required === true && !isSentAsLink(row);
}

/** An action can do without its parameters unless one is required; creating or updating something takes something. */
function isRequired(contents: readonly Content[], { method }: RequestLine): boolean {
  const demands = ({ required, type }: Content) =>
    required !== undefined ||
    type.kind === "named" ||
    type.kind === "array" ||
    (type.kind === "primitive" && type.name === "stream") ||
    (type.kind === "object" && type.properties.some(isRequiredMember));
  return method !== "post" || contents.some(demands);
}

function isRequiredMember({ required }: Property): boolean {
  return required === true;
}

/** Whether the page speaks of a body at all. */
function hasEvidence({ requestBody }: OperationFacts): boolean {
  return !requestBody.isNone && (requestBody.description !== undefined || requestBody.properties.length > 0);
}

function linkContents(
  shown: readonly RequestExample[],
  facts: OperationFacts,
  page: GraphFacts,
  context: BodyContext,
  location: Content["location"],
): Content[] {
  const foreign = foreignContents(shown, facts, page, context, location);
  const json = shown.filter((example) => /json/.test(mediaTypeOf(example) ?? "json"));
  const isJsonKnown = json.length > 0 || facts.requestBody.properties.length > 0;
  const isForm = json.length === 0 && foreign.some(({ type }) => type.kind === "object");
  if (foreign.length > 0 && (!isJsonKnown || isForm)) return foreign;
  const content = linkJson(json, facts, page, context, location);
  return [...(content ? [content] : []), ...foreign];
}

function linkJson(
  shown: readonly RequestExample[],
  facts: OperationFacts,
  page: GraphFacts,
  context: BodyContext,
  location: Content["location"],
): Content | undefined {
  const mediaType = "application/json";
  const values = shown.map(({ body }) => readJsonBody(body)).filter((value) => value !== undefined);
  // The text names the type of the object at the end of the relationship; what is sent is a reference to it.
  const isEntity = values.length > 0 && values.every((value) => memberOf(value, "@odata.id") === undefined);
  const [request] = facts.requests;
  if (request && isReference(request) && request.method !== "delete" && !isEntity)
    return { mediaType, type: entityReference(request, values), location };
  const [value] = values;
  const content =
    statedContent(values, facts, page, context, location) ??
    (value && { mediaType, type: inferType(value, page, context.resolver), location: value.location });
  return content && withBoundLinks(content, facts.requestBody.properties, values, context.members);
}

/** The type that the section names, or the object that its rows describe, inside of what the example shows around it. */
function statedContent(
  values: readonly JsonValue[],
  facts: OperationFacts,
  page: GraphFacts,
  context: BodyContext,
  location: Content["location"],
): Content | undefined {
  const found = findEntity(facts, values, page, context);
  const around = found && rowsAround(found, facts, page, context);
  const named = around ? undefined : found;
  const rows = around ?? facts.requestBody.properties;
  const stated = named ?? describedObject(rows, values, page, context);
  const wrapped = stated && wrapAsShown(stated, values, context.members);
  const mediaType = "application/json";
  if (stated && isList(rows, values, facts)) return { mediaType, type: { kind: "array", items: stated }, location };
  if (!stated || !named || wrapped) return stated && { mediaType, type: wrapped ?? stated, location };
  const required = requiredMembers(rows, named.name, facts, context);
  const extra = foreignRows(named, facts, values, context).map((row) => {
    const { required: _, ...property } = linkProperty(row, page, context.resolver);
    return property;
  });
  const foreign = extra.filter(({ name }) => context.members.share(named.name, [linkedMember(name)]) === 0);
  for (const { name, location: at } of foreign) context.report(propertyForeign(at, name, named.name));
  return {
    mediaType,
    type: named,
    location,
    ...(extra.length > 0 && { extra }),
    ...(required.length > 0 && { required }),
  };
}

/** `[{...}, {...}]`: what is described stands in a list. Without an example, the text tells. */
function isList(
  rows: readonly PropertyFacts[],
  values: readonly JsonValue[],
  { requestBody }: OperationFacts,
): boolean {
  if (values.length > 0) return values.every(({ kind }) => kind === "array");
  return requestBody.isCollection && rows.length === 0;
}

/** The members that rows require, and those of the type that prose does. */
function requiredMembers(
  rows: readonly PropertyFacts[],
  type: string,
  { requestBody }: OperationFacts,
  { members }: BodyContext,
): string[] {
  const told = requestBody.required.filter((name) => members.share(type, [name]) > 0);
  return [...new Set([...rows.filter(isSentByName).map(({ name }) => name), ...told])];
}
