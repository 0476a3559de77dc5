import type { Tag } from "../../../../model/api-model.ts";
import type { Operation } from "../../../../model/operation.ts";
import type { Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import { ScopeVocabulary } from "../../translation/mend-scopes.ts";
import { ActionParameters } from "../bodies/action-parameters.ts";
import type { BodyContext } from "../bodies/entity-body.ts";
import { linkRequestBody } from "../bodies/link-request-body.ts";
import { linkResponses } from "../bodies/link-responses.ts";
import { ExampleRequests } from "../examples/example-requests.ts";
import { linkExamples } from "../examples/link-examples.ts";
import { PageExamples } from "../examples/page-examples.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import { TypeMembers } from "../types/type-members.ts";
import { checkParameters } from "./check-parameters.ts";
import { linkParameters } from "./link-parameters.ts";
import { linkMethods, linkTags, type MethodLink, tagOf } from "./link-tags.ts";
import type { PageWeights } from "./merge-bodies.ts";
import { mergeOperations } from "./merge-operations.ts";
import { operationIds } from "./operation-id.ts";
import type { TagPages } from "./order-tags.ts";
import { pageFit } from "./page-fit.ts";
import { PathSpellings } from "./path-spellings.ts";
import { permissionsOfLines } from "./permissions-of-lines.ts";
import { LineNames } from "./rows-left-out.ts";

/** The operations of the docs, sorted by path and method, and the tags they use. */
export function linkOperations(
  pages: readonly GraphFacts[],
  resources: readonly Resource[],
  resolver: TypeResolver,
  server: string | undefined,
  report: Report,
): { operations: Operation[]; tags: Tag[]; tagPages: TagPages } {
  const members = new TypeMembers(resources);
  const bodies = { resolver, members, actions: new ActionParameters(pages, resources, resolver) };
  const methods = linkMethods(pages);
  const scopes = new ScopeVocabulary(pages);
  const groups = new Map<string, Draft[]>();
  for (const { page, facts } of documentedOperations(pages, server, report)) {
    const permissionsOf = permissionsOfLines(facts, page, scopes, report);
    for (const draft of linkPage(page, facts, methods.get(page.page), bodies, report)) {
      const key = `${draft.request.path.key} ${draft.request.method}`;
      const operation = { ...draft.operation, ...permissionsOf(draft.request) };
      groups.set(key, [...(groups.get(key) ?? []), { ...draft, operation }]);
    }
  }
  const drafts = [...groups.values()].map((group) => [...group].sort((a, b) => b.fit - a.fit));
  const merged = drafts.map((group) =>
    mergeOperations(
      group.map(({ operation }) => operation),
      weightsOf(group),
      members.hierarchy,
      report,
    ),
  );
  merged.sort((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
  const operations = uniqueIds(merged);
  const tags = linkTags(usedTags(operations, drafts.flat()));
  return { operations, tags, tagPages: pagesOfTags(drafts.flat()) };
}

/** What each page says of its operations, with the requests that only examples show, and each path in one spelling. */
function documentedOperations(
  pages: readonly GraphFacts[],
  server: string | undefined,
  report: Report,
): { page: GraphFacts; facts: OperationFacts }[] {
  const exampleRequests = new ExampleRequests(pages, server);
  const documented = pages.flatMap((page) => {
    if (!page.operation) return [];
    const own = exampleRequests.ownOf(page.operation.examples, report);
    const examples = exampleRequests.withListedMethods(own, page, report);
    const requests = [...page.operation.requests, ...exampleRequests.unlisted(examples, page, report)];
    return [{ page, facts: { ...page.operation, examples, requests } }];
  });
  const spellings = new PathSpellings(documented.flatMap(({ facts }) => facts.requests));
  return documented.map(({ page, facts }) => {
    const requests = facts.requests.map((line) => spellings.respell(line, report));
    return { page, facts: { ...facts, requests } };
  });
}

/** An operation as one page documents it. */
interface Draft {
  readonly operation: Operation;
  readonly request: RequestLine;
  readonly method: MethodLink | undefined;
  /** Name of the page. */
  readonly page: string;
  /** How much the page is about this operation rather than about a use of it. */
  readonly fit: number;
  /** Whether all request lines of the page end alike. */
  readonly isFocused: boolean;
}

function linkPage(
  page: GraphFacts,
  facts: OperationFacts,
  method: MethodLink | undefined,
  types: Pick<BodyContext, "resolver" | "members" | "actions">,
  report: Report,
): Draft[] {
  const { resolver, members } = types;
  const requests = uniqueRequests(facts.requests);
  const read = new Set(requests.flatMap(({ method: verb, path }) => (verb === "get" ? [path.key] : [])));
  const context = { resolver, hierarchy: members.hierarchy, members, method, read };
  const names = new LineNames(requests);
  const pageExamples = new PageExamples(facts.examples, requests);
  checkParameters(facts.parameters, page, resolver, report);
  const ids = operationIds(page.file, page.title, requests, resolver.registry.spellings);
  const drafts = requests.map((request, index) => {
    // What a page says holds for all its request lines, so it is reported once.
    const once: Report = index === 0 ? report : () => undefined;
    const { examples, areAlike } = pageExamples.of(index);
    const isShownElsewhere = (status: number) => pageExamples.isShownElsewhere(status, index);
    const own = { ...facts, examples };
    const responses = linkResponses(request, own, page, { ...context, areAlike, isShownElsewhere, report: once });
    const type = responses.find(({ contents }) => contents.length > 0)?.contents[0]?.type;
    const responseType = itemOf(type);
    const sent = { ...facts, examples: pageExamples.requestsOf(index) };
    const requestBody = linkRequestBody(request, sent, page, { ...types, method, responseType, report: once });
    const operation: Operation = {
      id: ids[index] as string,
      method: request.method,
      path: request.path.path,
      summary: page.titleText,
      tags: [tagOf(request.path, method)],
      parameters: linkParameters(request, names, own, page, type?.kind === "array", resolver),
      responses,
      examples: [],
      codeSamples: index === 0 ? facts.codeSamples : [],
      location: request.location,
      ...(page.description && { description: page.description }),
      ...(page.deprecated && { deprecated: page.deprecated }),
      ...(requestBody && { requestBody }),
    };
    const { isFocused } = pageExamples;
    return { operation, request, method, page: page.page, fit: pageFit(page.page, request), isFocused };
  });
  return placeExamples(drafts, facts, report);
}

function itemOf(type: TypeRef | undefined): TypeRef | undefined {
  return type?.kind === "array" ? type.items : type;
}

function uniqueRequests(requests: readonly RequestLine[]): RequestLine[] {
  const seen = new Set<string>();
  return requests.filter(({ method, path }) => {
    const key = `${method} ${path.key}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function placeExamples(drafts: readonly Draft[], facts: OperationFacts, report: Report): Draft[] {
  const status = drafts[0]?.operation.responses.find((response) => /^[23]\d\d$/.test(response.status))?.status;
  const requests = drafts.map(({ request }) => request);
  const placed = Map.groupBy(
    linkExamples(facts, requests, Number(status ?? 200), report),
    ({ operation }) => operation,
  );
  return drafts.map((draft, index) => {
    const own = placed.get(index) ?? [];
    const examples = own.map(({ example }) => example);
    const codeSamples = [...draft.operation.codeSamples, ...own.flatMap((example) => example.codeSamples)];
    return { ...draft, operation: { ...draft.operation, examples, codeSamples } };
  });
}

/** Of the drafts, which are sorted by it, those decide that fit as well as the first. */
function weightsOf(group: readonly Draft[]): PageWeights {
  return {
    decisive: group.filter(({ fit }) => fit === group[0]?.fit).length,
    isFocused: group.map(({ isFocused }) => isFocused),
  };
}

/** Ids come from file names, which are unique in a folder, and from paths; other clashes get a number, in the order of the paths. */
function uniqueIds(operations: readonly Operation[]): Operation[] {
  const taken = new Map<string, number>();
  return operations.map((operation) => {
    const key = operation.id.toLowerCase();
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 ? operation : { ...operation, id: `${operation.id}-${count}` };
  });
}

/** The API pages and the resource page of each tag. */
function pagesOfTags(drafts: readonly Draft[]): TagPages {
  const pages = new Map<string, Set<string>>();
  for (const { operation, method, page } of drafts) {
    for (const tag of operation.tags) {
      const own = pages.get(tag) ?? new Set<string>();
      pages.set(tag, own.add(page).add(method?.page.page ?? page));
    }
  }
  return pages;
}

function usedTags(
  operations: readonly Operation[],
  drafts: readonly Draft[],
): Map<string, { location: Tag["location"]; page?: GraphFacts | undefined }> {
  const pages = new Map(
    drafts.flatMap(({ operation, method }) => operation.tags.map((tag) => [tag, method?.page] as const)),
  );
  const used = new Map<string, { location: Tag["location"]; page?: GraphFacts | undefined }>();
  for (const { tags, location } of operations) {
    for (const tag of tags) if (!used.has(tag)) used.set(tag, { location, page: pages.get(tag) });
  }
  return used;
}
