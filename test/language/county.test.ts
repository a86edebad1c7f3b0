/**
 * Questions that name a county: "in Allegheny County". Only counties in the service areas of the graph are known; a county
 * in several states, and one in none, is reported.
 */
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { planShape } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { at, execution } from '../schema/ask.ts';

const CITES = ['cms-plan-benefit-package-2027#h5533-019'];
const plan = (name: string, counties: readonly string[], more: object = {}) =>
  planShape.parse({
    name,
    within: 'medicare-advantage',
    takesRulesFrom: {},
    cites: CITES,
    serviceAreas: [{ counties, from: '2027-01-01', until: '2028-01-01', cites: CITES, ...more }],
    rules: {
      massage: {
        covered: 'massage-therapy',
        from: '2027-01-01',
        until: '2028-01-01',
        costs: [{ share: '$20 copayment in network in 2027' }],
        requires: { 'prior-authorization': { strength: 'required' } },
        cites: CITES,
      },
    },
  });

/** The project's own data with more plans. */
async function graphWith(plans: Record<string, ReturnType<typeof plan>>): Promise<Graph> {
  const reader = new DocumentReader(diskIn([at('data')]));
  await reader.readFolder(at('data'));
  for (const [slug, document] of Object.entries(plans)) reader.documents.plans[slug] = document;
  const { graph, problems } = buildGraph(reader.documents);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}
const graph = await graphWith({
  'heron-pa': plan('Heron Pennsylvania', ['US-PA: SSA 39010 Allegheny; SSA 39770 Washington']),
  'heron-va': plan('Heron Virginia', ['US-VA: FIPS 51005 Alleghany', 'US-MD: SSA 21210 Washington']),
  'heron-twice': plan('Heron Twice', ['US-VA: SSA 49420 Richmond; SSA 49790 Richmond']),
  'heron-perhaps': plan('Heron Perhaps', ['US-PA: SSA 39010 Allegheny'], { modality: 'may' }),
  'heron-midwest': plan('Heron Midwest', [
    'US-MO: SSA 26940 St. Louis; SSA 26950 St. Louis City',
    'US-IL: SSA 14180 De Kalb; SSA 14580 LaSalle',
  ]),
  'heron-city': plan('Heron City', ['US-MO: SSA 26950 St. Louis City']),
  'heron-baltimore': plan('Heron Baltimore', ['US-MD: SSA 21030 Baltimore']),
  'heron-equivalents': plan('Heron Equivalents', [
    "US-MD: SSA 21160 Prince George's",
    'US-LA: SSA 19350 Orleans',
    'US-AK: Matanuska-Susitna; Anchorage Municipality; Juneau City and Borough; Nome Census Area',
    'PR: SSA 40640 San Juan',
  ]),
  'heron-lake': plan('Heron Lake', ['US-FL: SSA 10340 Lake (part)']),
});
const TODAY = '2027-03-01';
const answerTo = (question: string, day = TODAY): QuestionAnswer => ask(graph, question, day);
/** Whether the question was understood, its intent, and the slugs of the entries listed and of the plans named. */
const summaryOf = ({ understood, intent, concepts, plans }: QuestionAnswer) => [
  understood,
  intent,
  concepts.map(({ slug }) => slug),
  plans.map(({ slug }) => slug),
];
const ALLEGHENY = ['heron-pa', 'upmc-for-life-h5533-019'];

test.each([
  'which Medicare Advantage plans in Allegheny County cover massage',
  'which Medicare Advantage plans in Allegheny County, PA cover massage?',
  'Which Medicare Advantage plans cover massage in Allegheny County, Pennsylvania?',
  'which medicare advantage plans in allegheny county cover massage',
  'what Medicare Advantage plans cover massage in the county of Allegheny',
  'which Medicare Advantage plans in Allegheny, PA cover massage',
  'In Allegheny County PA, which Medicare Advantage plans cover massage?',
  'I live in Allegheny County: which Medicare Advantage plans pay for massage?',
])('%s: lists the plans in the county', (question) => {
  const answer = answerTo(question);
  expect(summaryOf(answer)).toEqual([true, 'LIST_PLANS', ALLEGHENY, ['medicare-advantage']]);
  expect(answer.subjects.map(({ slug }) => slug)).toEqual(['massage-therapy']);
  expect(answer.county).toBe('Allegheny County, Pennsylvania');
  expect(answer.determinations.map(({ status }) => status)).toEqual(['COVERED', 'NOT_STATED']);
});

