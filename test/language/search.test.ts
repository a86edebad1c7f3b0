/** Search by name, other name and code, however it is typed. */
import { expect, test } from 'vitest';
import { ask } from '../schema/ask.ts';
import { graph } from '../golden/ask.ts';
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

test('what is begun is found before it is typed to its end', () => {
  expect(search(graph, 'effl').map(({ slug }) => slug)).toContain('effleurage');
});

test('kinds narrow it, and nothing alike is nothing', () => {
  expect(search(graph, 'massage', ['TECHNIQUE']).every(({ kind }) => kind === 'TECHNIQUE')).toBe(true);
  expect(search(graph, 'zzqqxxyy')).toEqual([]);
  expect(search(graph, '')).toEqual([]);
});

test('a letter is no misspelling of another', () => {
  const [first] = search(graph, 'Medigap Plan F');
  expect(first?.slug).toBe('medigap-plan-f');
  expect(search(graph, 'H1036-068')[0]?.slug).toBe('humana-gold-plus-h1036-068');
});

test('a search is paged best first, and a cursor goes on from there', () => {
  const page = (after: string | null) =>
    ask<{ search: { totalCount: number; nodes: { slug: string }[]; pageInfo: { endCursor: string } } }>(
      'query($after: String) { search(text: "massage", first: 2, after: $after) { totalCount nodes { slug } pageInfo { endCursor } } }',
      { after },
    ).search;
  const [first, all] = [page(null), search(graph, 'massage').map(({ slug }) => slug)];
  expect(first.totalCount).toBe(all.length);
  expect([...first.nodes, ...page(first.pageInfo.endCursor).nodes].map(({ slug }) => slug)).toEqual(all.slice(0, 4));
});
