import type { Block, Inline, Row, Section, Table } from "../../markdown/page.ts";
import type { Grant } from "../../model/operation.ts";
import { openBlock } from "../common/outline.ts";
import { readPageLink } from "../common/type-expression.ts";
import { columnOf, hasPermissionWord, indexOfPermissionWord, isPermissionWord, isWord } from "../common/vocabulary.ts";
import { grants, type PermissionFacts, type PermissionTable, type RowResource } from "./facts.ts";
import { readScopes } from "./read-scopes.ts";

/**
 * The rows of the permission tables in a Permissions (or Prerequisites) section. Undefined if it has no such table.
 *
 * Rows are told apart by their labels where a vocabulary knows them, else by their order, which is the same in all languages.
 */
export function readPermissions(sections: readonly Section[]): PermissionFacts[] | undefined {
  // Sections of permissions stand inside of each other.
  const tables = new Map(sections.flatMap(titledTables).map((titled) => [titled.table.location.line, titled]));
  const found = [...tables.values()].map(readTable).filter((permissions) => permissions !== undefined);
  if (found.length === 0) return undefined;
  return found.flat();
}

interface TitledTable {
  readonly table: Table;
  readonly facts: PermissionTable;
}

/** The tables of a section and of those below it, with their captions or headings. */
function titledTables(section: Section): TitledTable[] {
  const { id, heading } = section;
  const blocks = section.blocks.flatMap(openBlock);
  const own = blocks.flatMap((table, at): TitledTable[] => {
    if (table.kind !== "table") return [];
    const caption = captionIn(blocks[at - 1]);
    const title = caption ?? id;
    return [
      { table, facts: { caption: (caption ?? heading.text).replace(/[:：]$/, ""), title, location: table.location } },
    ];
  });
  return [...own, ...section.sections.flatMap(titledTables)];
}

/** `For crews:`, `**Crews**`. */
function captionIn(block: Block | undefined): string | undefined {
  if (block?.kind !== "paragraph") return undefined;
  const { text, markdown } = block.content;
  return text.length <= longestCaption && (/[:：]$/.test(text) || /^\*\*[^*]+\*\*$/.test(markdown)) ? text : undefined;
}

/** Characters of a line that is a caption, not a sentence of prose. */
const longestCaption = 80;

function readTable({ table, facts }: TitledTable): PermissionFacts[] | undefined {
  const columns = table.header.map(({ text }) => grantOf(text));
  if (columns.filter((grant) => grant !== undefined).length >= 2) return readRotated(table, columns, facts);
  const labels = labelsOf(table);
  if (labels.every((label) => label === undefined)) return undefined;
  const mostFirst = isMostFirst(table.header[1]?.text ?? "");
  const permissions: PermissionFacts[] = [];
  let grant: Grant | undefined;
  table.rows.forEach((row, index) => {
    // Sub-rows (`&nbsp; &nbsp; **Onboarding**`) carry on the permission type above them.
    grant = labels[index] ?? grant;
    const kind = { isMostFirst: mostFirst, table: facts };
    if (grant) permissions.push(...readRow({ ...kind, grant }, row, scopeCells(table, row)));
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

/** Tables whose labels no vocabulary knows: three rows whose cells hold scopes, also torn ones, or say that there are none. */
function isPermissionTable({ rows }: Table): boolean {
  const texts = rows.map(({ cells }) => cells[1]?.text ?? "");
  const isScopes = (text: string) =>
    readScopes(text).length > 0 || /(?:^|[,;、])\s*[A-Za-z]\w*(?:\.\s+\w+)+\s*(?:[,;、]|$)/.test(text);
  return texts.some(isScopes) || texts.every((text) => isWord(text, "notSupported"));
}

/** One column per permission type, and mostly one row per resource, which the first column names. */
function readRotated(table: Table, columns: readonly (Grant | undefined)[], facts: PermissionTable): PermissionFacts[] {
  return table.rows.flatMap((row) => {
    const resource = columns[0] ? {} : { resource: readResource(row) };
    return columns.flatMap((grant, index) => {
      const cell = row.cells[index];
      const kind = { isMostFirst: false, table: facts };
      return grant && cell ? readRow({ ...kind, grant }, row, [cell]).map((read) => ({ ...read, ...resource })) : [];
    });
  });
}

function readResource({ cells: [cell] }: Row): RowResource {
  const link = readPageLink(cell?.links[0]?.href);
  return { label: cell?.text ?? "", ...(link && { page: link.page }) };
}

/** The facts of a row: one, or one for each resource that its cells name. */
function readRow(
  kind: Pick<PermissionFacts, "grant" | "isMostFirst" | "table">,
  { location }: Row,
  cells: readonly Inline[],
): PermissionFacts[] {
  const parts = cells.flatMap((cell) =>
    partsOf(withoutStruck(cell)).map((part) => ({ ...part, location: cell.location })),
  );
  const byLabel = Map.groupBy(parts, ({ label }) => label);
  return [...byLabel].map(([label, own]) => ({
    ...kind,
    cells: own.map(({ text, location: place }) => ({ text, location: place })),
    location,
    ...(label !== undefined && { resource: { label } }),
  }));
}

interface CellPart {
  readonly text: string;
  readonly label?: string;
}

/** `For user resource:<br>User.Read<br>For group resource:<br>Group.Read.All`: what a cell says of each resource. */
function partsOf(text: string): CellPart[] {
  const labels = text.length > longestCell ? [] : [...text.matchAll(/(?<=^|\n)[^\n:：.]{3,60}[:：]/g)];
  if (labels.length < 2 || labels[0]?.index !== 0) return [{ text }];
  return labels.map((label, at) => ({
    label: label[0].slice(0, -1).trim(),
    text: text.slice(label.index + label[0].length, labels[at + 1]?.index).trim(),
  }));
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
