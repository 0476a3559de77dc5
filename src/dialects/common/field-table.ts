import type { Inline, Row, Table } from "../../markdown/page.ts";
import type { Located } from "../../source/location.ts";
import { joinInlines } from "./text.ts";
import { readTypeExpression, type TypeExpression } from "./type-expression.ts";
import { type Column, columnOf, isWord } from "./vocabulary.ts";

/** A row of a table of properties, parameters or headers. */
export interface Field extends Located {
  /** Without marks and notes; empty if the row has none. */
  readonly name: string;
  /** What follows the name in its cell, e.g. `deprecated`. */
  readonly nameNote?: string;
  readonly type?: TypeExpression;
  readonly description?: Inline;
  /** What a column says: `Required`, `Nullable`, `Default`. */
  readonly columns: Readonly<Partial<Record<"required" | "nullable" | "default" | "value", string>>>;
}

/** Which cell holds what. */
export type ColumnIndex = Readonly<Partial<Record<Column, number>>>;

/**
 * What the columns of a table hold. Headers decide where a vocabulary knows them; for the rest the usual order does
 * (name, type, description), since headers of a language without a vocabulary still stand in it.
 */
export function readColumns(table: Table): ColumnIndex {
  const index: Partial<Record<Column, number>> = {};
  table.header.forEach((cell, at) => {
    const column = columnOf(cell.text);
    if (column !== undefined) index[column] ??= at;
  });
  const free = table.header.map((_, at) => at).filter((at) => !Object.values(index).includes(at));
  index.name ??= free.shift() ?? 0;
  if (index.type === undefined && table.header.length >= 3 && index.value === undefined) {
    // What has no name and follows the description goes on with it.
    const isRemark = (at: number) => table.header[at]?.text === "" && at > (index.description ?? at);
    const type = free.find((at) => !isRemark(at));
    if (type !== undefined) index.type = type;
  }
  const description = index.description ?? free.findLast((at) => at !== index.type);
  return { ...index, ...(description !== undefined && { description }) };
}

/** Whether the columns of a table are a name and a type. */
export function hasNamedColumns({ header: [first, second] }: Table): boolean {
  return columnOf(first?.text ?? "") === "name" && columnOf(second?.text ?? "") === "type";
}

/** The rows of a table as fields. Caption rows (`|**Onboarding**| | |`) and empty rows are left out. */
export function readFields(table: Table, columns: ColumnIndex = readColumns(table)): Field[] {
  const remarks = remarkColumns(table, columns);
  return table.rows.filter((row) => !isCaption(row)).map((row) => readField(row, columns, remarks));
}

/** The column of descriptions, and those without a name: they hold more of the same. */
function remarkColumns({ header }: Table, columns: ColumnIndex): number[] {
  const known = new Set(Object.values(columns));
  return header.flatMap(({ text }, at) => (at === columns.description || (text === "" && !known.has(at)) ? [at] : []));
}

function readField(row: Row, columns: ColumnIndex, remarks: readonly number[]): Field {
  const cell = (column: Column): Inline | undefined => {
    const at = columns[column];
    return at === undefined ? undefined : row.cells[at];
  };
  const { name, note } = readFieldName(nameText(cell("name")));
  const type = cell("type");
  const description = joinInlines(remarks.flatMap((at) => row.cells[at] ?? []).filter(({ text }) => text !== ""));
  const text = (column: "required" | "nullable" | "default" | "value") => {
    const content = cell(column)?.text;
    return content ? { [column]: content } : {};
  };
  return {
    name,
    ...(note && { nameNote: note }),
    ...(type && type.text !== "" && { type: readTypeExpression(type) }),
    ...(description && { description }),
    columns: { ...text("required"), ...text("nullable"), ...text("default"), ...text("value") },
    location: row.location,
  };
}

/** A bare `__proto__` is a name, although Markdown takes the underscores for emphasis. */
function nameText(cell: Inline | undefined): string {
  return cell && /^__\w+__$/.test(cell.markdown) ? cell.markdown : (cell?.text ?? "");
}

/** `displayName (deprecated)` -> name and note; marks around the name go. */
export function readFieldName(text: string): { name: string; note?: string } {
  if (text.length > longestName) return { name: text.trim() };
  const plain = text.replace(/[*`]/g, "").replace(/\\/g, "").trim();
  const unquoted = plain.replace(/^["'“”]|["'“”]$/g, "");
  const italic = /^_([^_]+)_$/.exec(unquoted)?.[1] ?? unquoted;
  const match = /^([^\s(（]+)[\s]*[（(]([^)）]*)[)）]?$/.exec(italic);
  if (match) return { name: match[1] ?? "", note: (match[2] ?? "").trim() };
  return { name: italic.replace(/[:：,]$/, "").trim() };
}

/** Characters that a name and its note may have; a cell with more is prose. */
const longestName = 300;

/** A row whose only text is bold, or that has one cell: a heading inside the table. */
function isCaption(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== "");
  if (filled.length === 0) return true;
  const only = filled.length === 1 ? filled[0] : undefined;
  return only !== undefined && only === row.cells[0] && /^(?:&nbsp;|\s)*\*\*[^*]+\*\*$/.test(only.markdown);
}

/** Whether a field is one, none, or left open, by its column or the first words of its description. */
export function isRequiredField(field: Field): boolean | undefined {
  const column = field.columns.required;
  if (column !== undefined && column !== "") return isWord(column, "yes") || isWord(column, "required");
  const words = [field.nameNote, field.type?.note, ...leadingWords(field.description?.text)];
  if (words.some((word) => word !== undefined && isWord(word, "required"))) return true;
  if (words.some((word) => word !== undefined && isWord(word, "optional"))) return false;
  return undefined;
}

/** `Required. The name.` states it; `Required if ...` and `the required name` do not. */
function leadingWords(text: string | undefined): string[] {
  if (text === undefined) return [];
  const first = text.split(/[.,;:。．\n]/, 1)[0] ?? "";
  const last =
    text
      .trim()
      .replace(/[.。]$/, "")
      .split(/[.;。]\s*/)
      .at(-1) ?? "";
  const bracketed = [...text.matchAll(/[([（]([^()[\]（）]{1,30})[)\]）]/g)].map((match) => match[1] ?? "");
  return [first, last, ...bracketed];
}
