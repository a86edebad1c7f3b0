/** Every name that an error suggests is accepted where the wrong one was given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/graph/entries.ts';
import { edit, edited } from '../helpers/near-misses.ts';
import { execution, graph } from './ask.ts';

const MASSAGE = 'of: { service: "massage-therapy" }';
const written = (value: string): string => JSON.stringify(value);
const slugs = (entries: ReadonlyMap<string, Entry>): string[] => [...entries.values()].map(({ slug }) => slug);
const namesAndSlugs = (entries: ReadonlyMap<string, Entry>): string[] => [
  ...slugs(entries),
  ...[...entries.values()].map(({ name }) => name),
];

/** Each argument that takes a name, with the names that it takes and an operation that gives it one. */
const ARGUMENTS: readonly (readonly [string, readonly string[], (value: string) => string])[] = [
  ['plan', namesAndSlugs(graph.plans), (value) => `{ plan(slug: ${written(value)}) { name } }`],
  ['coverage of a plan', slugs(graph.plans), (value) => `{ coverage(plan: ${written(value)}, ${MASSAGE}) { status } }`],
  ['service', namesAndSlugs(graph.subjects), (value) => `{ service(slug: ${written(value)}) { name } }`],
  ['technique', namesAndSlugs(graph.subjects), (value) => `{ technique(slug: ${written(value)}) { name } }`],
  [
    'billing code',
    [...namesAndSlugs(graph.billingCodes), ...[...graph.billingCodes.values()].map(({ code }) => code)],
    (value) => `{ billingCode(code: ${written(value)}) { name } }`,
  ],
  [
    'subject by billing code',
    [...graph.billingCodes.values()].flatMap(({ system, code }) => [
      code,
      `${system}:${code}`,
      `${system.toLowerCase()}-${code}`,
    ]),
    (value) => `{ coverage(plan: "medicare", of: { billingCode: ${written(value)} }) { status } }`,
  ],
  [
    'subject by service',
    slugs(graph.subjects),
    (value) => `{ coverage(plan: "medicare", of: { service: ${written(value)} }) { status } }`,
  ],
  ['condition', namesAndSlugs(graph.conditions), (value) => `{ coverageCondition(slug: ${written(value)}) { name } }`],
  ['source', namesAndSlugs(graph.sources), (value) => `{ source(slug: ${written(value)}) { name } }`],
  ['territory', namesAndSlugs(graph.territories), (value) => `{ territory(code: ${written(value)}) { name } }`],
  [
    'state of an area',
    namesAndSlugs(graph.territories),
    (value) => `{ plansInArea(area: { state: ${written(value)} }) { totalCount } }`,
  ],
  [
    'county',
    ['Allegheny', 'Allegheny County', 'ALLEGHENY'],
    (value) => `{ plansInArea(area: { countyNamed: { name: ${written(value)}, state: "PA" } }) { totalCount } }`,
  ],
];

interface Refusal {
  readonly message: string;
  readonly suggested: readonly string[];
}
/** The error of an operation with what it suggests in its message; null if the operation is answered. */
function refusalOf(operation: string): Refusal | null {
  const [error] = execution(operation).errors ?? [];
  if (!error) return null;
  const [, meant = ''] = / Did you mean (.*)\?$/s.exec(error.message) ?? [];
  return { message: error.message, suggested: [...meant.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name) };
}

describe.each(ARGUMENTS)('%s', (_, names, operation) => {
  test('each name that is suggested is answered', () => {
    let suggestedNames = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), edit, (name, change) => {
        const refusal = refusalOf(operation(edited(name, change)));
        for (const suggested of refusal?.suggested ?? []) {
          suggestedNames += 1;
          expect(refusalOf(operation(suggested)), `${refusal?.message ?? ''} (${suggested})`).toBeNull();
        }
      }),
      { seed: 20_261_130, numRuns: 400 },
    );
    expect(suggestedNames).toBeGreaterThan(0);
  });
});

test.each(['97124', 'cpt-97124', 'CPT-97124', 'CPT:97124', 'cpt 97124', ' 97124 '])(
  'the billing code "%s" is known',
  (code) => {
    const operation = `{ billingCode(code: ${written(code)}) { code } coverage(plan: "medicare", of: { billingCode: ${written(code)} }) { subject { name } } }`;
    const { data, errors } = execution(operation);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ billingCode: { code: '97124' } });
  },
);

test('a name of another kind of subject is said to be that', () => {
  expect(refusalOf('{ service(slug: "effleurage") { name } }')?.message).toContain('It is the name of a technique.');
});
