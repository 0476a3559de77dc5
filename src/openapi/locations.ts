import type { Located, SourceLocation } from "../source/location.ts";

/** Remembers which place of the docs a part of the OpenAPI document came from. */
export type Locate = (path: readonly (string | number)[], from: Located) => void;

/** Where each part of an OpenAPI document came from, by JSON pointer. */
export class Locations {
  readonly #entries = new Map<string, SourceLocation>();
  #unread: (() => Iterable<readonly [pointer: string, location: SourceLocation]>) | undefined;

  /** Places that are read when the first of them is asked for: a mock whose requests are right never asks. */
  static lazy(read: () => Iterable<readonly [pointer: string, location: SourceLocation]>): Locations {
    const locations = new Locations();
    locations.#unread = read;
    return locations;
  }

  /** A `Locate` for the part of the document under `base`. */
  under(...base: readonly (string | number)[]): Locate {
    return (path, from) => this.#byPointer.set(toPointer([...base, ...path]), from.location);
  }

  /** Records one place. */
  set(pointer: string, location: SourceLocation): void {
    this.#byPointer.set(pointer, location);
  }

  /** The source of the part at `pointer`, or of the closest part around it. */
  find(pointer: string): SourceLocation | undefined {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const location = this.#byPointer.get(at);
      if (location) return location;
    }
    return undefined;
  }

  /** The source of the first part inside the one at `pointer`: a path has no place of its own, its operations do. */
  findInside(pointer: string): SourceLocation | undefined {
    const inside = this.entries().find(([entry]) => entry.startsWith(`${pointer}/`));
    return inside?.[1];
  }

  /** All entries, in the order of their pointers. */
  entries(): [pointer: string, location: SourceLocation][] {
    return [...this.#byPointer].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  get #byPointer(): Map<string, SourceLocation> {
    const read = this.#unread;
    this.#unread = undefined;
    for (const [pointer, location] of read?.() ?? []) this.#entries.set(pointer, location);
    return this.#entries;
  }
}

/** The JSON pointer (RFC 6901) of a path, e.g. `/paths/~1me/get`. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The path of a JSON pointer. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A `Locate` for the part at `base` of the part that `locate` is for. */
export function within(locate: Locate, ...base: readonly (string | number)[]): Locate {
  return (path, from) => locate([...base, ...path], from);
}
