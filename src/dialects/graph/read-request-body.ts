import type { Block, Page, Section, Table } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readDescription } from "../common/description.ts";
import { readColumns, readFields } from "../common/field-table.ts";
import { readJsonValue } from "../common/json-value.ts";
import { allBlocks, codeIn, openBlock, paragraphsIn, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { readTypeName } from "../common/type-expression.ts";
import { hasWord, isWord, primitiveOf } from "../common/vocabulary.ts";
import type { RequestBodyFacts, TypeMention } from "./facts.ts";
import { withOwners } from "./indented-rows.ts";
import { nestMembers, objectOf } from "./nest-members.ts";
import { readMediaTypes } from "./read-headers.ts";
import { readMembers } from "./read-json-form.ts";
import { readProperty } from "./read-property.ts";
import { propertyTables } from "./read-property-tables.ts";
import { type RequiredMembers, readRequired } from "./read-required.ts";
import { readTypeMentions } from "./read-type-mentions.ts";
import type { PropertyFacts } from "./type-facts.ts";

/** What the Request body sections of a page say, and its Request headers sections on the media type. */
export function readRequestBody(
  page: Page,
  sections: readonly Section[],
  headers: readonly Section[],
  report: Report,
): RequestBodyFacts {
  // Scenario pages repeat the section; rows of value lists below a property are no members.
  const blocks = sections.flatMap((section) => section.blocks.flatMap(openBlock));
  const nested = sections.flatMap((section) => section.sections);
  const all = [...blocks, ...nested.flatMap(allBlocks)];
  const prose = paragraphsIn(blocks);
  const text = prose.map(({ content }) => content.text).join("\n");
  const required = readRequired(blocks);
  const properties = withShown(readRows(page, blocks, nested, report), all).map((row) => withRequired(row, required));
  const saysNone = hasWord(text, "noRequestBody") || isWord(text, "none") || isWord(text, "notSupported");
  const description = readDescription(
    page,
    sections.flatMap((section) => section.blocks.filter(({ kind }) => kind !== "table")),
  );
  const types = prose.flatMap(({ content }) => readTypeMentions(content, page.language));
  return {
    isNone: properties.length === 0 && saysNone,
    isOptional: saysNone,
    properties,
    required: required.names,
    isCollection: isCollection(text, types, page.language),
    types,
    hasParameters: isParameterTable(blocks) || hasWord(text, "parameterWords"),
    // `the binary data of the photo in the request body` names no type.
    isBinary: hasWord(text, "binaryWords") && types.every(({ link }) => link === undefined),
    mediaTypes: readMediaTypes(headers),
    ...(description && { description }),
    ...(sections[0] && { location: sections[0].heading.location }),
  };
}

/** What a column or the row itself says counts more than prose. */
function withRequired(row: PropertyFacts, { names, isAll }: RequiredMembers): PropertyFacts {
  const isRequired = names.includes(row.name) || (isAll && row.evidence === "table");
  return isRequired && row.required === undefined ? { ...row, required: true } : row;
}

/** `a collection of [ship] objects`, `an array of **ship** objects`; word order is English, elsewhere the word has to do. */
function isCollection(text: string, types: readonly TypeMention[], language: string): boolean {
  if (isTranslated(language)) return types.length === 1 && hasWord(text, "collectionWords");
  return types.some(({ text: name }) => {
    const at = text.indexOf(name);
    return /\b(?:collection|list|array)s? of (?:(?:the|new|existing) )?$/i.test(text.slice(Math.max(0, at - 60), at));
  });
}

/** The rows of a section and of those below it. One that is called like a row or its type has the members of that row. */
function readRows(page: Page, blocks: readonly Block[], below: readonly Section[], report: Report): PropertyFacts[] {
  const listing = new Set(propertyTables(tablesIn([...blocks, ...below.flatMap(allBlocks)])));
  const read = (some: readonly Block[]) =>
    readTables(
      page,
      tablesIn(some).filter((table) => listing.has(table)),
      report,
    );
  const rows = read(blocks);
  const others: PropertyFacts[] = [];
  for (const section of below) {
    const inner = read(allBlocks(section));
    const at = rows.findIndex((row) => isCalledLike(section, row));
    const owner = inner.length > 0 ? rows[at] : undefined;
    if (owner) rows[at] = { ...owner, json: objectOf(owner, inner) };
    else others.push(...inner);
  }
  const known = new Set(rows.map(({ name }) => name));
  return [...rows, ...others.filter(({ name }) => !known.has(name) && known.add(name))];
}

/** `### crewInfo`, `### crew object`; ids of headings survive translation. */
function isCalledLike({ id }: Section, { name, type }: PropertyFacts): boolean {
  const called = id.replace(/-(?:object|properties|members|parameter|property|resource-type|type)s?$/, "");
  return called === name.toLowerCase() || called === type?.name.toLowerCase();
}

/** The rows, and what JSON in the section shows besides; a block that is annotated as a resource describes a type. */
function withShown(rows: readonly PropertyFacts[], blocks: readonly Block[]): PropertyFacts[] {
  const names = new Set(rows.map(({ name }) => name));
  const shown = codeIn(blocks)
    .filter(({ language, tab, annotation }) => {
      const isJson = language === "json" || language === "";
      return isJson && tab === undefined && annotation?.data["blockType"] !== "resource";
    })
    .flatMap((code) => readMembers(readJsonValue(code)));
  return [...rows, ...shown.filter(({ name }) => !names.has(name) && names.add(name))];
}

/** The rows of the property tables among some blocks; the first place of a name counts. */
export function readBodyProperties(page: Page, blocks: readonly Block[], report: Report): PropertyFacts[] {
  return readTables(page, propertyTables(tablesIn(blocks)), report);
}

function readTables(page: Page, tables: readonly Table[], report: Report): PropertyFacts[] {
  const properties = new Map<string, PropertyFacts>();
  for (const table of tables) {
    const columns = bodyColumns(table);
    if (columns.type === undefined) continue;
    for (const field of withOwners(table, readFields(table, columns), columns)) {
      const property = readProperty(page, field, false, report);
      if (property && !properties.has(property.name)) properties.set(property.name, property);
    }
  }
  return nestMembers([...properties.values()]);
}

/** `Name|Value|Description`, where the value is a type: `string`, `Int32`. */
function bodyColumns(table: Table): ReturnType<typeof readColumns> {
  const columns = readColumns(table);
  if (columns.type !== undefined || columns.value === undefined) return columns;
  const { value, ...rest } = columns;
  const isType = table.rows.some(({ cells }) => primitiveOf(readTypeName(cells[value]?.text ?? "").name) !== undefined);
  return isType ? { ...rest, type: value } : columns;
}

function isParameterTable(blocks: readonly Block[]): boolean {
  return tablesIn(blocks).some((table) => hasWord(table.header[0]?.text ?? "", "parameterWords"));
}
