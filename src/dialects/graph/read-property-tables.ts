import type { Page, Section, Table } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { hasNamedColumns, readFields } from "../common/field-table.ts";
import { type allBlocks, tablesIn } from "../common/outline.ts";
import { isWord } from "../common/vocabulary.ts";
import { nestMembers } from "./nest-members.ts";
import { roleOf } from "./profile.ts";
import { readProperty } from "./read-property.ts";
import { isTypeSection } from "./read-type-sections.ts";
import type { PropertyFacts } from "./type-facts.ts";

/**
 * Rows of the Properties and Relationships tables, wherever they stand on the page. `shown` are the members of the page's JSON:
 * they tell whether the tables below further headings list properties of the type, or of something inside it.
 */
export function readPropertyTables(
  page: Page,
  root: Section,
  shown: ReadonlySet<string>,
  report: Report,
): { properties: PropertyFacts[]; exists: boolean } {
  const sections = propertySections(root);
  const read = (tables: readonly Table[], section?: Section) =>
    tables.flatMap((table) =>
      readFields(table).flatMap(
        (field) => readProperty(page, field, listsRelationships(table, section), report, shown) ?? [],
      ),
    );
  const listed = sections.flatMap((section) =>
    read([...propertyTables(tablesIn(ownBlocks(section))), ...furtherTables(section, shown)], section),
  );
  const rows = [...listed, ...read(tablesElsewhere(root, shown))];
  return { properties: nestMembers(rows, shown), exists: sections.length > 0 };
}

/** One may stand inside another: `### Relationships` below `## Properties and relationships`. */
function propertySections(section: Section): Section[] {
  const inner = section.sections.flatMap(propertySections);
  return /^(?:properties|relationships)$/.test(roleOf(section) ?? "") ? [section, ...inner] : inner;
}

/** Where a heading announces both properties and relationships, the columns of each table tell which it lists. */
function listsRelationships({ header }: Table, section: Section | undefined): boolean {
  if (section === undefined || roleOf(section) === "relationships") return section !== undefined;
  const announcesBoth = /relationships|navigation/.test(section.id);
  return announcesBoth && isWord(header[0]?.text ?? "", "relationshipHeaders");
}

/** Properties also stand below the title, the JSON, or a heading of the writer's own (`Page content`). */
function tablesElsewhere(root: Section, shown: ReadonlySet<string>): Table[] {
  const isElsewhere = (section: Section) =>
    !/^(?:properties|relationships|methods|example|members)$/.test(roleOf(section) ?? "") && !isTypeSection(section);
  const tablesOf = (section: Section): Table[] => [
    ...tablesIn(section.blocks),
    ...section.sections.filter(isElsewhere).flatMap(tablesOf),
  ];
  return tablesOf(root).filter((table) => showsMembers(table, shown));
}

/** Where one table of a section names its columns, the others that list properties do so, too. */
export function propertyTables(tables: readonly Table[]): Table[] {
  const listing = tables.filter(isPropertyTable);
  const named = listing.findIndex(hasNamedColumns);
  return listing.filter((table, index) => named < 0 || index <= named || hasNamedColumns(table));
}

/** The tables below the headings of a section that has a table of its own, if the JSON shows half of what they list. */
function furtherTables(section: Section, shown: ReadonlySet<string>): Table[] {
  if (tablesIn(section.blocks).length === 0) return [];
  return tablesIn(innerSections(section).flatMap(ownBlocks)).filter((table) => showsMembers(table, shown));
}

/** Whether the JSON shows half of what a table lists. */
function showsMembers(table: Table, shown: ReadonlySet<string>): boolean {
  const names = hasNamedColumns(table) ? readFields(table).map(({ name }) => name) : [];
  return names.length > 0 && names.filter((name) => shown.has(name)).length * 2 >= names.length;
}

/**
 * The blocks of a section. Those of subsections count where the section has no table of its own (properties in groups); else they
 * describe values, other types, or show JSON.
 */
function ownBlocks(section: Section): ReturnType<typeof allBlocks> {
  if (tablesIn(section.blocks).length > 0) return [...section.blocks];
  return [...section.blocks, ...innerSections(section).flatMap(ownBlocks)];
}

function innerSections({ sections }: Section): Section[] {
  return sections.filter((child) => roleOf(child) === undefined && !/-values?$|-members$/.test(child.id));
}

/** Tables of values and of scenarios stand in the same sections. Two columns are too few to tell without their names. */
function isPropertyTable(table: Table): boolean {
  const first = table.header[0]?.text ?? "";
  if (isWord(first, "valueHeaders") || /^(?:method|scenario|task)s?$/i.test(first)) return false;
  return table.header.length > 2 || hasNamedColumns(table);
}
