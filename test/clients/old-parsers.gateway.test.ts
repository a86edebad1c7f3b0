/** The schema texts are read by releases of graphql-js that do not know `@oneOf`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { specifiedScalarTypes } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { gatewayFolder } from '../federation/installed.ts';
import { at } from '../schema/ask.ts';

interface Parser {
  readonly version: string;
  readonly buildSchema: (sdl: string) => { readonly getTypeMap: () => object };
}
const load = createRequire(gatewayFolder);
const text = readFileSync(at('schema/covergraph.graphql'), 'utf8');
const builtIn = new Set(specifiedScalarTypes.map(({ name }) => name));
const named = (types: object): string[] =>
  Object.keys(types)
    .filter((name) => !name.startsWith('__') && !builtIn.has(name))
    .sort();

describe.each([
  ['graphql-15', '15.10.1'],
  ['graphql-16.0', '16.0.0'],
  ['graphql-16.8', '16.8.2'],
])('%s', (name, version) => {
  const parser = load(name) as Parser;

  test('reads schema/covergraph.graphql, with all of its types', () => {
    expect(parser.version).toBe(version);
    expect(named(parser.buildSchema(text).getTypeMap())).toEqual(named(schema.getTypeMap()));
  });

  test('does not know @oneOf, so it refuses the text without the definition', () => {
    expect(() =>
      parser.buildSchema(text.replace('directive @oneOf on INPUT_OBJECT', 'directive @other on INPUT_OBJECT')),
    ).toThrow('@oneOf');
  });
});
