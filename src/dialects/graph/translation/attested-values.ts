import { type JsonValue, readJsonBody } from "../../common/json-value.ts";
import type { GraphFacts } from "../facts.ts";
import { rowsOf } from "./rows.ts";

/**
 * The values that stand in code anywhere in a documentation set: strings in JSON, and values that descriptions list as code. Nobody
 * translates code, so a value that stands there is spelt right.
 */
export class AttestedValues {
  readonly #spellings = new Map<string, Set<string>>();

  constructor(pages: readonly GraphFacts[]) {
    for (const page of pages) {
      for (const { values, arePlain } of rowsOf(page)) if (!arePlain) for (const { name } of values) this.#add(name);
      for (const { body } of page.operation?.examples ?? []) this.#addJson(readJsonBody(body));
    }
  }

  has(value: string): boolean {
    return this.#spellings.get(value.toLowerCase())?.has(value) === true;
  }

  /** The spellings that code has of a value, whatever its letter case. */
  spellingsOf(value: string): readonly string[] {
    return [...(this.#spellings.get(value.toLowerCase()) ?? [])];
  }

  #addJson(value: JsonValue | undefined): void {
    if (value?.kind === "string") this.#add(value.value);
    if (value?.kind === "array") for (const item of value.items) this.#addJson(item);
    if (value?.kind === "object") for (const member of value.members) this.#addJson(member.value);
  }

  #add(value: string): void {
    if (!/^[A-Za-z][\w.-]*$/.test(value)) return;
    const key = value.toLowerCase();
    this.#spellings.set(key, (this.#spellings.get(key) ?? new Set()).add(value));
  }
}
