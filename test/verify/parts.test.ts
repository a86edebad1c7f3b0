/**
 * The requirements, ways to coverage, formalities, limits and costs of an answer are derived a second time by the checker,
 * and a receipt that says anything else of them is rejected.
 */
import { expect, test } from 'vitest';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { graphOf } from '../engine/world.ts';
import { graph } from '../schema/ask.ts';
import { receiptOf, type Asked } from './receipts.ts';

type Fields = Record<string, unknown>;
type Part = Record<string, Fields[]>;

const ON = '2026-11-23';
const PARTS = ['notStated', 'requirements', 'formalities', 'routes', 'limits', 'costs'];

function findingsOf(asked: Asked, over = graph): string[] {
  return verifyReceipt(over, receiptOf(asked, over)).findings.map(({ problem }) => problem);
}

const subjects = [...graph.subjects.keys()];

test.each([...graph.plans.keys()])('every answer of %s is what the checker derives', (plan) => {
  const wrong = subjects.flatMap((subject) =>
    findingsOf({ plan, subject, on: ON }).map((text) => `${subject}: ${text}`),
  );
  expect(wrong).toEqual([]);
});

const FACTS: Partial<Asked>[] = [
  { met: ['prescribed', 'prior-authorization'] },
  { unmet: ['medically-necessary'] },
  { territory: 'CA' },
  { accordingTo: ['medicare-massage-article'] },
];

test.each(['tricare-prime', 'medicare-advantage', 'original-medicare', 'medicare', 'medigap'])(
  'every answer of %s with facts, a place or a source is what the checker derives',
  (plan) => {
    const asked = subjects.flatMap((subject) => FACTS.map((facts): Asked => ({ plan, subject, on: ON, ...facts })));
    const wrong = asked.flatMap((each) => findingsOf(each).map((text) => `${JSON.stringify(each)}: ${text}`));
    expect(wrong).toEqual([]);
  },
);

const cites = ['manual#p'];
const small = graphOf(
  {
    grant: {
      covered: 'massage',
      when: { any: ['c1', 'c2'] },
      requires: { c3: { strength: 'MAY_BE_REQUIRED', dependsOn: ['the plan'] }, c4: { strength: 'REQUIRED' } },
      limits: [{ limit: '12 visits per calendar year' }],
      costs: [{ share: '$20 copayment per visit in 2025' }],
      cites,
    },
    ask: { asks: 'care', when: 'c2', requires: { c5: { strength: 'PLAN_RULES_APPLY' } }, cites },
  },
  {},
  {},
);
const asked: Asked = { plan: 'plan', subject: 'massage', on: ON };

const copyOf = (over = small, of = asked): Part => JSON.parse(JSON.stringify(receiptOf(of, over))) as Part;
const fact = (slug: string): Fields => ({ condition: { slug }, holds: true, count: null, atLeast: null, atMost: null });
const entryOf = (part: Part, role: string, slug: string): Fields => {
  const found = part['requirements']?.find(
    (entry) => entry['role'] === role && JSON.stringify(entry).includes(`"${slug}"`),
  );
  if (!found) throw new Error(`There is no requirement ${role} ${slug}.`);
  return found;
};
const route = (part: Part, at: number): Part & Fields => part['routes']?.[at] as Part & Fields;
const without = (list: unknown[] | undefined, at: number): unknown[] => (list ?? []).toSpliced(at, 1);

test('the small answer has what is falsified below, and is accepted', () => {
  const receipt = copyOf();
  expect(receipt['routes']).toHaveLength(2);
  expect(receipt['requirements']).toHaveLength(4);
  expect(verifyReceipt(small, receipt)).toEqual({ accepted: true, findings: [], unchecked: [] });
});

