import type { Inline, Row, Table } from "../../../../markdown/page.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { type ColumnIndex, readColumns, readFieldName } from "../../../common/field-table.ts";
import { readTypeExpression } from "../../../common/type-expression.ts";
import { columnOf, isWord, primitiveOf } from "../../../common/vocabulary.ts";
import type { PairPlaces } from "../../../dialect.ts";
import { scopeMangled } from "../../diagnostics.ts";
import type { Role } from "../../profile.ts";
import { grantOf } from "../../read-permissions.ts";
import { readScopes } from "../../read-scopes.ts";
import { readValues } from "../../read-values.ts";
import { translatedHeader, translatedName, translatedType } from "../diagnostics.ts";
import { align } from "./align.ts";
import { compareInline, differences } from "./compare-inline.ts";
import { changedMember, missingRow } from "./diagnostics.ts";

/** What the comparison of a block needs to know of where it stands, and where its findings go. */
export interface CompareContext {
  readonly role: Role | undefined;
  /** BCP 47 tag of the translation. */
  readonly language: string;
  readonly report: Report;
  readonly pair: PairPlaces;
}

/** Reports the rows that a translated table has lost, and the cells whose names, types, scopes, links, code or numbers changed. */
export function compareTables(original: Table, translation: Table, context: CompareContext): void {
  const columns = namedColumns(original, context.role);
  let previous = translation.header[0]?.location ?? translation.location;
  for (const [right, found] of alignRows(original.rows, translation.rows)) {
    const [row, translated] = [original.rows[right], translation.rows[found]];
    if (translated) previous = translated.location;
    if (row) context.pair(row.location, previous);
    if (row && translated) compareRows(row, translated, columns, context);
    else if (row) context.report(missingRow(previous, row.cells[0]?.text ?? ""));
  }
}

const rolesWithNames: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  "properties",
  "relationships",
  "members",
  "headers",
  "body",
  "function",
  "path",
  "query",
]);

/** The columns of names and types. Tables elsewhere hold prose, unless their headers say otherwise. */
function namedColumns(table: Table, role: Role | undefined): ColumnIndex {
  const columns = readColumns(table);
  const header = (index: number | undefined) => columnOf(table.header[index ?? -1]?.text ?? "");
  const isNamed = rolesWithNames.has(role) || (header(columns.name) === "name" && header(columns.type) === "type");
  const { name, type } = columns;
  if (role === "permissions" || !isNamed) return {};
  return { ...(name !== undefined && { name }), ...(type !== undefined && header(type) === "type" && { type }) };
}

/** Of as many rows on both sides, each is the translation of the one in its place. */
function alignRows(original: readonly Row[], translation: readonly Row[]): ReturnType<typeof align> {
  if (original.length === translation.length) return original.map((_, index) => [index, index] as const);
  return align(original, translation, likeness);
}

/** How much two rows have in common that survives translation. */
function likeness(a: Row, b: Row): number {
  const cells = a.cells.map((cell, index) => [cell, b.cells[index]] as const);
  return cells.reduce((score, [cell, other], index) => {
    if (!other) return score;
    const isSame = cell.text !== "" && (cell.text === other.text || isSameGrant(cell.text, other.text));
    const sharesLink = cell.links.some(({ href }) => other.links.some((link) => link.href === href));
    const sharesCode = cell.codes.some((code) => other.codes.includes(code));
    return score + (isSame ? (index === 0 ? 8 : 2) : 0) + (sharesLink ? 2 : 0) + (sharesCode ? 1 : 0);
  }, 0.1);
}

/** Permission types are told by their labels, in all languages. */
function isSameGrant(label: string, other: string): boolean {
  const grant = grantOf(label);
  return grant !== undefined && grant === grantOf(other);
}

function compareRows(original: Row, translation: Row, columns: ColumnIndex, context: CompareContext): void {
  const { role, report } = context;
  original.cells.forEach((cell, index) => {
    const translated = translation.cells[index];
    if (!translated) return;
    if (role === "permissions" && index > 0) compareScopes(cell, translated, report);
    else if (index === columns.name) compareNames(cell, translated, context);
    else if (index === columns.type) compareTypes(cell, translated, context);
    else {
      compareInline(cell, translated, report);
      compareValues(cell, translated, report);
    }
  });
}

/** Values that a description lists in plain words; those in code spans are compared as code. */
function compareValues(original: Inline, translation: Inline, report: Report): void {
  const [right, found] = [original, translation].map((cell) =>
    readValues(cell).values.flatMap(({ name }) => (cell.codes.includes(name) ? [] : [name])),
  );
  for (const [name, instead] of differences(right ?? [], found ?? [])) {
    report(changedMember(translation.location, name, instead ?? translation.text));
  }
}

function compareScopes(original: Inline, translation: Inline, report: Report): void {
  for (const [right, found] of differences(readScopes(original.text), readScopes(translation.text))) {
    report(scopeMangled(translation.location, right, found ?? translation.text));
  }
}

const namedAs: ReadonlyMap<Role | undefined, typeof translatedName> = new Map([
  ["headers", translatedHeader],
  ["members", changedMember],
]);

/** Names are not translated; words such as "None", and headings within tables, are. */
function compareNames(original: Inline, translation: Inline, { role, report }: CompareContext): void {
  const right = readFieldName(original.text).name;
  const found = readFieldName(translation.text).name;
  // A table without rows says "None", an enumeration may have a member of that name.
  if (right === found || !isName(right) || (role !== "members" && isWord(right, "none"))) return;
  const kind = namedAs.get(role) ?? translatedName;
  report(kind(translation.location, right, translation.text));
}

function isName(name: string): boolean {
  return /^[$@#_A-Za-z][\w.$@/:-]*$/.test(name);
}

/** The words around a type name are translated (`String-Sammlung`), and so are the names of primitive types. */
function compareTypes(original: Inline, translation: Inline, { language, report }: CompareContext): void {
  const right = readTypeExpression(original);
  const found = readTypeExpression(translation);
  const isSame =
    right.name === found.name ||
    (primitiveOf(right.name, "en") !== undefined &&
      primitiveOf(right.name, "en") === primitiveOf(found.name, language));
  if (isName(right.name) && !isWord(right.name, "none") && (!isSame || right.isCollection !== found.isCollection)) {
    report(translatedType(translation.location, original.text, translation.text));
  }
  if (right.link?.page !== found.link?.page) compareInline(original, translation, report);
}
