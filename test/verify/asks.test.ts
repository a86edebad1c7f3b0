/** Rules that ask and what links ask are no part of a proof: an answer with them is accepted by the checker. */
import { expect, test } from 'vitest';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { graphOf } from '../engine/world.ts';
import { receiptOf } from './receipts.ts';

const cites = ['manual#p'];
const required = { strength: 'REQUIRED' } as const;
const graph = graphOf(
  {
    out: { excluded: 'massage' },
    in: { covered: 'massage', when: 'c1', exceptTo: ['out'], requires: { c2: required } },
    again: { covered: 'massage', cites: ['summary#p'], restates: ['in'] },
    ask: { asks: 'care', when: 'c3', requires: { c2: { strength: 'NOT_REQUIRED' } }, costs: [{ share: 'no charge' }] },
  },
  {},
  {
    taker: {
      name: 'Taker',
      cites,
      home: { territories: ['US'], cites },
      takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', requires: { c2: required }, cites } },
    },
  },
);

test.each(['plan', 'taker'])('the answer of %s is accepted', (plan) => {
  for (const met of [[], ['c1'], ['c1', 'c3']]) {
    const receipt = receiptOf({ plan, subject: 'massage', met, on: '2026-11-23' }, graph);
    expect(receipt?.proof.some(({ rule }) => rule?.slug === 'plan/ask')).toBe(false);
    expect(verifyReceipt(graph, receipt)).toEqual({ accepted: true, findings: [], unchecked: [] });
  }
});
