import type { Inline, Row, Section, Table } from "../../markdown/page.ts";
import type { Grant } from "../../model/operation.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";
import { readPageLink } from "../common/type-expression.ts";
import { columnOf, hasPermissionWord, indexOfPermissionWord, isPermissionWord } from "../common/vocabulary.ts";
import { grants, type PermissionFacts, type RowResource } from "./facts.ts";

/**
 * The rows of the permission tables in a Permissions (or Prerequisites) section. Undefined if it has no such table.
 *
 * Rows are told apart by their labels where a vocabulary knows them, else by their order, which is the same in all languages.
 */
export function readPermissions(sections: readonly Section[]): PermissionFacts[] | undefined {
  const tables = sections.flatMap((section) => tablesIn(allBlocks(section)));
  const found = tables.map(readTable).filter((permissions) => permissions !== undefined);
  if (found.length === 0) return undefined;
  return found.flat();
}

function readTable(table: Table): PermissionFacts[] | undefined {
  const columns = table.header.map(({ text }) => grantOf(text));
  if (columns.filter((grant) => grant !== undefined).length >= 2) return readRotated(table, columns);
  const labels = labelsOf(table);
  if (labels.every((label) => label === undefined)) return undefined;
  const mostFirst = isMostFirst(table.header[1]?.text ?? "");
  const permissions: PermissionFacts[] = [];
  let grant: Grant | undefined;
  table.rows.forEach((row, index) => {
    // Sub-rows (`&nbsp; &nbsp; **Onboarding**`) carry on the permission type above them.
    grant = labels[index] ?? grant;
    if (grant) permissions.push(readRow(grant, row, scopeCells(table, row), mostFirst));
  });
  return permissions;
}

/** The cells behind the label: one, or one for each of several uses (`acting on self`); a column of remarks holds none. */
function scopeCells({ header }: Table, { cells }: Row): Inline[] {
  return cells.filter((_, at) => at > 0 && columnOf(header[at]?.text ?? "") !== "description");
}

/** The permission types of the rows. Of three rows, those whose label no vocabulary knows have their usual place. */
function labelsOf(table: Table): (Grant | undefined)[] {
  const labels = table.rows.map((row) => grantOf(row.cells[0]?.text ?? ""));
  const isUsualOrder = labels.every((label, index) => label === undefined || label === grants[index]);
  return labels.length === 3 && isUsualOrder && isPermissionTable(table) ? [...grants] : labels;
}

/** `Permissions (from most to least privileged)`. */
function isMostFirst(header: string): boolean {
  const most = indexOfPermissionWord(header, "most");
  return most >= 0 && most < indexOfPermissionWord(header, "least");
}

/** Tables in other languages: three rows whose cells look like scopes or like nothing at all. */
function isPermissionTable(table: Table): boolean {
  return table.rows.some((row) => /[A-Za-z]\w*\.\s?\w/.test(row.cells[1]?.text ?? "")) || table.header.length === 2;
}

/** One column per permission type, and mostly one row per resource, which the first column names. */
function readRotated(table: Table, columns: readonly (Grant | undefined)[]): PermissionFacts[] {
  return table.rows.flatMap((row) => {
    const resource = columns[0] ? {} : { resource: readResource(table, row) };
    return columns.flatMap((grant, index) => {
      const cell = row.cells[index];
      return grant && cell ? [{ ...readRow(grant, row, [cell], false), ...resource }] : [];
    });
  });
}

function readResource({ location }: Table, { cells: [cell] }: Row): RowResource {
  const link = readPageLink(cell?.links[0]?.href);
  return { label: cell?.text ?? "", table: location.line, ...(link && { page: link.page }) };
}

function readRow(grant: Grant, row: Row, cells: readonly Inline[], isMostFirst: boolean): PermissionFacts {
  return {
    grant,
    isMostFirst,
    cells: cells.map((cell) => ({ text: withoutStruck(cell), location: cell.location })),
    location: row.location,
  };
}

/** `~~Group.Read.All~~, Directory.Read.All`: what is struck out does not hold any more. */
function withoutStruck({ text, markdown }: Inline): string {
  const struck =
    markdown.length > longestCell ? [] : [...markdown.matchAll(/~~([^~]+)~~/g)].map(([, inner = ""]) => inner);
  return struck.reduce((left, inner) => left.replace(`~~${inner}~~`, "").replace(inner, ""), text);
}

/** Characters of a cell that lists scopes. */
const longestCell = 5000;

/** The permission type a label names: `Delegated (work or school account)`, `Application`, ... */
export function grantOf(label: string): Grant | undefined {
  const text = label.replace(/^\P{L}+/u, "");
  if (hasPermissionWord(text.slice(0, 40), "delegated")) {
    // The label of work accounts names no company, in any language.
    const isPersonal = hasPermissionWord(text, "personal") || /microsoft|майкрософт/i.test(text);
    return isPersonal ? "delegatedPersonal" : "delegatedWork";
  }
  return isPermissionWord(text.replace(/\s*[(（].*$/s, ""), "application") ? "application" : undefined;
}
