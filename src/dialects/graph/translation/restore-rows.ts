import type { Report } from "../../../source/diagnostic.ts";
import type { PropertyFacts } from "../facts.ts";
import { alignNames } from "./align-names.ts";
import type { AttestedNames } from "./attested-names.ts";
import { translatedName } from "./diagnostics.ts";
import { type NameSlot, shapeOfType } from "./name-slot.ts";

/** What rows are compared with: names in code that they may stand for, in the order of the code. */
export type Candidates = readonly NameSlot[];

/**
 * Rows with the names that code has for them. A row whose name the code does not have takes the name of the member that it
 * describes; every change is reported, at its row.
 */
export function restoreRows<Row extends PropertyFacts>(
  rows: readonly Row[],
  candidates: Candidates,
  language: string,
  attested: AttestedNames,
  report: Report,
): Row[] {
  const positions = new Map(candidates.map(({ name }, index) => [name, index]));
  const slots = rows.map((row) => {
    const match = positions.get(row.name);
    const isAttested = row.isUnreadable !== true && attested.has(row.name);
    return {
      name: row.name,
      shape: shapeOfType(row.type, language),
      isAttested,
      ...(match !== undefined && { match }),
    };
  });
  const found = alignNames(slots, candidates);
  return rows.map((row, index) => {
    const candidate = candidates[found.get(index) ?? -1];
    return candidate ? rename(row, candidate.name, report) : row;
  });
}

/** The row under its right name. */
export function rename<Row extends PropertyFacts>(row: Row, name: string, report: Report): Row {
  const { isUnreadable: _, ...rest } = row;
  if (name !== row.name) report(translatedName(row.location, name, row.name));
  return { ...rest, name } as Row;
}
