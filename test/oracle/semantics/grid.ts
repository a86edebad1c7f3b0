/**
 * All combinations of one value on each of several axes, numbered from 0. Lists of outcomes and of boxes are kept by
 * these numbers.
 */
export class Grid {
  /** How many combinations there are. */
  readonly size: number;
  readonly #sizes: readonly number[];
  readonly #strides: readonly number[];

  /** `sizes`: how many values each axis has. */
  constructor(sizes: readonly number[]) {
    const product = (some: readonly number[]): number => some.reduce((all, size) => all * size, 1);
    this.#sizes = sizes;
    this.#strides = sizes.map((_, axis) => product(sizes.slice(0, axis)));
    this.size = product(sizes);
  }

  /** The value of a combination on one axis. */
  valueOn(axis: number, combination: number): number {
    return Math.floor(combination / (this.#strides[axis] ?? 1)) % (this.#sizes[axis] ?? 1);
  }

  /** The combination that differs from another on one axis alone. */
  moved(combination: number, axis: number, value: number): number {
    return combination + (value - this.valueOn(axis, combination)) * (this.#strides[axis] ?? 0);
  }

  /** The combination with these values. */
  at(values: readonly number[]): number {
    return values.reduce((sum, value, axis) => sum + value * (this.#strides[axis] ?? 0), 0);
  }
}
