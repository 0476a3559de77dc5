import type { Page, Section, Table } from "../../markdown/page.ts";
import { type Field, isRequiredField, readColumns, readFields } from "../common/field-table.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";
import { textOf } from "../common/text.ts";
import { readTypeName, type TypeExpression } from "../common/type-expression.ts";
import { columnOf, isWord, primitiveOf } from "../common/vocabulary.ts";
import type { ParameterFacts } from "./facts.ts";
import { readDefault } from "./read-default.ts";
import { readValues } from "./read-values.ts";
import { ValueLists, withoutValueLists } from "./value-lists.ts";

/** The rows of the parameter tables of some sections. */
export function readParameters(
  page: Page,
  sections: readonly Section[],
  place: "path" | "query" | "function",
): ParameterFacts[] {
  const lists = new ValueLists(sections);
  const tables = sections.map(withoutValueLists).flatMap((section) => tablesIn(allBlocks(section)));
  const hasOptions = tables.some(listsOptions);
  return tables
    .filter((table) => !isValueTable(table) && !(place === "query" && isFilterTable(table, hasOptions)))
    .flatMap((table) => readFields(table, parameterColumns(table)))
    .filter(({ name }) => name !== "" && !isWord(name, "none"))
    .map((field) => readParameter(page, field, place))
    .map((row) => withListedValues(row, lists.of(row.name)));
}

/** A single value that a list names is an example. */
function withListedValues(row: ParameterFacts, values: ParameterFacts["values"]): ParameterFacts {
  if (row.values.length > 0 || values.length === 0) return row;
  return values.length === 1 ? { ...row, examples: values.map(({ name }) => name) } : { ...row, values };
}

/** `Name|Value|Description` of query parameters: the value is an example, or a type. */
function parameterColumns(table: Table): ReturnType<typeof readColumns> {
  const columns = readColumns(table);
  if (columns.value === undefined || columns.type !== undefined) return columns;
  const { type: _, ...rest } = columns;
  return rest;
}

/** Tables of the values of a parameter stand below it. */
function isValueTable(table: Table): boolean {
  return table.header.length === 2 && isWord(table.header[0]?.text ?? "", "valueHeaders");
}

/** `Attribute|Supported operators`: what to filter by, not what to send. Another table may list the options. */
function isFilterTable(table: Table, hasOptions: boolean): boolean {
  const [first, ...others] = table.header.map(({ text }) => text);
  const isWide = others.length > 1;
  if (isWord(first ?? "", "propertyHeaders")) return !isWide || others.every((text) => columnOf(text) === undefined);
  return !isWide && hasOptions && !listsOptions(table);
}

function listsOptions({ rows }: Table): boolean {
  return rows.some(({ cells }) => /^[`*]*\$\w/.test(cells[0]?.text ?? ""));
}

/** A table row as a parameter. */
export function readParameter(page: Page, field: Field, place: ParameterFacts["in"]): ParameterFacts {
  const required = isRequiredField(field);
  const type = field.type ?? typeInValue(field);
  const listed = readValues(field.description);
  const defaultValue = readDefault(field, listed.values);
  const example = field.type || !type ? field.columns.value : undefined;
  return {
    in: place,
    // `$filter with any operator` is `$filter`, used in one way.
    name: /^\$\w+(?=\s)/.exec(field.name)?.[0] ?? field.name,
    ...listed,
    location: field.location,
    ...(type && { type }),
    ...(required !== undefined && { required }),
    ...(field.description && { description: textOf(page, field.description) }),
    ...(example && { examples: [example] }),
    ...(defaultValue !== undefined && { defaultValue }),
  };
}

/** `Name|Value|Description`, where the value is a type: `string`, `Int32`. */
function typeInValue({ columns: { value }, location }: Field): TypeExpression | undefined {
  const type = value === undefined ? undefined : readTypeName(value);
  return type && value && primitiveOf(type.name) ? { text: value, ...type, location } : undefined;
}

const expressedElsewhere = new Set(["authorization", "content-type", "accept", "content-length", "host"]);

/** Whether a security scheme, the media types of bodies or the URL stand for a header. */
export function isExpressedElsewhere(header: string): boolean {
  return expressedElsewhere.has(header.toLowerCase());
}

const standardOptions = ["$select", "$expand", "$filter", "$orderby", "$top", "$skip", "$count", "$search"] as const;

/** Whether a name is one of OData's system query options. */
export function isQueryOption(name: string): boolean {
  return (standardOptions as readonly string[]).includes(name.toLowerCase());
}