test('the answer gives costs, authorization, citations, and how much is not known', () => {
  const { text, cites } = answerTo('which Medicare Advantage plans in Allegheny County cover massage');
  expect(text.split('\n')).toEqual([
    'On 2027-03-01 sources say of 2 plans of Medicare Advantage that they are offered in Allegheny County, Pennsylvania. What they say of massage therapy:',
    'Covered: Heron Pennsylvania ($20 copayment in network in 2027; prior authorization required) [1].',
    'No source in the graph says (this does not mean no): UPMC for Life PPO Rx Choice H5533-019 [1].',
    'More plans may be offered there: for 1 plan a source leaves open which area is served; for 3 plans no source states an area on 2027-03-01.',
  ]);
  expect(cites.map(({ key }) => key)).toEqual(['h5533-019']);
});

test('without a service only the plans are listed, and a county served in part is marked', () => {
  expect(summaryOf(answerTo('Medicare Advantage plans in Allegheny County'))).toEqual([
    true,
    'LIST_PLANS',
    ALLEGHENY,
    ['medicare-advantage'],
  ]);
  expect(answerTo('which plans are offered in Lake County, FL').text).toContain('- Heron Lake, in part of it');
  expect(answerTo('which plans cover massage in Lake County').text).toContain(
    'Covered: Heron Lake, in part of it ($20',
  );
});

test('if no source states an area for the day, the answer says so and from which day one does', () => {
  const { text, determinations } = answerTo(
    'which Medicare Advantage plans in Allegheny County cover massage',
    '2026-11-23',
  );
  expect(determinations).toEqual([]);
  expect(text).toMatch(
    /^No source in the graph says that a plan of Medicare Advantage is offered in Allegheny County, Pennsylvania on 2026-11-23\.\n.*\nFrom 2027-01-01 that is otherwise/,
  );
  expect(
    summaryOf(answerTo('which Medicare Advantage plans in Allegheny County cover massage in 2027', '2026-11-23'))[2],
  ).toEqual(ALLEGHENY);
});

test('a county in several states is ambiguous, and every suggestion is understood', () => {
  const answer = answerTo('which plans in Washington County cover massage');
  expect([answer.understood, answer.determinations.length, answer.text]).toEqual([
    false,
    0,
    '"Washington County" could be in Maryland or Pennsylvania: name the state.',
  ]);
  expect(answer.suggestions.slice(0, 2)).toEqual([
    'which plans in Washington County, Maryland cover massage',
    'which plans in Washington County, Pennsylvania cover massage',
  ]);
  for (const suggestion of answer.suggestions) expect(answerTo(suggestion).understood, suggestion).toBe(true);
  expect(summaryOf(answerTo('which plans in Washington County, Maryland cover massage'))[2]).toEqual(['heron-va']);
  expect(answerTo('which plans in Richmond County, VA cover massage').text).toContain(
    'several counties there have that name',
  );
});

test.each([
  [
    'which plans in Alleghenny County cover massage',
    'Alleghenny County',
    'which plans in Allegheny County cover massage',
  ],
  ['which plans in Allegheny County, Ohio cover massage', 'Allegheny County, Ohio', null],
  ['which plans in Erie County cover massage', 'Erie County', null],
  ['does UPMC for Life cover massage in Erie County', 'Erie County', null],
])('%s is not understood', (question, unknown, suggested) => {
  const { understood, notUnderstood, determinations, suggestions } = answerTo(question);
  expect([understood, notUnderstood, determinations.length]).toEqual([false, [unknown], 0]);
  if (suggested !== null) expect(suggestions).toContain(suggested);
  for (const suggestion of suggestions) expect(answerTo(suggestion).understood, suggestion).toBe(true);
});

test.each([
  [
    'does UPMC for Life cover physical therapy in Allegheny County',
    'UPMC for Life PPO Rx Choice H5533-019 is offered in Allegheny County, Pennsylvania. [1]',
  ],
  [
    'does Heron Virginia cover massage in Allegheny County',
    'Heron Virginia is not offered in Allegheny County, Pennsylvania: its service area leaves that out. [1]',
  ],
  [
    'does Heron Lake cover massage in Allegheny County',
    'Heron Lake is not offered in Allegheny County, Pennsylvania: its service area leaves that out. [1]',
  ],
  [
    'does Heron Perhaps cover massage in Allegheny County',
    'Heron Perhaps may be offered in Allegheny County, Pennsylvania: a source leaves open',
  ],
  [
    'does Humana Gold Plus cover massage in Allegheny County',
    'Whether Humana Gold Plus H1036-068 is offered in Allegheny County, Pennsylvania no source in the graph says',
  ],
])('%s: the answer begins with whether the plan is offered there', (question, line) => {
  const { understood, intent, text } = answerTo(question);
  expect([understood, intent]).toEqual([true, 'COVERAGE']);
  expect(text.split('\n')[0]).toContain(line);
});

