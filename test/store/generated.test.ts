import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { GENERATORS, publishedTexts, stale } from '../../codegen.ts';
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

describe('the text of a trusted document', () => {
  const source = '# A comment.\nquery Covers($plan: String!) {\n  plan(slug: $plan, of: { a: 1 }) { name }\n}\n';
  const changed = source.replace('name', 'slug');
  /** As graphql-js 17 prints it: with spaces inside the braces of an object. */
  const newerPrinter = (document: DocumentNode): string => print(document).replace(/\{(\w[^}]*)\}/g, '{ $1 }');

  test('stays the published one, whatever a newer printer would print', () => {
    const published = publishedTexts([source], []);
    expect(published).toEqual(['query Covers($plan: String!) {\n  plan(slug: $plan, of: {a: 1}) {\n    name\n  }\n}']);
    expect(publishedTexts([source], [], newerPrinter)).not.toEqual(published);
    expect(publishedTexts([source], published, newerPrinter)).toEqual(published);
  });

  test('is a new one if the operation changes', () => {
    const [published = ''] = publishedTexts([source], []);
    expect(publishedTexts([changed], [published], newerPrinter)).toEqual([newerPrinter(parse(changed))]);
  });

  test('of every example is in the file already, so no printer has a say in its id', () => {
    const folder = join(root, 'src/examples');
    const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
    const sources = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    const manifest = readFileSync(join(root, 'schema/trusted-documents.json'), 'utf8');
    const texts = Object.values(JSON.parse(manifest) as Record<string, string>);
    const found = publishedTexts(sources, texts, () => 'printed again');
    expect(found.length).toBeGreaterThan(20);
    expect(found).not.toContain('printed again');
  });
});
