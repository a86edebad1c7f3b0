/** What the commands answer, what they refuse, and how either looks. */
import { stripVTControlCharacters } from 'node:util';
import { print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CoverageDocument, MatrixDocument } from '../../src/cli/generated/graphql.ts';
import { ask, context, graph } from '../schema/ask.ts';
import { inColour, json, run, outputOf } from '../helpers/terminal.ts';

describe('coverage', () => {
  test('prints the verdict, the requirements, what to ask first and the sources', async () => {
    const lines = (
      await outputOf(
        'coverage',
        'tricare-prime',
        'massage-therapy',
        '--met',
        'prescribed',
        '--according-to',
        'medicare-massage-article',
      )
    ).split('\n');
    expect(lines.slice(0, 2)).toEqual(['TRICARE Prime: Massage therapy', 'CONDITIONAL, at best COVERED']);
    for (const line of [
      '  [x] prescribed',
      '  [ ] part of a physical or occupational therapy program',
      '  [ ] cost sharing: may be required, depending on plan and provider status',
      '  --met part-of-physical-therapy-program',
      '  - part of an occupational therapy program: covered',
      '      prior authorization: may be required, depending on plan and provider',
    ])
      expect(lines).toContain(line);
    expect(lines.join('\n')).toContain('Does Medicare Cover Massage Therapy? (medicare-massage-article):');
  });

  test('says exactly what the API says', async () => {
    const variables = {
      plan: 'medicare-advantage',
      of: { billingCode: '97124' },
      given: { met: ['prescribed-by-doctor'], unmet: ['referral'], territory: 'PR', on: '2026-01-31' },
      accordingTo: ['medicare-massage-article'],
      minimumAuthority: 'SECONDARY',
    };
    const typed = [
      'coverage',
      'medicare-advantage',
      '97124',
      '--met',
      'prescribed-by-doctor',
      '--unmet',
      'referral',
      '--territory',
      'PR',
      '--on',
      '2026-01-31',
      '--according-to',
      'medicare-massage-article',
      '--minimum-authority',
      'secondary',
    ];
    expect(await json(...typed)).toEqual(ask(print(CoverageDocument), variables));
  });

  test.each([['97124'], ['cpt-97124'], ['CPT:97124']])('takes the code as %s', async (code) => {
    expect(await json('coverage', 'tricare-prime', code)).toMatchObject({
      coverage: { subject: { slug: 'cpt-97124' } },
    });
  });

  test('takes a list with commas, or the flag again', async () => {
    const facts = [
      'medically-necessary',
      'part-of-physical-therapy-program',
      'performed-by-physical-or-occupational-therapist',
    ];
    const [together, apart] = await Promise.all([
      json('coverage', 'tricare-prime', 'massage-therapy', '--met', facts.join(',')),
      json('coverage', 'tricare-prime', 'massage-therapy', ...facts.flatMap((fact) => ['--met', fact])),
    ]);
    expect(together).toEqual(apart);
    expect(together).toMatchObject({ coverage: { status: 'MAY_BE_COVERED', missing: [] } });
  });
});

describe('compare and matrix', () => {
  test('compare says what plans share and each respect in which they differ once', async () => {
    const out = await outputOf('compare', 'medicare-advantage', 'tricare-prime', '--of', '97124');
    expect(out).toContain(
      'All of them require\n  - performed by a physical or occupational therapist\n  - medically necessary\n',
    );
    expect(out.match(/^They differ in requirement$/gm)).toHaveLength(1);
    expect(out).toContain('  - TRICARE Prime: not among what the answer requires');
  });

  test('matrix has a line for each pair', async () => {
    const out = await outputOf(
      'matrix',
      '--plans',
      'tricare-prime',
      'original-medicare',
      '--of',
      'massage-therapy',
      '97124',
    );
    expect(out).toBe(
      [
        'TRICARE Prime (tricare-prime)',
        '  massage-therapy  CONDITIONAL, at best MAY_BE_COVERED',
        '  cpt-97124        CONDITIONAL, at best COVERED',
        '',
        'Original Medicare (original-medicare)',
        '  massage-therapy  NOT_COVERED',
        '  cpt-97124        CONDITIONAL, at best COVERED',
        '',
      ].join('\n'),
    );
  });

  test('matrix says exactly what the API says', async () => {
    expect(await json('matrix', '--plans', 'medicare,medigap', '--of', 'shiatsu')).toEqual(
      ask(print(MatrixDocument), { plans: ['medicare', 'medigap'], of: [{ technique: 'shiatsu' }] }),
    );
  });
});

