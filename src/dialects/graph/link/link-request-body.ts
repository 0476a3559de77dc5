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
import { describedObject, wrapAsShown } from "./described-object.ts";
import { entityReference, isReference } from "./entity-reference.ts";
import { foreignContents, mediaTypeOf } from "./foreign-contents.ts";
import { inferType } from "./infer-type.ts";
import { linkMentions } from "./link-mentions.ts";
import type { MethodLink } from "./link-tags.ts";
import { relatedType } from "./related-type.ts";
import type { TypeResolver } from "./resolve-type.ts";
import type { TypeMembers } from "./type-members.ts";
import { shortNameOf } from "./type-registry.ts";

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
  const foreign = foreignContents(shown, facts, page, context, location);
  const json = shown.filter((example) => /json/.test(mediaTypeOf(example) ?? "json"));
  const isJsonKnown = json.length > 0 || facts.requestBody.properties.length > 0;
  if (foreign.length > 0 && !isJsonKnown) return foreign;
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
  const { properties } = facts.requestBody;
  const mediaType = "application/json";
  const values = shown.map(({ body }) => readJsonBody(body)).filter((value) => value !== undefined);
  // The text names the type of the object at the end of the relationship; what is sent is a reference to it.
  const isEntity = values.length > 0 && values.every((value) => memberOf(value, "@odata.id") === undefined);
  const [request] = facts.requests;
  if (request && isReference(request) && request.method !== "delete" && !isEntity)
    return { mediaType, type: entityReference(request, values), location };
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
  const names = value.kind === "object" ? value.members.map(({ name }) => name.replace(/@odata\.bind$/, "")) : [];
  return names.filter((name) => !name.includes("@"));
}

type NamedType = TypeRef & { readonly kind: "named" };

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
