import type { Report } from "../../../source/diagnostic.ts";
import { primitiveOf, withoutCollection } from "../../common/vocabulary.ts";
import type { GraphFacts } from "../facts.ts";
import type { PropertyFacts } from "../type-facts.ts";
import { alignNames } from "./align-names.ts";
import { type AttestedNames, isCamelCase } from "./attested-names.ts";
import { translatedName, translatedType, uncertainName } from "./diagnostics.ts";
import type { NameDictionary } from "./name-dictionary.ts";
import { type NameSlot, type Shape, shapeOfType } from "./name-slot.ts";
import type { NavigationNames } from "./navigation-names.ts";

/** What a documentation set tells about the names of one page, besides the page itself. */
export interface Evidence {
  readonly attested: AttestedNames;
  readonly dictionary: NameDictionary;
  readonly navigation: NavigationNames;
  /** Short names of the types that pages describe, by page. */
  readonly types: ReadonlyMap<string, string>;
}

type RestoredPage = Pick<GraphFacts, "language" | "methods" | "page">;

/** Gives the rows of one translated page the names that code has for them; every change is reported, at its row. */
export class NameRestorer {
  readonly #page: RestoredPage;
  readonly #evidence: Evidence;
  readonly #report: Report;

  constructor(page: RestoredPage, evidence: Evidence, report: Report) {
    this.#page = page;
    this.#evidence = evidence;
    this.#report = report;
  }

  /** Rows compared with the members of a JSON block on the same page, in the order of the block. */
  fromJson(rows: readonly PropertyFacts[], members: readonly NameSlot[]): PropertyFacts[] {
    // JSON blocks rarely show relationships: they take part in what is left, if they are not there by name.
    const related = new Set(rows.filter(({ isNavigation }) => isNavigation).map(({ name }) => name));
    const own = this.#alignWith(
      rows.filter(({ isNavigation }) => !isNavigation),
      members.filter(({ name }) => !related.has(name)),
    );
    const taken = new Set(own.map(({ name }) => name));
    const others = this.#alignWith(
      rows.filter(({ isNavigation }) => isNavigation),
      members.filter(({ name }) => !taken.has(name)),
    );
    const [nextOwn, nextOther] = [own.values(), others.values()];
    return rows.map(({ isNavigation }) => (isNavigation ? nextOther : nextOwn).next().value as PropertyFacts);
  }

  #alignWith(rows: readonly PropertyFacts[], shown: readonly NameSlot[]): PropertyFacts[] {
    // JSON with a word that is no code was translated, too: it is no evidence.
    const members = shown.filter(({ name }) => isAscii(name) || rows.some((row) => row.name === name));
    const positions = new Map(members.map(({ name }, index) => [name, index]));
    const slots = rows.map((row) => {
      const match = positions.get(row.name);
      const isAttested = this.#isAttested(row) || this.#isKept(row);
      return { name: row.name, shape: this.#shownShapeOf(row), isAttested, ...(match !== undefined && { match }) };
    });
    const found = alignNames(slots, members);
    return rows.map((row, index) => {
      const member = members[found.get(index) ?? -1];
      if (!member) return row;
      this.#evidence.dictionary.learn(row.name, member.name, this.#shapeOf(row));
      return this.#rename(row, member.name);
    });
  }

  /** Rows that the page's JSON does not show, compared with the rest of the set. What stays doubtful is reported. */
  fromSet(rows: readonly PropertyFacts[]): PropertyFacts[] {
    const taken = new Set(rows.filter((row) => this.#isAttested(row)).map(({ name }) => name));
    return rows.flatMap((row) => {
      if (this.#isAttested(row)) return [row];
      const name = this.#findInSet(row, taken);
      if (name !== undefined) {
        taken.add(name);
        return [this.#rename(row, name)];
      }
      if (!row.isUnreadable && this.#looksUntranslated(row.name)) return [row];
      this.#report(uncertainName(row.location, this.#candidateFor(row), row.name));
      return [{ ...row, isUncertain: true }];
    });
  }

  #findInSet(row: PropertyFacts, taken: ReadonlySet<string>): string | undefined {
    const { attested, dictionary, navigation } = this.#evidence;
    const shape = this.#shapeOf(row);
    const plausible = !row.isUnreadable && attested.isPlausible(row.name) ? row.name : undefined;
    const known = dictionary.find(row.name, shape);
    const found =
      (known !== undefined && !taken.has(known) ? known : undefined) ??
      plausible ??
      attested.spellingOf(row.name) ??
      navigation.find(shape, this.#page, taken);
    return found === row.name || found === undefined || taken.has(found) ? undefined : found;
  }

  /** Made of words of the API; of several words in camel case, one may be new, if it is none of the page's language. */
  #looksUntranslated(name: string): boolean {
    const { attested } = this.#evidence;
    const unknown = isCamelCase(name) ? attested.unknownWords(name) : [];
    return attested.isPlausible(name) || (unknown.length === 1 && !unknown.some(isTypeWord));
  }

  /** What the name may be: relationships are often named after their type. */
  #candidateFor(row: PropertyFacts): string | undefined {
    const { type } = this.#shapeOf(row);
    return type === undefined ? undefined : this.#evidence.attested.spellingOf(type);
  }

  #isAttested(row: PropertyFacts): boolean {
    return row.evidence === "json" || (!row.isUnreadable && this.#evidence.attested.has(row.name));
  }

  /** No translator writes `riskEventType`: such a name is the page's own, whatever the JSON has in its place. */
  #isKept({ name, isUnreadable }: PropertyFacts): boolean {
    return !isUnreadable && isCamelCase(name) && this.#evidence.attested.isPlausible(name);
  }

  #shapeOf({ type }: PropertyFacts): Shape {
    return shapeOfType(type, this.#page.language, this.#evidence.types);
  }

  /** What JSON can show of the row. What a relationship leads to is no enumeration, hence an object. */
  #shownShapeOf(row: PropertyFacts): Shape {
    const shape = this.#shapeOf(row);
    return row.isNavigation && shape.kind === "any" ? { ...shape, kind: "object" } : shape;
  }

  #rename(row: PropertyFacts, name: string): PropertyFacts {
    const { isUnreadable: _, ...rest } = row;
    if (name !== row.name) this.#report(translatedName(row.location, name, row.name));
    return { ...rest, name, ...this.#typeOf(row, name) };
  }

  /** `importance` is of the type `importance`: a translator renders both alike. */
  #typeOf({ name: written, type }: PropertyFacts, name: string): Pick<PropertyFacts, "type"> {
    if (!type || type.link || written === name || type.name.toLowerCase() !== written.toLowerCase()) return {};
    this.#report(translatedType(type.location, name, type.text));
    return { type: { ...type, name } };
  }
}

function isAscii(name: string): boolean {
  return /^[\x20-\x7E]*$/.test(name);
}

/** Type words are what vocabularies know of a language: `siteSammlungId` is `siteCollectionId`. */
function isTypeWord(word: string): boolean {
  return withoutCollection(word) !== undefined || primitiveOf(word) !== undefined;
}
