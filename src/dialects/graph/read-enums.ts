import type { Block, Page, Section, Table } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readColumns, readFields } from "../common/field-table.ts";
import { type allBlocks, openBlock, paragraphsIn, tablesIn } from "../common/outline.ts";
import { textOf } from "../common/text.ts";
import { columnOf, isWord } from "../common/vocabulary.ts";
import { roleOf } from "./profile.ts";
import { englishTitle } from "./translation/english-title.ts";
import { memberDuplicate, memberEmpty } from "./type-diagnostics.ts";
import type { EnumFacts, ValueFacts } from "./type-facts.ts";

/**
 * The enumerations that a page describes: `## Members` of an enum page, and each `### x values` section of any page.
 */
export function readEnums(page: Page, root: Section, title: string, report: Report): EnumFacts[] {
  return collect(root, title, page.language).flatMap(({ section, name, anchor }) => {
    const blocks = ownBlocks(section, page.language);
    const tables = tablesIn(blocks).filter(isValueTable);
    const stated =
      tables.length > 0
        ? tables.flatMap((table) => readMembers(page, table, report))
        : anchor !== undefined || saysEnum(title)
          ? readListedMembers(page, blocks)
          : [];
    if (stated.length === 0 && tables.length === 0) return [];
    const members = uniqueMembers(stated, report);
    const description = paragraphsIn(section.blocks)[0];
    const prose = [...paragraphsIn(root.blocks), ...paragraphsIn(section.blocks)].map(({ content }) => content.text);
    return [
      {
        name,
        isFullName: name.includes("."),
        members,
        isFlags:
          prose.some((text) => /\bflag(?:s|ged)?\b.*\benum|multivalued enum/i.test(text)) || tables.some(hasBits),
        location: section.heading.location,
        ...(anchor && { anchor }),
        ...(description && anchor && { description: textOf(page, description.content) }),
      },
    ];
  });
}

interface EnumSection {
  readonly section: Section;
  readonly name: string;
  readonly anchor?: string;
}

/** `### alertSeverity values`, `### x members` name their enumeration; `## Members` is the page's own. */
function collect(section: Section, title: string, language: string, isInside = false): EnumSection[] {
  const isTitle = section.level === 1;
  const named = isTitle ? undefined : enumInHeading(section, language);
  const isOwn = roleOf(section) === "members" && !isTitle && !isInside;
  const inner = section.sections.flatMap((child) =>
    collect(child, title, language, isInside || isOwn || Boolean(named)),
  );
  if (named) return [{ section, name: named, anchor: section.id }, ...inner];
  return isOwn ? [{ section, name: enumInTitle(title) }, ...inner] : inner;
}

/** `alertSeverity values`, `enum alertSeverity`; `Enum types` names none. */
function enumInHeading(section: Section, language: string): string | undefined {
  const title = englishTitle(section, language).replace(/[*`]/g, "");
  return (/^(?:the\s+)?([A-Za-z][\w.]*)\s+(?:values|members|enum(?:eration)?(?:\s+type)?)$/i.exec(title) ??
    /^enum(?:eration)?\s*:?\s+(?!(?:types?|values?|members?|details|reference)$)([A-Za-z][\w.]*)$/i.exec(title))?.[1];
}

/** The blocks below a heading, but for those of another enumeration one level too deep. */
function ownBlocks(section: Section, language: string): ReturnType<typeof allBlocks> {
  const inner = section.sections.filter((child) => enumInHeading(child, language) === undefined);
  return [...section.blocks.flatMap(openBlock), ...inner.flatMap((child) => ownBlocks(child, language))];
}

function enumInTitle(title: string): string {
  return title
    .replace(/\s+(?:enum(?:eration)?|resource)?\s*(?:type|values)?$/i, "")
    .trim()
    .replace(/\s+/g, "");
}

function saysEnum(title: string): boolean {
  return /\benum(?:eration)?\b/i.test(title);
}

function isValueTable(table: Table): boolean {
  const columns = readColumns(table);
  return columns.type === undefined || isWord(table.header[0]?.text ?? "", "valueHeaders");
}

/** Members with the values 1, 2, 4 and so on can be combined (OData CSDL 4.01, section 10.3, `IsFlags`); 0 is none of them. */
function hasBits({ header, rows }: Table): boolean {
  return header.some((_, column) => {
    const values = rows.map(({ cells }) => cells[column]?.text.trim() ?? "");
    const numbers = new Set(values.map(Number));
    const isBit = (value: number) => value === 0 || (value > 0 && Number.isInteger(Math.log2(value)));
    return (
      values.every((value) => /^\d+$/.test(value)) &&
      [1, 2, 4].every((bit) => numbers.has(bit)) &&
      [...numbers].every(isBit)
    );
  });
}

function readMembers(page: Page, table: Table, report: Report): ValueFacts[] {
  const columns = { ...readColumns(table), name: nameColumn(table) };
  return readFields(table, columns).flatMap((field) => {
    const name = field.name.replace(/^["']|["',]$/g, "");
    if (name === "") {
      report(memberEmpty(field.location));
      return [];
    }
    return [
      { name, location: field.location, ...(field.description && { description: textOf(page, field.description) }) },
    ];
  });
}

/** ``- `owl`: at night``, in lists in which each item begins so. */
function readListedMembers(page: Page, blocks: readonly Block[]): ValueFacts[] {
  const lists = blocks.filter((block) => block.kind === "list");
  return lists.flatMap(({ items }): ValueFacts[] => {
    const members = items.flatMap(({ content, location }): ValueFacts[] => {
      const [whole = "", code, bold, plain] = memberPattern.exec(content.markdown) ?? [];
      const name = code ?? bold ?? plain;
      if (name === undefined) return [];
      const rest = content.markdown.slice(whole.length).trim();
      const description = rest === "" ? undefined : textOf(page, { ...content, markdown: rest });
      return [{ name, location, ...(description && { description }) }];
    });
    return members.length === items.length && items.length > 1 ? members : [];
  });
}

const memberPattern =
  /^\s*(?:`([A-Za-z_][\w.-]*)`|\*\*([A-Za-z_][\w.-]*):?\*\*|([A-Za-z_][\w-]*)(?=\s*(?:$|[:：]|\s[-–—]\s)))\s*(?:[:：]|[-–—](?=\s))?/;

/** Members stand in the first column that holds names: `Value|Member` occurs as well as `Member|Value`. */
function nameColumn(table: Table): number {
  if (columnOf(table.header[1]?.text ?? "") === "description") return 0;
  const isName = (text: string) => /^[A-Za-z_][\w.-]*$/.test(text.replace(/[`*"']/g, ""));
  const share = (column: number) => table.rows.filter(({ cells }) => isName(cells[column]?.text ?? "")).length;
  return share(0) >= share(1) || table.header.length < 2 ? 0 : 1;
}

function uniqueMembers(members: readonly ValueFacts[], report: Report): ValueFacts[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    if (!seen.has(member.name)) return seen.add(member.name);
    report(memberDuplicate(member.location, member.name));
    return false;
  });
}
