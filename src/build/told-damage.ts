import type { ContractDifference, Statement } from "../openapi/compare-contracts.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";

/** What a comparison of pages has found, asked whether it explains what the documents say differently. */
export class ToldDamage {
  readonly #lines: ReadonlySet<string>;
  /** What is said to be right or wrong, by file. */
  readonly #texts = new Map<string, string[]>();

  constructor(found: readonly Diagnostic[]) {
    this.#lines = new Set(found.map(({ location }) => lineOf(location)));
    for (const { location, expected, found: seen } of found) {
      this.#texts.set(location.file, [...(this.#texts.get(location.file) ?? []), expected, seen]);
    }
  }

  /** Damage at the line of the difference explains it, and so does that of a name on the page that only one of the documents has there. */
  explains(difference: ContractDifference, places: readonly SourceLocation[]): boolean {
    if (places.some((place) => this.#lines.has(lineOf(place)))) return true;
    const names = changedNames(difference);
    return places.some(({ file }) =>
      this.#texts.get(file)?.some((text) => namesIn(text).some((name) => names.includes(name))),
    );
  }
}

/** Identifies a line of a file. */
export function lineOf({ file, line }: SourceLocation): string {
  return `${line} ${file}`;
}

/** `requestBody: tree | object of plantedDate` instead of `requestBody: tree` is about `plantedDate`. */
function changedNames({ right, found }: ContractDifference): string[] {
  const [rights, founds] = [statedNames(right), statedNames(found)];
  return [...rights.filter((name) => !founds.includes(name)), ...founds.filter((name) => !rights.includes(name))];
}

/** The last word of what the statement is about, and what it says of it. */
function statedNames(statement: Statement | undefined): string[] {
  const [subject = "", ...rest] = statement?.text.split(": ") ?? [];
  return namesIn([subject.split(".").at(-1), ...rest].join(" "));
}

function namesIn(text: string): string[] {
  return (text.match(/[\p{L}_@$][\p{L}\p{N}_@$-]{2,}/gu) ?? []).filter((word) => !typeWords.has(word));
}

/** They stand in many statements, and in passages of other damage. */
const typeWords = new Set([
  "any",
  "array",
  "boolean",
  "false",
  "integer",
  "null",
  "number",
  "object",
  "string",
  "true",
]);
