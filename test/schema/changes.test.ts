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
