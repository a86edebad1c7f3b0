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
  expect(schema.properties['code']).toMatchObject({
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^[A-Z0-9]{4,7}$' },
    ],
  });
});

describe('the schemas of data files', () => {
  const kinds = ['source', 'condition', 'service', 'technique', 'billing-code', 'plan', 'territories', 'dataset'];
  const schemas = kinds.map((kind) => {
    const text = readFileSync(join(root, `schema/${kind}.schema.json`), 'utf8');
    return [kind, JSON.parse(text) as Record<string, unknown>] as const;
  });
  /** Every map of the schema, at any depth, with its path. */
  const mapsIn = (value: unknown, path: string): [path: string, map: Record<string, unknown>][] => {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.entries(value).flatMap(([key, each]) => mapsIn(each, `${path}/${key}`));
    return Array.isArray(value) ? inside : [[path, value as Record<string, unknown>], ...inside];
  };

  test.each(schemas)('describe every key of a %s', (kind, schema) => {
    const properties = mapsIn(schema, kind).filter(([path]) => /\/properties\/[^/]+$/.test(path));
    expect(properties.length).toBeGreaterThan(1);
    const bare = properties.filter(([, { description }]) => typeof description !== 'string' || description === '');
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test.each(schemas)('offer each word of a closed list of a %s once, and define each list once', (kind, schema) => {
    const lists = mapsIn(schema, kind).filter(([, map]) => Array.isArray(map['enum']));
    const spelled = lists.map(([path, map]): [string, string[]] => [
      path,
      (map['enum'] as unknown[])
        .filter((word) => typeof word === 'string')
        .map((word) => word.toLowerCase().replaceAll('_', '-')),
    ]);
    expect(spelled.filter(([, words]) => new Set(words).size !== words.length)).toEqual([]);
    const closed = spelled.filter(([path]) => path.includes('/$defs/')).map(([, words]) => words.join());
    expect(new Set(closed).size).toBe(closed.length);
  });

  test('accept a word in the other spelling, which they do not offer', () => {
    const plan = schemas.find(([kind]) => kind === 'plan')?.[1] as { $defs: Record<string, unknown> };
    expect(plan.$defs['Modality']).toEqual({
      anyOf: [{ enum: ['stated', 'may'] }, { type: 'string', pattern: '^(?:STATED|MAY)$' }],
    });
    expect(plan.$defs['Status']).toMatchObject({
      anyOf: [{ enum: expect.arrayContaining(['NOT_STATED']) as unknown }, {}],
    });
  });
});