test('a county that the answer cannot take into account is reported as not understood', () => {
  expect(answerTo('why does UPMC for Life exclude massage in Allegheny County')).toMatchObject({
    understood: false,
    notUnderstood: ['Allegheny County, Pennsylvania'],
  });
});

test('the GraphQL operation of an answer gives the same plans', () => {
  for (const question of [
    'which Medicare Advantage plans in Allegheny County cover massage in 2027',
    'Medicare Advantage plans in Allegheny County in 2027',
    'which plans cover massage in Lake County in 2027',
  ]) {
    const answer = answerTo(question, '2026-11-23');
    const { data, errors } = execution(
      answer.operation ?? '',
      {},
      { graph, today: '2026-11-23', loadedAt: '2026-11-23T12:00:00Z' },
    );
    expect(errors).toBeUndefined();
    expect(
      (data?.['plansInArea'] as { nodes: { plan: { name: string } }[] }).nodes.map((node) => node.plan.name).sort(),
    ).toEqual(answer.concepts.map(({ name }) => name).sort());
  }
});

test('the word "county" without a name is reported as not understood', () => {
  expect(answerTo('which county has the best plans')).toMatchObject({ understood: false, notUnderstood: ['county'] });
});

test.each([
  ['St. Louis County, Missouri', ['heron-midwest'], 'St. Louis County, Missouri'],
  ['St. Louis City, Missouri', ['heron-city', 'heron-midwest'], 'St. Louis City, Missouri'],
  ['St. Louis City', ['heron-city', 'heron-midwest'], 'St. Louis City, Missouri'],
  ['the city of St. Louis', ['heron-city', 'heron-midwest'], 'St. Louis City, Missouri'],
  ['the city of Saint Louis, MO', ['heron-city', 'heron-midwest'], 'St. Louis City, Missouri'],
  ['DeKalb County', ['heron-midwest'], 'De Kalb County, Illinois'],
  ['dekalb county, IL', ['heron-midwest'], 'De Kalb County, Illinois'],
  ['La Salle County', ['heron-midwest'], 'LaSalle County, Illinois'],
  ["Prince George's County", ['heron-equivalents'], "Prince George's County, Maryland"],
  ['Prince George\u2019s County, MD', ['heron-equivalents'], "Prince George's County, Maryland"],
  ['Prince Georges County', ['heron-equivalents'], "Prince George's County, Maryland"],
  ['Orleans Parish', ['heron-equivalents'], 'Orleans Parish, Louisiana'],
  ['Matanuska-Susitna Borough', ['heron-equivalents'], 'Matanuska-Susitna, Alaska'],
  ['the Municipality of Anchorage', ['heron-equivalents'], 'Anchorage Municipality, Alaska'],
  ['Juneau Borough, AK', ['heron-equivalents'], 'Juneau City and Borough, Alaska'],
  ['Nome Census Area', ['heron-equivalents'], 'Nome Census Area, Alaska'],
  ['San Juan Municipio', ['heron-equivalents'], 'San Juan Municipio, Puerto Rico'],
  ['San Juan, PR', ['heron-equivalents'], 'San Juan Municipio, Puerto Rico'],
])('which plans in %s: %j', (place, plans, county) => {
  const answer = answerTo(`which plans in ${place} cover massage`);
  expect([summaryOf(answer), answer.county]).toEqual([[true, 'LIST_PLANS', plans, []], county]);
});

test.each([
  ['St. Louis, Missouri', 'St. Louis County or St. Louis City in Missouri', ['St. Louis County', 'St. Louis City']],
  // Only the county is in the graph, but the city of Baltimore is another place and may be meant.
  ['Baltimore, MD', 'Baltimore County or Baltimore City in Maryland', ['Baltimore County']],
])('%s without the word county could be the county or the city', (place, choices, suggested) => {
  const { understood, determinations, text, suggestions } = answerTo(`which plans in ${place} cover massage`);
  expect([understood, determinations]).toEqual([false, []]);
  expect(text).toContain(`could be ${choices}, which are two places`);
  const state = place.split(',')[1] ?? '';
  const expected = suggested.map((name) => `which plans in ${name},${state} cover massage`);
  expect(suggestions.slice(0, expected.length)).toEqual(expected);
  for (const suggestion of suggestions) expect(answerTo(suggestion).understood, suggestion).toBe(true);
});

test('the city of a name that is only a county is not answered for the county', () => {
  expect(answerTo('which plans in the city of Baltimore cover massage').understood).toBe(false);
});
