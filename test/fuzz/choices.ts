/**
 * Decisions read from a sequence of bytes. The same bytes give the same input, and fewer or smaller bytes give a simpler one: 0
 * is always the simplest choice, and all choices after the last byte are 0.
 */
export class Choices {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isOver(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** An integer from 0 to below the bound. */
  below(bound: number): number {
    const high = bound > 256 ? this.#next() * 256 : 0;
    return (high + this.#next()) % bound;
  }

  pick<Value>(values: readonly [Value, ...(readonly Value[])]): Value {
    return values[this.below(values.length)] ?? values[0];
  }

  /** True in the given percentage of cases. */
  chance(percent: number): boolean {
    return this.#next() % 100 >= 100 - percent;
  }

  /** A list of 0 to `most` items. */
  several<Value>(most: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }

  #next(): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
}
