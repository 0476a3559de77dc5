/** A map that holds at most `capacity` entries and drops the one not used for longest. */
export class LruMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #capacity: number;
  readonly #onDrop: ((value: Value) => void) | undefined;

  constructor(capacity: number, onDrop?: (value: Value) => void) {
    this.#capacity = capacity;
    this.#onDrop = onDrop;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value of a key, made by `create` where there is none. */
  get(key: Key, create: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const value = create();
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#dropOldest();
    return value;
  }

  #dropOldest(): void {
    for (const [key, value] of this.#entries) {
      this.#entries.delete(key);
      this.#onDrop?.(value);
      return;
    }
  }
}
