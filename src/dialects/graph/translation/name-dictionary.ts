import { isCompatible, type Shape } from "./name-slot.ts";

/** How the translator of a set renders names, learnt from the rows whose names were recovered. */
export class NameDictionary {
  readonly #entries = new Map<string, { readonly name: string; readonly shape: Shape }[]>();

  learn(written: string, name: string, shape: Shape): void {
    const key = written.toLowerCase();
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), { name, shape }]);
  }

  /** The name that was recovered for this text wherever it was, for values of this shape; undefined if there were several. */
  find(written: string, shape: Shape): string | undefined {
    const known = (this.#entries.get(written.toLowerCase()) ?? []).filter(
      (entry) => isCompatible(entry.shape, shape) && entry.shape.isCollection === shape.isCollection,
    );
    const names = new Set(known.map(({ name }) => name));
    return names.size === 1 ? [...names][0] : undefined;
  }
}
