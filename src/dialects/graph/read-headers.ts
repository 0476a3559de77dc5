import type { Page, Section, Table } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { type Field, readColumns, readFields } from "../common/field-table.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";
import { isTranslated } from "../common/page-language.ts";
import { headerOf, isHeader, isWord } from "../common/vocabulary.ts";
import { headerUnreadable } from "./diagnostics.ts";
import type { ParameterFacts } from "./facts.ts";
import { isExpressedElsewhere, readParameter } from "./read-parameters.ts";
import { translatedHeader, uncertainName } from "./translation/diagnostics.ts";

/** The headers of the Request headers tables, without those that OpenAPI expresses otherwise. */
export function readHeaders(page: Page, sections: readonly Section[], report: Report): ParameterFacts[] {
  return sections
    .flatMap((section) => tablesIn(allBlocks(section)))
    .flatMap((table) => readFields(table, headerColumns(table)))
    .flatMap((field) => readHeader(page, field, report));
}

/** `Header|Value` has no type column, whatever its language. */
function headerColumns(table: Table): ReturnType<typeof readColumns> {
  const columns = readColumns(table);
  return table.header.length === 2 ? { name: 0, description: columns.value ?? 1 } : columns;
}

function readHeader(page: Page, field: Field, report: Report): ParameterFacts[] {
  // `Prefer: outlook.timezone` is a name and how its value starts.
  const [, written = "", value = ""] = /^_?([^:：]*?)_?\s*(?:[:：]\s*(.*))?$/s.exec(field.name) ?? [];
  if (written === "" || isWord(written, "none")) return [];
  const name = nameOf(written, page.language, field, report);
  if (name === undefined || isExpressedElsewhere(name)) return [];
  const header = readParameter(page, { ...field, name }, "header");
  return [{ ...header, ...(value && { example: value }) }];
}

/** The header that a cell names; translators translate some of them, whose names are few. */
function nameOf(written: string, language: string, { location }: Field, report: Report): string | undefined {
  const isForeign = isTranslated(language);
  const right = isForeign && !isHeader(written) ? headerOf(written) : undefined;
  if (right !== undefined) {
    report(translatedHeader(location, right, written));
    return right;
  }
  if (!/^[A-Za-z][\w-]*$/.test(written)) {
    report(headerUnreadable(location, written));
    return undefined;
  }
  if (isForeign && !isHeader(written) && !written.includes("-")) report(uncertainName(location, undefined, written));
  return written;
}