const FALSE: [what: string, where: string, change: (part: Part) => void][] = [
  [
    'strength raised',
    'requirements[ONCE_COVERED c3]',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c3')['strength'] = 'REQUIRED'),
  ],
  [
    'strength lowered',
    'requirements[ONCE_COVERED c4]',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['strength'] = 'MAY_BE_REQUIRED'),
  ],
  [
    'not required shown as a strength',
    'requirements[ONCE_COVERED c4]',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['strength'] = 'NOT_REQUIRED'),
  ],
  [
    'dependsOn dropped',
    'requirements[ONCE_COVERED c3].dependsOn',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c3')['dependsOn'] = []),
  ],
  [
    'dependsOn added',
    'requirements[ONCE_COVERED c4].dependsOn',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['dependsOn'] = ['the plan']),
  ],
  [
    'terms of an ask dropped',
    'requirements[ONCE_COVERED c5].dependsOn',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c5')['dependsOn'] = []),
  ],
  ['role changed', 'requirements', (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['role'] = 'FOR_COVERAGE')],
  [
    'role moved to also stated',
    'requirements',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['role'] = 'ALSO_STATED'),
  ],
  [
    'state changed',
    'requirements[ONCE_COVERED c4].state',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['state'] = 'MET'),
  ],
  ['alternative dropped', 'requirements', (part) => (entryOf(part, 'FOR_COVERAGE', 'c1')['anyOf'] = [fact('c1')])],
  [
    'alternative added',
    'requirements',
    (part) => (entryOf(part, 'FOR_COVERAGE', 'c1')['anyOf'] = [fact('c1'), fact('c2'), fact('c3')]),
  ],
  [
    'fact negated',
    'requirements',
    (part) => (entryOf(part, 'ONCE_COVERED', 'c4')['anyOf'] = [{ ...fact('c4'), holds: false }]),
  ],
  [
    'requirement dropped',
    'requirements lacks',
    (part) => (part['requirements'] = without(part['requirements'], 1) as Fields[]),
  ],
  [
    'requirement doubled',
    'requirements has',
    (part) => part['requirements']?.push(entryOf(part, 'ONCE_COVERED', 'c4')),
  ],
  [
    'requirement put in',
    'requirements has',
    (part) => part['requirements']?.push({ ...entryOf(part, 'ONCE_COVERED', 'c4'), anyOf: [fact('c1')] }),
  ],
  ['requirements reordered', 'requirements is in the order', (part) => part['requirements']?.reverse()],
  ['route dropped', 'routes lacks', (part) => (part['routes'] = without(part['routes'], 1) as Fields[])],
  ['route put in', 'routes has', (part) => part['routes']?.push({ ...route(part, 0), facts: [fact('c3')] })],
  [
    'outcome of a route lowered',
    'routes[c1].outcome',
    (part) => (route(part, 0)['outcome'] = 'MAY_BE_COVERED' as never),
  ],
  ['fact of a route dropped', 'routes lacks', (part) => (route(part, 0)['facts'] = [])],
  ['requirement of a route dropped', 'routes[c1].requirements lacks', (part) => (route(part, 0)['requirements'] = [])],
  [
    "a route's requirement moved to the other",
    'routes[c1].requirements has',
    (part) => {
      const [last] = (route(part, 1)['requirements'] ?? []).filter((each) => JSON.stringify(each).includes('"c5"'));
      route(part, 1)['requirements'] = route(part, 1)['requirements']?.filter((each) => each !== last) ?? [];
      if (last) route(part, 0)['requirements']?.push(last);
    },
  ],
  ['limit of a route dropped', 'routes[c1].limits lacks', (part) => (route(part, 0)['limits'] = [])],
  ['cost of a route dropped', 'routes[c2].costs lacks', (part) => (route(part, 1)['costs'] = [])],
  [
    'formality not stated',
    'formalities',
    (part) => part['formalities']?.forEach((each) => (each['status'] = 'NOT_STATED')),
  ],
  ['formality met', 'formalities', (part) => part['formalities']?.forEach((each) => (each['status'] = 'MET'))],
  [
    'formality dropped',
    'formalities lacks',
    (part) => (part['formalities'] = without(part['formalities'], 2) as Fields[]),
  ],
  ['formalities reordered', 'formalities is in the order', (part) => part['formalities']?.reverse()],
  [
    'role of a formality',
    'formalities',
    (part) => part['formalities']?.forEach((each) => (each['role'] = 'ALSO_STATED')),
  ],
  ['limit raised', 'limits', (part) => part['limits']?.forEach((each) => (each['quantity'] = '20'))],
  ['limit per another period', 'limits', (part) => part['limits']?.forEach((each) => (each['per'] = 'LIFETIME'))],
  ['terms of a limit', 'limits', (part) => part['limits']?.forEach((each) => (each['terms'] = [[fact('c1')]]))],
  ['limit dropped', 'limits lacks', (part) => (part['limits'] = [])],
  ['cost without its year', 'costs', (part) => part['costs']?.forEach((each) => (each['year'] = null))],
  ['cost of the year asked', 'costs', (part) => part['costs']?.forEach((each) => (each['year'] = 2026))],
  [
    'cost lowered',
    'costs',
    (part) => part['costs']?.forEach((each) => (each['least'] = { amount: '10', currency: 'USD' })),
  ],
  ['cost in the network alone', 'costs', (part) => part['costs']?.forEach((each) => (each['network'] = 'IN'))],
  ['a reason not to be stated', 'notStated is', (part) => (part['notStated'] = 'SOURCES_SILENT' as never)],
];

test.each(FALSE)('%s: rejected at %s', (_what, where, change) => {
  const receipt = copyOf();
  change(receipt);
  const { accepted, findings } = verifyReceipt(small, receipt);
  expect(accepted).toBe(false);
  expect(findings.some(({ problem }) => problem.startsWith(where) && problem.includes('the data'))).toBe(true);
});

test('an entry that a source alone states cannot be dropped', () => {
  const receipt = copyOf(graph, { plan: 'tricare-prime', subject: 'massage-therapy', on: ON });
  const kept = receipt['requirements']?.filter(({ role }) => role !== 'ALSO_STATED') ?? [];
  expect(kept.length).toBeLessThan(receipt['requirements']?.length ?? 0);
  const { findings } = verifyReceipt(graph, { ...receipt, requirements: kept });
  expect(findings.map(({ problem }) => problem.split(';')[0])).toContain(
    'requirements lacks [ALSO_STATED prior-authorization]',
  );
});

test('a receipt of the first form, without these parts, is accepted and says what it lacks', () => {
  const older = Object.fromEntries(Object.entries(copyOf()).filter(([field]) => !PARTS.includes(field)));
  const { accepted, unchecked } = verifyReceipt(small, older);
  expect(accepted).toBe(true);
  expect(unchecked).toEqual([`${PARTS.join(', ')}: the receipt is of the first form, without them`]);
});

test.each(PARTS)('a receipt that lacks %s alone is rejected', (part) => {
  const receipt = Object.fromEntries(Object.entries(copyOf()).filter(([field]) => field !== part));
  const { findings } = verifyReceipt(small, receipt);
  expect(findings.map(({ problem }) => problem.split(';')[0])).toEqual([`${part} is left out`]);
});
