import type { Inline, Page, Section, Table } from "../../markdown/page.ts";
import type { Text } from "../../model/text.ts";
import type { Report } from "../../source/diagnostic.ts";
import { type Field, readColumns, readFields } from "../common/field-table.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { headerOf, isWord, primitiveOf, spellingOfHeader } from "../common/vocabulary.ts";
import { headerUnreadable } from "./diagnostics.ts";
import type { ParameterFacts, RequestBodyFacts } from "./facts.ts";
import { readHeaderLines } from "./read-header-lines.ts";
import { isExpressedElsewhere, readParameter } from "./read-parameters.ts";
import { grantOf } from "./read-permissions.ts";
import { translatedHeader, uncertainName } from "./translation/diagnostics.ts";
import { ValueLists, withoutValueLists } from "./value-lists.ts";

/** The headers of the Request headers tables, without those that OpenAPI expresses otherwise. */
export function readHeaders(page: Page, sections: readonly Section[], report: Report): ParameterFacts[] {
  const lists = new ValueLists(sections);
  return sections
    .map(withoutValueLists)
    .flatMap(headerFields)
    .flatMap((field) => readHeader(page, field, report))
    .map((header) => withListedValues(header, lists));
}

/** The rows of the tables of a section; without a table, its list items and lines of code. */
function headerFields(section: Section): Field[] {
  const blocks = allBlocks(section);
  const tables = tablesIn(blocks);
  return tables.length > 0
    ? tables.flatMap((table) => readFields(table, headerColumns(table)))
    : blocks.flatMap(readHeaderLines);
}

function withListedValues(header: ParameterFacts, lists: ValueLists): ParameterFacts {
  const listed = lists.of(header.name).map(({ name }) => name);
  return listed.length === 0 ? header : { ...header, examples: [...new Set([...(header.examples ?? []), ...listed])] };
}

/** The media types that the rows on `Content-Type` name, in any language. */
export function readMediaTypes(sections: readonly Section[]): RequestBodyFacts["mediaTypes"] {
  const rows = sections.flatMap(headerFields).filter(({ name: written }) => {
    const name = written.split(/[:：]/, 1)[0] ?? "";
    return (spellingOfHeader(name) ?? headerOf(name)) === "Content-Type";
  });
  return rows.flatMap(({ name, description, type, columns, location }) =>
    [name, description?.text, type?.text, columns.value]
      .flatMap(
        (text) =>
          text?.match(/\b(?:application|audio|image|multipart|text|video)\/[a-z][\w+-]*(?:\.\w[\w+-]*)*/gi) ?? [],
      )
      .map((mediaType) => ({ mediaType: mediaType.toLowerCase(), location })),
  );
}

/** `Header|Value` has no type column, whatever its language; what a Value column says is a description, if no other does. */
function headerColumns(table: Table): ReturnType<typeof readColumns> {
  const columns = readColumns(table);
  const { value, ...others } = columns;
  if (table.header.length === 2) return { name: 0, description: value ?? 1 };
  return value !== undefined && columns.description === undefined ? { ...others, description: value } : columns;
}

function readHeader(page: Page, field: Field, report: Report): ParameterFacts[] {
  // `Prefer: outlook.timezone` is a name and how its value starts.
  const [, written = "", value = ""] = /^_?([^:：]*?)_?\s*(?:[:：]\s*(.*))?$/s.exec(field.name) ?? [];
  if (written === "" || isWord(written, "none")) return [];
  const name = nameOf(written, page.language, field, report);
  if (name === undefined || isExpressedElsewhere(name)) return [];
  const header = readParameter(page, { ...field, name }, "header");
  const examples = valuesIn(value, field.description, page.language);
  const description = isPreference(value) ? prefixed(header.description, `\`${value}\``) : header.description;
  return [{ ...header, ...(examples.length > 0 && { examples }), ...(description && { description }) }];
}

/** `outlook.timezone` is the preference that a row is about; with `="Pacific Standard Time"` it is a value. */
function isPreference(value: string): boolean {
  return value !== "" && !value.includes("=");
}

function prefixed(text: Text | undefined, prefix: string): Text {
  if (!text) return { markdown: prefix };
  const translations = Object.entries(text.translations ?? {}).map(([tag, words]) => [tag, `${prefix}: ${words}`]);
  return {
    markdown: `${prefix}: ${text.markdown}`,
    ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
  };
}

/**
 * Whole values that a row shows: in the name cell (`Prefer: return=minimal`), as code (`return=minimal`), or first of all in
 * the description (`eventual. Required with $search.`), where no translator has been at the word.
 */
function valuesIn(value: string, description: Inline | undefined, language: string): string[] {
  const [first = ""] = /^[^\s.,;。，；]+(?=\.?(?:\s|$)|[。，；])/.exec(description?.text ?? "") ?? [];
  const word =
    !isTranslated(language) && /^[a-z]+$/.test(first) && /^[a-z]+(?:\.(?:\s|$)|$)/.test(description?.text ?? "")
      ? [first]
      : [];
  const shown = [value, first, ...(description?.codes ?? [])].filter((text) => /^[\w.-]+=[^{}<>\s。，；]+$/.test(text));
  return [...new Set([...(value.includes("=") ? [value] : []), ...shown, ...word])].filter(
    (text) => !isTypeOrMark(text),
  );
}

/** `string.` and `required.` are no values. */
function isTypeOrMark(text: string): boolean {
  return (
    primitiveOf(text) !== undefined || isWord(text, "required") || isWord(text, "optional") || isWord(text, "none")
  );
}

/** The header that a cell names; translators translate some of them, whose names are few. */
function nameOf(written: string, language: string, { location }: Field, report: Report): string | undefined {
  const isForeign = isTranslated(language);
  // Pages vary the case of a header, which means nothing.
  const known = spellingOfHeader(written);
  if (known !== undefined) return known;
  const right = isForeign ? headerOf(written) : undefined;
  if (right !== undefined) {
    report(translatedHeader(location, right, written));
    return right;
  }
  // Rows of the permissions table stand there now and then: `Application|Not supported.`
  if (!/^[A-Za-z][\w-]*$/.test(written) || grantOf(written) !== undefined) {
    report(headerUnreadable(location, written));
    return undefined;
  }
  if (isForeign && !written.includes("-")) report(uncertainName(location, undefined, written));
  return written;
}
