import type { TypeExpression } from "../../common/type-expression.ts";
import type { GraphFacts } from "../facts.ts";
import { typeOfPage } from "./name-slot.ts";
import { rowsOf } from "./rows.ts";

/**
 * The values that properties list in code ("Possible values are: `low`, `high`"), by the short name of their type in lower case, or by
 * their own name where the same page has the enumeration: the second source for the members of an enumeration, whose own table is translated.
 */
export class ListedValues {
  readonly #byType = new Map<string, string[]>();

  constructor(pages: readonly GraphFacts[]) {
    for (const page of pages) {
      const own = new Set(page.enums.map(({ name }) => shortNameOf(name)));
      for (const { name: row, type, values } of rowsOf(page)) {
        const names = values.map(({ name }) => name);
        if (type) this.#add(typeNames(type), names);
        // A row `status`, of type String, and its values below it, under `### status values`.
        if (own.has(row.toLowerCase())) this.#add([row.toLowerCase()], names);
      }
    }
  }

  /** The longest list of an enumeration's values, in its order. */
  of(name: string): readonly string[] {
    return this.#byType.get(shortNameOf(name)) ?? [];
  }

  #add(types: readonly string[], values: readonly string[]): void {
    for (const type of types) if (values.length > this.of(type).length) this.#byType.set(type, [...values]);
  }
}

/** A link is right where its text was translated. */
function typeNames({ name, link }: TypeExpression): string[] {
  return link
    ? [typeOfPage(link.page), ...(link.anchor ? [link.anchor.replace(/-values$/, "")] : [])]
    : [shortNameOf(name)];
}

function shortNameOf(name: string): string {
  return (name.split(".").at(-1) ?? name).toLowerCase();
}
