import { isCompatible, type NameSlot } from "./name-slot.ts";

/** A row of a table, whose name may have been translated. */
export interface NameRow extends NameSlot {
  /** Index among the candidates of the member that the row is known to describe. */
  readonly match?: number;
  /** Its name is known to be right. */
  readonly isAttested: boolean;
}

/**
 * Finds which member of a JSON block each row describes whose name is not among the members. Tables and JSON list the same things
 * in nearly the same order, so what stands between two known rows stands between the same two members.
 *
 * The evidence, from the best down: the member's letters within the row's (`Rolescopetagids zur`); the same place between known
 * neighbours; a type that only one row and one member left have; the same order of all that is left. Types must agree throughout.
 *
 * @returns the index of the member, by the index of the row.
 */
export function alignNames(rows: readonly NameRow[], members: readonly NameSlot[]): Map<number, number> {
  const alignment = new Alignment(rows, members);
  alignment.byLetters();
  alignment.byNeighbours();
  alignment.byType();
  alignment.byNeighbours();
  alignment.byOrder();
  // What is left may be one that the table calls a list, and the JSON shows as a single value, or the other way round.
  alignment.overlookLists();
  alignment.byNeighbours();
  alignment.byOrder();
  return alignment.found;
}

class Alignment {
  readonly found = new Map<number, number>();
  readonly #rows: readonly NameRow[];
  readonly #members: readonly NameSlot[];
  readonly #taken: Set<number>;
  #overlooksLists = false;

  constructor(rows: readonly NameRow[], members: readonly NameSlot[]) {
    this.#rows = rows;
    this.#members = members;
    this.#taken = new Set(rows.flatMap(({ match }) => match ?? []));
  }

  overlookLists(): void {
    this.#overlooksLists = true;
  }

  byLetters(): void {
    for (const row of this.#openRows()) {
      const text = lettersOf(this.#row(row).name);
      const within = this.#openMembers().filter((member) => {
        const name = lettersOf(this.#member(member).name);
        return name === text || (name.length >= 5 && text.includes(name));
      });
      const longest = within.sort((a, b) => this.#member(b).name.length - this.#member(a).name.length)[0];
      if (longest !== undefined && this.#fits(row, longest)) this.#take(row, longest);
    }
  }

  /** Pairs runs of rows with the members between the same neighbours, where there are as many. */
  byNeighbours(): void {
    for (let start = 0; start < this.#rows.length; start++) {
      if (!this.#isOpen(start)) continue;
      let end = start;
      while (this.#isOpen(end + 1)) end++;
      const members = this.#membersBetween(this.#matchOf(start - 1), this.#matchOf(end + 1));
      const run = range(start, end + 1);
      if (members?.length === run.length) this.#takeAll(run, members);
      start = end;
    }
  }

  /** Pairs what has a type of its own among what is left. */
  byType(): void {
    const rows = this.#openRows();
    const members = this.#openMembers();
    const pairs = rows.flatMap((row) => {
      const fitting = members.filter((member) => this.#fits(row, member));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1) return [];
      return rows.filter((other) => this.#fits(other, only)).length === 1 ? [[row, only] as const] : [];
    });
    for (const [row, member] of pairs) this.#take(row, member);
  }

  byOrder(): void {
    const rows = this.#openRows();
    const members = this.#openMembers();
    if (rows.length !== members.length) return;
    const areInPlace = rows.every((row, index) => this.#isBetweenNeighbours(row, members[index] ?? -1));
    if (areInPlace) this.#takeAll(rows, members);
  }

  /** Whether a member stands between those of the closest known rows before and after. */
  #isBetweenNeighbours(row: number, member: number): boolean {
    const known = range(-1, this.#rows.length + 1).filter((other) => this.#matchOf(other) !== undefined);
    const before = this.#matchOf(known.findLast((other) => other < row) ?? -1) ?? -1;
    const after = this.#matchOf(known.find((other) => other > row) ?? this.#rows.length) ?? this.#members.length;
    return before < member && member < after;
  }

  #takeAll(rows: readonly number[], members: readonly number[]): void {
    if (!rows.every((row, index) => this.#fits(row, members[index] ?? -1))) return;
    rows.forEach((row, index) => {
      this.#take(row, members[index] ?? -1);
    });
  }

  #take(row: number, member: number): void {
    this.found.set(row, member);
    this.#taken.add(member);
  }

  #fits(row: number, member: number): boolean {
    const candidate = this.#members[member];
    if (candidate === undefined) return false;
    const { shape } = this.#row(row);
    const isOneKind = shape.kind === candidate.shape.kind && shape.kind !== "any" && shape.kind !== "object";
    return isCompatible(shape, candidate.shape) || (this.#overlooksLists && isOneKind);
  }

  /** The members left between two known ones; undefined if a neighbour is unknown, or they stand the other way round. */
  #membersBetween(before: number | undefined, after: number | undefined): number[] | undefined {
    if (before === undefined || after === undefined || after < before) return undefined;
    return range(before + 1, after).filter((member) => !this.#taken.has(member));
  }

  /** The member of a row; the ends of the table stand beside the ends of the JSON. */
  #matchOf(row: number): number | undefined {
    if (row < 0) return -1;
    if (row >= this.#rows.length) return this.#members.length;
    return this.found.get(row) ?? this.#rows[row]?.match;
  }

  #isOpen(row: number): boolean {
    const entry = this.#rows[row];
    return entry !== undefined && entry.match === undefined && !entry.isAttested && !this.found.has(row);
  }

  #openRows(): number[] {
    return range(0, this.#rows.length).filter((row) => this.#isOpen(row));
  }

  #openMembers(): number[] {
    return range(0, this.#members.length).filter((member) => !this.#taken.has(member));
  }

  #row(index: number): NameRow {
    return this.#rows[index] as NameRow;
  }

  #member(index: number): NameSlot {
    return this.#members[index] as NameSlot;
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
