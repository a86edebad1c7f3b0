/** The answer on every day of a span, where it was looked for, and which sources it turns on. */
import { expect, test } from 'vitest';
import { coverageTimeline } from '../../src/engine/coverage-timeline.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { ask, graphOf } from './world.ts';

function timeline(graph: Graph, from: string, to: string) {
  const [plan, subject] = [graph.plans.get('plan'), graph.subjects.get('massage')];
  if (!plan || !subject) throw new Error('the world has no plan');
  const question = { graph, plan, subject, met: [], unmet: [], counts: new Map(), territory: null, on: from };
  return coverageTimeline({ ...question, onAssumed: false, accordingTo: null, minimumAuthority: null }, from, to);
}
const intervals = (graph: Graph, from: string, to: string) =>
  timeline(graph, from, to).map(({ from: first, until, determination, begins, ends }) => [
    first,
    until,
    determination.status,
    begins.map(({ key }) => key),
    ends.map(({ key }) => key),
  ]);

test('a span is cut where the answer changes, without gaps; its last day is in it', () => {
  const graph = graphOf({
    out: { excluded: 'massage' },
    trial: { covered: 'massage', exceptTo: ['out'], from: '2026-12-01', until: '2027-03-01' },
  });
  expect(intervals(graph, '2026-01-01', '2027-12-31')).toEqual([
    ['2026-01-01', '2026-12-01', 'NOT_COVERED', [], []],
    ['2026-12-01', '2027-03-01', 'COVERED', ['trial'], []],
    ['2027-03-01', null, 'NOT_COVERED', [], ['trial']],
  ]);
  expect(intervals(graph, '2026-12-01', '2027-02-28')).toEqual([['2026-12-01', null, 'COVERED', ['trial'], []]]);
  expect(intervals(graph, '2026-12-01', '2027-03-01')).toHaveLength(2);
});

test('days of which no source speaks are intervals too, and a price alone cuts', () => {
  const graph = graphOf({
    in: { covered: 'massage', from: '2026-01-01' },
    price: { asks: 'massage', costs: [{ share: '$20 copayment per visit' }], from: '2027-01-01' },
  });
  expect(intervals(graph, '2025-06-01', '2027-06-01')).toEqual([
    ['2025-06-01', '2026-01-01', 'NOT_STATED', [], []],
    ['2026-01-01', '2027-01-01', 'COVERED', ['in'], []],
    ['2027-01-01', null, 'COVERED', ['price'], []],
  ]);
});

test('a rule that begins and changes nothing cuts nothing', () => {
  const graph = graphOf({ in: { covered: 'massage' }, again: { covered: 'massage', from: '2026-06-01' } });
  expect(intervals(graph, '2026-01-01', '2026-12-31')).toEqual([['2026-01-01', null, 'COVERED', [], []]]);
});

test('an answer leans on each source without which the status is another', () => {
  const graph = graphOf({
    out: { excluded: 'massage' },
    article: { covered: 'massage', cites: ['summary#p'] },
  });
  const answer = ask(graph);
  expect(answer.status).toBe('NOT_COVERED');
  expect(answer.leansOn.map(({ source, without }) => [source.slug, without])).toEqual([['manual', 'COVERED']]);
});

test('the scope names what was read and what was not', () => {
  const graph = graphOf(
    { in: { covered: 'massage' } },
    {},
    { inner: { name: 'Inner', cites: ['summary#p'], within: 'plan', notRead: ['the brochure of 2027'] } },
  );
  const { scope } = ask(graph, { plan: 'inner' });
  expect([scope.read.map(({ slug }) => slug), scope.notRead, scope.isClaimed]).toEqual([
    ['manual', 'summary'],
    ['the brochure of 2027'],
    false,
  ]);
  expect(scope.text).toBe(
    'The answer was looked for in 2 sources that speak of Inner. Not read: the brochure of 2027. The data does not claim to hold this in full.',
  );
});
