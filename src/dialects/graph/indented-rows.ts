import type { Table } from "../../markdown/page.ts";
import type { ColumnIndex, Field } from "../common/field-table.ts";
import { mayHaveMembers } from "./nest-members.ts";

/**
 * Rows whose names are set in below the row that holds them (`&nbsp;&nbsp;street`, `└ street`, `- street`), under their whole names:
 * `address/street`.
 */
export function withOwners(table: Table, fields: readonly Field[], { name: column = 0 }: ColumnIndex): Field[] {
  const indents = new Map(table.rows.map(({ cells, location }) => [location, indentOf(cells[column]?.markdown ?? "")]));
  const owners: { name: string; indent: number }[] = [];
  return fields.map((field) => {
    const indent = indents.get(field.location) ?? 0;
    while (owners.length > 0 && (owners.at(-1)?.indent ?? 0) >= indent) owners.pop();
    const owner = owners.at(-1)?.name;
    const name = owner === undefined ? field.name : `${owner}/${bareName(field.name)}`;
    if (mayHaveMembers(field)) owners.push({ name, indent });
    return { ...field, name };
  });
}

/** What stands before the name, in characters. */
function indentOf(markdown: string): number {
  const [lead = ""] = /^(?:&(?:nbsp|emsp|ensp);|[\s\u00a0└├│─↳→•–>-]|\\-)*/.exec(markdown) ?? [];
  return lead.replaceAll(/&\w+;/g, " ").length;
}

function bareName(name: string): string {
  return name.replace(/^[\s\u00a0└├│─↳→•–>\\-]+/, "");
}
