/**
 * What the checker makes of routes, of claims that only some facts bring about and of silence, with values worked out by
 * hand from docs/semantics.md#section-2-terms and docs/semantics.md#section-5-routes.
 */
import { expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import type { PlanDocument } from '../../src/model/shapes.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { graphOf } from '../engine/world.ts';
import { receiptOf, type Asked } from './receipts.ts';

interface Parts {
  readonly notStated: string | null;
  readonly requirements: readonly { role: string; strength: string; dependsOn: readonly string[] }[];
  readonly formalities: readonly { topic: string; status: string; dependsOn: readonly string[] }[];
  readonly routes: readonly { costs: readonly { terms: readonly unknown[] }[] }[];
}
const question: Asked = { plan: 'plan', subject: 'massage', on: '2026-11-23' };
const cites = ['manual#p'];

/** A plan that takes rules from the plan of the test. */
function taker(takes: 'EVERYTHING' | 'GRANTS_ONLY', rules: PlanDocument['rules']): PlanDocument {
  const home = { territories: ['US'], cites };
  return { name: 'Taker', cites, home, takesRulesFrom: { plan: { takes, cites } }, rules };
}

/** The parts of the answer, which the checker must accept. */
function accepted(graph: Graph, asked: Partial<Asked> = {}): Parts {
  const receipt = receiptOf({ ...question, ...asked }, graph);
  expect(verifyReceipt(graph, receipt)).toEqual({ accepted: true, findings: [], unchecked: [] });
  return receipt as unknown as Parts;
}

const formality = ({ formalities }: Parts, topic: string) => formalities.find((each) => each.topic === topic);
const duties = ({ requirements }: Parts) =>
  requirements
    .filter(({ role }) => role === 'ONCE_COVERED')
    .map(({ strength, dependsOn }) => [strength, ...dependsOn].join(': '))
    .sort();

test('a route drops the alternatives that its facts rule out', () => {
  const graph = graphOf({
    grant: { covered: 'massage', when: { any: ['c1', { none: ['c2'] }] } },
    ask: { asks: 'massage', when: { any: ['c2', 'c3'] }, costs: [{ share: '$20 copayment per visit' }] },
  });
  const terms = accepted(graph).routes.map(({ costs }) => costs.map((cost) => JSON.stringify(cost.terms)).join());
  expect(terms[0]).toContain('c2');
  expect(terms[1]).not.toContain('c2');
  expect(terms[1]).toContain('c3');
});

test('a rule that asks on some facts silences nothing on the others', () => {
  const graph = graphOf({
    grant: { covered: 'care', requires: { c1: { strength: 'REQUIRED' } } },
    ask: { asks: 'massage', when: 'c2', requires: { c1: { strength: 'MAY_BE_REQUIRED' } } },
  });
  expect(duties(accepted(graph))).toEqual(['MAY_BE_REQUIRED: whether it is condition c2', 'REQUIRED']);
  expect(duties(accepted(graph, { met: ['c2'] }))).toEqual(['MAY_BE_REQUIRED']);
});

test('what an exception asks does not silence what its target asks', () => {
  const graph = graphOf(
    {
      grant: { covered: 'massage', requires: { c1: { strength: 'REQUIRED' } } },
      out: { excluded: 'massage', exceptTo: ['grant'] },
    },
    {},
    {
      taker: taker('EVERYTHING', {
        again: { covered: 'massage', exceptTo: ['plan/out'], requires: { c1: { strength: 'MAY_BE_REQUIRED' } }, cites },
      }),
    },
  );
  expect(duties(accepted(graph, { plan: 'taker' }))).toEqual(['MAY_BE_REQUIRED', 'REQUIRED']);
});

test('a price of a lesser route alone may be required', () => {
  const graph = graphOf({
    firm: { covered: 'massage', when: 'c1' },
    hedged: { covered: 'massage', when: 'c2', modality: 'MAY', costs: [{ share: '$20 copayment per visit' }] },
  });
  expect(formality(accepted(graph), 'COST_SHARING')?.status).toBe('MAY_BE_REQUIRED');
});

test('of equal prices one without terms says what cost sharing depends on', () => {
  const graph = graphOf({
    grant: { covered: 'massage' },
    one: { asks: 'massage', when: 'c1', costs: [{ share: '20% coinsurance' }] },
    two: { asks: 'massage', costs: [{ share: '20% coinsurance' }] },
  });
  expect(formality(accepted(graph), 'COST_SHARING')).toMatchObject({ status: 'REQUIRED', dependsOn: [] });
  expect(formality(accepted(graph, { unmet: ['c1'] }), 'COST_SHARING')?.dependsOn).toEqual([]);
});

test('what some routes share says of which routes it is', () => {
  const graph = graphOf(
    {
      grant: { covered: 'massage', requires: { c3: { strength: 'REQUIRED' } } },
      out: { excluded: 'massage', when: 'c2' },
    },
    { c1: {} },
    {
      taker: taker('GRANTS_ONLY', { own: { covered: 'massage', when: 'c1', cites } }),
    },
  );
  expect(duties(accepted(graph, { plan: 'taker' }))).toEqual(['REQUIRED: whether it is not condition c2']);
});

test('a source left out is the reason on any day', () => {
  const graph = graphOf({
    ended: { covered: 'massage', until: '2026-01-01', cites: ['summary#p'] },
    elsewhere: { excluded: 'care', where: { inside: ['CA'] }, cites },
  });
  expect(accepted(graph, { accordingTo: ['manual'] }).notStated).toBe('SOURCES_LEFT_OUT_BY_ASKER');
});

test('a grant that never brought coverage about is no route that the facts close', () => {
  const graph = graphOf({
    grant: { covered: 'massage', when: 'c1' },
    out: { excluded: 'massage', when: 'c1', exceptTo: ['grant'] },
  });
  expect(accepted(graph, { unmet: ['c1'] }).notStated).not.toBe('ROUTE_CLOSED');
});
