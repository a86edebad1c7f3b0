/**
 * Decisions read off a string of bytes, so that whatever is made of them can be made again, and made smaller by making the bytes
 * fewer or smaller: 0 is always the plainest choice, and so is whatever comes after the last byte.
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

  /** From 0 to below the bound. */
  below(bound: number): number {
    const high = bound > 256 ? this.#next() * 256 : 0;
    return (high + this.#next()) % bound;
  }

  pick<Value>(values: readonly [Value, ...(readonly Value[])]): Value {
    return values[this.below(values.length)] ?? values[0];
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.#next() % 100 >= 100 - percent;
  }

  /** None to the most of them. */
  several<Value>(most: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }

  #next(): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
}