describe('show', () => {
  test.each([
    ['tricare-prime', 'plan'],
    ['massage-therapy', 'service'],
    ['effleurage', 'technique'],
    ['97124', 'billing code'],
    ['cpt-97124', 'billing code'],
    ['pr', 'territory'],
    ['US-AK', 'territory'],
    ['prescribed', 'coverage condition'],
    ['medicare-massage-article', 'source'],
  ])('%s is a %s', async (name, kind) => {
    expect((await outputOf('show', name)).split('\n')[1]).toBe(kind);
  });

  test('knows every entry and every rule of the data', async () => {
    const names = [graph.plans, graph.subjects, graph.conditions, graph.sources, graph.rules].flatMap((entries) => [
      ...entries.keys(),
    ]);
    expect(names.length).toBeGreaterThan(80);
    const codes = await Promise.all(names.map(async (name) => (await run(['show', name])).code));
    expect(names.filter((_, index) => codes[index] !== 0)).toEqual([]);
  });

  test('a plan is shown with where it is offered', async () => {
    expect(await outputOf('show', 'upmc-for-life-h5533-019')).toContain(
      'Offered in\n  - 2027-01-01, before 2028-01-01: Pennsylvania: Allegheny\n',
    );
  });

  test('a rule is shown with what it is read from', async () => {
    const out = await outputOf('show', 'tricare-prime/massage-excluded');
    expect(out).toMatch(
      /^tricare-prime\/massage-excluded\nTRICARE Prime \(tricare-prime\): excluded, Massage therapy \(massage-therapy\)\n/,
    );
    expect(out).toContain('exceptions: tricare-prime/massage-in-a-therapy-program\n');
    expect(out).toContain('Sources\n  - Does Medicare Cover Massage Therapy? (medicare-massage-article)');
  });
});

