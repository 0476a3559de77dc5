import type { Report } from "../../../source/diagnostic.ts";
import type { GraphFacts, PropertyFacts, ResourceFacts } from "../facts.ts";
import type { AttestedNames } from "./attested-names.ts";
import { shapeOfJson } from "./name-slot.ts";
import { restoreRows } from "./restore-rows.ts";

/** The types of a translated page, with the names of their properties as the page's own JSON spells them. */
export function restoreResources(page: GraphFacts, attested: AttestedNames, report: Report): ResourceFacts[] {
  return page.resources.map((resource) => ({
    ...resource,
    properties: restoreProperties(resource.properties, page.language, attested, report),
  }));
}

function restoreProperties(
  properties: readonly PropertyFacts[],
  language: string,
  attested: AttestedNames,
  report: Report,
): PropertyFacts[] {
  const shown = properties
    .filter(({ jsonPosition }) => jsonPosition !== undefined)
    .sort((a, b) => (a.jsonPosition ?? 0) - (b.jsonPosition ?? 0));
  const candidates = shown.flatMap(({ name, json }) => (json ? [{ name, shape: shapeOfJson(json) }] : []));
  const rows = properties.filter(({ evidence }) => evidence === "table");
  const members = new Map(shown.filter(({ evidence }) => evidence === "json").map((member) => [member.name, member]));
  const restored = restoreRows(rows, candidates, language, attested, report).map((row) => {
    const member = members.get(row.name);
    members.delete(row.name);
    return member?.json ? { ...row, json: member.json } : row;
  });
  return [...restored, ...members.values()];
}
