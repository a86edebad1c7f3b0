/** Search by name, alternate name and code. */
import { expect, test } from 'vitest';
import { ask } from '../schema/ask.ts';
import { graph } from '../helpers/curated-data.ts';
import { search } from '../../src/language/search.ts';

test.each([
  ['massage', 'massage-therapy'],
  ['tri-care prime', 'tricare-prime'],
  ['tricare prime', 'tricare-prime'],
  ['relfexology', 'reflexology'],
  ['tapotment', 'tapotement'],
  ['kneading', 'petrissage'],
  ['97124', 'cpt-97124'],
  ['cpt 97124', 'cpt-97124'],
  ['US-AK', 'us-ak'],
  ['mexcio', 'mx'],
  ['prior auth', 'prior-authorization'],
  ['MA', 'medicare-advantage'],
  ['plan g', 'medigap-plan-g'],
  ['physio', 'physical-therapy'],
])('%s finds %s first', (text, slug) => {
  expect(search(graph, text)[0]?.slug).toBe(slug);
});

test('a word that is not typed to its end finds the names that begin with it', () => {
  expect(search(graph, 'effl').map(({ slug }) => slug)).toContain('effleurage');
});

test('a search can be restricted to kinds, and finds nothing for a text that no name resembles', () => {
  expect(search(graph, 'massage', ['TECHNIQUE']).every(({ kind }) => kind === 'TECHNIQUE')).toBe(true);
  expect(search(graph, 'zzqqxxyy')).toEqual([]);
  expect(search(graph, '')).toEqual([]);
});

test('a single letter and a code are not corrected', () => {
  const [first] = search(graph, 'Medigap Plan F');
  expect(first?.slug).toBe('medigap-plan-f');
  expect(search(graph, 'H1036-068')[0]?.slug).toBe('humana-gold-plus-h1036-068');
});

test.each([
  'H1036 068',
  'h1036068',
  'H1036-068-000',
  'H1036_068_0',
  'contract H1036 plan 68',
  'Humana H1036-068',
  'H1036-06',
])('a plan is found by its number as %s', (text) => {
  expect(search(graph, text)[0]?.slug).toBe('humana-gold-plus-h1036-068');
});

test.each(['tri care prime', 'goldplus', 'lifewise oregon', 'life wise oregon'])(
  'spaces within a name do not count: %s',
  (text) => {
    const [first] = search(graph, text);
    const words = text.replace(' oregon', '').replaceAll(' ', '');
    expect(first?.name.toLowerCase().replaceAll(' ', '')).toContain(words);
  },
);

test.each([
  ['tricare prme masage', 'tricare-prime', 'massage-therapy'],
  ['medicare part b acupuncture', 'medicare-part-b', 'acupuncture'],
  ['tricare select canada', 'tricare-select', 'ca'],
])('a text of two names finds both: %s', (text, plan, other) => {
  expect(
    search(graph, text)
      .slice(0, 2)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual([plan, other].sort());
});

test('words that are in no name add nothing', () => {
  const withoutThem = new Set(search(graph, 'tricare prime'));
  const found = search(graph, 'tricare prime zzzzz');
  expect(found[0]?.slug).toBe('tricare-prime');
  expect(found.filter((entry) => !withoutThem.has(entry))).toEqual([]);
});

test('search results are paged, best first', () => {
  const page = (after: string | null) =>
    ask<{ search: { totalCount: number; nodes: { slug: string }[]; pageInfo: { endCursor: string } } }>(
      'query($after: String) { search(text: "massage", first: 2, after: $after) { totalCount nodes { slug } pageInfo { endCursor } } }',
      { after },
    ).search;
  const slugs = search(graph, 'massage').map(({ slug }) => slug);
  const firstPage = page(null);
  const secondPage = page(firstPage.pageInfo.endCursor);
  expect(firstPage.totalCount).toBe(slugs.length);
  expect([...firstPage.nodes, ...secondPage.nodes].map(({ slug }) => slug)).toEqual(slugs.slice(0, 4));
});
