/** `covergraph new`: the way of a new curator from nothing to a sound plan, and what is refused on it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from 'prettier';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planDraft, schemaLine, sourceDraft } from '../../src/cli/drafts.ts';
import { namesFor, shelfAt } from '../../src/cli/completion.ts';
import { readYaml } from '../../src/store/yaml.ts';
import { context } from '../schema/ask.ts';
import { run, start } from '../helpers/covergraph-process.ts';
import { run as runHere, outputOf } from '../helpers/terminal.ts';

const own = join(import.meta.dirname, '../../data');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const SOURCE = [
  ...['new', 'source', 'example-handbook', '--name', 'Example handbook', '--publisher', 'Example Health'],
  ...['--authority', 'plan-document', '--licence', 'ALL-RIGHTS-RESERVED'],
  ...['--passage', 'massage', '--at', 'page 3', '--says', 'The plan pays for massage that is prescribed.'],
];
const PLAN = [
  ...['new', 'plan', 'example-plan', '--name', 'Example plan'],
  ...['--covered', 'massage-therapy', '--when', 'prescribed', '--cites', 'example-handbook#massage'],
];
const checkData = (data: string) => run(['check', '--data', own, '--data', data]);
/** The paths of the values that `check` says are still to fill in. */
const leftIn = (err: string): string[] =>
  [...err.matchAll(/to-fill-in: (\S+) is still to fill in: [^\n]+\. Write the value in place of the TODO\./g)].map(
    ([, key]) => key ?? '',
  );

describe('three commands', () => {
  test('lead from nothing to a sound plan that answers', async () => {
    const data = join(folder, 'mine');
    expect(await run([...SOURCE, '--data', data])).toMatchObject({ code: 0, err: '' });
    const plan = await run([...PLAN, '--data', data]);
    expect(plan).toMatchObject({ code: 0, err: '' });
    expect(plan.out).toContain(`Wrote ${join(data, 'plans/example-plan.yaml')}.\nNothing is left to fill in.`);
    const checked = await checkData(data);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toMatch(/^The data is sound: /);
    const asked = ['coverage', 'example-plan', 'massage-therapy', '--data', own, '--data', data];
    expect((await run([...asked, '--met', 'prescribed'])).out).toMatch(/^Example plan: Massage therapy\nCOVERED\n/);
  }, 120_000);

  test('are those with which the guide begins', () => {
    const guide = readFileSync(join(own, 'README.md'), 'utf8');
    const [, block = ''] = /```sh\n([^]*?)```/.exec(guide) ?? [];
    const words = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
    const commands = block
      .trim()
      .split('\n')
      .map((line) => words(line.replace('npx --no covergraph ', '')));
    const withData = ([name = '', kind = '', slug = '', ...flags]: string[]) => [
      name,
      kind,
      slug,
      '--data',
      'mine',
      ...flags,
    ];
    const inAnyOrder = (command: string[] | undefined) => [...(command ?? [])].sort();
    expect(inAnyOrder(commands[0])).toEqual(inAnyOrder(withData(SOURCE)));
    expect(inAnyOrder(commands[1])).toEqual(inAnyOrder(withData(PLAN)));
    expect(commands[2]).toEqual(['check', '--data', 'data', '--data', 'mine']);
  });
});

describe('a draft without flags', () => {
  test('leaves to fill in what it does not know, says so, and is sound once that is filled in', async () => {
    const source = await run(['new', 'source', 'leaflet', '--data', folder]);
    expect(source.out).toContain('Still to fill in, where the file says TODO:\n  name\n  publisher\n');
    await run(['new', 'plan', 'leaflet-plan', '--data', folder]);
    const { code, err } = await checkData(folder);
    expect([code, err.split('\n').filter((line) => line.includes('problems')).length]).toEqual([1, 2]);
    expect(leftIn(err)).toEqual([
      ...['name', 'covered', 'cites', 'of'],
      ...['name', 'publisher', 'authority', 'licence', 'at', 'says'],
    ]);
    expect(err).toMatch(/10 problems in the data\.\n$/);
    const fill = (file: string, values: string[]): void => {
      const text = readFileSync(join(folder, file), 'utf8');
      writeFileSync(
        join(folder, file),
        text.replace(/"TODO: [^"]*"/g, () => values.shift() ?? 'left over'),
      );
    };
    fill('plans/leaflet-plan.yaml', ['Leaflet plan', 'acupuncture', 'leaflet#p1', 'acupuncture']);
    fill('sources/leaflet.yaml', ['Leaflet', 'Example', 'secondary', 'MIT', 'page 1', 'It pays for needles.']);
    expect(await checkData(folder)).toMatchObject({ code: 0, err: '' });
  }, 120_000);

  test('names the schemas, from wherever it is', async () => {
    await run(['new', 'plan', 'far', '--data', folder]);
    const [, way = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(folder, 'plans/far.yaml'), 'utf8')) ?? [];
    expect(existsSync(join(folder, 'plans', way))).toBe(true);
    const line = (text: string): string => text.split('\n')[0] ?? '';
    expect(schemaLine('/p/data/plans/a.yaml', '/p/schema', 'plan')).toBe(
      line(readFileSync(join(own, 'plans/tricare.yaml'), 'utf8')),
    );
  });
});

