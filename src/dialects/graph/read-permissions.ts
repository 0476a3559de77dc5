import type { Inline, Row, Section, Table } from "../../markdown/page.ts";
import type { Grant, Permission, ScopeSet } from "../../model/operation.ts";
import type { Report } from "../../source/diagnostic.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";
import { isWord } from "../common/vocabulary.ts";
import { permissionUnreadable } from "./diagnostics.ts";
import { grants } from "./facts.ts";
import { readScopeSets } from "./read-scopes.ts";

/**
 * The permissions of the tables in a Permissions (or Prerequisites) section. Undefined if it has no such table.
 *
 * Rows are told apart by their label where it is English, else by their order, which is the same in all languages.
 */
export function readPermissions(sections: readonly Section[], report: Report): Permission[] | undefined {
  const tables = sections.flatMap((section) => tablesIn(allBlocks(section)));
  const found = tables.map((table) => readTable(table, report)).filter((permissions) => permissions !== undefined);
  if (found.length === 0) return undefined;
  return merge(found.flat());
}

function readTable(table: Table, report: Report): Permission[] | undefined {
  const rotated = table.header.slice(1).map(({ text }) => grantOf(text));
  if (rotated.filter((grant) => grant !== undefined).length >= 2) return readRotated(table, rotated, report);
  const labels = table.rows.map((row) => grantOf(row.cells[0]?.text ?? ""));
  const isByOrder = labels.every((label) => label === undefined) && table.rows.length === 3 && isPermissionTable(table);
  if (!isByOrder && labels.every((label) => label === undefined)) return undefined;
  const mostFirst = /\bmost\b.*\bto\b.*\bleast\b/i.test(table.header[1]?.text ?? "");
  const permissions: Permission[] = [];
  let grant: Grant | undefined;
  table.rows.forEach((row, index) => {
    // Sub-rows (`&nbsp; &nbsp; **Onboarding**`) carry on the permission type above them.
    grant = labels[index] ?? (isByOrder ? grants[index] : grant);
    if (grant) permissions.push(readRow(grant, row, row.cells.slice(1), mostFirst, report));
  });
  return permissions;
}

/** Tables in other languages: three rows whose cells look like scopes or like nothing at all. */
function isPermissionTable(table: Table): boolean {
  return table.rows.some((row) => /[A-Za-z]\w*\.\s?\w/.test(row.cells[1]?.text ?? "")) || table.header.length === 2;
}

/** One row per resource, one column per permission type. */
function readRotated(table: Table, columns: readonly (Grant | undefined)[], report: Report): Permission[] {
  return table.rows.flatMap((row) =>
    columns.flatMap((grant, index) => {
      const cell = row.cells[index + 1];
      return grant && cell ? [readRow(grant, row, [cell], false, report)] : [];
    }),
  );
}

function readRow(grant: Grant, row: Row, cells: readonly Inline[], mostFirst: boolean, report: Report): Permission {
  const alternatives = cells.flatMap((cell) => readCell(cell, report));
  return { grant, alternatives: mostFirst ? alternatives.reverse() : alternatives, location: row.location };
}

function readCell(cell: Inline, report: Report): ScopeSet[] {
  const { sets, rest } = readScopeSets(cell);
  const isSilent = cell.text === "" || isWord(cell.text.replace(/\s+/g, " "), "notSupported");
  if (sets.length === 0 && !isSilent && !saysNotSupported(cell.text)) report(permissionUnreadable(cell.location, rest));
  return sets;
}

function saysNotSupported(text: string): boolean {
  return text.split(/[.。;\n]/).some((sentence) => isWord(sentence, "notSupported"));
}

/** The permission type a label names: `Delegated (work or school account)`, `Application`, ... */
function grantOf(label: string): Grant | undefined {
  const text = label.replace(/^\W+/, "");
  if (/^delegated\b.*(?:personal|msa\b)/i.test(text)) return "delegatedPersonal";
  if (/^delegated\b/i.test(text)) return "delegatedWork";
  if (/^application(?:\s+permissions?)?\W*(?:\(|$)/i.test(text)) return "application";
  return undefined;
}

/** One permission per grant, each alternative once. */
function merge(permissions: readonly Permission[]): Permission[] {
  const merged = new Map<Grant, Permission>();
  for (const permission of permissions) {
    const known = merged.get(permission.grant);
    if (!known) {
      merged.set(permission.grant, { ...permission, alternatives: unique(permission.alternatives) });
    } else {
      merged.set(permission.grant, {
        ...known,
        alternatives: unique([...known.alternatives, ...permission.alternatives]),
      });
    }
  }
  return [...merged.values()].sort((a, b) => grants.indexOf(a.grant) - grants.indexOf(b.grant));
}

function unique(sets: readonly ScopeSet[]): ScopeSet[] {
  const seen = new Set<string>();
  return sets.filter(({ scopes }) => {
    const key = scopes.join(" ");
    return seen.has(key) ? false : seen.add(key);
  });
}
