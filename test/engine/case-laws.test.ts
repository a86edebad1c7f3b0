/** The law of deciding cases: of each way in which a rule can count, a case that it decides and one that it does not. */
import { describe, expect, test } from 'vitest';
import { rulesWithoutDecidingCase } from '../../src/engine/case-constraints.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { PlanDocument, RuleDocument } from '../../src/model/shapes.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { validateGraph, loadValidGraph } from '../../src/store/validate-graph.ts';
import { ownData } from '../helpers/own-data.ts';
import { graphOf } from './world.ts';

type Rules = Record<string, Omit<RuleDocument, 'cites'> & { cites?: string[] }>;
type Cases = NonNullable<PlanDocument['cases']>;
const MANUAL = ['manual#p'];
const SUMMARY = ['summary#p'];

/** The keys of the rules that decide none of the cases. */
function undecided(rules: Rules, cases: Record<string, Omit<Cases[string], 'of'>> = {}): string[] {
  const cited = Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { cites: MANUAL, ...rule }]));
  const graph = graphOf(
    rules,
    {},
    {
      plan: {
        name: 'Plan',
        cites: MANUAL,
        home: { territories: ['US'], cites: MANUAL },
        rules: cited,
        cases: Object.fromEntries(Object.entries(cases).map(([name, stated]) => [name, { of: 'care', ...stated }])),
      },
    },
  );
  return rulesWithoutDecidingCase(graph, new Set(['plan'])).map(({ law, place }) => {
    expect([law, place.kind, place.slug, place.path[0]]).toEqual(['deciding-case', 'plans', 'plan', 'rules']);
    return String(place.path[1]);
  });
}

describe('a rule decides a case', () => {
  const grant: Rules = { in: { covered: 'care', when: 'c1' } };
  test('whose facts are enough for it to count', () => {
    expect(undecided(grant)).toEqual(['in']);
    expect(undecided(grant, { any: { status: 'CONDITIONAL', best: 'COVERED' } })).toEqual(['in']);
    expect(undecided(grant, { no: { unmet: ['c1'], status: 'NOT_STATED' } })).toEqual(['in']);
    expect(undecided(grant, { yes: { met: ['c1'], status: 'COVERED' } })).toEqual([]);
  });
  test('whatever the case states, for a wrong statement is the matter of another law', () => {
    expect(undecided(grant, { yes: { met: ['c1'], status: 'NOT_COVERED' } })).toEqual([]);
  });
  test('is not made if the facts contradict one another', () => {
    expect(undecided(grant, { both: { met: ['c1'], unmet: ['c1'], status: 'COVERED' } })).toEqual(['in']);
  });
  test('of the subject itself or a narrower one, and of no broader one', () => {
    const narrow: Rules = { in: { covered: 'massage' } };
    expect(undecided(narrow, { care: { of: 'care', status: 'NOT_STATED' } as never })).toEqual(['in']);
    expect(undecided({ in: { covered: 'care' } }, { massage: { of: 'massage', status: 'COVERED' } as never })).toEqual(
      [],
    );
  });
  test('that is hedged, or an exclusion', () => {
    expect(undecided({ in: { covered: 'care', modality: 'MAY' } }, { it: { status: 'MAY_BE_COVERED' } })).toEqual([]);
    expect(undecided({ out: { excluded: 'care' } }, { it: { status: 'NOT_COVERED' } })).toEqual([]);
  });
  test('on a day on which it is in force', () => {
    const dated: Rules = { in: { covered: 'care', from: '2027-01-01' } };
    expect(undecided(dated, { it: { status: 'NOT_STATED' } })).toEqual(['in']);
    expect(undecided(dated, { it: { on: '2027-01-01', status: 'COVERED' } })).toEqual([]);
  });
  test('in a place that it speaks of', () => {
    const abroad: Rules = { in: { covered: 'care', where: { inside: ['CA'] } } };
    expect(undecided(abroad, { it: { status: 'NOT_STATED' } })).toEqual(['in']);
    expect(undecided(abroad, { it: { territory: 'CA', status: 'COVERED' } })).toEqual([]);
  });
});

test('an exclusion and its exception each have a case', () => {
  const rules: Rules = { out: { excluded: 'care' }, in: { covered: 'care', when: 'c1', exceptTo: ['out'] } };
  expect(undecided(rules, { it: { status: 'CONDITIONAL', best: 'COVERED' } })).toEqual(['out', 'in']);
  expect(undecided(rules, { it: { met: ['c1'], status: 'COVERED' } })).toEqual(['out']);
  expect(undecided(rules, { it: { unmet: ['c1'], status: 'NOT_COVERED' } })).toEqual(['in']);
});

