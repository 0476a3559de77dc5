import type { Report } from "../../source/diagnostic.ts";
import { propertyDuplicate, propertyName } from "./diagnostics.ts";
import type { PropertyFacts } from "./facts.ts";
import { translatedName } from "./translation/diagnostics.ts";

/**
 * Rows of tables with what the JSON shows of them. JSON decides how a name is spelt (it is never translated); what only
 * the JSON has is kept. On translated pages, two properties may bear the same name.
 */
export function joinEvidence(
  rows: readonly PropertyFacts[],
  shown: readonly PropertyFacts[],
  isForeign: boolean,
  report: Report,
): PropertyFacts[] {
  const members = shown.map((member, jsonPosition) => ({ ...member, jsonPosition }));
  const byName = new Map(members.map((member) => [member.name, member]));
  const byFolded = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const joined = new Map<string, PropertyFacts>();
  rows.forEach((row, index) => {
    const member = byName.get(row.name) ?? byFolded.get(row.name.toLowerCase());
    const { name, known } = nameOf(row, member, joined);
    if (name !== row.name) report((isForeign ? translatedName : propertyName)(row.location, name, row.name));
    if (!known) joined.set(name, withJson(row, name, member));
    else if (isForeign && !member) joined.set(`${name} ${index}`, row);
    else if (known.isNavigation === row.isNavigation) report(propertyDuplicate(row.location, name));
  });
  for (const member of members) if (!joined.has(member.name)) joined.set(member.name, member);
  return [...joined.values()];
}

function nameOf(
  row: PropertyFacts,
  member: PropertyFacts | undefined,
  joined: ReadonlyMap<string, PropertyFacts>,
): { name: string; known: PropertyFacts | undefined } {
  const name = member?.name ?? row.name;
  return { name, known: joined.get(name) };
}

function withJson(row: PropertyFacts, name: string, member: PropertyFacts | undefined): PropertyFacts {
  const { json, jsonPosition } = member ?? {};
  return { ...row, name, ...(json && { json }), ...(jsonPosition !== undefined && { jsonPosition }) };
}
