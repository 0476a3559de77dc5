import type { HttpBody } from "../../../../model/example.ts";
import type { Content } from "../../../../model/operation.ts";
import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { RequestExample } from "../../example-facts.ts";
import type { GraphFacts, OperationFacts, RequestBodyFacts } from "../../facts.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { linkProperty } from "../types/link-resources.ts";
import { type DescribedContext, objectOf } from "./described-object.ts";

/** The media types of a request body besides JSON: those that examples show, and those that the row on `Content-Type` names. */
export function foreignContents(
  shown: readonly RequestExample[],
  facts: OperationFacts,
  page: GraphFacts,
  context: DescribedContext,
  location: Content["location"],
): Content[] {
  const found = new Map<string, Content>();
  const add = (mediaType: string, at: Content["location"], body?: HttpBody) => {
    if (/json/.test(mediaType) || found.has(mediaType)) return;
    found.set(mediaType, { mediaType, type: foreignType(mediaType, body, facts, page, context), location: at });
  };
  for (const example of shown) {
    const mediaType = mediaTypeOf(example);
    if (mediaType) add(mediaType, example.location, example.body);
  }
  for (const stated of statedTypes(shown, facts)) add(stated.mediaType, stated.location);
  // A file that is shown as text is any file.
  const isAnyFile = isFile(shown, facts) && [...found.keys()].every((mediaType) => mediaType === "text/plain");
  const file = isAnyFile ? [{ mediaType: "application/octet-stream", type: stream, location }] : [];
  return [...file, ...found.values()];
}

function isFile(shown: readonly RequestExample[], { requestBody }: OperationFacts): boolean {
  const { isBinary, properties } = requestBody;
  return isBinary && properties.length === 0 && !shown.some((example) => /json/.test(mediaTypeOf(example) ?? "json"));
}

/** A page of several operations may speak of one of them: what the examples show must be among what the row names. */
function statedTypes(
  shown: readonly RequestExample[],
  { requestBody }: OperationFacts,
): RequestBodyFacts["mediaTypes"] {
  const stated = new Set(requestBody.mediaTypes.map(({ mediaType }) => mediaType));
  const isMeant = shown.length === 0 || shown.some((example) => stated.has(mediaTypeOf(example) ?? "application/json"));
  return isMeant ? requestBody.mediaTypes : [];
}

/** The type of a body that is not JSON; a file may hold text, but is bytes all the same. */
function foreignType(
  mediaType: string,
  body: HttpBody | undefined,
  facts: OperationFacts,
  page: GraphFacts,
  context: DescribedContext,
): TypeRef {
  const { properties, isBinary } = facts.requestBody;
  // What has no names cannot be an object (`multipart/mixed` in OData batches): it is sent as it is.
  const parts = partsOf(body);
  const isNamed = mediaType === "multipart/form-data" || parts.length > 0;
  if (mediaType.startsWith("multipart/") && isNamed) {
    const rows = mediaType === "multipart/form-data" ? properties : [];
    return { kind: "object", isOpen: true, properties: withRows(parts, rows, page, context) };
  }
  const isForm = mediaType === "application/x-www-form-urlencoded" && properties.length > 0;
  if (isForm) return objectOf(properties, [], page, context);
  return isText(mediaType) && !(isBinary && mediaType === "text/plain") ? string : stream;
}

/** The parts that an example shows, as the rows of the section describe them, and those that only rows tell of. */
function withRows(
  parts: readonly Property[],
  rows: readonly PropertyFacts[],
  page: GraphFacts,
  { resolver }: DescribedContext,
): Property[] {
  const described = rows.map((row) => ({ ...linkProperty(row, page, resolver), nullable: false }));
  const names = new Set(described.map(({ name }) => name));
  return [...described, ...parts.filter(({ name }) => !names.has(name))];
}

const string: TypeRef = { kind: "primitive", name: "string" };
const stream: TypeRef = { kind: "primitive", name: "stream" };

function isText(mediaType: string): boolean {
  return /^text\/|[/+]xml$/.test(mediaType);
}

/** The named parts of a multipart body (RFC 7578, section 4.2). */
function partsOf(body: HttpBody | undefined): Property[] {
  const parts = new Map<string, Property>();
  let open: Property | undefined;
  body?.text.split("\n").forEach((line, index) => {
    const [, name] = /^\s*content-disposition\s*:.*\bname="([^"]+)"/i.exec(line) ?? [];
    const [, mediaType] = /^\s*content-type\s*:\s*([^\s;]+)/i.exec(line) ?? [];
    if (name !== undefined) {
      const at = body.location.line + index;
      const column = body.indent + 1;
      const location = { ...body.location, line: at, column, endLine: at, endColumn: column + line.length };
      open = { name, type: string, nullable: false, location };
    } else if (mediaType !== undefined && open && !/^text\/|[/+](?:xml|json)$/i.test(mediaType))
      open = { ...open, type: stream };
    else if (line.trim() === "") open = undefined;
    if (open) parts.set(open.name, open);
  });
  return [...parts.values()];
}

/** The media type that a request's headers state. */
export function mediaTypeOf({ headers }: RequestExample): string | undefined {
  const value = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value;
  const mediaType = value?.split(";")[0]?.trim().toLowerCase();
  return mediaType && /^[\w.+-]+\/[\w.+*-]+$/.test(mediaType) ? mediaType : undefined;
}
