/** The sentences about the connections of an entry. */
import { expect, test } from 'vitest';
import { neighborsOf, type WalkEntry } from '../../src/web/neighbors.ts';
import { dayInWords } from '../../src/web/words.ts';

const plan = { kind: 'PLAN', slug: 'medicare-advantage', name: 'Medicare Advantage' };
const service = { kind: 'SERVICE', slug: 'massage-therapy', name: 'Massage therapy' };

function relations(entry: typeof plan, rule: { readonly effect: string; readonly modality: string }): string[] {
  const rules = { totalCount: 1, nodes: [{ plan, subject: service, ...rule, whenText: 'prescribed', citations: [] }] };
  const page = { ...entry, links: { totalCount: 0, nodes: [] }, rules };
  return neighborsOf(page as unknown as WalkEntry).map(({ relation }) => relation);
}

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
