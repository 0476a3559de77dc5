import { type JsonValue, readJsonBody } from "../../common/json-value.ts";
import { isTranslated } from "../../common/page-language.ts";
import type { GraphFacts, JsonForm, OperationFacts, PropertyFacts } from "../facts.ts";

/**
 * The names that stand in code anywhere in a documentation set: JSON, paths, annotations, and the tables of pages that are not
 * translated. Nobody translates code, so a name that stands there is spelt right.
 */
export class AttestedNames {
  readonly #names = new Set<string>();
  readonly #spellings = new Map<string, Set<string>>();

  constructor(pages: readonly GraphFacts[]) {
    for (const page of pages) {
      for (const { properties, key, optional } of page.resources) {
        for (const name of [...key, ...optional]) this.#add(name);
        for (const property of properties) this.#addProperty(property, isTranslated(page.language));
      }
      if (page.operation) this.#addOperation(page.operation);
    }
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The one spelling that code has of a name written in other letter case. */
  spellingOf(name: string): string | undefined {
    const spellings = this.#spellings.get(name.toLowerCase());
    return spellings?.size === 1 ? [...spellings][0] : undefined;
  }

  #add(name: string): void {
    this.#names.add(name);
    const key = name.toLowerCase();
    this.#spellings.set(key, (this.#spellings.get(key) ?? new Set()).add(name));
  }

  #addProperty({ name, json }: PropertyFacts, isForeign: boolean): void {
    if (json || !isForeign) this.#add(name);
    if (json) this.#addForm(json);
  }

  #addForm(form: JsonForm): void {
    if (form.kind === "array" && form.items) this.#addForm(form.items);
    if (form.kind === "object") for (const property of form.properties) this.#addProperty(property, false);
  }

  #addOperation({ requests, examples }: OperationFacts): void {
    for (const { path, query } of requests) {
      for (const word of path.path.match(/[A-Za-z][\w]*/g) ?? []) this.#add(word);
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
