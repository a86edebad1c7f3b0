/**
 * Functions of facts, shared and reduced: a binary decision diagram (Bryant, Graph-Based Algorithms for Boolean
 * Function Manipulation, 1986). Equal functions are the same number, so "holds in no completion" is a comparison with
 * FALSE. Its size is bounded: past the budget an operation throws OverBudget, and the answer is made on `Kleene`
 * instead, which needs no memory and says too much rather than too little (docs/semantics.md#section-5-budget).
 */

/** What reasoning needs of either: a function of the unknown facts is a number, and FALSE and TRUE are the constants. */
export interface Algebra {
  readonly variable: (index: number) => number;
  readonly and: (a: number, b: number) => number;
  readonly or: (a: number, b: number) => number;
  readonly not: (a: number) => number;
  /** The function with one fact settled. */
  readonly settle: (f: number, index: number, value: boolean) => number;
}
export const FALSE = 0;
export const TRUE = 1;

export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/** What only the exact form gives: the structure of a function, from which its prime implicants are read. */
export interface Bdd extends Algebra {
  /** The first variable that the function turns on; it must not be constant. */
  readonly top: (f: number) => number;
  readonly low: (f: number) => number;
  readonly high: (f: number) => number;
  /** Nodes made so far, the constants included: the measure that the budget bounds. */
  readonly size: () => number;
}

const AND = 0;
const OR = 1;
/** Where the constants lie: past every variable that a diagram takes. */
const LAST = 0x1000;

/** Three whole numbers as one, below 2^20, 2^20 and 2^12; nearly always a small one, which a map finds soonest and keeps without memory of its own. */
const keyOf = (a: number, b: number, c: number): number =>
  (a | b) < 0x400 && c < 0x100 ? (a << 18) | (b << 8) | c : 0x10000000 + (a * 0x100000 + b) * 0x1000 + c;

/** An empty diagram that may grow to `budget` nodes (at most 2^20); the variables from 2^12 on are past any budget. */
export function makeBdd(budget: number): Bdd {
  const tops: number[] = [LAST, LAST];
  const lows: number[] = [FALSE, TRUE];
  const highs: number[] = [FALSE, TRUE];
  /** 0 where it is not known yet. */
  const negations: number[] = [TRUE, FALSE];
  const unique = new Map<number, number>();
  const applied = new Map<number, number>();
  const settled = new Map<number, number>();

  function node(top: number, low: number, high: number): number {
    if (low === high) return low;
    const key = keyOf(low, high, top);
    const known = unique.get(key);
    if (known !== undefined) return known;
    if (tops.length >= budget) throw new OverBudget(`more than ${String(budget)} nodes`);
    tops.push(top);
    lows.push(low);
    highs.push(high);
    negations.push(0);
    unique.set(key, tops.length - 1);
    return tops.length - 1;
  }
  const top = (f: number): number => tops[f] ?? LAST;
  const low = (f: number): number => lows[f] ?? FALSE;
  const high = (f: number): number => highs[f] ?? FALSE;

  function apply(operation: number, a: number, b: number): number {
    if (a === b) return a;
    if (operation === AND) {
      if (a === FALSE || b === FALSE) return FALSE;
      if (a === TRUE) return b;
      if (b === TRUE) return a;
    } else {
      if (a === TRUE || b === TRUE) return TRUE;
      if (a === FALSE) return b;
      if (b === FALSE) return a;
    }
    const key = a < b ? keyOf(a, b, operation) : keyOf(b, a, operation);
    const known = applied.get(key);
    if (known !== undefined) return known;
    const first = Math.min(top(a), top(b));
    const result = node(
      first,
      apply(operation, top(a) === first ? low(a) : a, top(b) === first ? low(b) : b),
      apply(operation, top(a) === first ? high(a) : a, top(b) === first ? high(b) : b),
    );
    applied.set(key, result);
    return result;
  }
  function not(f: number): number {
    if (f <= TRUE) return f === FALSE ? TRUE : FALSE;
    const known = negations[f];
    if (known) return known;
    const result = node(top(f), not(low(f)), not(high(f)));
    negations[f] = result;
    negations[result] = f;
    return result;
  }
  function settle(f: number, index: number, value: boolean): number {
    if (top(f) > index || index >= LAST) return f;
    if (top(f) === index) return value ? high(f) : low(f);
    const key = keyOf(f, value ? 1 : 0, index);
    const known = settled.get(key);
    if (known !== undefined) return known;
    const result = node(top(f), settle(low(f), index, value), settle(high(f), index, value));
    settled.set(key, result);
    return result;
  }
  return {
    variable: (index) => {
      if (index >= LAST) throw new OverBudget(`more than ${String(LAST)} variables`);
      return node(index, FALSE, TRUE);
    },
    and: (a, b) => apply(AND, a, b),
    or: (a, b) => apply(OR, a, b),
    not,
    settle,
    top,
    low,
    high,
    size: () => tops.length,
  };
}

const UNKNOWN = 2;

/**
 * Three-valued evaluation (Kleene, Introduction to Metamathematics, section 64): a function is FALSE, TRUE, or may be
 * either. Sound and coarse: what it settles is settled, and it does not see that "p or not p" is.
 */
export function makeKleene(settledVariables: ReadonlyMap<number, boolean>): Algebra {
  return {
    variable: (index) => {
      const value = settledVariables.get(index);
      return value === undefined ? UNKNOWN : value ? TRUE : FALSE;
    },
    and: (a, b) => (a === FALSE || b === FALSE ? FALSE : a === TRUE && b === TRUE ? TRUE : UNKNOWN),
    or: (a, b) => (a === TRUE || b === TRUE ? TRUE : a === FALSE && b === FALSE ? FALSE : UNKNOWN),
    not: (a) => (a === UNKNOWN ? UNKNOWN : a === TRUE ? FALSE : TRUE),
    settle: (f) => f,
  };
}
