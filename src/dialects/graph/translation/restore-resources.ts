import { withJson } from "../join-evidence.ts";
import type { PropertyFacts, ResourceFacts } from "../type-facts.ts";
import { type NameSlot, shapeOfJson } from "./name-slot.ts";
import type { NameRestorer } from "./restorer.ts";

/** The types of a translated page, with the names of their properties as the page's own JSON and annotations spell them. */
export function restoreResources(resources: readonly ResourceFacts[], restorer: NameRestorer): ResourceFacts[] {
  return resources.map((resource) => ({ ...resource, properties: restoreFromPage(resource, restorer) }));
}

/** The same for what only other pages know. */
export function settleResources(resources: readonly ResourceFacts[], restorer: NameRestorer): ResourceFacts[] {
  return resources.map((resource) => {
    const rows = resource.properties.filter(({ evidence }) => evidence === "table");
    const members = resource.properties.filter(({ evidence }) => evidence !== "table");
    return { ...resource, properties: [...restorer.fromSet(rows), ...members] };
  });
}

function restoreFromPage({ properties }: ResourceFacts, restorer: NameRestorer): PropertyFacts[] {
  const shown = properties
    .filter(({ jsonPosition }) => jsonPosition !== undefined)
    .sort((a, b) => (a.jsonPosition ?? 0) - (b.jsonPosition ?? 0));
  const rows = properties.filter(({ evidence }) => evidence === "table");
  const slots = shown.flatMap(slotOf);
  // JSON shows few relationships, so that they would only blur the order of the rest.
  const own = restorer.fromJson(
    rows.filter(({ isNavigation }) => !isNavigation),
    slots,
  );
  const relationships = rows.filter(({ isNavigation }) => isNavigation);
  const restored = restorer.fromJson([...own, ...relationships], slots);
  const members = new Map(shown.filter(({ evidence }) => evidence === "json").map((member) => [member.name, member]));
  const joined = restored.map((row) => {
    const member = members.get(row.name);
    members.delete(row.name);
    return member ? withJson(row, member) : row;
  });
  return [...joined, ...members.values()];
}

function slotOf({ name, json }: PropertyFacts): NameSlot[] {
  return json ? [{ name, shape: shapeOfJson(json) }] : [];
}
