/**
 * Answers where the graph has many plans of a county and entries of two years for one plan number: what covers comes first
 * with its price and its referral, what does not is counted, and what was not read is named.
 */
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { ask } from '../../src/language/ask.ts';
import { planShape } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { at } from '../schema/ask.ts';

const CITES = ['cms-plan-benefit-package-2027#h5533-019'];
const YEAR = { from: '2026-01-01', until: '2027-01-01', cites: CITES };
const planOf = (name: string, rule: object, within = 'medicare-advantage') =>
  planShape.parse({
    name,
    within,
    takesRulesFrom: {},
    cites: CITES,
    serviceAreas: [{ counties: ['US-PA: SSA 39010 Allegheny'], ...YEAR }],
    rules: { massage: { ...rule, ...YEAR } },
  });
const covered = (name: string, copay: string, requires: object = {}) =>
  planOf(name, { covered: 'massage-therapy', costs: [{ share: `$${copay} copayment in network in 2026` }], requires });
const excluded = (name: string) => planOf(name, { excluded: 'massage-therapy' });

const reader = new DocumentReader(diskIn([at('data')]));
await reader.readFolder(at('data'));
reader.documents.plans['heron-dear'] = covered('Heron Dear', '20', { referral: { strength: 'required' } });
reader.documents.plans['heron-cheap'] = covered('Heron Cheap', '5');
for (let count = 1; count <= 12; count += 1)
  reader.documents.plans[`heron-none-${String(count)}`] = excluded(`Heron None ${String(count)}`);
reader.documents.plans['h5533-019-0-2026'] = excluded('UPMC of 2026');
reader.documents.plans['h5533-019-1-2026'] = covered('UPMC segment of 2026', '1');
reader.documents.plans['h5533-020-0-2026'] = covered('UPMC of another number', '2');
for (const dataSet of reader.documents.dataSets.slice(0, 1))
  Object.assign(dataSet, {
    notRead: [...(dataSet.notRead ?? []), 'MI: no page of 2026 was read.', 'PA: 3 of 4 pages were read.'],
  });
const { graph } = buildGraph(reader.documents);
if (!graph) throw new Error('the data with more plans is not sound');
const textOf = (question: string): string => ask(graph, question, '2026-06-01').text;

test('which plans of a class in a county, at what price, with a referral or not: the least price first, the others counted', () => {
  const answer = ask(
    graph,
    'Which Medicare Advantage plans in Allegheny County, PA cover massage, at what copay, with a referral or not?',
    '2026-06-01',
  );
  expect(answer.intent).toBe('LIST_PLANS');
  expect(answer.given).toEqual([]);
  expect(answer.text).toMatch(
    /Covered: UPMC segment of 2026 \(\$1 [^$]*, UPMC of another number \(\$2 [^$]*, Heron Cheap \(\$5 copayment in network in 2026; referral not stated\)[^$]* and Heron Dear \(\$20 copayment in network in 2026; referral required\)/,
  );
  expect(answer.text).toContain('Not covered: 13 plans; the operation gives them all.');
  expect(answer.text).not.toContain('Heron None');
  expect(answer.text).toContain('Not read: PA: 3 of 4 pages were read.');
});

test('without a referral asked about, none is said to be not stated', () => {
  expect(textOf('Which Medicare Advantage plans in Allegheny County, PA cover massage?')).toMatch(
    /Heron Cheap \(\$5 copayment in network in 2026\)/,
  );
});

test.each(['with a referral or not', 'with or without a referral'])('%s states no referral', (words) => {
  expect(ask(graph, `Does Heron Dear cover massage ${words}?`, '2026-06-01').given).toEqual([]);
});
test('with a referral states one, and without a referral that there is none', () => {
  const given = (words: string) =>
    ask(graph, `Does Heron Dear cover massage ${words}?`, '2026-06-01').given.map(({ holds }) => holds);
  expect(given('with a referral')).toEqual([true]);
  expect(given('without a referral')).toEqual([false]);
});

test('a county of a state whose pages were not read is answered with that', () => {
  expect(textOf('Which Medicare Advantage plans in Wayne County, Michigan cover massage?')).toBe(
    'Nothing in the graph is called "Wayne County, Michigan", so nothing was looked up. MI: no page of 2026 was read.',
  );
});

test('the entries of one plan number are told together, on a day of which each speaks', () => {
  const text = textOf('Does UPMC for Life H5533-019 cover massage in March 2027?');
  expect(text).toContain(
    'Another entry has the same plan number, UPMC of 2026. For 2026-01-01: UPMC of 2026 does not cover massage therapy.',
  );
  expect(text).toContain('the same plan number, UPMC segment of 2026. For 2026-01-01: UPMC segment of 2026 covers');
  expect(text).not.toContain('UPMC of another number');
});

test('two segments of a number are different plans', () => {
  expect(textOf('Does UPMC segment of 2026 cover massage?')).not.toContain('UPMC of 2026.');
});

test.each([
  ['2026-06-01', 'Does Medicare Advantage cover massage?'],
  ['2026-01-01', 'Does Medicare Advantage cover massage in March 2027?'],
])('a class of which some plans may cover it says how many of those read do on %s', (day, question) => {
  const text = textOf(question);
  expect(text).toContain('Some Medicare Advantage plans may cover massage therapy');
  expect(text).toContain(
    `Of Medicare Advantage, 17 plans in the graph say something of massage therapy on ${day}: 4 covered and 13 not covered. The class may have other plans.`,
  );
});
test('with facts of the case no plans of the class are counted', () => {
  expect(textOf('Does Medicare Advantage cover massage with a referral?')).not.toContain('plans in the graph say');
});