describe('the text of a draft', () => {
  test.each([
    'yes',
    'null',
    '1036',
    '1e3',
    'A: B',
    'a #b',
    '"quoted"',
    "it's",
    '- item',
    '{x}',
    '*',
    '&a',
    'a\tb',
    '\u00e9t\u00e9',
    'Plan \\ n',
    'x:',
  ])('keeps the value %j', (value) => {
    const source = readYaml(sourceDraft({ name: value, says: value, at: value }, '2026-11-23'));
    expect(source.faults).toEqual([]);
    expect(source.value).toMatchObject({ name: value, passages: { p1: { says: value, at: value } } });
    expect(readYaml(planDraft({ name: value }, '2026-11-23')).value).toMatchObject({ name: value });
  });

  test('is formatted as the data of the program is', async () => {
    const plan = planDraft({ name: 'A', covered: 'acupuncture', when: ['prescribed'], cites: ['a#b'] }, '2026-11-23');
    for (const text of [plan, planDraft({}, '2026-11-23'), sourceDraft({ name: 'A: B' }, '2026-11-23')])
      expect(await check(text, { parser: 'yaml', printWidth: 120 })).toBe(true);
  });

  test('of an exclusion on two conditions has a case for each way in which they turn out', () => {
    const { value } = readYaml(planDraft({ excluded: 'acupuncture', when: ['prescribed', 'referral'] }, '2026-11-23'));
    const { rules, cases } = value as { rules: object; cases: object };
    expect(rules).toEqual({
      'acupuncture-excluded': {
        excluded: 'acupuncture',
        when: { all: ['prescribed', 'referral'] },
        cites: ['TODO: the source and the passage, as in medicare-massage-article#s35'],
      },
    });
    const asked = { of: 'acupuncture', on: '2026-11-23' };
    expect(Object.values(cases)).toEqual([
      { ...asked, met: ['prescribed', 'referral'], status: 'NOT_COVERED' },
      { ...asked, status: 'CONDITIONAL', best: 'NOT_STATED' },
      { ...asked, unmet: ['prescribed'], status: 'NOT_STATED' },
      { ...asked, unmet: ['referral'], status: 'NOT_STATED' },
    ]);
  });

  test('of a plan within another states only the case that its own rule decides', () => {
    const { value } = readYaml(
      planDraft({ covered: 'acupuncture', when: ['prescribed'], within: 'medicare' }, '2026-11-23'),
    );
    expect(Object.values((value as { cases: object }).cases)).toEqual([
      { of: 'acupuncture', on: '2026-11-23', met: ['prescribed'], status: 'COVERED' },
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['Example-Plan', 'it has capital letters', 'example-plan'],
    ['example_plan', 'it has the character "_"', 'example-plan'],
    ['example plan', 'it has the character " "', 'example-plan'],
    ['example--plan', 'it begins or ends with a hyphen, or has two in a row', 'example-plan'],
    ['example-', 'it begins or ends with a hyphen, or has two in a row', 'example'],
    ['../example', 'it has the character "."', 'example'],
    ['plans/example', 'it has the character "/"', 'plans-example'],
    ['example.yaml', 'it ends like the name of a file', 'example'],
    ['x'.repeat(101), 'it has 101 characters, and 100 are allowed', 'x'.repeat(100)],
    ['', 'it is empty', null],
    ['\u00fcber', 'it has the character "\u00fc"', 'ber'],
  ])('the slug %j, with the reason', async (slug, reason, better) => {
    const hint = better === null ? '' : ` Did you mean ${better}?`;
    expect(await runHere(['new', 'plan', slug])).toEqual({
      code: 2,
      out: '',
      err: `"${slug}" is not a slug: ${reason}. A slug is lower-case letters and digits joined by single hyphens.${hint}\n`,
    });
  });

  test('an existing file, which is not changed', async () => {
    await run([...PLAN, '--data', folder]);
    const file = join(folder, 'plans/example-plan.yaml');
    const before = readFileSync(file, 'utf8');
    const again = await run(['new', 'plan', 'example-plan', '--data', folder]);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toBe(`${file} exists already, and nothing was written. Choose another slug.\n`);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('a slug that the data of the program has', async () => {
    const { code, err } = await run(['new', 'plan', 'tricare-prime', '--data', folder]);
    expect([code, err]).toEqual([2, expect.stringContaining('tricare-prime.yaml exists already')]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [['--published-on', '2026-02-30'], 'publishedOn: a day is written as in 2026-11-23, and must be in the calendar'],
    [['--url', 'example.org'], 'url: a web address begins with http:// or https://'],
    [['--name', 'x'.repeat(201)], 'name: a name has at most 200 characters'],
    [['--passage', 'page 3'], 'passages.page 3: a passage key is letters, digits, dots, underscores and hyphens'],
  ])('wrong values: %j', async (flags, reason) => {
    const { code, err } = await run(['new', 'source', 'leaflet', '--data', folder, ...flags]);
    expect([code, err]).toEqual([2, `Nothing was written, because these values are wrong:\n  ${reason}\n`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder whose path leads through a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await run(['new', 'plan', 'example', '--data', join(folder, 'file')]);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('cannot be written: a part of its path is not a folder. Give another'),
    ]);
  });
});

test('help and completion know the command', async () => {
  expect(await outputOf('--help')).toMatch(/covergraph new +Write the first draft of a plan or a\s+source/);
  expect(await outputOf('new', '--help')).toMatch(/new plan <slug>[^]*new source <slug>/);
  expect(shelfAt('new', ['plan', 'x', '--covered'])).toEqual(['services', 'techniques', 'billingCodes']);
  expect(shelfAt('new', ['plan', 'x'])).toBeNull();
  expect(namesFor(context, shelfAt('new', ['plan', 'x', '--within']) ?? [], 'tricare-p')).toEqual([
    'tricare-prime',
    'tricare-prime-remote',
  ]);
  const { out } = await start(['--get-yargs-completions', 'covergraph', 'ne']).ended;
  expect(out.split('\n').map((line) => line.split(':')[0])).toContain('new');
});
