import type { Content, Operation, OperationResponse, RequestBody } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { operationConflict } from "../../diagnostics.ts";
import { isObjectStatus } from "../bodies/link-responses.ts";
import { formatType, type Hierarchy, isSameType, refineMembers } from "../types/compare-types.ts";

/** How much the pages that document an operation count, in the order of the pages. */
export interface PageWeights {
  /** How many of the first pages are about the operation itself. */
  readonly decisive: number;
  /** Whether all that a page documents is operations of one kind: what it says is meant for this one. */
  readonly isFocused: readonly boolean[];
}

/**
 * The request body of an operation from all the pages that document it. The pages that tell of it decide its types; what only
 * others send (a form, where those send JSON) can be sent, too.
 */
export function mergeRequestBodies(
  operations: readonly Operation[],
  { decisive, isFocused }: PageWeights,
  hierarchy: Hierarchy,
): RequestBody | undefined {
  const of = (some: readonly Operation[]) => some.flatMap(({ requestBody }) => requestBody ?? []);
  const bodies = of(operations);
  const told = of(operations.filter((_, at) => isFocused[at])).filter(isTold);
  const decided = of(operations.slice(0, decisive));
  // What one page only shows, another page on the same kind of operation may tell.
  const own = decided.some(isTold) || told.length === 0 ? decided : told;
  const [first] = bodies;
  if (!first || bodies.length === 1) return first;
  const isEverywhere = bodies.length === operations.length;
  const heard = own.length > 0 ? own : bodies;
  const contents = mergeContents(
    [...heard.map(({ contents }) => contents), onlyIn(of(seriousOf(operations, { decisive, isFocused })), heard)],
    hierarchy,
  );
  const types = Map.groupBy(
    bodies.flatMap((body) => body.contents),
    ({ mediaType }) => mediaType,
  );
  return {
    ...first,
    required: isEverywhere && bodies.every(({ required }) => required),
    contents: contents.map((content) => ({
      ...content,
      type: refineMembers(content.type, types.get(content.mediaType)?.map(({ type }) => type) ?? []),
    })),
  };
}

/** Without the pages of many kinds of operations, which use this one to show something else. */
function seriousOf(operations: readonly Operation[], { decisive, isFocused }: PageWeights): Operation[] {
  return operations.filter((_, at) => at < decisive || isFocused[at]);
}

/** A body of a request or a response. */
type Body = Pick<RequestBody, "contents">;

/** What some bodies have that others do not know the media type of. Of a body that the others do not have, they know that. */
function onlyIn(bodies: readonly Body[], others: readonly Body[]): Content[] {
  const contentsOf = (some: readonly Body[]) => some.flatMap(({ contents }) => contents);
  const known = new Set(contentsOf(others).map(({ mediaType }) => mediaType));
  if (known.size === 0) return [];
  return contentsOf(bodies).filter(({ mediaType, type }) => !known.has(mediaType) && type.kind !== "unknown");
}

/** Whether the page describes the body. Else the members are those of an example. */
function isTold({ contents }: RequestBody): boolean {
  return contents.some(
    ({ type }) => type.kind !== "object" || type.properties.some(({ evidence }) => evidence !== "json"),
  );
}

/** The responses of an operation from all the pages that document it: for each status what the decisive pages say. */
export function mergeResponses(
  operations: readonly Operation[],
  { decisive, isFocused }: PageWeights,
  hierarchy: Hierarchy,
  report: Report,
): OperationResponse[] {
  const statuses = [...new Set(operations.flatMap(({ responses }) => responses.map(({ status }) => status)))].sort();
  return statuses.map((status) => {
    const of = ({ responses }: Operation) => responses.filter((response) => response.status === status);
    const same = operations.flatMap(of);
    const stated = decisiveResponses(status, operations, decisive);
    const [first] = same as [OperationResponse, ...OperationResponse[]];
    const serious = seriousOf(operations, { decisive, isFocused }).flatMap(of);
    for (const other of serious.slice(1)) if (serious[0]) reportConflict(serious[0], other, hierarchy, report);
    const headers = new Map(
      same.flatMap((response) => response.headers.map((header) => [header.name.toLowerCase(), header])),
    );
    return {
      ...first,
      headers: [...headers.values()],
      contents: mergeContents([...stated.map(({ contents }) => contents), onlyIn(serious, stated)], hierarchy),
    };
  });
}

/**
 * The responses whose bodies count for a status: those of the decisive pages. A success that only other pages know (`201` where
 * `200` is usual) has the body that their examples show, else it comes with the same object, or with none.
 */
function decisiveResponses(status: string, operations: readonly Operation[], decisive: number): OperationResponse[] {
  const of = (some: readonly Operation[]) =>
    some.flatMap(({ responses }) => responses.filter((response) => response.status === status));
  const own = of(operations.slice(0, decisive));
  if (own.length > 0 || !status.startsWith("2")) return own.length > 0 ? own : of(operations);
  const shown = of(operations.filter((operation) => showsBody(operation, status)));
  if (shown.length > 0) return shown;
  const success = operations
    .slice(0, decisive)
    .flatMap(({ responses }) => responses.filter((response) => response.status.startsWith("2")));
  if (success.length === 0) return of(operations);
  return success.filter((response) => isObjectStatus(response.status) && isObjectStatus(status));
}

function showsBody({ examples }: Operation, status: string): boolean {
  return examples.some(({ response }) => String(response?.status) === status && response?.body !== undefined);
}

/** A base type and its derived type agree, as do an object and its table for spreadsheets; a list and a single object do not. */
function reportConflict(
  first: OperationResponse,
  other: OperationResponse,
  hierarchy: Hierarchy,
  report: Report,
): void {
  const [content] = first.contents;
  const [a, b] = [content?.type, other.contents.find(({ mediaType }) => mediaType === content?.mediaType)?.type];
  if (!a || !b || isSameType(a, b)) return;
  const isOneOrMany = (a.kind === "array") !== (b.kind === "array");
  if (!isOneOrMany && hierarchy.unite([a, b]).kind !== "anyOf") return;
  report({
    ...operationConflict(other.location, "response", formatType(a), formatType(b)),
    related: [{ message: "First stated here", location: first.location }],
  });
}

function mergeContents(all: readonly (readonly Content[])[], hierarchy: Hierarchy): Content[] {
  const merged = new Map<string, Content[]>();
  for (const content of all.flat()) merged.set(content.mediaType, [...(merged.get(content.mediaType) ?? []), content]);
  return [...merged.values()].map((contents) => {
    const [first] = contents as [Content, ...Content[]];
    if (contents.length === 1) return first;
    const required = first.required?.filter((name) => contents.every((content) => content.required?.includes(name)));
    const { required: _, extra: __, ...rest } = first;
    const extra = [
      ...new Map(contents.flatMap((content) => content.extra ?? []).map((one) => [one.name, one])).values(),
    ];
    // A list and a single object cannot both be right: the page that is about the operation counts.
    const alike = contents.filter(({ type }) => (type.kind === "array") === (first.type.kind === "array"));
    const type = hierarchy.unite(alike.map((content) => content.type));
    return {
      ...rest,
      type,
      ...(extra.length > 0 && { extra }),
      ...(required && required.length > 0 && { required }),
    };
  });
}
