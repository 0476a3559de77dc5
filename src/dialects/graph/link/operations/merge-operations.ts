import type {
  CodeSample,
  Content,
  Operation,
  OperationResponse,
  Parameter,
  Permission,
  RequestBody,
} from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { operationConflict, operationMerged } from "../../diagnostics.ts";
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
 * One operation from all the pages that document it. The first page gives name, summary and description; parameters, scopes,
 * responses and examples of all pages count.
 *
 * Types come from the first `decisive` pages, which are about the operation itself; others use it to show something else
 * (extended properties, open extensions) and name whatever they show. Where decisive pages state different types, their
 * common base or any of them is meant.
 */
export function mergeOperations(
  operations: readonly Operation[],
  { decisive, isFocused }: PageWeights,
  hierarchy: Hierarchy,
  report: Report,
): Operation {
  const [first, ...others] = operations as [Operation, ...Operation[]];
  if (others.length === 0) return first;
  for (const other of others) {
    const name = `${first.method.toUpperCase()} ${first.path}`;
    report({
      ...operationMerged(other.location, name),
      related: [{ message: "First documented here", location: first.location }],
    });
  }
  const requestBody = mergeBodies(operations, { decisive, isFocused }, hierarchy);
  const permissions = mergePermissions(operations);
  const permissionsByResource = operations.flatMap((operation) => operation.permissionsByResource ?? []);
  const { requestBody: _body, permissions: _permissions, deprecated: _deprecated, ...rest } = first;
  return {
    ...rest,
    parameters: mergeParameters(operations),
    responses: mergeResponses(operations, { decisive, isFocused }, hierarchy, report),
    examples: mergeExamples(operations),
    codeSamples: mergeCodeSamples(operations),
    alsoAt: others.map(({ location }) => location),
    ...(requestBody && { requestBody }),
    ...(permissions && { permissions }),
    ...(permissionsByResource.length > 0 && { permissionsByResource }),
    // A page about an old way to use an operation does not deprecate the operation.
    ...(operations.every(({ deprecated }) => deprecated !== undefined) && { deprecated: first.deprecated as true }),
  };
}

/** Pages on one operation often show the same snippet. */
function mergeCodeSamples(operations: readonly Operation[]): CodeSample[] {
  const samples = new Map<string, CodeSample>();
  for (const sample of operations.flatMap(({ codeSamples }) => codeSamples)) {
    const key = `${sample.language}\n${sample.source}`;
    if (!samples.has(key)) samples.set(key, sample);
  }
  return [...samples.values()];
}

function mergeParameters(operations: readonly Operation[]): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const { parameters: own } of operations) {
    for (const parameter of own) {
      const key = `${parameter.in} ${parameter.name.toLowerCase()}`;
      const known = parameters.get(key);
      // Required by one page, unknown to another: a request without it is documented, too.
      const isEverywhere = operations.every(({ parameters: all }) =>
        all.some((other) => other.name === parameter.name && other.required),
      );
      const required = parameter.in === "path" || isEverywhere;
      if (!known) parameters.set(key, { ...parameter, required });
    }
  }
  return [...parameters.values()];
}

function mergePermissions(operations: readonly Operation[]): Permission[] | undefined {
  const all = operations.flatMap(({ permissions }) => permissions ?? []);
  if (operations.every(({ permissions }) => permissions === undefined)) return undefined;
  const merged = new Map<Permission["grant"], Permission>();
  for (const permission of all) {
    const known = merged.get(permission.grant);
    const alternatives = [...(known?.alternatives ?? [])];
    for (const set of permission.alternatives) {
      if (!alternatives.some(({ scopes }) => scopes.join(" ") === set.scopes.join(" "))) alternatives.push(set);
    }
    merged.set(permission.grant, { ...(known ?? permission), alternatives });
  }
  return [...merged.values()];
}

function mergeBodies(
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
  const contents = mergeContents(
    (own.length > 0 ? own : bodies).map(({ contents }) => contents),
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

/** Whether the page describes the body. Else the members are those of an example. */
function isTold({ contents }: RequestBody): boolean {
  return contents.some(
    ({ type }) => type.kind !== "object" || type.properties.some(({ evidence }) => evidence !== "json"),
  );
}

function mergeResponses(
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
    // A page of many kinds of operations uses this one to show something else.
    const serious = operations.filter((_, at) => at < decisive || isFocused[at]).flatMap(of);
    for (const other of serious.slice(1)) if (serious[0]) reportConflict(serious[0], other, hierarchy, report);
    const headers = new Map(
      same.flatMap((response) => response.headers.map((header) => [header.name.toLowerCase(), header])),
    );
    return {
      ...first,
      headers: [...headers.values()],
      contents: mergeContents(
        stated.map(({ contents }) => contents),
        hierarchy,
      ),
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

/** A base type and its derived type agree; a list and a single object do not. */
function reportConflict(
  first: OperationResponse,
  other: OperationResponse,
  hierarchy: Hierarchy,
  report: Report,
): void {
  const [a, b] = [first.contents[0]?.type, other.contents[0]?.type];
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
    const { required: _, ...rest } = first;
    // A list and a single object cannot both be right: the page that is about the operation counts.
    const alike = contents.filter(({ type }) => (type.kind === "array") === (first.type.kind === "array"));
    const type = hierarchy.unite(alike.map((content) => content.type));
    return { ...rest, type, ...(required && required.length > 0 && { required }) };
  });
}

/** Names are unique per page; two pages can use the same. */
function mergeExamples(operations: readonly Operation[]): Operation["examples"] {
  const names = new Set<string>();
  return operations.flatMap(({ id, examples }) =>
    examples.map((example) => {
      let name = example.name;
      if (names.has(name)) name = `${id}-${name}`;
      for (let count = 2; names.has(name); count++) name = `${id}-${example.name}-${count}`;
      names.add(name);
      return { ...example, name };
    }),
  );
}
