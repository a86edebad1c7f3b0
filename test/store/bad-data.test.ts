/**
 * Each law of the data has a folder with the smallest data that breaks it, and that data breaks nothing else. Next to it
 * stands its twin, the same data with the smallest change that makes it sound.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateGraph } from '../../src/store/validate-graph.ts';
import { ENGINE_CONSTRAINTS } from '../../src/engine/constraints.ts';
import { CONSTRAINTS } from '../../src/graph/constraints.ts';
import { FILE_CONSTRAINTS } from '../../src/store/file-constraints.ts';
import { loadFolders, printProblem, type LocatedProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';

const root = fileURLToPath(new URL('../bad-data', import.meta.url));
const names = [...CONSTRAINTS, ...FILE_CONSTRAINTS].map(({ name }) => name).concat(Object.keys(ENGINE_CONSTRAINTS));

/** The change that gives the plan of a law's data cases, so that each of its rules decides one. */
function casesOf(...cases: string[]): [file: string, from: string, to: string] {
  return ['data/plans/basic.yaml', 'rules:', `cases:\n${cases.map((each) => `  ${each}\n`).join('')}rules:`];
}

/** The change of one file that makes the data of a law sound: the text that goes and the one that comes; with nothing that goes, where the file moves to, or the text of a new one. */
const twins: Record<string, readonly (readonly [file: string, from: string, to: string])[]> = {
  'unknown-name': [['data/plans/basic.yaml', 'within: basik', 'cites: [handbook#s1]']],
  'duplicate-slug': [['data/techniques/care.yaml', '', 'data/techniques/kneading.yaml']],
  'duplicate-name': [['data/services/help.yaml', 'CARE', 'CARER']],
  cycle: [['data/services/help.yaml', 'broader: { care: [handbook#s1] }', 'cites: [handbook#s1]']],
  reversed: [
    ['data/plans/basic.yaml', 'until: 2026-01-01', 'until: 2026-01-02'],
    casesOf('on the day: { of: care, on: 2026-01-01, status: covered }'),
  ],
  'nothing-cited': [['data/services/care.yaml', 'name: Care', 'name: Care\ncites: [handbook#s1]']],
  exception: [
    ['data/plans/basic.yaml', 'never: { excluded: care', 'never: { covered: care, when: prescribed'],
    ['data/conditions/prescribed.yaml', '', 'name: Prescribed\ntopic: order'],
    casesOf(
      'ordered: { of: care, met: [prescribed], status: covered }',
      'not ordered: { of: care, unmet: [prescribed], status: not-covered }',
    ),
  ],
  restatement: [
    ['data/plans/basic.yaml', 'in: { covered', 'in: { excluded'],
    casesOf('care: { of: care, status: not-covered }'),
  ],
  'unused-condition': [
    ['data/conditions/prescribed.yaml', 'topic: order', 'topic: order\nimplies: { ordered: [handbook#s1] }'],
    ['data/conditions/ordered.yaml', '', 'name: Ordered\ntopic: order'],
  ],
  'unused-passage': [['data/sources/handbook.yaml', 'says:', 'unused: It only greets the reader., says:']],
  'count-bound': [
    ['data/conditions/prescribed.yaml', 'topic: order', 'topic: limit\ncounts: visits'],
    casesOf('one visit: { of: care, counts: { prescribed: 1 }, status: covered }'),
  ],
  'impossible-condition': [['data/conditions/both.yaml', 'inpatient: [handbook#s1], ', '']],
  'service-area': [['data/plans/basic.yaml', 'FIPS 10150', 'SSA 10150']],
  'readable-file': [
    ['data/plan/basic.yaml', '', 'data/plans/basic.yaml'],
    ['data/plans/basic.yaml', 'name: Basic', 'name: Basic\ncites: [handbook#s1]'],
  ],
  'sound-yaml': [['data/plans/basic.yaml', 'name: Better', 'cites: [handbook#s1]']],
  'sound-ndjson': [['data/plans/pack.ndjson', '"name":"Better"', '"cites":["handbook#s1"]']],
  'to-fill-in': [['data/plans/basic.yaml', 'TODO: the source and passage', 'handbook#s1']],
  shape: [['data/plans/basic.yaml', 'nmae: Basic', 'cites: [handbook#s1]']],
  'plain-text': [['data/plans/basic.yaml', '\\u001b[31mBasic', 'Basic']],
  redefinition: [
    ['later/services/care.yaml', '', 'later/services/help.yaml'],
    ['later/services/help.yaml', 'name: Care', 'name: Help'],
  ],
  fingerprint: [
    [
      'data/sources/handbook.yaml',
      'sha256-6c3fda0c802b50fa58027e996bfccbc811e261dd98d7564989350f7b9ed19d07',
      'sha256-4f2ba54a00c2a570638926cfdcc7248954df1f892eed6aa04954171460737352',
    ],
  ],
  'own-words': [['data/sources/handbook.yaml', 'and for feeding', 'and feeding']],
  'failing-case': [['data/plans/basic.yaml', 'status: not-covered', 'status: covered']],
  'undated-case': [['data/plans/basic.yaml', 'of: care,', 'of: care, on: 2026-12-31,']],
  'opposite-rules': [
    ['data/plans/basic.yaml', 'at-night: { excluded', 'at-night: { exceptTo: [prescribed], excluded'],
    ['data/plans/basic.yaml', 'met: [at-night], unmet: [prescribed]', 'met: [at-night, prescribed]'],
  ],
  'never-decides': [
    ['data/plans/basic.yaml', '{ all:', '{ any:'],
    ['data/plans/basic.yaml', 'cases:', 'cases:\n  in hospital: { of: care, met: [inpatient], status: not-covered }'],
  ],
  'repeated-condition': [['data/plans/basic.yaml', 'when: prescribed, ', '']],
  'deciding-case': [
    ['data/plans/basic.yaml', 'cases:', 'cases:\n  ordered: { of: care, met: [prescribed], status: covered }'],
  ],
};
const HANDBOOK = readFileSync(join(root, 'exception/data/sources/handbook.yaml'), 'utf8');
/** Without a place that is home no rule speaks of any. */
const PLACES = 'US-DC: { name: District of Columbia }';
/** Whose data has no source of its own. */
const withoutHandbook = new Set([
  'unknown-name',
  'nothing-cited',
  'unused-condition',
  'readable-file',
  'sound-yaml',
  'sound-ndjson',
  'to-fill-in',
  'shape',
]);

