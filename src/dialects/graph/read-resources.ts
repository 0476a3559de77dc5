import type { Annotation, CodeBlock, Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { findJsonBreak, readJsonValue } from "../common/json-value.ts";
import { allBlocks, codeIn, sectionsWhere } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { readTypeName } from "../common/type-expression.ts";
import { hasWord, primitiveOf } from "../common/vocabulary.ts";
import { joinEvidence } from "./join-evidence.ts";
import { roleOf } from "./profile.ts";
import { proseOf, readBase, readBases, readDerived } from "./read-bases.ts";
import { cleanTypeName, readMembers, typeOfObject } from "./read-json-form.ts";
import { saysKey } from "./read-property.ts";
import { readPropertyTables } from "./read-property-tables.ts";
import { readTypeSections } from "./read-type-sections.ts";
import { representationInvalid } from "./type-diagnostics.ts";
import type { PropertyFacts, ResourceFacts } from "./type-facts.ts";

/**
 * The object types that a page describes: usually one, from its property tables and its JSON representation. A page with
 * several JSON representations of different types describes them all; the tables belong to the first.
 */
export function readResources(page: Page, root: Section, title: string, report: Report): ResourceFacts[] {
  const representations = readRepresentations(root);
  for (const { code } of representations) {
    const found = findJsonBreak(code);
    if (found) report(representationInvalid(found.location, found.text));
  }
  const [main, ...others] = distinctTypes(representations);
  const isOpen = isTrue(main?.annotation?.data["openType"]) || saysOpen(root, title);
  const shown = readMembers(main && readJsonValue(main.code));
  const table = readPropertyTables(page, root, new Set(shown.map(({ name }) => name)), report);
  if (!main && table.properties.length === 0 && !table.exists) return [];
  // Any name may stand in an open type: JSON that tells no types, beside no table, shows examples of them.
  const areExamples = isOpen && table.properties.length === 0 && !shown.some(namesPrimitive);
  const properties = joinEvidence(table.properties, areExamples ? [] : shown, isTranslated(page.language), report);
  const first = describe(page, root, title, main, isOpen, properties);
  return [first, ...others.map((other) => describeFromJson(other)), ...readTypeSections(page, root, report)];
}

/** `This is an open type`, or so in its title, in either language. */
function saysOpen(root: Section, title: string): boolean {
  return (
    [title, root.heading.text].some((text) => hasWord(text, "openType")) ||
    proseOf(root).some(({ text }) => hasWord(text, "openType"))
  );
}

/** `An abstract class for ...`; what a type is derived from may be abstract, too. */
function saysAbstract(root: Section): boolean {
  const sentences = proseOf(root).flatMap(({ text }) => text.split(/[.。]\s*/));
  return sentences.some((text) => hasWord(text, "abstractType") && !hasWord(text, "inheritsFrom"));
}

/** `"String"`, as representations declare members; not `"Red"`. */
function namesPrimitive({ json }: PropertyFacts): boolean {
  return json?.kind === "primitive" && primitiveOf(readTypeName(json.text).name) !== undefined;
}

/** A JSON block that shows a type. */
interface Representation {
  readonly code: CodeBlock;
  readonly annotation: Annotation | undefined;
  readonly type: string | undefined;
}

function readRepresentations(root: Section): Representation[] {
  const inSections = sectionsWhere(root, (section) => roleOf(section) === "json");
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

function describe(
  page: Page,
  root: Section,
  title: string,
  main: Representation | undefined,
  isOpen: boolean,
  properties: readonly PropertyFacts[],
): ResourceFacts {
  const data = main?.annotation?.data ?? {};
  const name = main?.type ?? typeInTitle(title);
  return {
    name,
    isFullName: name.includes("."),
    isAbstract: isTrue(data["abstract"]) || isTrue(data["isAbstract"]) || saysAbstract(root),
    isOpen,
    key: keyOf(data["keyProperty"], properties),
    properties,
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
    .replace(/\s+(?:(?:resource|complex|entity|enum|enumeration)\s+)?type$|\s+enum(?:eration)?$/i, "")
    .trim()
    .replace(/\s+/g, "");
}

/** What the annotation says, else the rows. */
function keyOf(annotated: unknown, properties: readonly PropertyFacts[]): string[] {
  const stated = readKey(annotated);
  if (stated.length > 0) return stated;
  return properties.flatMap(({ name, description }) => (saysKey(name, description?.markdown ?? "") ? [name] : []));
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
