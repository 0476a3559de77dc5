import type { Report } from "../../../source/diagnostic.ts";
import type { TypeExpression } from "../../common/type-expression.ts";
import type { EnumFacts, GraphFacts, JsonForm, PropertyFacts, ResourceFacts } from "../facts.ts";
import type { AttestedNames } from "./attested-names.ts";
import { translatedType } from "./diagnostics.ts";
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

  /**
   * The usual spelling of a type name that is written in any letter case, if anything names it. Translators capitalise names or make
   * them small; they do not add capitals inside.
   */
  find(name: string): string | undefined {
    const spellings = [...(this.#counts.get(name.toLowerCase()) ?? [])];
    const [best] = spellings.sort(([a, n], [b, m]) => innerCapitals(b) - innerCapitals(a) || m - n || (a < b ? 1 : -1));
    return best?.[0];
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
    spellings.set(short, (spellings.get(short) ?? 0) + weight);
    this.#counts.set(short.toLowerCase(), spellings);
  }
}

/**
 * A type under its usual spelling, where its page gives none but the anchor of its heading. A name that nothing else spells is cased by
 * the words of the API that it is made of, and reported.
 */
export function respell<Type extends EnumFacts | ResourceFacts>(
  type: Type,
  spellings: TypeSpellings,
  attested: AttestedNames,
  report: Report,
): Type {
  if (type.isFullName || type.name === "" || innerCapitals(type.name) > 0) return type;
  const spelt = spellings.find(type.name);
  if (spelt !== undefined && (innerCapitals(spelt) > 0 || !/^[a-z]+$/.test(type.name))) return { ...type, name: spelt };
  const cased = attested.casedByWords(type.name);
  if (cased === undefined || cased === type.name) return type;
  report(translatedType(type.location, cased, type.name));
  return { ...type, name: cased };
}

function innerCapitals(name: string): number {
  return (name.match(/[a-z0-9][A-Z]/g) ?? []).length;
}

function shortNameOf(name: string): string {
  return name.split(".").at(-1) ?? name;
}
