/** The schema is compared with the committed one. Every breaking change must be named in the changelog. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { buildSchema, printSchema } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { at } from './ask.ts';
import { changes, undatedDeprecations, unnamed, unreleased } from './changes.ts';
import { committed } from './committed.ts';

const changelog = readFileSync(at('CHANGELOG.md'), 'utf8');

test.each(committed(at('.')))(
  'against $from: every breaking change is named in CHANGELOG.md under Unreleased',
  ({ sdl }) => {
    expect(unnamed(changes(sdl, printSchema(schema)), changelog)).toEqual([]);
  },
);

test('every deprecation names the day of its removal', () => {
  expect(undatedDeprecations(schema)).toEqual([]);
});

const before =
  'type Query { plan(slug: String!): Plan plans: [Plan!]! } type Plan { name: String! level: Level! } enum Level { PLAN }';
const after =
  'type Query { plan(slug: String!, year: Int!): Plan plans: [Plan!]! } type Plan { name: String level: Level! } enum Level { PLAN PROGRAM }';
const broken = [
  'Plan.name changed type from String! to String.',
  'A required arg year on Query.plan was added.',
].sort();

test('a field that may now be null and an argument that is now required break; a new value of an enumeration may surprise', () => {
  expect(changes(before, after)).toEqual({ breaking: broken, dangerous: ['PROGRAM was added to enum type Level.'] });
  expect(changes(before, before)).toEqual({ breaking: [], dangerous: [] });
});

const INPUTS = `
  directive @page(size: Int = 20, only: Int) on FIELD
  type Query implements Root { plans(first: Int = 20, last: Int, order: Order! = NAME, of: Of): Int }
  interface Root { plans(first: Int = 20, last: Int, order: Order! = NAME, of: Of): Int }
  enum Order { NAME COST }
  input Of { service: String = "massage" code: [String!] = ["97124"] years: Int! = 1 plan: String }`;

test.each([
  [
    'an input that becomes @oneOf',
    'input Of {',
    'input Of @oneOf {',
    'BREAKS',
    'Of is @oneOf now: it takes exactly one of its fields.',
  ],
  [
    'a new default of a field of an input object',
    'plan: String',
    'plan: String = "x"',
    'WARNS',
    'Of.plan has the default "x" now.',
  ],
  ['a new default of null', 'plan: String', 'plan: String = null', 'WARNS', 'Of.plan has the default null now.'],
  [
    'another default of a field',
    '"massage"',
    '"acupuncture"',
    'WARNS',
    'Of.service changed its default from "massage" to "acupuncture".',
  ],
  [
    'another default of a list',
    '["97124"]',
    '["97124", "97140"]',
    'WARNS',
    'Of.code changed its default from ["97124"] to ["97124", "97140"].',
  ],
  [
    'a default that is gone',
    'service: String = "massage"',
    'service: String',
    'WARNS',
    'Of.service lost its default "massage".',
  ],
  [
    'a default that is gone where a value is required',
    'years: Int! = 1',
    'years: Int!',
    'BREAKS',
    'Of.years lost its default 1, and is required now.',
  ],
  [
    'another default of a directive argument',
    'size: Int = 20',
    'size: Int = 50',
    'WARNS',
    '@page(size:) changed its default from 20 to 50.',
  ],
  [
    'a new default of a directive argument',
    'only: Int',
    'only: Int = 1',
    'WARNS',
    '@page(only:) has the default 1 now.',
  ],
  [
    'another type of a directive argument',
    'only: Int',
    'only: String',
    'BREAKS',
    '@page(only:) changed type from Int to String.',
  ],
  [
    'a directive argument that becomes required',
    'only: Int',
    'only: Int!',
    'BREAKS',
    '@page(only:) changed type from Int to Int!.',
  ],
] as const)('%s is reported', (_, old, now, effect, description) => {
  const changed = INPUTS.replace(old, now);
  expect(changed).not.toBe(INPUTS);
  const found = changes(INPUTS, changed);
  const empty = { breaking: [], dangerous: [] };
  expect(found).toEqual({ ...empty, [effect === 'BREAKS' ? 'breaking' : 'dangerous']: [description] });
  expect(changes(changed, changed)).toEqual(empty);
});

test.each([
  ['another default', 'first: Int = 20', 'first: Int = 50', 'dangerous', 'changed its default from 20 to 50.', 'first'],
  ['a new default', 'last: Int,', 'last: Int = 5,', 'dangerous', 'has the default 5 now.', 'last'],
  [
    'another default of an enumeration',
    'Order! = NAME',
    'Order! = COST',
    'dangerous',
    'changed its default from NAME to COST.',
    'order',
  ],
  [
    'a default that is gone where a value is required',
    'Order! = NAME',
    'Order!',
    'breaking',
    'lost its default NAME, and is required now.',
    'order',
  ],
] as const)('of arguments of a field, %s is reported once for each type', (_, old, now, effect, words, argument) => {
  const found = changes(INPUTS, INPUTS.replaceAll(old, now));
  const lines = ['Query', 'Root'].map((type) => `${type}.plans(${argument}:) ${words}`);
  expect(found).toEqual({ breaking: [], dangerous: [], [effect]: lines });
});

test('an input that is no longer @oneOf is reported', () => {
  const oneOf = INPUTS.replace('input Of {', 'input Of @oneOf {');
  expect(changes(oneOf, INPUTS)).toEqual({ breaking: [], dangerous: ['Of is no longer @oneOf.'] });
});

test('a directive argument that is no longer required is not reported', () => {
  expect(changes(INPUTS.replace('only: Int', 'only: Int!'), INPUTS)).toEqual({ breaking: [], dangerous: [] });
});

test('a break that the changelog does not name fails, also where only a release before named it', () => {
  const written = (unreleasedLines: string, released = ''): string =>
    `# Changelog\n\n## Unreleased\n\n${unreleasedLines}\n\n## 0.1.0\n\n${released}\n`;
  expect(
    unnamed(changes(before, after), written(`- ${broken[1] ?? ''}\n- A required arg year on\n  Query.plan was added.`)),
  ).toEqual([]);
  expect(unnamed(changes(before, after), written(`- ${broken[0] ?? ''}`, `- ${broken[1] ?? ''}`))).toEqual([broken[1]]);
  expect(unnamed(changes(before, after), written(`- ${broken.map((change) => `Sub${change}`).join(' ')}`))).toEqual(
    broken,
  );
  expect(unnamed(changes(before, after), '# Changelog\n')).toEqual(broken);
});

test('the changelog has a section for what is unreleased', () => {
  expect(unreleased(changelog).length).toBeGreaterThan(20);
});

test('a deprecation without a day, or with a day that is none, fails wherever it stands', () => {
  const sdl = (reason: string): string => {
    const deprecated = `@deprecated(reason: "${reason}")`;
    return `type Query { a(b: Int ${deprecated}): Int ${deprecated} c: E } enum E { D ${deprecated} F } input I { g: Int ${deprecated} }`;
  };
  const places = ['Query.a', 'Query.a(b)', 'E.D', 'I.g'];
  const judged = (reason: string): string[] =>
    undatedDeprecations(buildSchema(sdl(reason)))
      .map((line) => line.replace(`: ${reason}`, ''))
      .sort();
  expect(judged('Use c.')).toEqual([...places].sort());
  expect(judged('Use c. Removed on 2027-02-30.')).toEqual([...places].sort());
  expect(judged('Use c. Removed on 2027-06-30.')).toEqual([]);
});

test('in a folder without git, and in a folder of another checkout, it is compared with the copy in the tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const copy = join(folder, 'copy');
  mkdirSync(join(copy, 'schema'), { recursive: true });
  cpSync(at('schema/covergraph.graphql'), join(copy, 'schema/covergraph.graphql'));
  const asCopied = [
    {
      from: 'the copy in the tree, for want of a git history',
      sdl: readFileSync(at('schema/covergraph.graphql'), 'utf8'),
    },
  ];
  expect(committed(copy)).toEqual(asCopied);
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  expect(committed(copy)).toEqual(asCopied);
});
