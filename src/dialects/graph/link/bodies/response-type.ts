import type { Content } from "../../../../model/operation.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import { envelopedValue, type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import { isTranslated } from "../../../common/page-language.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { responseListConflict, responseUntyped } from "../../diagnostics.ts";
import type { ResponseExample } from "../../example-facts.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import { uncertainType } from "../../translation/diagnostics.ts";
import { entityReference, isReference } from "./entity-reference.ts";
import { inferType } from "./infer-type.ts";
import { itemType } from "./item-type.ts";
import { linkMentions } from "./link-mentions.ts";
import type { ResponseContext } from "./response-context.ts";

/** The success body's media type and type, from the best evidence; undefined if nothing speaks of a body. */
export function bodyType(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): Omit<Content, "location"> | undefined {
  const values = shown.map(({ body }) => readJsonBody(body)).filter((value) => value !== undefined);
  const plain = plainType(request, facts, page, shown, context);
  if (plain) return plain;
  const item = asJson(
    addressedType(request, page, context) ?? itemType(request, facts, page, shown, context),
    values,
    context,
  );
  if (item) {
    const isList = isCollection(
      request,
      facts,
      shown,
      values.filter((value) => mayBe(item, value, context)),
    );
    checkNumber(isList, facts, page, values, context);
    return json(isList ? arrayOf(item) : item);
  }
  const [value] = values;
  reportLostType(facts, page, context);
  if (value) return json(inferType(envelopedValue(value) ?? value, page, context.resolver));
  if (facts.response.isBinary) return bytes;
  const linked = facts.response.types.find(({ link }) => link !== undefined);
  if (linked === undefined && !shown.some(({ body }) => body !== undefined)) return undefined;
  context.report(responseUntyped(facts.response.location ?? page.location));
  return json({ kind: "unknown", text: linked?.text ?? "" });
}

/** A translated page whose sentence names a type that nobody describes: the translator took the name for a word. */
function reportLostType({ response }: OperationFacts, page: GraphFacts, { report }: ResponseContext): void {
  const [word] = isTranslated(page.language) ? response.types : [];
  if (word) report(uncertainType(word.location, word.text));
}

/** What needs no look at the sentence: the value of a property or the number of items as text, or a member. */
function plainType(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): Omit<Content, "location"> | undefined {
  if (request.method === "get" && /\/\$value$/.test(request.path.path)) return contentType(page, shown, context);
  if (/\/\$count$/.test(request.path.path))
    return { mediaType: "text/plain", type: { kind: "primitive", name: "int32" } };
  const member = memberType(request, facts, page, context);
  return member && (isStream(member) ? bytes : json(member));
}

/**
 * Bytes, unless an example says that they are JSON: then they are that JSON, not the object that they belong to, which the page shows
 * for its other lines. `{Raw bytes}` without a media type is none.
 */
function contentType(
  page: GraphFacts,
  shown: readonly ResponseExample[],
  { resolver, read, areAlike }: ResponseContext,
): Omit<Content, "location"> {
  const isOfOthers = !areAlike && [...read].some((key) => !key.endsWith("/$value"));
  const stated = isOfOthers
    ? undefined
    : shown.find(({ headers }) =>
        headers.some(({ name, value }) => /^content-type$/i.test(name) && /json/i.test(value)),
      );
  const value = readJsonBody(stated?.body);
  return value ? json(inferType(value, page, resolver)) : bytes;
}

function json(type: TypeRef): Omit<Content, "location"> {
  return { mediaType: "application/json", type };
}

/** Where the sentence says how many objects there are, body and sentence should agree. */
function checkNumber(
  isList: boolean,
  { response }: OperationFacts,
  page: GraphFacts,
  values: readonly JsonValue[],
  { report }: ResponseContext,
): void {
  if (values.length === 0 || response.number === undefined || isList === (response.number === "many")) return;
  const [stated, shown] = isList ? ["a single object", "a list"] : ["a list", "a single object"];
  report(responseListConflict(response.location ?? page.location, stated, shown));
}

/** A stream that an example shows inside JSON is base64 text or that JSON; what it shows as a mere value is no object. */
function asJson(
  type: TypeRef | undefined,
  values: readonly JsonValue[],
  { members }: ResponseContext,
): TypeRef | undefined {
  const value = envelopedValue(values[0]);
  if (type && isStream(type) && value?.kind === "string") return { kind: "primitive", name: "binary" };
  // An annotation calls a report a stream, whichever format an example shows.
  if (type && isStream(type) && values.some(({ kind }) => kind === "object")) return undefined;
  const isScalar = value?.kind === "string" || value?.kind === "number" || value?.kind === "boolean";
  const isObject = type?.kind === "named" && members.find(type.name, "value") === undefined;
  return isScalar && isObject && members.isResource(type.name) ? { kind: "primitive", name: value.kind } : type;
}

function isStream(type: TypeRef): boolean {
  return type.kind === "primitive" && type.name === "stream";
}

const bytes: Omit<Content, "location"> = {
  mediaType: "application/octet-stream",
  type: { kind: "primitive", name: "stream" },
};

function arrayOf(type: TypeRef): TypeRef {
  return type.kind === "array" ? type : { kind: "array", items: type };
}

/** What the path alone tells: `/places/microsoft.graph.roomList` returns room lists, `/members/$ref` references. */
function addressedType(request: RequestLine, page: GraphFacts, { resolver }: ResponseContext): TypeRef | undefined {
  if (request.method !== "get") return undefined;
  if (isReference(request)) return entityReference(request, []);
  const cast = /\/((?:\w+\.)+\w+)$/.exec(request.path.path)?.[1];
  if (cast === undefined || resolver.registry.get(cast) === undefined) return undefined;
  return resolver.find({ name: cast, isCollection: false }, page);
}

/**
 * `GET /me/mailboxSettings/timeZone` beside `GET /me/mailboxSettings`: one line asks for a member of what the other returns
 * (OData URL conventions 4.01, section 4.6), and the page is about the other one unless an example shows it.
 */
function memberType(
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  context: ResponseContext,
): TypeRef | undefined {
  const [, owner, name] = /^(.*)\/([a-z]\w*)$/i.exec(request.path.key) ?? [];
  if (request.method !== "get" || context.areAlike || owner === undefined || name === undefined) return undefined;
  if (!context.read.has(owner) && !(owner.endsWith("/{}") && context.read.has(owner.slice(0, -3)))) return undefined;
  return linkMentions(facts.response.types, page, context)
    .map((type) => (type.kind === "named" ? context.members.find(type.name, name)?.type : undefined))
    .find((type) => type !== undefined);
}

/** Whether a body has anything to do with a type: an object with none of its members tells nothing of how many there are. */
function mayBe(type: TypeRef, value: JsonValue, { members }: ResponseContext): boolean {
  if (type.kind !== "named" || !members.isResource(type.name) || value.kind !== "object") return true;
  const names = value.members.map(({ name }) => name).filter((name) => !name.includes("@"));
  return names.length === 0 || names.includes("value") || members.admits(type.name, names);
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
