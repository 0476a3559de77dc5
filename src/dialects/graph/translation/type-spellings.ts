import type { Report } from "../../../source/diagnostic.ts";
import type { TypeExpression } from "../../common/type-expression.ts";
import type { GraphFacts } from "../facts.ts";
import type { EnumFacts, JsonForm, PropertyFacts, ResourceFacts } from "../type-facts.ts";
import type { AttestedNames } from "./attested-names.ts";
import { translatedType } from "./diagnostics.ts";
import { typeOfPage } from "./name-slot.ts";

/**
 * How type names are spelt. A translated page whose heading was translated keeps its type's name as an anchor only, in lower case; type
 * cells that link the page, and JSON, have it in full.
 */
export class TypeSpellings {
  readonly #inCode = new Spellings();
  readonly #inCells = new Spellings();

  constructor(pages: readonly GraphFacts[]) {
    for (const { resources, enums, operation } of pages) {
      for (const { name, isFullName } of [...resources, ...enums]) if (isFullName) this.#inCode.add(shortNameOf(name));
      for (const { properties } of resources) properties.forEach(this.#addProperty);
      operation?.requestBody.properties.forEach(this.#addProperty);
    }
  }

  /** The spelling that code has. */
  inCode(name: string): string | undefined {
    return this.#inCode.best(name)?.spelling;
  }

  /** The spelling that several cells have, or the only one of a single cell. */
  inCells(name: string): { readonly spelling: string; readonly count: number } | undefined {
    return this.#inCells.best(name);
  }

  #addProperty = ({ type, json }: PropertyFacts): void => {
    if (type) this.#addExpression(type);
    if (json) this.#addForm(json);
  };

  #addExpression({ name, link }: TypeExpression): void {
    const short = shortNameOf(name);
    if (!link || typeOfPage(link.page) === short.toLowerCase()) this.#inCells.add(short);
  }

  #addForm(form: JsonForm): void {
    if (form.kind === "array" && form.items) this.#addForm(form.items);
    if (form.kind === "object" && form.type !== undefined) this.#inCode.add(shortNameOf(form.type));
    if (form.kind === "primitive") {
      const named = /^(?:@odata\.type:\s*)?#?(\w+(?:\.\w+)+)$/.exec(form.text)?.[1];
      if (named !== undefined) this.#inCode.add(shortNameOf(named));
    }
  }
}

/** How often names are spelt in which way, whatever their letter case. */
class Spellings {
  readonly #counts = new Map<string, Map<string, number>>();

  add(name: string): void {
    if (!/^[A-Za-z]\w*$/.test(name)) return;
    const spellings = this.#counts.get(name.toLowerCase()) ?? new Map<string, number>();
    spellings.set(name, (spellings.get(name) ?? 0) + 1);
    this.#counts.set(name.toLowerCase(), spellings);
  }

  /** Translators capitalise names or make them small; of what they have left alone, most has capitals inside. */
  best(name: string): { readonly spelling: string; readonly count: number } | undefined {
    const spellings = [...(this.#counts.get(name.toLowerCase()) ?? [])];
    const [best] = spellings.sort(([a, n], [b, m]) => innerCapitals(b) - innerCapitals(a) || m - n || (a < b ? 1 : -1));
    return best && { spelling: best[0], count: best[1] };
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
  if (type.isFullName || type.name === "") return type;
  const isSpelt = (spelt: string) => innerCapitals(spelt) > 0 || !/^[a-z]+$/.test(type.name);
  const coded = spellings.inCode(type.name);
  const capitals = innerCapitals(type.name);
  // `fileHashtype` has lost one of the capitals that code has.
  if (coded !== undefined && (capitals > 0 ? innerCapitals(coded) > capitals : isSpelt(coded))) {
    return { ...type, name: coded };
  }
  if (capitals > 0) return type;
  const told = spellings.inCells(type.name);
  if (told && told.count > 1 && isSpelt(told.spelling)) return { ...type, name: told.spelling };
  const cased = attested.casedByWords(type.name) ?? told?.spelling;
  if (cased === undefined || cased === type.name) return type;
  if (told?.spelling !== cased) report(translatedType(type.location, cased, type.name));
  return { ...type, name: cased };
}

function innerCapitals(name: string): number {
  return (name.match(/[a-z0-9][A-Z]/g) ?? []).length;
}

function shortNameOf(name: string): string {
  return name.split(".").at(-1) ?? name;
}