describe('what cannot be answered', () => {
  test.each([
    [
      'a plan',
      ['coverage', 'tricare-prim', 'massage-therapy'],
      'No plan in the graph is called "tricare-prim". Did you mean "tricare-prime",',
    ],
    [
      'a subject',
      ['coverage', 'tricare-prime', 'masage-therapy'],
      'No service, technique or billing code in the graph is called "masage-therapy". Did you mean "massage-therapy"',
    ],
    [
      'a code',
      ['matrix', '--plans', 'medigap', '--of', 'HCPCS:97124'],
      'No service, technique or billing code in the graph is called "HCPCS:97124". Did you mean "cpt-97124"',
    ],
    [
      'a fact',
      ['coverage', 'tricare-prime', 'massage-therapy', '--met', 'perscribed'],
      '--met: No coverage condition in the graph is called "perscribed". Did you mean "prescribed"',
    ],
    [
      'a place',
      ['coverage', 'tricare-prime', 'massage-therapy', '--territory', 'Canada'],
      '--territory: No place in the graph is called "Canada". Did you mean "ca"',
    ],
    [
      'a source',
      ['coverage', 'tricare-prime', 'massage-therapy', '--according-to', 'x'],
      '--according-to: No source in the graph is called "x".',
    ],
    ['an entry', ['show', 'perscribed'], 'Nothing in the graph is called "perscribed". Did you mean "prescribed"?'],
    [
      'a rule',
      ['show', 'tricare-prime/massage-exclude'],
      'No rule in the graph is called "tricare-prime/massage-exclude". Did you mean "tricare-prime/massage-excluded",',
    ],
    [
      'the plan of a rule',
      ['show', 'tricare-prim/x'],
      'No plan in the graph is called "tricare-prim". Did you mean "tricare-prime",',
    ],
    [
      'a day',
      ['coverage', 'tricare-prime', 'massage-therapy', '--on', '2026-02-30'],
      '--on: "2026-02-30" is no day in the calendar.',
    ],
    [
      'a count',
      ['coverage', 'tricare-prime', 'massage-therapy', '--count', 'visits'],
      '--count: "visits" is not a count. Write a condition, "=" and a whole number',
    ],
    [
      'a count of what counts nothing',
      ['coverage', 'tricare-prime', 'massage-therapy', '--count', 'prescribed=2'],
      '--count: "prescribed" is met or unmet and counts nothing.',
    ],
    [
      'facts',
      ['coverage', 'tricare-prime', 'massage-therapy', '--met', 'prescribed', '--unmet', 'prescribed'],
      '--unmet: ',
    ],
    [
      'one plan to compare',
      ['compare', 'medigap', '--of', '97124'],
      'A comparison needs at least two different plans.',
    ],
    [
      'an authority',
      ['coverage', 'tricare-prime', 'massage-therapy', '--minimum-authority', 'rumour'],
      'Invalid values:',
    ],
    ['a command', ['cover'], 'Unknown argument: cover'],
    ['a flag', ['show', 'pr', '--jsn'], 'Unknown argument: jsn'],
    ['too little', ['coverage', 'tricare-prime'], 'Not enough non-option arguments'],
    ['nothing', [], 'Choose a command. For the list, run: covergraph --help'],
  ])('%s: exits 2, and says why on standard error alone', async (_, argv, begins) => {
    const { code, out, err } = await run(argv);
    expect({ code, out, err: err.slice(0, begins.length) }).toEqual({ code: 2, out: '', err: begins });
    expect(err).not.toMatch(/^ +at /m);
  });

  test("with --json it is the API's errors", async () => {
    const { code, out, err } = await run(['coverage', 'tricare-prim', 'massage-therapy', '--json']);
    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toMatchObject({
      errors: [{ path: ['coverage'], extensions: { code: 'UNKNOWN_PLAN', argument: 'plan', value: 'tricare-prim' } }],
    });
  });

  test('wrong settings exit 1', async () => {
    const { code, err } = await run(['serve', '--port', 'x']);
    expect([code, err.split('\n')[0]]).toEqual([1, 'The settings are wrong:']);
  });

  test('a bug is no refusal', async () => {
    await expect(run(['check'], { load: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken');
  });
});

const commands = [
  ['coverage', 'tricare-prime', 'massage-therapy'],
  ['coverage', 'medicare', 'emergency-care', '--territory', 'ZZ'],
  ['compare', 'medicare-advantage', 'tricare-prime', '--of', '97124'],
  ['matrix', '--plans', ...graph.plans.keys(), '--of', ...graph.subjects.keys()],
  ['show', 'medicare'],
  ['show', '97124'],
  ['show', 'medicare-massage-article'],
  ['show', 'medicare-advantage/code-97124-on-three-conditions'],
  ['coverage', '--help'],
  ['compare', '--help'],
  ['matrix', '--help'],
  ['show', '--help'],
  ['check', '--help'],
  ['serve', '--help'],
  ['schema', '--help'],
  ['--help'],
];

describe.each(commands)('covergraph %s %s %s', (...argv) => {
  test.each([80, 60])('has no line wider than %i columns but a word that is', async (columns) => {
    const { out } = await run(argv, { columns });
    expect(
      out
        .split('\n')
        .filter((line) => line.length > columns && /\S\s+\S/.test(line.trim().replace(/^([\w ]+:|-) /, ''))),
    ).toEqual([]);
  });

  test('is the same in colour but for the colours, and without them has no escape code', async () => {
    const [plain, coloured] = await Promise.all([run(argv), run(argv, inColour)]);
    expect(plain.out).not.toContain('\u001b');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });
});

describe('help', () => {
  test.each(['coverage', 'compare', 'matrix', 'show', 'check', 'serve', 'schema'])(
    'of %s has one example, which is answered',
    async (command) => {
      const [, examples = ''] = (await run([command, '--help'], { columns: 200 })).out.split('Examples:\n');
      const [, example = ''] = /^ {2}covergraph (.*?) {2,}/.exec(examples) ?? [];
      expect(examples.match(/^ {2}covergraph /gm)).toHaveLength(1);
      expect((await run(example.replace(/ >.*/, '').split(' '))).code).toBe(0);
    },
  );

  test('says the exit codes', async () => {
    expect((await outputOf('--help')).replace(/\s+/g, ' ')).toContain(
      '0: the command succeeded, whatever the answer is; 1: fix the data or a setting; 2: fix the command',
    );
  });
});

describe('completion', () => {
  const completed = async (...words: string[]): Promise<string[]> =>
    (await outputOf('--get-yargs-completions', 'covergraph', ...words)).trim().split('\n');

  test('prints a script for the shell', async () => {
    expect(await outputOf('completion')).toContain('covergraph --get-yargs-completions');
  });

  test.each([
    [
      [''],
      [
        'ask',
        'coverage',
        'compare',
        'matrix',
        'show',
        'check',
        'import',
        'verify',
        'new',
        'publish',
        'rollback',
        'prune',
        'versions',
        'diff',
        'migrate',
        'serve',
        'schema',
        'completion',
      ],
    ],
    [
      ['coverage', 'tricare-'],
      [
        'tricare-for-life',
        'tricare-overseas',
        'tricare-prime',
        'tricare-prime-remote',
        'tricare-reserve-select',
        'tricare-select',
        'tricare-young-adult-prime',
      ],
    ],
    [['coverage', 'tricare-prime', 'ef'], ['effleurage']],
    [
      ['coverage', 'tricare-prime', '971'],
      ['97124', '97140'],
    ],
    [['coverage', '--met', 'medically'], ['medically-necessary']],
    [['coverage', '--met', 'prescribed', 'va-'], ['va-health-care']],
    [['compare', 'medicare', 'va-'], ['va-health-care']],
    [['compare', 'medicare', '--of', 'shi'], ['shiatsu']],
    [['matrix', '--plans', 'medicare', 'va-'], ['va-health-care']],
    [['show', 'medicare-m'], ['medicare-massage-article']],
  ])('completes %j', async (words, expected) => {
    expect(await completed(...words)).toEqual(expected);
  });

  test('completes flags', async () => {
    expect(await completed('coverage', '--un')).toContain('--unmet');
  });
});

test('schema prints the public schema, as it is committed', async () => {
  const { readFileSync } = await import('node:fs');
  const { at } = await import('../schema/ask.ts');
  expect(await outputOf('schema')).toBe(readFileSync(at('schema/covergraph.graphql'), 'utf8').replace(/^#.*\n/, ''));
});

test('the data is loaded from the folders named', async () => {
  let asked: unknown;
  await run(['show', 'pr', '--data', 'a', '--data', 'b', '--sources', 'c'], {
    load: (folders) => {
      asked = folders;
      return Promise.resolve(context);
    },
  });
  expect(JSON.stringify(asked)).toMatch(/\{"data":\["[^"]*\/a","[^"]*\/b"\],"sources":\["[^"]*\/c"\]\}/);
});
