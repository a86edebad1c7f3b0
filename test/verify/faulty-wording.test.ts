/**
 * docs/semantics.md#i8 and docs/semantics.md#i9: the checker puts every step into words for itself. An engine whose
 * sentence leaves out a hedge, a place or a condition, or says anything else than the data gives, is found out.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { graphOf } from '../engine/world.ts';
import { graph as ownData } from '../schema/ask.ts';
import { receiptOf, type Asked, type Receipt } from './receipts.ts';
import { contestedGrant } from './worlds.ts';

type Edit = (text: string) => string;
/**
 * What is done to the sentences of the engine; a hoisted object, since the mocks below are made before anything else.
 */
const faulty = vi.hoisted(() => ({ edit: (text: string): string => text }));

/** A module whose texts, and whose functions that make text, have the fault in them. */
function withFault(module: object): object {
  const faultyModule = {};
  for (const [name, value] of Object.entries(module) as [string, unknown][]) {
    Object.defineProperty(faultyModule, name, { enumerable: true, get: () => faultyValue(value) });
  }
  return faultyModule;
}
function faultyValue(value: unknown): unknown {
  if (typeof value === 'string') return faulty.edit(value);
  if (typeof value !== 'function') return value;
  return (...args: unknown[]): unknown => faultyText(Reflect.apply(value, null, args));
}
const faultyText = (result: unknown): unknown => (typeof result === 'string' ? faulty.edit(result) : result);
vi.mock('../../src/graph/sentences.ts', async (original) => withFault(await original()));
vi.mock('../../src/engine/proof-words.ts', async (original) => withFault(await original()));

const contested = contestedGrant();
const hedged = graphOf({
  no: { excluded: 'massage' },
  yes: { covered: 'massage', modality: 'MAY', exceptTo: ['no'] },
  most: { covered: 'care', quantifier: 'MOST', when: { any: ['c1', 'c2'] } },
  some: { covered: 'care', extent: 'SOME', where: { inside: ['CA'] } },
});
const worlds: Record<string, [Graph, Asked]> = {
  'a contested grant': [contested.graph, contested.asked],
  'an order given': [contested.graph, { ...contested.asked, met: ['ordered'], accordingTo: null }],
  'a hedged exception': [hedged, { plan: 'plan', subject: 'massage', territory: 'CA', on: '2026-06-01' }],
  'hedges at home': [hedged, { plan: 'plan', subject: 'care', unmet: ['c1'] }],
  'home not stated': [ownData, { plan: 'fep-blue-focus', subject: 'massage-therapy' }],
  'a country not said': [ownData, { plan: 'medicare', subject: 'medical-care', territory: 'ZZ' }],
};

/** Each fault by the world in whose proof it shows. */
const faults: [world: string, from: string, to: string][] = [
  ['an order given', ' may exclude ', ' excludes '],
  ['an order given', ' at home', ''],
  ['an order given', ' cannot hold beside ', ' implies '],
  ['an order given', 'an official source outranks a summary', 'a summary outranks an official source'],
  ['a contested grant', 'at most 12 visits', 'at most 120 visits'],
  ['a contested grant', ' if needed or at most 12 visits', ''],
  ['a contested grant', ' and not visiting', ''],
  ['a contested grant', 'must cover what is covered by', 'takes its rules from'],
  ['a contested grant', ' bills ', ' includes '],
  ['an order given', ' implies ', ' is implied by '],
  ['a contested grant', '3 visits so far', '2 visits so far'],
  ['a contested grant', ': not known.', ': yes.'],
  ['a contested grant', ': yes.', ': no.'],
  ['a contested grant', 'does not exclude', 'covers'],
  ['a contested grant', 'the link holds although its source was left out', 'the link holds'],
  ['a contested grant', 'How the words were read', 'As the source says'],
  ['a contested grant', 'it is an exception to it', 'it is the more specific'],
  ['a contested grant', 'depending on facts not given', 'whatever the facts'],
  ['a contested grant', 'The care is on 2026-06-01', 'The care is on 2026-06-02'],
  ['a hedged exception', 'keeps from counting', 'defeats'],
  ['a hedged exception', ' may cover ', ' covers '],
  ['a hedged exception', 'care in Canada', 'care in Mexico'],
  ['a hedged exception', ' in Canada', ''],
  ['a hedged exception', 'some care', 'care'],
  ['hedges at home', ', in most cases', ''],
  ['hedges at home', 'given: not condition', 'given: condition'],
  ['hedges at home', 'as Plan counts it', 'as the law counts it'],
  ['hedges at home', ', today', ''],
  ['home not stated', 'the 50 states and the District of Columbia', 'the whole world'],
  ['a country not said', 'the country is not said', 'the country is known'],
];

afterEach(() => {
  faulty.edit = (text) => text;
});

function answerIn(world: string, edit: Edit): { graph: Graph; receipt: Receipt } {
  const [graph, asked] = worlds[world] ?? [];
  if (!graph || !asked) throw new Error(`there is no world called ${world}`);
  faulty.edit = edit;
  const receipt = receiptOf(asked, graph);
  if (!receipt) throw new Error('the facts contradict one another');
  return { graph, receipt };
}

describe('a proof with a sentence that the data does not give is rejected', () => {
  test.each(Object.keys(worlds))('without a fault it is accepted: %s', (world) => {
    const { graph, receipt } = answerIn(world, (text) => text);
    expect(verifyReceipt(graph, receipt)).toEqual({ accepted: true, findings: [], unchecked: [] });
  });

  test.each(faults)('%s: "%s" becomes "%s"', (world, from, to) => {
    const { receipt } = answerIn(world, (text) => text);
    const { graph, receipt: wrong } = answerIn(world, (text) => text.replace(new RegExp(from, 'i'), to));
    const changed = wrong.proof.filter(({ text }, index) => text !== receipt.proof[index]?.text);
    const { accepted, findings } = verifyReceipt(graph, wrong);
    expect(accepted).toBe(false);
    expect(changed.length).toBeGreaterThan(0);
    expect([...new Set(findings.map(({ step }) => step))]).toEqual(changed.map(({ number }) => number));
  });
});
