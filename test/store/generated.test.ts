import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GENERATORS, stale } from '../../codegen.ts';
import { readYaml } from '../../src/store/yaml.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every generated file is what its generator makes now', async () => {
  expect(await stale()).toEqual([]);
});

test('no two generators write one file', () => {
  const outputs = GENERATORS.map(({ output }) => output);
  expect(new Set(outputs).size).toBe(outputs.length);
});

describe('the table of places', () => {
  const table = readYaml(readFileSync(join(root, 'data/territories.yaml'), 'utf8')).value as Record<
    string,
    { name: string; alternateNames?: string[]; partOf?: string[]; wholeOfParts?: string }
  >;
  const states = Object.entries(table).filter(([, { partOf }]) => partOf?.includes('US'));

  test('has every country, and of the United States the fifty states and the district, which make up the whole', () => {
    expect(Object.keys(table).filter((code) => code.length === 2 && code !== 'ZZ')).toHaveLength(249);
    expect(states).toHaveLength(51);
    expect(table['US']?.wholeOfParts).toBe('true');
    expect([table['NO']?.name, table['US-GA']?.name, table['GE']?.name]).toEqual(['Norway', 'Georgia', 'Georgia']);
  });
  test('has the territories of the United States as places of their own', () => {
    for (const code of ['PR', 'VI', 'GU', 'AS', 'MP']) expect(table[code]?.partOf).toBeUndefined();
    expect(Object.keys(table).filter((code) => ['US-PR', 'US-GU'].includes(code))).toEqual([]);
  });
  test('has the names that people call places by, and "abroad" under the code that the standard leaves free', () => {
    expect(table['GB']?.alternateNames).toContain('England');
    expect(table['ZZ']?.alternateNames).toContain('overseas');
  });
});

test('the schemas of data files take a number where an editor reads one and the program reads text', () => {
  const schema = JSON.parse(readFileSync(join(root, 'schema/billing-code.schema.json'), 'utf8')) as {
    properties: Record<string, object>;
  };
  expect(schema.properties['code']).toEqual({
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^[A-Z0-9]{4,7}$' },
    ],
  });
});
