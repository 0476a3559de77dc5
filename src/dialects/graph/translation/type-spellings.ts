import type { TypeExpression } from "../../common/type-expression.ts";
import type { EnumFacts, GraphFacts, JsonForm, PropertyFacts, ResourceFacts } from "../facts.ts";
import { typeOfPage } from "./name-slot.ts";

/**
 * How type names are spelt. A translated page whose heading was translated keeps its type's name as an anchor only, in lower case; type
 * cells that link the page, and JSON, have it in full.
 */
export class TypeSpellings {
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(pages: readonly GraphFacts[]) {
    for (const { resources, enums, operation } of pages) {
      for (const { name, isFullName } of [...resources, ...enums]) if (isFullName) this.#count(name, 10);
      for (const { properties } of resources) properties.forEach(this.#addProperty);
      operation?.requestBody.properties.forEach(this.#addProperty);
    }
  }

  /** The usual spelling of a type name that is written in any letter case; the name itself where nothing else names it. */
  of(name: string): string {
    const spellings = [...(this.#counts.get(name.toLowerCase()) ?? [])];
    const [best] = spellings.sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
    return best?.[0] ?? name;
  }

  #addProperty = ({ type, json }: PropertyFacts): void => {
    if (type) this.#addExpression(type);
    if (json) this.#addForm(json);
  };

  #addExpression({ name, link }: TypeExpression): void {
    const short = shortNameOf(name);
    if (!link || typeOfPage(link.page) === short.toLowerCase()) this.#count(short, 1);
  }

  #addForm(form: JsonForm): void {
    if (form.kind === "array" && form.items) this.#addForm(form.items);
    if (form.kind === "object" && form.type !== undefined) this.#count(form.type, 10);
    if (form.kind === "primitive") {
      const named = /^(?:@odata\.type:\s*)?#?(\w+(?:\.\w+)+)$/.exec(form.text)?.[1];
      if (named !== undefined) this.#count(named, 10);
    }
  }

  #count(name: string, weight: number): void {
    const short = shortNameOf(name);
    if (!/^[A-Za-z]\w*$/.test(short)) return;
    const spellings = this.#counts.get(short.toLowerCase()) ?? new Map<string, number>();
    // Translators capitalise, they do not add capitals inside.
    const inner = (short.match(/[a-z][A-Z]/g) ?? []).length;
    spellings.set(short, (spellings.get(short) ?? 0) + weight * (1 + inner));
    this.#counts.set(short.toLowerCase(), spellings);
  }
}

/** A type under its usual spelling, where its page gives none. */
export function respell<Type extends EnumFacts | ResourceFacts>(type: Type, spellings: TypeSpellings): Type {
  return type.isFullName || type.name === "" ? type : { ...type, name: spellings.of(type.name) };
}

function shortNameOf(name: string): string {
  return name.split(".").at(-1) ?? name;
}
