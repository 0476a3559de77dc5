import type { TocEntry } from "../../../markdown/toc.ts";
import type { ApiModel } from "../../../model/api-model.ts";
import type { Report } from "../../../source/diagnostic.ts";
import type { GraphFacts } from "../facts.ts";
import { authorizations } from "../profile.ts";
import { restoreNames } from "../translation/restore-names.ts";
import { addShownFlags } from "./examples/shown-flags.ts";
import { addShownKeys } from "./examples/shown-keys.ts";
import { allowShownNulls } from "./examples/shown-nulls.ts";
import { addShownTypes } from "./examples/shown-types.ts";
import { mostUsed } from "./most-used.ts";
import { linkOperations } from "./operations/link-operations.ts";
import { orderTags } from "./operations/order-tags.ts";
import { settleByPath } from "./operations/settle-by-path.ts";
import { settleAddresses } from "./settle-addresses.ts";
import { Hierarchy } from "./types/compare-types.ts";
import { addNavigation } from "./types/infer-navigation.ts";
import { linkBases } from "./types/link-bases.ts";
import { linkEnums, linkResources } from "./types/link-resources.ts";
import { TypeResolver } from "./types/resolve-type.ts";
import { TypeRegistry } from "./types/type-registry.ts";

/** Resolves the names of all pages and merges what they say into one API. */
export function linkGraph(facts: readonly GraphFacts[], report: Report, toc: readonly TocEntry[] = []): ApiModel {
  const sorted = [...facts].sort((a, b) => (a.file < b.file ? -1 : 1));
  const { pages, server } = settleAddresses(restoreNames(sorted, report));
  const registry = new TypeRegistry(pages);
  const bases = linkBases(registry, report);
  const hierarchy = new Hierarchy([...bases].map(([name, baseType]) => ({ name, baseType })));
  const resolver = new TypeResolver(registry, hierarchy, report);
  const resources = linkResources(resolver, bases, report);
  const linked = linkOperations(pages, resources, resolver, server, report);
  const { tags, tagPages } = linked;
  const operations = addShownTypes(settleByPath(linked.operations, resources, report), resources);
  const ordered = orderTags(tags, tagPages, toc);
  const authorization = authorizations.get(/^https?:\/\/([^/]+)/.exec(server ?? "")?.[1] ?? "");
  return {
    servers: server === undefined ? [] : [server],
    ...(authorization && { authorization }),
    operations,
    resources: allowShownNulls(addShownKeys(addNavigation(resources, operations, report), operations), operations),
    enums: addShownFlags(linkEnums(resolver), resources, operations),
    tags: ordered.tags,
    ...(ordered.groups.length > 0 && { tagGroups: ordered.groups }),
    language: mostUsed(pages.map(({ language }) => language)) ?? "en-US",
  };
}
