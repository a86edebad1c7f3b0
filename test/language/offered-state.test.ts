/**
 * A state in a question is where plans are offered, where the care is given, or either. Plans are listed as offered in a
 * state only if a service area says so.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { fixture, imported } from '../importers/import.ts';
import { at, execution } from '../schema/ask.ts';

const TODAY = '2027-03-01';
let graph: Graph;
beforeAll(async () => {
  const { pack } = await imported(cmsPbp(2027), fixture('five-plans-2027'));
  const loaded = await loadFolders({ data: [at('data'), pack], sources: [] });
  if (!loaded.graph) throw new Error('the pack is sound');
  ({ graph } = loaded);
});
const answerTo = (question: string): QuestionAnswer => ask(graph, question, TODAY);
const slugs = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug);

/** The plans whose areas name a county of the state, from PlanArea.txt. */
const OFFERED = {
  Pennsylvania: ['h5533-019-0-2027', 'upmc-for-life-h5533-019'],
  California: ['h5425-140-0-2027', 'scan-costco-medicare-advantage-h5425-140'],
  Florida: ['h1036-068-0-2027', 'h1609-028-0-2027', 'h2406-013-0-2027'],
  Guam: [],
};
type State = keyof typeof OFFERED;
const STATES = Object.keys(OFFERED) as State[];

describe.each(STATES)('plans offered in %s', (state) => {
  test.each([
    `which plans offered in ${state} cover physical therapy in 2027`,
    `which plans available in ${state} cover physical therapy`,
    `which plans sold in the state of ${state} cover physical therapy`,
    `which plans are offered in ${state}`,
    `which plans are available in ${state}`,
    `which plans are sold in ${state}`,
    `what plans can I buy in ${state}`,
    `list the plans in ${state}`,
    `${state} plans`,
    `Medicare Advantage plans in ${state}`,
    `I live in ${state}. Which plans can I buy?`,
    `which plans for sale in ${state} cover physical therapy`,
  ])('%s', (question) => {
    const answer = answerTo(question);
    expect([answer.understood, answer.intent, answer.territory?.name]).toEqual([true, 'LIST_PLANS', state]);
    expect(slugs(answer.concepts)).toEqual(OFFERED[state]);
    const determined = slugs(answer.determinations.map(({ plan }) => plan));
    if (answer.subjects.length > 0) expect(determined).toEqual(OFFERED[state]);
    else expect(determined).toEqual([]);
    expect(answer.text).toContain('no source states an area on');
  });

  test('care in the state is not asked about, so no fact says where the care is given', () => {
    const { determinations, operation } = answerTo(`which plans offered in ${state} cover physical therapy`);
    for (const { territory } of determinations) expect(territory).toBeNull();
    expect(operation).not.toContain('territory');
  });

  test('a list that names the service gives both readings', () => {
    const { text, operation, determinations } = answerTo(`which plans in ${state} cover physical therapy`);
    const [intro, first, ...rest] = text.split('\n');
    expect(intro).toBe(`"In ${state}" can be read in two ways, and both are answered.`);
    expect(first).toBe(`1. Plans that are offered in ${state}, wherever the care is given:`);
    const second = rest.indexOf(`2. Care that is given in ${state}, wherever the plan is offered:`);
    const offered = rest.slice(0, second).join('\n');
    expect(offered.includes('UPMC for Life')).toBe(state === 'Pennsylvania');
    expect(offered.includes('SCAN Costco')).toBe(state === 'California');
    expect(rest.slice(second).join('\n')).toContain('Original Medicare');
    const { data, errors } = execution(operation ?? '', {}, { graph, today: TODAY, loadedAt: `${TODAY}T12:00:00Z` });
    expect(errors).toBeUndefined();
    const inArea = data?.['plansInArea'] as { nodes: { determination: { id: string } }[] };
    const byPlan = data?.['service'] as { coverageByPlan: { nodes: { id: string }[] } };
    const ids = [
      ...inArea.nodes.map(({ determination }) => determination.id),
      ...byPlan.coverageByPlan.nodes.map(({ id }) => id),
    ];
    expect(ids).toHaveLength(determinations.length);
  });
});

test.each([
  ['is UPMC for Life offered in Pennsylvania', 'is offered in counties of Pennsylvania. [1]'],
  ['is UPMC for Life available in Florida?', 'is not offered in Florida: its service area leaves that out. [1]'],
  ['does UPMC for Life cover physical therapy in Florida', 'is not offered in Florida: its service area'],
  ['does UPMC for Life cover physical therapy in Pennsylvania', 'is offered in counties of Pennsylvania.'],
])('%s: %s', (question, said) => {
  const { understood, text } = answerTo(question);
  expect(understood).toBe(true);
  expect(text.split('\n')[0]).toBe(text.split('\n').find((line) => line.includes(said)));
});

test('where the plan is offered and where the care is given can be two places', () => {
  const answer = answerTo('which plans offered in Pennsylvania cover care in Canada');
  expect(slugs(answer.determinations.map(({ plan }) => plan))).toEqual(OFFERED.Pennsylvania);
  expect(answer.determinations.map(({ territory }) => territory?.code)).toEqual(['CA', 'CA']);
});

test('what is said to be available is the care, so the state is where the care is given', () => {
  const { intent, determinations } = answerTo('Is massage available in Florida under Medicare?');
  expect([intent, determinations.map(({ territory }) => territory?.code)]).toEqual(['COVERAGE', ['US-FL']]);
});

test('of several states none is chosen', () => {
  for (const states of ['Alaska and Hawaii', 'Washington, Oregon and Idaho', 'Ohio or Utah']) {
    const { understood, determinations, text } = answerTo(`does Medicare cover massage in ${states}`);
    expect([understood, determinations]).toEqual([false, []]);
    for (const state of states.split(/, | and | or /)) expect(text).toContain(state);
  }
});

test('a state can be written by its code', () => {
  for (const [question, state] of [
    ['which plans offered in PA cover physical therapy', 'Pennsylvania'],
    ['which plans are available in CA', 'California'],
    ['plans in FL', 'Florida'],
    ['what plans can I buy in GU', 'Guam'],
  ] as const) {
    const { understood, territory, concepts } = answerTo(question);
    expect([understood, territory?.name, slugs(concepts)], question).toEqual([true, state, OFFERED[state]]);
  }
});

test.each([
  'which plans are offered in Pennsylvania or California',
  'which plans offered in Pennsylvania and California cover massage',
  'which plans not offered in Pennsylvania cover massage',
  "which plans aren't available in Pennsylvania",
  'WHICH PLANS COVER MASSAGE IN OR OUT OF NETWORK',
  'does Medicare cover massage in OR out of the hospital',
])('%s is not answered for one state', (question) => {
  const { territory, understood, determinations } = answerTo(question);
  if (understood)
    expect(
      determinations.every((each) => each.territory === null),
      String(territory?.name),
    ).toBe(true);
  else expect(determinations).toEqual([]);
});
