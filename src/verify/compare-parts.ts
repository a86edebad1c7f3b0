/**
 * Compares the lists of an answer with those that the data gives. The law does not order all of them, so entries are
 * matched by what they are about, and then compared field by field.
 */
import type { Finding } from './compare-proof.ts';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** GraphQL clients add it to every object. */
const TYPE_NAME = '__typename';

/** The same text for the same value, whatever the order of its lists and fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (!isObject(value)) return value === undefined ? 'undefined' : JSON.stringify(value);
  const fields = Object.entries(value).filter(([field]) => field !== TYPE_NAME);
  return `{${fields
    .map(([field, each]) => `${JSON.stringify(field)}:${canonical(each)}`)
    .sort()
    .join(',')}}`;
}

const boundName = (bound: unknown): string => (typeof bound === 'number' ? String(bound) : 'any');

function factName(fact: unknown): string {
  if (!isObject(fact) || !isObject(fact['condition'])) return 'something';
  const { holds, atLeast, atMost, condition } = fact;
  const bounds = [atLeast, atMost].some((bound) => typeof bound === 'number')
    ? ` from ${boundName(atLeast)} to ${boundName(atMost)}`
    : '';
  return `${holds === false ? 'not ' : ''}${String(condition['slug'])}${bounds}`;
}

function factNames(facts: unknown, conjunction: string): string {
  return Array.isArray(facts) ? facts.map(factName).sort().join(` ${conjunction} `) : 'something';
}

function amountName(entry: Json): string {
  const about = Object.entries(entry).filter(([field]) => field !== 'terms' && field !== 'year');
  return canonical(Object.fromEntries(about));
}

/** What an entry of each list is about. */
const NAMES: Readonly<Record<string, (entry: Json) => string>> = {
  requirements: ({ role, anyOf }) => `${String(role)} ${factNames(anyOf, 'or')}`,
  formalities: ({ topic }) => String(topic),
  routes: ({ facts }) => factNames(facts, 'and') || 'no facts',
  limits: amountName,
  costs: amountName,
};

/** Fields that put the entries of a list in order. */
const ORDERS: Readonly<Record<string, string>> = { requirements: 'role', formalities: 'topic', routes: 'outcome' };

/** The differences between two objects of parts, each with what, where, what is there and what the data gives. */
export function compareParts(expected: Json, actual: Json): readonly Finding[] {
  return compareFields(expected, actual, '').map((problem) => ({ step: null, problem }));
}

function compareFields(expected: Json, actual: Json, path: string): readonly string[] {
  return Object.entries(expected).flatMap(([field, value]) => {
    const at = path === '' ? field : `${path}.${field}`;
    const given = actual[field];
    const nameOf = NAMES[field];
    if (nameOf && Array.isArray(value) && Array.isArray(given)) return compareLists(field, value, given, at);
    return canonical(value) === canonical(given) ? [] : [differenceText(at, value, given)];
  });
}

function differenceText(at: string, expected: unknown, actual: unknown): string {
  const found = actual === undefined ? 'is left out' : `is ${JSON.stringify(actual)}`;
  return `${at} ${found}; the data gives ${JSON.stringify(expected)}`;
}

/** Entries by what they are about; a second one about the same is numbered. */
function byName(field: string, entries: readonly unknown[]): ReadonlyMap<string, Json> {
  const named = new Map<string, Json>();
  const sorted = [...entries].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  for (const entry of sorted) {
    const whole = isObject(entry) ? entry : { entry };
    const name = NAMES[field]?.(whole) ?? '';
    let key = name;
    for (let number = 2; named.has(key); number += 1) key = `${name} (${String(number)})`;
    named.set(key, whole);
  }
  return named;
}

function compareLists(
  field: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): readonly string[] {
  const wanted = byName(field, expected);
  const found = byName(field, actual);
  const problems: string[] = [];
  for (const [name, entry] of wanted) {
    const other = found.get(name);
    if (other === undefined) problems.push(`${path} lacks [${name}]; the data gives ${JSON.stringify(entry)}`);
    else problems.push(...compareFields(entry, other, `${path}[${name}]`));
  }
  for (const [name, entry] of found) {
    if (!wanted.has(name)) problems.push(`${path} has [${name}], ${JSON.stringify(entry)}; the data does not give it`);
  }
  return problems.length > 0 ? problems : orderProblems(field, expected, actual, path);
}

function orderProblems(
  field: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): readonly string[] {
  const key = ORDERS[field];
  if (key === undefined) return [];
  const orderOf = (entries: readonly unknown[]): string =>
    entries.map((entry) => (isObject(entry) ? String(entry[key]) : '')).join(', ');
  const [wanted, found] = [orderOf(expected), orderOf(actual)];
  return wanted === found ? [] : [`${path} is in the order ${found}; the data gives ${wanted}`];
}
