/** Compares a receipt with the one that the data gives, field by field: docs/semantics.md#i8. */

/** `step`: the number of a proof's step, or null where the problem is not one step's. */
export interface Finding {
  readonly step: number | null;
  readonly problem: string;
}

export interface Comparison {
  readonly findings: readonly Finding[];
  /** Fields of the receipt that are no part of what is checked, each once. */
  readonly unchecked: readonly string[];
}

/** `expected` and `actual` are plain JSON; a field that `expected` does not have is unchecked. */
export function compareReceipts(expected: unknown, actual: unknown): Comparison {
  const comparer = new Comparer();
  comparer.compare(expected, actual, '', null);
  return { findings: comparer.findings, unchecked: [...comparer.unchecked] };
}

/** GraphQL clients add it to every object. */
const TYPE_NAME = '__typename';

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Comparer {
  readonly findings: Finding[] = [];
  readonly unchecked = new Set<string>();

  compare(expected: unknown, actual: unknown, path: string, step: number | null): void {
    if (Array.isArray(expected) && Array.isArray(actual)) this.#compareLists(expected, actual, path, step);
    else if (isObject(expected) && isObject(actual)) this.#compareFields(expected, actual, path, step);
    else if (expected !== actual) this.#report(step, path, differenceText(expected, actual));
  }

  #compareLists(expected: readonly unknown[], actual: readonly unknown[], path: string, step: number | null): void {
    if (expected.length !== actual.length) {
      this.#report(step, path, lengthText(expected, actual));
      return;
    }
    for (const [index, value] of expected.entries()) {
      const stepHere = path === 'proof' ? index + 1 : step;
      this.compare(value, actual[index], `${path}[${index}]`, stepHere);
    }
  }

  #compareFields(expected: Fields, actual: Fields, path: string, step: number | null): void {
    const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
    for (const [field, value] of Object.entries(expected)) this.compare(value, actual[field], at(field), step);
    for (const field of Object.keys(actual)) {
      if (!(field in expected) && field !== TYPE_NAME) this.unchecked.add(at(field).replace(/\[\d+\]/g, ''));
    }
  }

  #report(step: number | null, path: string, text: string): void {
    this.findings.push({ step, problem: path === '' ? `it ${text}` : `${path} ${text}` });
  }
}

function differenceText(expected: unknown, actual: unknown): string {
  const found = actual === undefined ? 'is left out' : `is ${JSON.stringify(actual)}`;
  return `${found}; the data gives ${JSON.stringify(expected)}`;
}

function lengthText(expected: readonly unknown[], actual: readonly unknown[]): string {
  const lacking = namesNotIn(expected, actual);
  const added = namesNotIn(actual, expected);
  return `has ${actual.length} entries and the data gives ${expected.length}; missing: ${lacking}; added: ${added}`;
}

function namesNotIn(items: readonly unknown[], others: readonly unknown[]): string {
  const known = new Set(others.map(nameOf));
  const names = items.map(nameOf).filter((name) => !known.has(name));
  return names.length > 0 ? names.join(' ') : 'nothing';
}

/** A step goes by its text, anything else by all that it holds. */
function nameOf(item: unknown): string {
  return isObject(item) && 'text' in item ? String(item['text']) : JSON.stringify(item);
}
