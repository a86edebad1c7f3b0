/**
 * Boolean functions as a reduced, shared binary decision diagram (Bryant, Graph-Based Algorithms for Boolean Function
 * Manipulation, 1986). Equal functions have the same number, so a function holds in no completion exactly if it is
 * FALSE. The size is bounded: an operation that exceeds the budget throws OverBudget, and the answer is then computed
 * with `makeKleene`, which needs no memory and errs on the side of "possible" (docs/semantics.md#section-5-budget).
 */

/** The operations that both representations offer. A function of the variables is a number; FALSE and TRUE are constants. */
export interface Algebra {
  readonly variable: (index: number) => number;
  readonly and: (a: number, b: number) => number;
  readonly or: (a: number, b: number) => number;
  readonly not: (a: number) => number;
  /** The function with one variable replaced by a value. */
  readonly settle: (f: number, index: number, value: boolean) => number;
}
export const FALSE = 0;
export const TRUE = 1;

/** Thrown when an operation needs more nodes, variables or sets of facts than its budget allows. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/** The exact representation, which also shows the structure of a function, from which prime implicants are read. */
export interface Bdd extends Algebra {
  /** The first variable that the function depends on. The function must not be constant. */
  readonly top: (f: number) => number;
  /** The function where its first variable is false. */
  readonly low: (f: number) => number;
  /** The function where its first variable is true. */
  readonly high: (f: number) => number;
  /** The number of nodes made so far, including the constants; the budget limits it. */
  readonly size: () => number;
}

const AND = 0;
const OR = 1;
/** The level of the constants: above the index of every variable that a diagram accepts. */
const LAST = 0x1000;

/**
 * One key for three whole numbers below 2^20, 2^20 and 2^12. Small numbers give a small integer key, for which a Map is
 * fastest and allocates nothing.
 */
const keyOf = (a: number, b: number, c: number): number =>
  (a | b) < 0x400 && c < 0x100 ? (a << 18) | (b << 8) | c : 0x10000000 + (a * 0x100000 + b) * 0x1000 + c;

/** Makes an empty diagram of at most `budget` nodes (at most 2^20). Variables from 2^12 on always throw OverBudget. */
export function makeBdd(budget: number): Bdd {
  const tops: number[] = [LAST, LAST];
  const lows: number[] = [FALSE, TRUE];
  const highs: number[] = [FALSE, TRUE];
  /** The negation of each node, or 0 if it was not computed yet. */
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
    // For AND, FALSE decides the result and TRUE changes nothing; for OR it is the other way round.
    const deciding = operation === AND ? FALSE : TRUE;
    const neutral = operation === AND ? TRUE : FALSE;
    if (a === deciding || b === deciding) return deciding;
    if (a === neutral) return b;
    if (b === neutral) return a;
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
 * Three-valued evaluation (Kleene, Introduction to Metamathematics, section 64): a function is FALSE, TRUE or UNKNOWN. It
 * is sound but coarse: a FALSE or TRUE result is correct, but "p or not p" stays UNKNOWN.
 */
export function makeKleene(settledVariables: ReadonlyMap<number, boolean>): Algebra {
  return {
    variable: (index) => {
      const value = settledVariables.get(index);
      if (value === undefined) return UNKNOWN;
      return value ? TRUE : FALSE;
    },
    and: (a, b) => {
      if (a === FALSE || b === FALSE) return FALSE;
      return a === TRUE && b === TRUE ? TRUE : UNKNOWN;
    },
    or: (a, b) => {
      if (a === TRUE || b === TRUE) return TRUE;
      return a === FALSE && b === FALSE ? FALSE : UNKNOWN;
    },
    not: (a) => {
      if (a === UNKNOWN) return UNKNOWN;
      return a === TRUE ? FALSE : TRUE;
    },
    settle: (f) => f,
  };
}