async function problemsOf(
  law: string,
  tree?: ReturnType<typeof inMemory>,
  at = join(root, law),
): Promise<LocatedProblem[]> {
  const there = (folder: string) => (existsSync(join(root, law, folder)) ? [join(at, folder)] : []);
  const loaded = await loadFolders({ data: [...there('data'), ...there('later')], sources: there('originals') }, tree);
  const { graph, problems } = loaded;
  expect(graph === null).toBe(problems.length > 0);
  if (graph === null) return problems;
  const { problems: found, warnings } = await validateGraph(loaded);
  return [...found, ...warnings];
}

function twinOf(law: string): Map<string, string> {
  const files = new Map(
    readdirSync(join(root, law), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|ndjson|txt)$/.test(name))
      .map((name) => [name, readFileSync(join(root, law, name), 'utf8')]),
  );
  if (withoutHandbook.has(law)) files.set('data/sources/handbook.yaml', HANDBOOK);
  if (!files.has('data/territories.yaml')) files.set('data/territories.yaml', PLACES);
  for (const [file, from, to] of twins[law] ?? []) {
    const text = files.get(file) ?? '';
    files.delete(file);
    if (from !== '') files.set(file, text.replace(from, to));
    else if (/\.yaml$/.test(to)) files.set(to, text);
    else files.set(file, to);
  }
  return files;
}

describe('data that breaks a law is refused by that law alone', () => {
  test.each(names)('%s', async (law) => {
    expect(readdirSync(root)).toContain(law);
    const problems = await problemsOf(law);
    expect([...new Set(problems.map((problem) => problem.law))], problems.map(printProblem).join('\n')).toEqual([law]);
  });
});

describe('the smallest change makes it sound', () => {
  test.each(names)('%s', async (law) => {
    expect(Object.keys(twins)).toContain(law);
    const files = new Map([...twinOf(law)].map(([name, text]) => [`twin/${name}`, text]));
    expect((await problemsOf(law, inMemory(files), 'twin')).map(printProblem)).toEqual([]);
  });
});

test('a printed problem has the file, the line, the law, what is wrong and what to do', async () => {
  const printedProblems = async (law: string) =>
    (await problemsOf(law)).map((problem) => printProblem({ ...problem, file: problem.file.slice(root.length + 1) }));
  expect(await printedProblems('count-bound')).toEqual([
    'count-bound/data/plans/basic.yaml:3:26 count-bound: prescribed does not count anything, so it has no bounds. Remove the bounds, or add "counts" to conditions/prescribed.',
  ]);
  expect(await printedProblems('unknown-name')).toEqual([
    'unknown-name/data/plans/basic.yaml:2:9 unknown-name: there is no plan "basik". Did you mean basic?',
  ]);
  expect(await printedProblems('shape')).toEqual([
    'shape/data/plans/basic.yaml:1:7 shape: "nmae" is not a field here. Did you mean name?',
  ]);
  expect(await printedProblems('service-area')).toEqual([
    'service-area/data/plans/basic.yaml:4:18 service-area: FIPS 10150 is of US-DE and is listed under US-FL. Write codes of the Social Security Administration after SSA and FIPS codes after FIPS, as the source has them.',
  ]);
  expect(await printedProblems('redefinition')).toEqual([
    `redefinition/later/services/care.yaml:1:1 redefinition: "care" is already defined in ${join(root, 'redefinition/data/services/care.yaml')}. A later folder may add entries, not change one: give this one a slug of its own, or change the first.`,
  ]);
});

test('a problem that the engine finds is reported at the case or the rule that is wrong', async () => {
  const printedProblems = async (law: string) =>
    (await problemsOf(law)).map(
      ({ file, line, column, message }) =>
        `${file.slice(root.length + 1)}:${String(line)}:${String(column)} ${message}`,
    );
  expect(await printedProblems('failing-case')).toEqual([
    expect.stringMatching(
      /^failing-case\/data\/plans\/basic\.yaml:6:3 NOT_COVERED was stated and COVERED is derived: /,
    ),
  ]);
  expect(await printedProblems('undated-case')).toEqual([
    'undated-case/data/plans/basic.yaml:5:3 the case has no day, and COVERED is derived before 2027-01-01 and NOT_STATED from that day on',
  ]);
  expect((await problemsOf('undated-case')).map(({ remedy, dependsOnDay }) => [remedy, dependsOnDay])).toEqual([
    ['Add the day that it is about, such as on: 2026-12-31.', true],
  ]);
  expect(await printedProblems('opposite-rules')).toEqual([
    'opposite-rules/data/plans/basic.yaml:4:3 prescribed and at-night say opposite things of care, both after handbook, and can hold together',
  ]);
  expect(await printedProblems('never-decides')).toEqual([
    'never-decides/data/plans/basic.yaml:4:3 never decides no question, even with only its own sources heard',
  ]);
});
