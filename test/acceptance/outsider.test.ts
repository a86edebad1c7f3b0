/** A data folder written by somebody else, loaded together with the project's own: every kind of rule, and misspelled names. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerBySlug, type QuestionBySlug } from '../../src/engine/answer-diff.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { engineConstraints } from '../../src/engine/constraints.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { ownData } from '../helpers/own-data.ts';
import { TODAY } from '../helpers/curated-data.ts';

const source = (name: string, authority: string, more: string, passages: readonly string[]): string =>
  `name: ${name}\nauthority: ${authority}\n${more}checkedOn: 2026-11-01\nlicence: ALL-RIGHTS-RESERVED\npassages:\n${passages.map((key) => `  ${key}: { at: ${key}, says: It covers ${key}. }\n`).join('')}`;
const AGENCY = 'publisher: Harbor agency\n';

const extra: Record<string, string> = {
  'sources/harbor-manual.yaml': source('Harbor manual', 'agency-manual', `${AGENCY}publishedOn: 2024-03-01\n`, [
    'needles',
    'rubbing',
    'rubbing-again',
    'teeth',
    'joints',
    'travel',
    'all-else',
    'home',
  ]),
  'sources/harbor-blog.yaml': source('Harbor blog', 'secondary', '', ['teeth', 'rubbing', 'doctor']),
  'sources/harbor-page-of-2023.yaml': source(
    'Harbor page of 2023',
    'agency-page',
    `${AGENCY}publishedOn: 2023-01-10\n`,
    ['shots'],
  ),
  'sources/harbor-page-of-2026.yaml': source(
    'Harbor page of 2026',
    'agency-page',
    `${AGENCY}publishedOn: 2026-02-01\n`,
    ['shots'],
  ),
  'conditions/massage-visits-this-year.yaml':
    'name: Massage visits this year\ntopic: limit\nquestion: How many massage visits were there this year?\ncounts: massage visits this year\n',
  'conditions/hurt-at-work.yaml': 'name: Hurt at work\ntopic: emergency\nphrase: hurt at work\n',
  'conditions/self-employed.yaml': 'name: Self-employed\ntopic: provider\nphrase: self-employed\n',
  'conditions/insured-of-own-accord.yaml':
    'name: Insured of own accord\ntopic: provider\nphrase: insured of own accord\n',
  'plans/harbor.yaml': `name: Harbor
level: plan-class
home: { territories: [US-HI], cites: [harbor-manual#home] }
rules:
  needles-out: { excluded: acupuncture, cites: [harbor-manual#needles] }
  needles-at-work: { covered: acupuncture, exceptTo: [needles-out], when: hurt-at-work, cites: [harbor-manual#needles] }
  needles-on-own-account: { excluded: acupuncture, exceptTo: [needles-at-work], when: self-employed, cites: [harbor-manual#needles] }
  needles-insured: { covered: acupuncture, exceptTo: [needles-on-own-account], when: insured-of-own-accord, cites: [harbor-manual#needles] }
  rubbing: { covered: massage-therapy, when: { condition: massage-visits-this-year, atMost: 12 }, cites: [harbor-manual#rubbing] }
  rubbing-in-a-word: { covered: massage-therapy, restates: rubbing, cites: [harbor-manual#rubbing-again] }
  rubbing-in-short: { covered: massage-therapy, restates: rubbing, cites: [harbor-blog#rubbing] }
  teeth-out: { excluded: dental-care, cites: [harbor-manual#teeth] }
  teeth-in: { covered: dental-care, cites: [harbor-blog#teeth] }
  shots-in: { covered: preventive-care, cites: [harbor-page-of-2023#shots] }
  shots-out: { excluded: preventive-care, cites: [harbor-page-of-2026#shots] }
  joints-out: { excluded: physical-therapy, cites: [harbor-manual#joints] }
  joints-left-open: { lifted: physical-therapy, exceptTo: [joints-out], when: prescribed, cites: [harbor-manual#joints] }
  doctor: { covered: primary-care, quantifier: some, modality: may, cites: [harbor-blog#doctor] }
  travel: { covered: emergency-care, where: { inside: [CA, MX] }, cites: [harbor-manual#travel] }
cases:
  needles after a hurt at work: { of: acupuncture, met: [hurt-at-work], unmet: [self-employed], status: COVERED }
  needles without one: { of: acupuncture, unmet: [hurt-at-work], status: NOT_COVERED }
  needles of the self-employed: { of: acupuncture, met: [hurt-at-work, self-employed], unmet: [insured-of-own-accord], status: NOT_COVERED }
  needles of the insured: { of: acupuncture, met: [hurt-at-work, self-employed, insured-of-own-accord], status: COVERED }
  the third massage: { of: massage-therapy, counts: { massage-visits-this-year: 3 }, status: COVERED }
  massage by the blog: { of: massage-therapy, accordingTo: [harbor-blog], status: COVERED }
  teeth: { of: dental-care, status: NOT_COVERED }
  teeth by the blog: { of: dental-care, accordingTo: [harbor-blog], status: COVERED }
  shots: { of: preventive-care, status: NOT_COVERED }
  shots by the page of 2023: { of: preventive-care, accordingTo: [harbor-page-of-2023], status: COVERED }
  joints on no order: { of: physical-therapy, unmet: [prescribed], status: NOT_COVERED }
  joints on an order: { of: physical-therapy, met: [prescribed], status: NOT_STATED }
  a doctor: { of: primary-care, status: MAY_BE_COVERED }
  an emergency in Canada: { of: emergency-care, territory: CA, status: COVERED }
`,
  'plans/harbor-plus.yaml':
    'name: Harbor Plus\nwithin: harbor\nrules:\n  all-else: { covered: medical-care, cites: [harbor-manual#all-else] }\ncases:\n  all else: { of: medical-care, status: COVERED }\n',
};

const load = async (files: Record<string, string> = {}) => {
  const tree = inMemory(
    new Map([
      ...ownData,
      ...Object.entries({ ...extra, ...files }).map(([name, text]): [string, string] => [`extra/${name}`, text]),
    ]),
  );
  const { graph, problems, locate } = await loadFolders({ data: ['data', 'extra'], sources: [] }, tree);
  return { graph, problems: [...problems, ...(graph ? engineConstraints(graph).map(locate) : [])].map(printProblem) };
};
const { graph, problems } = await load();
function ask(subject: string, given: Partial<QuestionBySlug> = {}): Determination {
  if (!graph) throw new Error(problems.join('\n'));
  const answered = answerBySlug(graph, { plan: 'harbor', subject, on: TODAY, ...given });
  if ('cannotBeAsked' in answered) throw new Error(answered.cannotBeAsked);
  return answered;
}
const positions = (answered: Determination): string[] =>
  answered.disagreements.flatMap(({ kind, positions: held }) =>
    held.map(({ sources, status }) => `${kind} ${sources.map(({ slug }) => slug).join('+')} ${String(status)}`),
  );

it("is sound over the project's own data", () => {
  expect(problems).toEqual([]);
});

describe('an exclusion with exceptions of exceptions: excluded unless a, unless b, unless c', () => {
  const [a, b, c] = ['hurt-at-work', 'self-employed', 'insured-of-own-accord'] as const;
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('assignment %i', (bits) => {
    const holds = new Map([a, b, c].map((slug, index) => [slug, (bits & (1 << index)) !== 0]));
    const [met, unmet] = [true, false].map((wanted) =>
      [...holds].flatMap(([slug, truth]) => (truth === wanted ? [slug] : [])),
    );
    const covered = holds.get(a) && !(holds.get(b) && !holds.get(c));
    expect(ask('acupuncture', { met: met ?? [], unmet: unmet ?? [] }).status).toBe(covered ? 'COVERED' : 'NOT_COVERED');
  });
  it('lists every pathway if no fact is given', () => {
    const answered = ask('acupuncture');
    expect(answered).toMatchObject({
      status: 'CONDITIONAL',
      best: 'COVERED',
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
    });
    expect(
      answered.pathways.map(({ facts }) =>
        facts.map(({ condition, holds }) => (holds ? condition.slug : `not ${condition.slug}`)),
      ),
    ).toEqual([
      [a, `not ${b}`],
      [a, c],
    ]);
  });
});

it('a count holds up to its bound, and is asked for if it is not given', () => {
  const counted = (count: number) =>
    ask('massage-therapy', { counts: { 'massage-visits-this-year': count }, accordingTo: ['harbor-manual'] });
  expect(counted(12).status).toBe('COVERED');
  expect(counted(13)).toMatchObject({ status: 'NOT_STATED', notStated: 'ROUTE_CLOSED' });
  const open = ask('massage-therapy', { accordingTo: ['harbor-manual'] });
  expect(open).toMatchObject({
    status: 'CONDITIONAL',
    best: 'COVERED',
    missing: [{ slug: 'massage-visits-this-year' }],
    nextQuestion: { slug: 'massage-visits-this-year' },
  });
  expect(open.requirements.map(({ text }) => text)).toEqual(['at most 12 massage visits this year']);
  expect(open.pathways.map(({ facts }) => facts.map(({ text }) => text))).toEqual([
    ['at most 12 massage visits this year'],
  ]);
  expect(open.summary).toContain('at most 12 massage visits this year');
});

it('sources that differ are both shown, whichever prevails', () => {
  const teeth = ask('dental-care');
  expect(teeth.status).toBe('NOT_COVERED');
  expect(positions(teeth)).toEqual(
    expect.arrayContaining(['CONTRADICTION harbor-blog COVERED', 'CONTRADICTION harbor-manual NOT_COVERED']),
  );
  const shots = ask('preventive-care');
  expect(shots.status).toBe('NOT_COVERED');
  expect(shots.proof.flatMap(({ ground }) => ground ?? [])).toEqual(['LATER']);
  expect(positions(shots).map((position) => position.replace(/^\w+ /, ''))).toEqual([
    'harbor-page-of-2023 COVERED',
    'harbor-page-of-2026 NOT_COVERED',
  ]);
  expect(ask('dental-care', { accordingTo: ['harbor-blog'] })).toMatchObject({ status: 'COVERED', disagreements: [] });
});

it('a shorter wording is a refinement, and decides if the fuller one is not among the included sources', () => {
  expect(positions(ask('massage-therapy', { accordingTo: ['harbor-manual'] }))).toEqual([
    'REFINEMENT harbor-manual CONDITIONAL',
    'REFINEMENT harbor-manual COVERED',
  ]);
  expect(positions(ask('massage-therapy'))).toEqual([
    'REFINEMENT harbor-manual CONDITIONAL',
    'REFINEMENT harbor-manual+harbor-blog COVERED',
  ]);
  expect(
    ask('massage-therapy').positions.map(
      ({ sources, status }) => `${sources.map(({ slug }) => slug).join('+')} ${String(status)}`,
    ),
  ).toEqual(['harbor-manual CONDITIONAL', 'harbor-blog+harbor-manual COVERED']);
  expect(ask('massage-therapy', { counts: { 'massage-visits-this-year': 13 } }).status).toBe('NOT_STATED');
  expect(ask('massage-therapy', { accordingTo: ['harbor-blog'] }).status).toBe('COVERED');
});

it('a lifted exclusion leaves NOT_STATED, or the result of a broader grant', () => {
  expect(ask('physical-therapy', { unmet: ['prescribed'] }).status).toBe('NOT_COVERED');
  expect(ask('physical-therapy', { met: ['prescribed'] }).status).toBe('NOT_STATED');
  expect(ask('physical-therapy', { plan: 'harbor-plus', unmet: ['prescribed'] }).status).toBe('NOT_COVERED');
  expect(ask('physical-therapy', { plan: 'harbor-plus', met: ['prescribed'] }).status).toBe('COVERED');
});

it('hedges and places are kept', () => {
  expect(ask('primary-care')).toMatchObject({
    status: 'MAY_BE_COVERED',
    hedges: ['SOME_PLANS', 'SOME_CASES'],
    summary: 'Some Harbor plans may cover primary care.',
  });
  expect(
    [
      ['CA', 'COVERED'],
      ['MX', 'COVERED'],
      ['JP', 'NOT_STATED'],
      ['US-HI', 'NOT_STATED'],
      ['US', 'NOT_STATED'],
    ].map(([territory = '']) => [territory, ask('emergency-care', { territory }).status]),
  ).toEqual([
    ['CA', 'COVERED'],
    ['MX', 'COVERED'],
    ['JP', 'NOT_STATED'],
    ['US-HI', 'NOT_STATED'],
    ['US', 'NOT_STATED'],
  ]);
});

it('a misspelled name is reported with its line and the name that was probably meant', async () => {
  const harbor = extra['plans/harbor.yaml'] ?? '';
  const problemsWith = async (from: string, to: string) => {
    expect(harbor).toContain(from);
    return (await load({ 'plans/harbor.yaml': harbor.replace(from, to) })).problems;
  };
  expect(await problemsWith('when: hurt-at-work', 'when: hurt-at-wrok')).toContain(
    'extra/plans/harbor.yaml:6:75 unknown-name: there is no condition "hurt-at-wrok". Did you mean hurt-at-work?',
  );
  expect(
    await problemsWith('exceptTo: [teeth-out]'.replace('teeth-out', 'joints-out'), 'exceptTo: [joint-out]'),
  ).toContainEqual(expect.stringContaining('there is no rule "harbor/joint-out". Did you mean harbor/joints-out'));
  expect(await problemsWith('excluded: dental-care', 'excluded: dental-cares')).toContainEqual(
    expect.stringMatching(/harbor\.yaml:12:\d+ unknown-name: .*"dental-cares"\. Did you mean dental-care\?$/),
  );
  expect(await problemsWith('quantifier: some', 'quantifier: sum')).toContainEqual(
    expect.stringMatching(/harbor\.yaml:18:\d+ shape: expected one of all, most, some\./),
  );
  expect(await problemsWith('exceptTo: [needles-out]', 'exeptTo: [needles-out]')).toContainEqual(
    expect.stringMatching(/shape: "exeptTo" is not a field here\. Did you mean exceptTo\?$/),
  );
});

it('covergraph check over two folders prints one line for sound data, and otherwise every problem', () => {
  const folder = mkdtempSync(join(tmpdir(), 'extra-'));
  const own = join(import.meta.dirname, '../..');
  const check = () =>
    spawnSync(
      'npx',
      ['--no-install', 'tsx', join(own, 'src/cli.ts'), 'check', '--data', join(own, 'data'), '--data', folder],
      { cwd: own, encoding: 'utf8' },
    );
  try {
    for (const [name, text] of Object.entries(extra)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    expect(check()).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The data is sound: [^\n]+\n$/) as unknown,
    });
    writeFileSync(
      join(folder, 'plans/harbor.yaml'),
      (extra['plans/harbor.yaml'] ?? '')
        .replace('when: hurt-at-work', 'when: hurt')
        .replace('covered: emergency-care', 'covered: emergency'),
    );
    const { status, stdout, stderr } = check();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /harbor\.yaml:6:\d+ unknown-name: there is no condition "hurt"[^]*harbor\.yaml:19:\d+ unknown-name: .*"emergency"[^]*2 problems in the data\.\n$/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
