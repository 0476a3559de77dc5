import type { Content, RequestBody } from "../../../model/operation.ts";
import type { TypeRef } from "../../../model/type-ref.ts";
import type { Report } from "../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../common/json-value.ts";
import type { RequestLine } from "../../common/request-line.ts";
import { readTypeName } from "../../common/type-expression.ts";
import { bodyUntyped } from "../diagnostics.ts";
import type { GraphFacts, OperationFacts, PropertyFacts, RequestExample } from "../facts.ts";
import { typeOfObject } from "../read-json-form.ts";
import { type ActionParameters, withSampleParameters } from "./action-parameters.ts";
import { describedObject, membersOf, objectOf, wrapAsShown } from "./described-object.ts";
import { entityReference, isReference } from "./entity-reference.ts";
import { inferType } from "./infer-type.ts";
import { linkMentions } from "./link-mentions.ts";
import type { MethodLink } from "./link-tags.ts";
import type { TypeResolver } from "./resolve-type.ts";
import type { TypeMembers } from "./type-members.ts";

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
    required: shown.length === examples.length && (shown.length > 0 || isRequired(contents, request)),
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
function isSentByName({ name, required, description }: PropertyFacts): boolean {
  return required === true && !description?.markdown.includes(`${name}@odata.bind`);
}

/** An action can do without its parameters unless one is required; creating or updating something takes something. */
function isRequired(contents: readonly Content[], { method }: RequestLine): boolean {
  return method !== "post" || contents.some(({ required, type }) => required !== undefined || type.kind === "named");
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
  const foreign = new Map<string, Content>();
  for (const example of shown) {
    const mediaType = mediaTypeOf(example);
    if (mediaType && !/json/.test(mediaType)) {
      const type = foreignType(mediaType, facts, page, context);
      foreign.set(mediaType, { mediaType, type, location: example.location });
    }
  }
  const json = shown.filter((example) => /json/.test(mediaTypeOf(example) ?? "json"));
  if (foreign.size > 0 && json.length === 0 && facts.requestBody.properties.length === 0) return [...foreign.values()];
  if (facts.requestBody.isBinary && facts.requestBody.properties.length === 0 && json.length === 0) {
    return [{ mediaType: "application/octet-stream", type: stream, location }];
  }
  const content = linkJson(json, facts, page, context, location);
  return [...(content ? [content] : []), ...foreign.values()];
}

/** The type of a body that is not JSON; a file may hold text, but is bytes all the same. */
function foreignType(mediaType: string, facts: OperationFacts, page: GraphFacts, context: BodyContext): TypeRef {
  const { properties, isBinary } = facts.requestBody;
  const isForm = mediaType === "application/x-www-form-urlencoded" && properties.length > 0;
  if (isForm) return objectOf(properties, [], page, context);
  return mediaType.startsWith("text/") && !isBinary ? { kind: "primitive", name: "string" } : stream;
}

const stream: TypeRef = { kind: "primitive", name: "stream" };

function linkJson(
  shown: readonly RequestExample[],
  facts: OperationFacts,
  page: GraphFacts,
  context: BodyContext,
  location: Content["location"],
): Content | undefined {
  const { properties } = facts.requestBody;
  const mediaType = "application/json";
  const values = shown.map(({ body }) => readJsonBody(body)).filter((value) => value !== undefined);
  // The text names the type of the object at the end of the relationship; what is sent is a reference to it.
  const isEntity = values.length > 0 && values.every((value) => memberOf(value, "@odata.id") === undefined);
  const [request] = facts.requests;
  if (request && isReference(request) && request.method !== "delete" && !isEntity)
    return { mediaType, type: entityReference(request), location };
  const named = findEntity(facts, values, page, context);
  const stated = named ?? describedObject(properties, values, page, context);
  if (stated) {
    const wrapped = wrapAsShown(stated, values, context.members);
    const required = named && !wrapped ? properties.filter(isSentByName) : [];
    return {
      mediaType,
      type: wrapped ?? stated,
      location,
      ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    };
  }
  const [value] = values;
  return value && { mediaType, type: inferType(value, page, context.resolver), location: value.location };
}

/**
 * The type whose properties the body consists of. A named type counts if the table's rows are members of it; an action's
 * table lists parameters, which are not.
 */
function findEntity(
  facts: OperationFacts,
  values: readonly JsonValue[],
  page: GraphFacts,
  context: BodyContext,
): TypeRef | undefined {
  const { properties, hasParameters } = facts.requestBody;
  const { members } = context;
  // Half of the parameters of an action can be called like members of what it acts on.
  const part = hasParameters ? 1 : 0.5;
  const rows = properties.map(({ name }) => name);
  // The rows of a table can be members of members, where the example shows how they are nested.
  const shown = hasParameters ? [] : values.flatMap(membersOf).map(({ name }) => name);
  const fitsRows = ({ name }: NamedType) => members.cover(name, rows, part);
  const fitsExample = ({ name }: NamedType) => shown.length > 0 && members.cover(name, shown, 1);
  const [named, implied] = entityCandidates(facts, values, page, context);
  return (
    named.find((type) => fitsRows(type) || fitsExample(type)) ?? implied.find(rows.length > 0 ? fitsRows : fitsExample)
  );
}

type NamedType = TypeRef & { readonly kind: "named" };

/**
 * The types that a body may be of: those that the section names or, for an update, that comes back; and those that nobody names:
 * what the example says it is, and what the page describes that links an update in its Methods table. A table of what can be
 * updated says more than the latter.
 */
function entityCandidates(
  facts: OperationFacts,
  values: readonly JsonValue[],
  page: GraphFacts,
  { resolver, members, method, responseType }: BodyContext,
): [named: NamedType[], implied: NamedType[]] {
  const mentioned = linkMentions(facts.requestBody.types, page, { resolver, hierarchy: members.hierarchy });
  const isUpdate = facts.requests.some((request) => request.method === "patch" || request.method === "put");
  const find = (name: string) => resolver.find({ ...readTypeName(name), isCollection: false }, page) ?? [];
  const shown = values.flatMap((value) => find(typeOfObject(value) ?? ""));
  const isListed = facts.requestBody.properties.length > 0;
  const described = isUpdate && !isListed ? (method?.page.resources.flatMap(({ name }) => find(name)) ?? []) : [];
  const isNamed = (type: TypeRef): type is NamedType => type.kind === "named";
  return [
    (isUpdate && responseType ? [...mentioned, responseType] : mentioned).filter(isNamed),
    [...shown, ...described].filter(isNamed),
  ];
}

/** The media type that a request's headers state. */
function mediaTypeOf({ headers }: RequestExample): string | undefined {
  const value = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value;
  const mediaType = value?.split(";")[0]?.trim().toLowerCase();
  return mediaType && /^[\w.+-]+\/[\w.+*-]+$/.test(mediaType) ? mediaType : undefined;
}
