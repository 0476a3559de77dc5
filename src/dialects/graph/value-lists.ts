import type { Section } from "../../markdown/page.ts";
import type { Located } from "../../source/location.ts";
import { readFields } from "../common/field-table.ts";
import { allBlocks, tablesIn } from "../common/outline.ts";

/**
 * The values that sections below tables of parameters and headers list: `### Prefer header values`, `### Format options`. Their tables
 * have no parameters, but what may be sent for one.
 */
export class ValueLists {
  readonly #lists: readonly Section[];

  constructor(sections: readonly Section[]) {
    this.#lists = sections.flatMap((section) => section.sections.filter(isValueList));
  }

  /** The values of a parameter, which begins the title of its list. */
  of(parameter: string): (Located & { readonly name: string })[] {
    const own = this.#lists.filter(({ id }) => id.startsWith(`${parameter.toLowerCase()}-`));
    const fields = own.flatMap((list) => tablesIn(allBlocks(list)).flatMap((table) => readFields(table)));
    return fields.filter(({ name }) => /^[\w.=-]+$/.test(name)).map(({ name, location }) => ({ name, location }));
  }
}

/** A section without the lists of values below it. */
export function withoutValueLists(section: Section): Section {
  return { ...section, sections: section.sections.filter((child) => !isValueList(child)) };
}

function isValueList({ id }: Section): boolean {
  return /-(?:values|options)$/.test(id);
}
