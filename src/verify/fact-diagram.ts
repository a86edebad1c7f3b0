/**
 * The weakest sets of facts that settle something: docs/semantics.md#section-5-pathways.
 *
 * What is to be settled is a function of the values of some variables, kept as a decision diagram: each node tests one
 * variable and has a child for each of its values; equal nodes are one.
 */

/** A run of values of one variable, both ends inclusive, by their places. */
export interface Span {
  readonly variable: number;
  readonly from: number;
  readonly to: number;
}
/** A conjunction of spans of different variables. */
export type Box = readonly Span[];

type Node = number;
const NEVER: Node = 0;
const ALWAYS: Node = 1;

/** More boxes than this are not listed. */
const MOST_BOXES = 4096;

/**
 * Every largest box in which the function is true wherever a row is; null where there are too many. A box in which there
 * is no row may be among them.
 *
 * @param sizes - The number of values of each variable.
 * @param rows - The combinations of values that are possible.
 * @param isTrue - Whether the function is true in the row of that place.
 */
export function largestBoxes(
  sizes: readonly number[],
  rows: readonly (readonly number[])[],
  isTrue: (row: number) => boolean,
): readonly Box[] | null {
  const diagram = new Diagram(sizes);
  const root = diagram.build(rows, isTrue);
  return diagram.boxes(root);
}

class Diagram {
  readonly #sizes: readonly number[];
  readonly #variables: number[] = [Infinity, Infinity];
  readonly #children: (readonly Node[])[] = [[], []];
  readonly #known = new Map<string, Node>();
  readonly #products = new Map<string, Node>();
  readonly #boxes = new Map<Node, readonly Box[] | null>([
    [NEVER, []],
    [ALWAYS, [[]]],
  ]);

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** A combination that is not among the rows is impossible, and counts as true. */
  build(rows: readonly (readonly number[])[], isTrue: (row: number) => boolean): Node {
    const below = (places: readonly number[], variable: number): Node => {
      const [first] = places;
      if (first === undefined) return ALWAYS;
      if (variable === this.#sizes.length) return isTrue(first) ? ALWAYS : NEVER;
      const parts: number[][] = Array.from({ length: this.#sizes[variable] ?? 0 }, () => []);
      for (const place of places) parts[rows[place]?.[variable] ?? 0]?.push(place);
      return this.#node(
        variable,
        parts.map((part) => below(part, variable + 1)),
      );
    };
    return below([...rows.keys()], 0);
  }

  #node(variable: number, children: readonly Node[]): Node {
    const [first = NEVER] = children;
    if (children.every((child) => child === first)) return first;
    const key = `${String(variable)}:${children.join()}`;
    const node = this.#known.get(key) ?? this.#variables.length;
    if (node === this.#variables.length) {
      this.#known.set(key, node);
      this.#variables.push(variable);
      this.#children.push(children);
    }
    return node;
  }

  #variableOf(node: Node): number {
    return this.#variables[node] ?? Infinity;
  }

  /** The child for a value of a variable; the node itself where it does not test the variable. */
  #child(node: Node, variable: number, value: number): Node {
    return this.#variableOf(node) === variable ? (this.#children[node]?.[value] ?? NEVER) : node;
  }

  #and(one: Node, other: Node): Node {
    if (one === other || other === ALWAYS) return one;
    if (one === ALWAYS) return other;
    if (one === NEVER || other === NEVER) return NEVER;
    const key = one < other ? `${String(one)} ${String(other)}` : `${String(other)} ${String(one)}`;
    const known = this.#products.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(this.#variableOf(one), this.#variableOf(other));
    const values = [...Array(this.#sizes[variable] ?? 0).keys()];
    const children = values.map((value) =>
      this.#and(this.#child(one, variable, value), this.#child(other, variable, value)),
    );
    const node = this.#node(variable, children);
    this.#products.set(key, node);
    return node;
  }

  /** Whether the function is true in all of a box. */
  #contains(node: Node, box: Box): boolean {
    if (node === NEVER || node === ALWAYS) return node === ALWAYS;
    const children = this.#children[node] ?? [];
    const span = box.find(({ variable }) => variable === this.#variableOf(node));
    const { from, to } = span ?? { from: 0, to: children.length - 1 };
    return children.slice(from, to + 1).every((child) => this.#contains(child, box));
  }

  boxes(node: Node): readonly Box[] | null {
    const known = this.#boxes.get(node);
    if (known !== undefined) return known;
    const boxes = this.#boxesBelow(node);
    this.#boxes.set(node, boxes);
    return boxes;
  }

  /** For each span of the variable, the largest boxes of what its values share that no wider span has too. */
  #boxesBelow(node: Node): readonly Box[] | null {
    const variable = this.#variableOf(node);
    const children = this.#children[node] ?? [];
    const found: Box[] = [];
    for (const from of children.keys()) {
      let shared: Node = ALWAYS;
      for (const [to, child] of children.entries()) {
        if (to < from) continue;
        shared = this.#and(shared, child);
        const boxes = this.boxes(shared);
        if (boxes === null) return null;
        const isWidest = (box: Box): boolean =>
          [children[from - 1], children[to + 1]].every((next) => next === undefined || !this.#contains(next, box));
        const isWhole = from === 0 && to === children.length - 1;
        const span: Box = isWhole ? [] : [{ variable, from, to }];
        found.push(...boxes.filter(isWidest).map((box) => [...span, ...box]));
        if (found.length > MOST_BOXES) return null;
      }
    }
    return found;
  }
}