test('a rule that lifts an exclusion decides where nothing is left', () => {
  const rules: Rules = { out: { excluded: 'care' }, up: { lifted: 'care', when: 'c1', exceptTo: ['out'] } };
  expect(undecided(rules, { it: { unmet: ['c1'], status: 'NOT_COVERED' } })).toEqual(['up']);
  expect(
    undecided(rules, { one: { unmet: ['c1'], status: 'NOT_COVERED' }, two: { met: ['c1'], status: 'NOT_STATED' } }),
  ).toEqual([]);
});

test('a rule that a better source defeats is heard by a case that names its source', () => {
  const rules: Rules = { out: { excluded: 'care' }, in: { covered: 'care', cites: SUMMARY } };
  expect(undecided(rules, { it: { status: 'NOT_COVERED' } })).toEqual(['in']);
  expect(
    undecided(rules, { it: { status: 'NOT_COVERED' }, alone: { accordingTo: ['summary'], status: 'COVERED' } }),
  ).toEqual([]);
});

describe('a rule that restates another', () => {
  test('of another source is heard by a case that names it', () => {
    const rules: Rules = { full: { covered: 'care' }, again: { covered: 'care', restates: 'full', cites: SUMMARY } };
    expect(undecided(rules, { it: { status: 'COVERED' } })).toEqual(['again']);
    expect(
      undecided(rules, { it: { status: 'COVERED' }, alone: { accordingTo: ['summary'], status: 'COVERED' } }),
    ).toEqual([]);
  });
  test('of the same source needs a case that it would decide in place of the fuller one', () => {
    const rules: Rules = {
      full: { covered: 'care', when: { all: ['c1', 'c2'] } },
      again: { covered: 'care', when: 'c1', restates: 'full' },
    };
    expect(undecided(rules, { it: { unmet: ['c1'], status: 'NOT_STATED' } })).toEqual(['full', 'again']);
    expect(undecided(rules, { it: { met: ['c1', 'c2'], status: 'COVERED' } })).toEqual([]);
  });
});

test('a rule that decides no question is left to the law that says so', () => {
  expect(
    undecided({ in: { covered: 'care' }, never: { covered: 'care', when: { all: ['c1', { none: ['c1'] }] } } }),
  ).toEqual(['in']);
});

test('each of the rules of the data of its own needs its cases: without any, all but those that ask are named', async () => {
  const { documents } = await loadFolders({ data: ['data'], sources: [] }, inMemory(ownData));
  const plans = Object.fromEntries(
    Object.entries(documents.plans).map(([slug, plan]) => [slug, { ...plan, cases: {} }]),
  );
  const { graph } = buildGraph({ ...documents, plans });
  if (!graph) throw new Error('the data is unsound');
  const named = rulesWithoutDecidingCase(graph, new Set(graph.plans.keys())).map(
    ({ place: { slug, path } }) => `${slug}/${String(path[1])}`,
  );
  const deciding = [...graph.rules.values()].filter(({ effect }) => effect !== 'ASKS');
  expect(named.sort()).toEqual(deciding.map(({ slug }) => slug).sort());
});

test('plans of a pack need no cases, and a plan in YAML does', async () => {
  const pack =
    '{"slug":"packed","name":"Packed","rules":{"in":{"covered":"massage-therapy","cites":["medicare-massage-article#s46"]}}}';
  const plan = 'name: Written\nrules:\n  in: { covered: massage-therapy, cites: [medicare-massage-article#s46] }\n';
  const files: [string, string][] = [
    ['more/plans/pack.ndjson', pack],
    ['more/plans/written.yaml', plan],
  ];
  const loaded = await loadFolders({ data: ['data', 'more'], sources: [] }, inMemory(new Map([...ownData, ...files])));
  const { graph, problems, warnings } = await validateGraph(loaded);
  expect(problems).toEqual([]);
  expect(warnings.map(({ law, file, line }) => `${file}:${String(line)} ${law}`)).toEqual([
    'more/plans/written.yaml:3 deciding-case',
  ]);
  expect(graph).not.toBeNull();
  await expect(loadValidGraph(loaded)).rejects.toThrow('deciding-case');
});
