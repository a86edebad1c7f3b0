/** The sentences about the connections of an entry. */
import { expect, test } from 'vitest';
import { combinedSort, neighborsOf, type Neighbor, type WalkEntry } from '../../src/web/neighbors.ts';
import { dayInWords } from '../../src/web/words.ts';

const plan = { kind: 'PLAN', slug: 'medicare-advantage', name: 'Medicare Advantage' };
const service = { kind: 'SERVICE', slug: 'massage-therapy', name: 'Massage therapy' };

const anyRule = {
  effect: 'COVERED',
  modality: 'STATED',
  quantifier: 'ALL',
  extent: 'ALL',
  whenText: null as string | null,
  validFrom: null as string | null,
  validUntil: null as string | null,
  where: { scope: 'HOME', territories: [] as { name: string }[] },
};

function connections(entry: typeof plan, rule: Partial<typeof anyRule>): Neighbor[] {
  const rules = { totalCount: 1, nodes: [{ plan, subject: service, ...anyRule, ...rule, citations: [] }] };
  const page = { ...entry, links: { totalCount: 0, nodes: [] }, rules };
  return neighborsOf(page as unknown as WalkEntry);
}
const relations = (entry: typeof plan, rule: Partial<typeof anyRule>): string[] =>
  connections(entry, { whenText: 'prescribed', ...rule }).map(({ relation }) => relation);

test('the page of a service says what each plan does or may do', () => {
  const relation = (effect: string, modality: string) => relations(service, { effect, modality });
  expect(relation('COVERED', 'STATED')).toEqual(['Medicare Advantage covers it if prescribed']);
  expect(relation('COVERED', 'MAY')).toEqual(['Medicare Advantage may cover it if prescribed']);
  expect(relation('EXCLUDED', 'MAY')).toEqual(['Medicare Advantage may exclude it if prescribed']);
  expect(relation('LIFTED', 'MAY')).toEqual(['Medicare Advantage may lift the exclusion of it if prescribed']);
});

test('the page of a plan names the service', () => {
  expect(relations(plan, { effect: 'EXCLUDED', modality: 'STATED' })).toEqual([
    'Medicare Advantage excludes Massage therapy if prescribed',
  ]);
});

test('days are written as in the United States', () => {
  expect(dayInWords('2026-11-03')).toBe('November 3, 2026');
});

test('the place, the days and the hedge of a rule are in its sentence', () => {
  const sentence = (rule: Partial<typeof anyRule>) => connections(service, rule)[0]?.relation;
  expect(sentence({ effect: 'EXCLUDED', where: { scope: 'ABROAD', territories: [] } })).toBe(
    'Medicare Advantage excludes it abroad',
  );
  const places = ['Canada', 'Mexico', 'France', 'Chile'].map((name) => ({ name }));
  expect(sentence({ where: { scope: 'INSIDE', territories: places.slice(0, 2) } })).toBe(
    'Medicare Advantage covers it in Canada and Mexico',
  );
  expect(sentence({ where: { scope: 'OUTSIDE', territories: places } })).toBe(
    'Medicare Advantage covers it outside Canada, Mexico, France and 1 more',
  );
  expect(sentence({ validFrom: '2027-01-01', validUntil: '2028-01-01' })).toBe(
    'Medicare Advantage covers it from January 1, 2027 until January 1, 2028',
  );
  expect(sentence({ quantifier: 'SOME' })).toBe('Medicare Advantage may cover it');
});

test('a line says covers or excludes only for a rule that does so in every case', () => {
  const sort = (rule: Partial<typeof anyRule>) => connections(service, rule)[0]?.sort;
  expect(sort({})).toBe('covers');
  expect(sort({ effect: 'EXCLUDED' })).toBe('excludes');
  expect(sort({ effect: 'ASKS' })).toBe('link');
  for (const rule of [
    { whenText: 'prescribed' },
    { modality: 'MAY' },
    { extent: 'SOME' },
    { effect: 'LIFTED' },
    { effect: 'EXCLUDED', where: { scope: 'ABROAD', territories: [] } },
    { validUntil: '2025-01-01' },
  ])
    expect(sort(rule)).toBe('depends');
  const source = { kind: 'SOURCE', slug: 'article', name: 'Article' };
  expect(connections(source, {}).map((each) => each.sort)).toEqual(['link', 'link']);
});

test('rules that differ are drawn as one line that depends', () => {
  expect(combinedSort(['link', 'excludes'])).toBe('excludes');
  expect(combinedSort(['excludes', 'covers'])).toBe('depends');
  expect(combinedSort(['link', 'link'])).toBe('link');
});
