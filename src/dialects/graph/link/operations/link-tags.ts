import type { Tag } from "../../../../model/api-model.ts";
import type { PathTemplate } from "../../../common/path-template.ts";
import { pageName } from "../../../common/type-expression.ts";
import type { GraphFacts, MethodFacts } from "../../facts.ts";
import { shortNameOf } from "../types/type-registry.ts";

/** A row of a Methods table, and the resource page it stands on. */
export interface MethodLink {
  readonly facts: MethodFacts;
  readonly page: GraphFacts;
}

/**
 * For each API page, the row of a Methods table that links it. Several resource pages link the same API page; the one that it
 * is named after comes first, then the one with the longest name in common.
 */
export function linkMethods(pages: readonly GraphFacts[]): Map<string, MethodLink> {
  const links = new Map<string, MethodLink>();
  for (const page of pages) {
    for (const facts of page.methods) {
      const known = links.get(facts.page);
      if (!known || closeness(page, facts.page) > closeness(known.page, facts.page))
        links.set(facts.page, { facts, page });
    }
  }
  return links;
}

function closeness(page: GraphFacts, apiPage: string): number {
  const name = pageName(page.file);
  return apiPage === name || apiPage.startsWith(`${name}-`) ? name.length : 0;
}

/** The tag of an operation: the resource whose Methods table links its page, else the first segment of its path. */
export function tagOf(path: PathTemplate, method: MethodLink | undefined): string {
  const [resource] = method?.page.resources ?? [];
  if (resource && resource.name !== "") return shortNameOf(resource.name);
  return /^\/([^/({:]+)/.exec(path.path)?.[1] ?? "root";
}

/** The tags that operations use, sorted by name, described by the resource page of the same name. */
export function linkTags(
  used: ReadonlyMap<string, { readonly location: Tag["location"]; readonly page?: GraphFacts | undefined }>,
): Tag[] {
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { location, page }]) => ({
      name,
      location: page?.location ?? location,
      ...(page?.description && { description: page.description }),
    }));
}
