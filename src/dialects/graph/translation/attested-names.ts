import { type JsonValue, readJsonBody } from "../../common/json-value.ts";
import { isTranslated } from "../../common/page-language.ts";
import type { GraphFacts, OperationFacts } from "../facts.ts";
import type { JsonForm, PropertyFacts } from "../type-facts.ts";

/**
 * The names that stand in code anywhere in a documentation set: JSON, paths, annotations, and the tables of pages that are not
 * translated. Nobody translates code, so a name that stands there is spelt right.
 */
export class AttestedNames {
  readonly #spellings = new Map<string, Set<string>>();
  readonly #words = new Set<string>();

  constructor(pages: readonly GraphFacts[]) {
    for (const page of pages) {
      for (const { properties, key, optional } of page.resources) {
        for (const name of [...key, ...optional]) this.#add(name);
        for (const property of properties) this.#addProperty(property, isTranslated(page.language));
      }
      if (page.operation) this.#addOperation(page.operation, isTranslated(page.language));
    }
  }

  /** `Name` is none where code has `name`, too: translators capitalise. */
  has(name: string): boolean {
    const spellings = this.#spellings.get(name.toLowerCase());
    return spellings?.has(name) === true && (/^[^A-Z]/.test(name) || !spellings.has(lowerFirst(name)));
  }

  /** The one spelling that code has of a name written in other letter case. */
  spellingOf(name: string): string | undefined {
    const spellings = this.#spellings.get(name.toLowerCase());
    return spellings?.size === 1 ? [...spellings][0] : undefined;
  }

  /** Whether a name is written like those in code, and made of words that occur in them. */
  isPlausible(name: string): boolean {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return false;
    return this.unknownWords(name).length === 0;
  }

  /** The words of a name that occur in no other. */
  unknownWords(name: string): string[] {
    return wordsOf(name).filter((word) => !this.#words.has(singular(word)));
  }

  /** `compliancestatus` -> `complianceStatus`: the way to split a name in lower case into words of the API, if there is but one. */
  casedByWords(name: string): string | undefined {
    const ways = this.#split(name.toLowerCase(), 4);
    const fewest = Math.min(...ways.map((words) => words.length));
    const [only, ...others] = ways.filter((words) => words.length === fewest);
    if (!only || others.length > 0) return undefined;
    return only.map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join("");
  }

  #split(text: string, most: number): string[][] {
    if (text === "") return [[]];
    if (most === 0) return [];
    return this.#prefixes(text).flatMap((word) =>
      this.#split(text.slice(word.length), most - 1).map((rest) => [word, ...rest]),
    );
  }

  #prefixes(text: string): string[] {
    return Array.from({ length: text.length - 2 }, (_, index) => text.slice(0, index + 3)).filter((word) =>
      this.#words.has(singular(word)),
    );
  }

  #add(name: string): void {
    const key = name.toLowerCase();
    this.#spellings.set(key, (this.#spellings.get(key) ?? new Set()).add(name));
    for (const word of wordsOf(name)) this.#words.add(singular(word));
  }

  #addProperty({ name, json }: PropertyFacts, isForeign: boolean): void {
    if (json || !isForeign) this.#add(name);
    if (json) this.#addForm(json);
  }

  #addForm(form: JsonForm): void {
    if (form.kind === "array" && form.items) this.#addForm(form.items);
    if (form.kind === "object") for (const property of form.properties) this.#addProperty(property, false);
  }

  #addOperation({ requests, examples, requestBody, response }: OperationFacts, isForeign: boolean): void {
    for (const property of [...requestBody.properties, ...response.properties]) this.#addProperty(property, isForeign);
    for (const { path, query } of requests) {
      for (const word of path.path.match(/[A-Za-z]\w*/g) ?? []) this.#add(word);
      for (const { argument } of path.placeholders) if (argument !== undefined) this.#add(argument);
      for (const { name } of query) this.#add(name);
    }
    for (const example of examples) {
      const value = readJsonBody(example.body);
      if (value) this.#addValue(value);
    }
  }

  #addValue(value: JsonValue): void {
    if (value.kind === "array") for (const item of value.items) this.#addValue(item);
    if (value.kind !== "object") return;
    for (const member of value.members) {
      this.#add(member.name);
      this.#addValue(member.value);
    }
  }
}

/** Whether a name is of several words, written as code writes them: `displayName`. */
export function isCamelCase(name: string): boolean {
  return /^[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*$/.test(name);
}

/** `lastModifiedDateTime` -> `last`, `modified`, `date`, `time`. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
