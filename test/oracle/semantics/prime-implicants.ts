/**
 * Weakest sets of facts, by brute force: docs/semantics.md#section-5.
 *
 * A set of facts is a box: of each condition that the outcome turns on an interval of its values. All boxes are gone
 * through. The prime implicants of an outcome are the largest boxes in which no completion has another outcome; its
 * prime implicates are the negations of the largest boxes in which no completion has it.
 */
import { OUTCOMES, type Outcome } from '../../../src/model/words.ts';
import type { Axis, Completions } from './completions.ts';
import { Grid } from './grid.ts';

/** Values on an axis from one to another, both inclusive, as places in its list of values. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A set of outcomes, one bit for each. */
type OutcomeSet = number;
const setOf = (outcome: Outcome): OutcomeSet => 1 << OUTCOMES.indexOf(outcome);

/** Larger than any number of values on an axis. */
const WIDTH = 100;
const NO_BOX = -1;

export class Boxes {
  /** The conditions that the outcome turns on. */
  readonly #axes: readonly Axis[];
  /** Of each axis every interval, the shorter ones first. */
  readonly #intervals: readonly (readonly Interval[])[];
  readonly #intervalIds: readonly ReadonlyMap<number, number>[];
  readonly #grid: Grid;
  /** For each box the outcomes of the completions in it. */
  readonly #contents: Uint8Array;

  constructor(completions: Completions) {
    const open = completions.missing();
    this.#axes = open.flatMap((axis) => completions.axes[axis] ?? []);
    this.#intervals = this.#axes.map(({ values }) => intervalsOf(values.length));
    this.#intervalIds = this.#intervals.map((all) => new Map(all.map(({ low, high }, id) => [low * WIDTH + high, id])));
    this.#grid = new Grid(this.#intervals.map((all) => all.length));
    this.#contents = new Uint8Array(this.#grid.size);
    this.#fillPoints(completions, open);
    this.#fillBoxes();
  }

  /** The prime implicants of one of these outcomes, each as its facts joined by " & ", sorted. */
  implicants(...outcomes: readonly Outcome[]): string[] {
    const wanted = outcomes.map(setOf).reduce((all, each) => all | each, 0);
    return this.#weakest(wanted)
      .map((box) => this.#facts(box).sort().join(' & '))
      .sort();
  }

  /** The prime implicates, each as its facts joined by " | ", sorted. */
  implicates(outcome: Outcome): string[] {
    const allOthers = ~setOf(outcome);
    return this.#weakest(allOthers)
      .map((box) => this.#negatedFacts(box).sort().join(' | '))
      .sort();
  }

  /** Boxes of one value on each axis. Values on other axes do not matter: the outcome does not turn on them. */
  #fillPoints({ outcomes, grid }: Completions, open: readonly number[]): void {
    outcomes.forEach((outcome, combination) => {
      if (outcome < 0) return;
      const point = this.#grid.at(open.map((axis) => grid.valueOn(axis, combination)));
      this.#contents[point] = 1 << outcome;
    });
  }

  /**
   * A longer box has what its first value and the rest of it have; both come before it, since their intervals are
   * shorter.
   */
  #fillBoxes(): void {
    for (let box = 0; box < this.#contents.length; box++) {
      for (let axis = 0; axis < this.#axes.length; axis++) {
        const { low, high } = this.#interval(box, axis);
        if (low === high) continue;
        const first = this.#contentsOf(this.#resized(box, axis, low, low));
        const rest = this.#contentsOf(this.#resized(box, axis, low + 1, high));
        this.#contents[box] = first | rest;
        break;
      }
    }
  }

  #interval(box: number, axis: number): Interval {
    return this.#intervals[axis]?.[this.#grid.valueOn(axis, box)] ?? { low: 0, high: 0 };
  }

  /** The box with another interval on one axis; NO_BOX where there is no such interval. */
  #resized(box: number, axis: number, low: number, high: number): number {
    const id = this.#intervalIds[axis]?.get(low * WIDTH + high);
    return id === undefined ? NO_BOX : this.#grid.moved(box, axis, id);
  }

  #contentsOf(box: number): OutcomeSet {
    return this.#contents[box] ?? 0;
  }

  /**
   * The largest boxes that hold a completion and none with an outcome outside `allowed`, without those that imply
   * another.
   */
  #weakest(allowed: OutcomeSet): number[] {
    const found: number[] = [];
    for (let box = 0; box < this.#contents.length; box++) {
      if (this.#contents[box] !== 0 && this.#isWithin(box, allowed) && this.#isLargest(box, allowed)) found.push(box);
    }
    return found.filter((box) => !found.some((other) => other !== box && this.#implies(box, other)));
  }

  #isWithin(box: number, allowed: OutcomeSet): boolean {
    return box !== NO_BOX && (this.#contentsOf(box) & ~allowed) === 0;
  }

  /** Whether no interval of the box can be made longer. */
  #isLargest(box: number, allowed: OutcomeSet): boolean {
    for (let axis = 0; axis < this.#axes.length; axis++) {
      const { low, high } = this.#interval(box, axis);
      const isLonger =
        this.#isWithin(this.#resized(box, axis, low - 1, high), allowed) ||
        this.#isWithin(this.#resized(box, axis, low, high + 1), allowed);
      if (isLonger) return false;
    }
    return true;
  }

  /** Whether every completion in one box is in the other as well: the part of it outside the other holds none. */
  #implies(box: number, other: number): boolean {
    return this.#axes.every((_, axis) => {
      const { low, high } = this.#interval(box, axis);
      const { low: from, high: to } = this.#interval(other, axis);
      const below = this.#resized(box, axis, low, Math.min(high, from - 1));
      const above = this.#resized(box, axis, Math.max(low, to + 1), high);
      return (low >= from || this.#contentsOf(below) === 0) && (high <= to || this.#contentsOf(above) === 0);
    });
  }

  /** What the box says of each condition: `+slug`, `-slug`, `slug>=n`, `slug<=n`. */
  #facts(box: number): string[] {
    return this.#axes.flatMap(({ condition, counts, values }, axis) => {
      const { low, high } = this.#interval(box, axis);
      const isFirst = low === 0;
      const isLast = high === values.length - 1;
      if (isFirst && isLast) return [];
      if (!counts) return [isFirst ? `-${condition}` : `+${condition}`];
      const atLeast = isFirst ? [] : [`${condition}>=${String(values[low])}`];
      const atMost = isLast ? [] : [`${condition}<=${String((values[high + 1] ?? 0) - 1)}`];
      return [...atLeast, ...atMost];
    });
  }

  /** The contrary of each of these facts. */
  #negatedFacts(box: number): string[] {
    return this.#facts(box).map((fact) => {
      if (fact.startsWith('+')) return `-${fact.slice(1)}`;
      if (fact.startsWith('-')) return `+${fact.slice(1)}`;
      const [, condition = '', bound, number] = /^(.+)([<>])=(\d+)$/.exec(fact) ?? [];
      return bound === '>' ? `${condition}<=${Number(number) - 1}` : `${condition}>=${Number(number) + 1}`;
    });
  }
}

/** Every interval of so many values, the shorter ones first. */
function intervalsOf(values: number): readonly Interval[] {
  const all: Interval[] = [];
  for (let length = 0; length < values; length++) {
    for (let low = 0; low + length < values; low++) all.push({ low, high: low + length });
  }
  return all;
}
