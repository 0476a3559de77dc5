import type { Report } from "../../source/diagnostic.ts";
import { translatedName } from "./translation/diagnostics.ts";
import { propertyDuplicate, propertyName } from "./type-diagnostics.ts";
import type { JsonForm, PropertyFacts } from "./type-facts.ts";

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
    const found = member ? withJson(row, member) : row;
    if (found.name !== row.name)
      report((isForeign ? translatedName : propertyName)(row.location, found.name, row.name));
    const known = joined.get(found.name);
    if (!known) joined.set(found.name, found);
    else if (isForeign && !member) joined.set(`${row.name} ${index}`, row);
    else if (known.isNavigation === row.isNavigation) report(propertyDuplicate(row.location, found.name));
  });
  for (const member of members) if (!joined.has(member.name)) joined.set(member.name, member);
  return [...joined.values()];
}

/** A row with what the JSON shows of it. */
export function withJson(row: PropertyFacts, member: PropertyFacts): PropertyFacts {
  const { name, json, jsonPosition, location } = member;
  const values = row.values.length > 0 ? row.values : member.values;
  return {
    ...row,
    name,
    values,
    ...(json && { json: row.json ? withForm(row.json, json) : json, jsonLocation: location }),
    ...(jsonPosition !== undefined && { jsonPosition }),
  };
}

/** The members that rows describe, and what the JSON shows of the same object besides. */
function withForm(described: JsonForm, shown: JsonForm): JsonForm {
  if (described.kind === "array" && shown.kind === "array" && described.items && shown.items)
    return { kind: "array", items: withForm(described.items, shown.items) };
  if (described.kind !== "object" || shown.kind !== "object") return described;
  const rows = new Map(described.properties.map((row) => [row.name, row]));
  for (const member of shown.properties) {
    const row = rows.get(member.name);
    rows.set(member.name, row ? withJson(row, member) : member);
  }
  return { ...shown, properties: [...rows.values()] };
}
