import type { Annotation, CodeBlock, Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readFields } from "../common/field-table.ts";
import { readJsonValue } from "../common/json-value.ts";
import { allBlocks, codeIn, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { columnOf } from "../common/vocabulary.ts";
import type { PropertyFacts, ResourceFacts } from "./facts.ts";
import { joinEvidence } from "./join-evidence.ts";
import { roleOf } from "./profile.ts";
import { readBase, readBases, readDerived } from "./read-bases.ts";
import { cleanTypeName, readMembers, typeOfObject } from "./read-json-form.ts";
import { readProperty } from "./read-property.ts";

/**
 * The object types that a page describes: usually one, from its property tables and its JSON representation. A page with
 * several JSON representations of different types describes them all; the tables belong to the first.
 */
export function readResources(page: Page, root: Section, title: string, report: Report): ResourceFacts[] {
  const representations = readRepresentations(root);
  const table = readTables(page, root, report);
  const [main, ...others] = distinctTypes(representations);
  if (!main && table.properties.length === 0 && !table.exists) return [];
  const first = describe(page, root, title, main, table.properties, report);
  return [first, ...others.map((other) => describeFromJson(other))];
}

/** A JSON block that shows a type. */
interface Representation {
  readonly code: CodeBlock;
  readonly annotation: Annotation | undefined;
  readonly type: string | undefined;
}

function readRepresentations(root: Section): Representation[] {
  const inSections = collect(root, (section) => roleOf(section) === "json");
  const annotated = codeIn(allBlocks(root)).filter(({ annotation }) => annotation?.data["blockType"] === "resource");
  const candidates = annotated.length > 0 ? annotated : inSections.flatMap((section) => codeIn(allBlocks(section)));
  return candidates
    .filter((code) => code.tab === undefined && /^\s*[{[]/.test(code.text))
    .map((code) => ({ code, annotation: code.annotation, type: statedType(code) }));
}

function statedType({ annotation, text }: CodeBlock): string | undefined {
  const stated = annotation?.data["@odata.type"] ?? annotation?.data["@type"];
  if (typeof stated === "string" && stated.trim() !== "") return cleanTypeName(stated);
  const own = /^\s*\{\s*"@odata\.type"\s*:\s*"#?([\w.]+)"/.exec(text)?.[1];
  return own?.includes(".") ? own : undefined;
}

function distinctTypes(representations: readonly Representation[]): Representation[] {
  const seen = new Set<string | undefined>();
  return representations.filter(({ type }) => (seen.has(type) ? false : seen.add(type)));
}

/** Rows of the Properties and Relationships tables, wherever they stand on the page. */
function readTables(page: Page, root: Section, report: Report): { properties: PropertyFacts[]; exists: boolean } {
  const properties: PropertyFacts[] = [];
  let exists = false;
  for (const section of collect(root, (candidate) => /^(?:properties|relationships)$/.test(roleOf(candidate) ?? ""))) {
    exists = true;
    const isNavigation = roleOf(section) === "relationships";
    let isNamed = false;
    for (const table of tablesIn(allBlocksOfRole(section))) {
      const header = table.header.map(({ text }) => text);
      if (!isPropertyTable(header) || (isNamed && !hasNamedColumns(header))) continue;
      isNamed ||= hasNamedColumns(header);
      for (const field of readFields(table)) {
        const property = readProperty(page, field, isNavigation, report);
        if (property) properties.push(property);
      }
    }
  }
  return { properties, exists };
}

/**
 * The blocks below a section. Subsections count where the section has no table of its own (properties in groups); else they
 * describe values, other types, or show JSON.
 */
function allBlocksOfRole(section: Section): ReturnType<typeof allBlocks> {
  if (tablesIn(section.blocks).length > 0) return [...section.blocks];
  const inner = section.sections.filter(
    (child) => roleOf(child) === undefined && !/-values?$|-members$/.test(child.id),
  );
  return [...section.blocks, ...inner.flatMap(allBlocksOfRole)];
}

/** Tables of values and of scenarios stand in the same sections. Two columns are too few to tell without their names. */
function isPropertyTable(header: readonly string[]): boolean {
  const [first = ""] = header;
  if (/^(?:member|value|method|scenario|task)s?$/i.test(first)) return false;
  return header.length > 2 || hasNamedColumns(header);
}

/** Where one table of a section names its columns, the others that list properties do so, too. */
function hasNamedColumns([first = "", second = ""]: readonly string[]): boolean {
  return columnOf(first) === "name" && columnOf(second) === "type";
}

function collect(section: Section, matches: (section: Section) => boolean): Section[] {
  if (matches(section)) return [section];
  return section.sections.flatMap((child) => collect(child, matches));
}

function describe(
  page: Page,
  root: Section,
  title: string,
  main: Representation | undefined,
  rows: readonly PropertyFacts[],
  report: Report,
): ResourceFacts {
  const data = main?.annotation?.data ?? {};
  const name = main?.type ?? typeInTitle(title);
  const json = main && readJsonValue(main.code);
  return {
    name,
    isFullName: name.includes("."),
    isAbstract: isTrue(data["abstract"]) || isTrue(data["isAbstract"]),
    isOpen: isTrue(data["openType"]),
    key: readKey(data["keyProperty"]),
    properties: joinEvidence(rows, json ? readMembers(json) : [], isTranslated(page.language), report),
    optional: readNames(data["optionalProperties"]),
    baseTypes: readBases(root, data["baseType"], main?.annotation ?? page),
    derivedTypes: readDerived(root),
    location: main?.annotation?.location ?? main?.code.location ?? root.heading.location,
  };
}

function describeFromJson({ code, annotation, type }: Representation): ResourceFacts {
  const data = annotation?.data ?? {};
  const json = readJsonValue(code);
  const name = type ?? (json && typeOfObject(json)) ?? "";
  return {
    name,
    isFullName: name.includes("."),
    isAbstract: isTrue(data["abstract"]),
    isOpen: isTrue(data["openType"]),
    key: readKey(data["keyProperty"]),
    optional: readNames(data["optionalProperties"]),
    properties: json ? readMembers(json) : [],
    baseTypes: readBase(data["baseType"], annotation ?? code),
    derivedTypes: [],
    location: annotation?.location ?? code.location,
  };
}

/** `securityAction resource type` -> `securityAction`. */
function typeInTitle(title: string): string {
  return title
    .replace(/\s*\(.*\)\s*$/, "")
    .replace(/\s+(?:resource|complex|entity|enum|enumeration)?\s*type$/i, "")
    .trim()
    .replace(/\s+/g, "");
}

function readKey(value: unknown): string[] {
  return typeof value === "string" && value.trim() !== "" ? value.split(/\s*,\s*/) : [];
}

function readNames(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string" && name !== "") : [];
}

/** Annotations write booleans as strings, too. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}
