import pluralize from "pluralize";
import type { Page } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";
import type { Report } from "../../source/diagnostic.ts";
import { type Field, isRequiredField } from "../common/field-table.ts";
import { isTranslated } from "../common/page-language.ts";
import { textOf } from "../common/text.ts";
import { endOfWord, hasWord, isWord, patternText } from "../common/vocabulary.ts";
import { readDefault, wordForDefault } from "./read-default.ts";
import { readValues, wordsForValues, wordsOfScattered } from "./read-values.ts";
import { scatteredValues, uncertainValue } from "./translation/diagnostics.ts";
import { nameUnreadable, propertyTitle, typeMissing } from "./type-diagnostics.ts";
import type { PropertyFacts } from "./type-facts.ts";

/** Reads a table row as a property; undefined, and reported, if its name cell holds no name, nor one that the JSON shows. */
export function readProperty(
  page: Page,
  field: Field,
  isNavigation: boolean,
  report: Report,
  shown: ReadonlySet<string> = new Set(),
): PropertyFacts | undefined {
  if (isWord(field.name, "none")) return undefined;
  const spelt = isNavigation && !isTranslated(page.language) ? nameOfTitle(field) : undefined;
  if (spelt !== undefined) {
    report(propertyTitle(field.location, spelt, field.name));
    return describe(page, { ...field, name: spelt }, isNavigation, false, report);
  }
  const isUnreadable = !isPropertyName(field.name) && !shown.has(field.name);
  // What a translator made of a name may be recovered; what is no name in the writer's own language is none.
  if (isUnreadable && !(field.name !== "" && isTranslated(page.language))) {
    report(nameUnreadable(field.location, field.name));
    return undefined;
  }
  return describe(page, field, isNavigation, isUnreadable, report);
}

/** `Legal holds` of the type `legalHold` are `legalHolds`: relationships mostly bear the name of their type. */
function nameOfTitle({ name, type }: Field): string | undefined {
  if (!/^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}$/u.test(name)) return undefined;
  const short = type?.name.split(".").at(-1) ?? "";
  const folded = name.replaceAll(" ", "").toLowerCase();
  return [short, pluralize(short)].find((spelt) => spelt.toLowerCase() === folded);
}

function describe(
  page: Page,
  field: Field,
  isNavigation: boolean,
  isUnreadable: boolean,
  report: Report,
): PropertyFacts {
  if (!field.type) report(typeMissing(field.location, field.name));
  const prose = field.description?.text ?? "";
  const required = isRequiredField(field);
  const nullable = readNullable(field, prose);
  const listed = readValues(field.description);
  const defaultValue = readDefault(field, listed.values);
  if (isTranslated(page.language))
    reportLostValues(field, listed.values.length > 0, defaultValue !== undefined, report);
  const maxLength = field.type?.maxLength ?? readMaxLength(prose);
  return {
    name: field.name,
    isNavigation,
    readOnly: isReadOnly(prose) || isWord(field.nameNote ?? "", "readOnly"),
    deprecated: hasWord(field.nameNote ?? "", "deprecated") || isDeprecated(prose),
    ...listed,
    evidence: "table",
    location: field.location,
    ...(isUnreadable && { isUnreadable }),
    ...(field.type && { type: field.type }),
    ...(field.description && { description: textOf(page, field.description) satisfies Text }),
    ...(required !== undefined && { required }),
    ...(nullable !== undefined && { nullable }),
    ...(defaultValue !== undefined && { defaultValue }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/**
 * Where a translated description speaks of values or a default but shows none as code, the words may have been translated; where code
 * stands outside its list, its order may not be the writer's.
 */
function reportLostValues(field: Field, hasValues: boolean, hasDefault: boolean, report: Report): void {
  const word = hasDefault ? undefined : wordForDefault(field);
  const list = hasValues ? undefined : wordsForValues(field.description);
  for (const found of [word, list]) if (found !== undefined) report(uncertainValue(field.location, found));
  const scattered = hasValues ? wordsOfScattered(field.description) : undefined;
  if (scattered !== undefined) report(scatteredValues(field.location, scattered));
}

/** Anything without white space can be a JSON name; a sentence cannot. */
function isPropertyName(name: string): boolean {
  return name !== "" && name.length <= 200 && !/[\s|<>{}()"]/.test(name);
}

/**
 * `Read-only.` as a sentence or an item of a list (`Key, read-only`), or `This property is read-only`; `read-only files` says nothing of
 * the property.
 */
function isReadOnly(prose: string): boolean {
  if (saysReadOnly(prose)) return true;
  // Full stops get lost: `the overall range selected Read-only.`
  return partsOf(prose).some(
    (part) => isWord(part, "readOnly") || isWord(part.split(/\s+(?=\p{Lu})/u).at(-1) ?? "", "readOnly"),
  );
}

/** A sentence, which a capital tells where the full stop before it got lost: `whether it is read-only` is none. */
function saysReadOnly(prose: string): boolean {
  const match = readOnlySentence.exec(prose);
  if (!match) return false;
  return /(?:^|[.;。\n])\s*$/.test(prose.slice(0, match.index)) || /^\p{Lu}/u.test(match[0]);
}

const readOnlySentence = new RegExp(`(?:${patternText("itIs")})\\s*(?:${patternText("readOnly")})`, "iu");

/** `Deprecated. Use x.`, `[Deprecated] ...`, `... is redundant and is deprecated. Use x.`; `to be deprecated` is not yet. */
function isDeprecated(prose: string): boolean {
  const [first = ""] = prose.replace(/^\s*\\?[[(]([^\])]{1,30}?)\\?[\])]/, "$1.").split(/[.:;,。]|\s-\s|--/, 1);
  return isWord(first, "deprecated") || /\bis\s+(?:now\s+)?deprecated(?=[.,;]|\s*$)/i.test(prose);
}

/** `Maximum length is 64 characters.`, `a maximum of 64 characters`, `Must not exceed 64 characters`. */
function readMaxLength(prose: string): number | undefined {
  const end = endOfWord(prose, "maxLength");
  const number =
    end < 0
      ? maxCharactersPattern.exec(prose)?.[1]
      : /^[^\d.;。]{0,40}?(\d{1,7})(?![\d.,]*\d|\s*(?:bytes?|[kmg]b)\b)/i.exec(prose.slice(end))?.[1];
  return number === undefined ? undefined : Number(number);
}

const maxCharactersPattern = new RegExp(
  `(?:${patternText("maximum")}|${patternText("notExceed")})[^\\d.,;。，]{0,25}?(\\d{1,7})\\s*(?:${patternText("characters")})`,
  "iu",
);

function readNullable(field: Field, prose: string): boolean | undefined {
  const column = field.columns.nullable;
  if (column) return isWord(column, "yes");
  if (hasWord(prose, "notNullable") || saysKey(field.name, prose)) return false;
  return partsOf(prose).some((part) => isWord(part, "nullable")) ? true : undefined;
}

/** `Key.` as a sentence or an item of a list. What is called `key` is one of a pair, and may be described so. */
export function saysKey(name: string, prose: string): boolean {
  return !isWord(name, "key") && partsOf(prose).some((part) => isWord(part, "key"));
}

function partsOf(prose: string): string[] {
  return prose.split(/[.;。,，、\n]|<\/?br\s*\/?>/);
}
