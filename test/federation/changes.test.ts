/** Nothing is taken from a larger graph unannounced: types and fields as from clients, and keys, which no schema comparison knows of. */
import { readFileSync } from 'node:fs';
import { Kind, buildASTSchema, parse, print, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { at } from '../schema/ask.ts';
import { changes, unnamed } from '../schema/changes.ts';
import { committed } from '../schema/committed.ts';

/** A composer's text as a plain schema: what the directives of Federation mean is not asked. */
const plain = (sdl: string): string =>
  printSchema(
    buildASTSchema(
      { kind: Kind.DOCUMENT, definitions: parse(sdl).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) },
      { assumeValidSDL: true },
    ),
  );

function keys(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.directives ?? [])
          .filter(({ name }) => name.value === 'key')
          .map((key) => `${type.name.value} ${print(key)}`)
      : [],
  );
}
/** In the words by which the changelog has to name it. */
const lost = (before: string, after: string): string[] =>
  keys(before)
    .filter((key) => !keys(after).includes(key))
    .map((key) => `The key ${key} was removed.`);

const changelog = readFileSync(at('CHANGELOG.md'), 'utf8');
const now = coverageSubgraph().sdl();

test.each(committed(at('.'), 'schema/subgraph.graphql'))(
  'against $from: every breaking change, and every key that is gone, is named in CHANGELOG.md under Unreleased',
  ({ sdl }) => {
    const { breaking, dangerous } = changes(plain(sdl), plain(now));
    expect(unnamed({ breaking: [...breaking, ...lost(sdl, now)], dangerous }, changelog)).toEqual([]);
  },
);

test('a key that is gone and a field that is gone would be seen', () => {
  expect(keys(now).length).toBe(17);
  expect(lost(now, now.replace(' @key(fields: "id")', ''))).toEqual(['The key Plan @key(fields: "id") was removed.']);
  expect(changes(plain(now), plain(now.replace('\n  level: PlanLevel!', '\n  rank: PlanLevel!'))).breaking).toEqual([
    'Plan.level was removed.',
  ]);
});
