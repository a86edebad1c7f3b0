/**
 * The JSON Schemas for editors and the shapes that `check` uses refuse the same files. Editors read YAML 1.2 with its core
 * schema, in which 65 is a number; the program reads every value as text.
 *
 * What a JSON Schema cannot say, since an editor sees a number and not how it is written, or because it needs other values:
 * - a number in an unusual form where only digits are taken: +5, 1e3, 0x1F, 12.0;
 * - how many digits a bare billing code has: 0012 has four, and 12 has two;
 * - hosts that are not valid, as in http://256.256.256.256;
 * - lengths of a text with spaces around it, or with characters outside the Basic Multilingual Plane.
 * The other laws are about several entries or files, or about the bytes of the text (`plain-text`, `to-fill-in`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { COST_SHARE_PATTERN, LIMIT_PATTERN, parseCostShare, parseLimit } from '../../src/model/amounts.ts';
import { COUNTIES_PATTERN, parseCounties } from '../../src/model/counties.ts';
import * as shapes from '../../src/model/shapes.ts';
import { readYaml } from '../../src/store/yaml.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { at } from '../schema/ask.ts';

const KINDS = {
  sources: ['source', shapes.sourceShape],
  conditions: ['condition', shapes.conditionShape],
  services: ['service', shapes.serviceShape],
  techniques: ['technique', shapes.techniqueShape],
  'billing-codes': ['billing-code', shapes.billingCodeShape],
  plans: ['plan', shapes.planShape],
  'territories.yaml': ['territories', shapes.territoryTableShape],
  'dataset.yaml': ['dataset', shapes.dataSetShape],
} as const;
type Kind = keyof typeof KINDS;

// Formats are not checked, as in editors that know none.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map<Kind, ValidateFunction>(
  Object.entries(KINDS).map(([kind, [name]]) => [
    kind as Kind,
    ajv.compile(JSON.parse(readFileSync(at(`schema/${name}.schema.json`), 'utf8')) as object),
  ]),
);

/** Whether `check` takes the file, as far as that depends on this file alone. */
function checkTakes(kind: Kind, text: string): boolean {
  const { value, faults } = readYaml(text);
  return faults.length === 0 && KINDS[kind][1].safeParse(value).success;
}
/** Whether an editor marks nothing in the file. */
function editorTakes(kind: Kind, text: string): boolean {
  try {
    return validators.get(kind)?.(parse(text, { version: '1.2', schema: 'core' })) === true;
  } catch {
    return false;
  }
}
const verdicts = (kind: Kind, text: string): object => ({
  check: checkTakes(kind, text),
  editor: editorTakes(kind, text),
});
const both = (isTaken: boolean): object => ({ check: isTaken, editor: isTaken });

interface DataFile {
  readonly file: string;
  readonly kind: Kind;
  readonly text: string;
}
/** The data files in a folder and the folders in it. */
function dataFilesIn(folder: string): DataFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const kind = name.split('/').find((part) => Object.hasOwn(KINDS, part)) as Kind | undefined;
      return kind === undefined ? [] : [{ file: name, kind, text: readFileSync(join(folder, name), 'utf8') }];
    });
}

const seed = randomSeed('test/model/json-schema.test.ts');

describe('the same verdict', () => {
  test('on all data files: both take them', () => {
    const files = dataFilesIn(at('data'));
    expect(files.length).toBeGreaterThan(200);
    const refused = files.filter(({ kind, text }) => !checkTakes(kind, text) || !editorTakes(kind, text));
    expect(refused.map(({ file }) => file)).toEqual([]);
  });

  test('on all fixtures of bad data', () => {
    const files = dataFilesIn(at('test/bad-data'));
    const different = files.filter(({ kind, text }) => checkTakes(kind, text) !== editorTakes(kind, text));
    expect(different.map(({ file }) => file)).toEqual([]);
    expect(files.filter(({ kind, text }) => !checkTakes(kind, text)).map(({ file }) => file)).toContain(
      'shape/data/plans/basic.yaml',
    );
  });

  test.each<[kind: Kind, line: string, isTaken: boolean]>([
    ['services', 'alternateNames: [1036]', true],
    ['services', 'alternateNames: [2.5, true, -7, yes]', true],
    ['services', 'alternateNames: [null]', false],
    ['services', 'alternateNames: [~]', false],
    ['services', 'alternateNames: ["null"]', true],
    ['services', 'alternateNames: ["  "]', false],
    ['services', 'alternateNames: [""]', false],
    ['services', 'alternateNames:', false],
    ['services', 'description:', false],
    ['services', 'externalCodes: [{ system: x12-service-type, code: 33, cites: [a#b] }]', true],
    ['services', 'externalCodes: [{ system: x12, code: 33, cites: [a#b] }]', false],
    ['services', 'broader: { 97124: [a#b] }', true],
    ['services', 'broader: { Care: [a#b] }', false],
    ['services', 'phrase: [a]', false],
    ['plans', 'level: 5', false],
    ['plans', 'within: 12', true],
    ['plans', 'within: -12', false],
    ['plans', 'within: 2.5', false],
    ['plans', 'within: true', true],
    ['plans', 'serviceAreas: [{ cites: [a#b] }]', false],
    ['plans', 'serviceAreas: [{ states: [PR], cites: [a#b] }]', true],
    ['plans', 'serviceAreas: [{ states: [PR], counties: ["US-PA: SSA 39010 Allegheny"], cites: [a#b] }]', true],
    ['plans', 'serviceAreas: [{ counties: [nonsense], cites: [a#b] }]', false],
    ['plans', 'serviceAreas: [{ counties: [12], cites: [a#b] }]', false],
    ['plans', 'serviceAreas: [{ counties: ["US-PA: Allegheny ; Armstrong"], cites: [a#b] }]', false],
    ['plans', 'cases: { c: { of: care, status: COVERED, on: 2026-02-28 } }', true],
    ['plans', 'cases: { c: { of: care, status: COVERED, on: 2026-02-30 } }', false],
    ['plans', 'cases: { c: { of: care, status: covered, counts: { visits: 3 } } }', true],
    ['plans', 'cases: { c: { of: care, status: COVERED, counts: { visits: 2.5 } } }', false],
    ['plans', 'cases: { c: { of: care, status: COVERED, counts: { visits: -1 } } }', false],
    ['plans', 'cases: { c: { of: care, status: Covered } }', false],
    ['dataset.yaml', 'notices: [12, true]', true],
    ['dataset.yaml', 'notices: [null]', false],
  ])('on %s with %s: taken %s on %s', (kind, line, isTaken) => {
    const name = kind === 'dataset.yaml' ? '' : 'name: Basic\n';
    expect(verdicts(kind, `${name}${line}\n`)).toEqual(both(isTaken));
  });

  test.each<[rule: string, isTaken: boolean]>([
    ['covered: care', true],
    ['covered: 97124', true],
    ['covered: care, excluded: care', false],
    ['covered: care, excluded: care, lifted: care', false],
    ['quantifier: all', false],
    ['lifted: care', true],
    ['covered: care, costs: [{ share: $1500 copayment }]', false],
    ['covered: care, costs: [{ share: "$1,500 copayment" }]', true],
    ['covered: care, costs: [{ share: 20 }]', false],
    ['covered: care, costs: [{ share: 20 % coinsurance }]', false],
    ['covered: care, costs: [{ share: $5 to $5 copayment }]', false],
    ['covered: care, limits: [{ limit: 20 visits }]', false],
    ['covered: care, limits: [{ limit: 1 visits per calendar year }]', false],
    ['covered: care, limits: [{ limit: 1 visit per calendar year }]', true],
    ['covered: care, when: { all: [] }', false],
    ['covered: care, when: { all: [a, { condition: b, atLeast: 3 }] }', true],
    ['covered: care, when: { all: [a, { condition: b, atLeast: some }] }', false],
    ['covered: care, when: { all: [{ any: [{ none: [{ all: [a] }] }] }] }', false],
    ['covered: care, where: nowhere', false],
    ['covered: care, where: { inside: [] }', false],
    ['covered: care, part: stated', false],
    ['covered: care, requires: { a: { strength: required } }', true],
    ['covered: care, requires: { a: { strength: 5 } }', false],
    ['covered: care, restates: basic/in', true],
    ['covered: care, restates: a/b/c', false],
  ])('on a rule with %s: taken %s', (rule, isTaken) => {
    expect(verdicts('plans', `name: Basic\nrules: { in: { ${rule}, cites: [a#b] } }\n`)).toEqual(both(isTaken));
  });

  test.each<[passage: string, isTaken: boolean]>([
    ['at: 12, says: It', true],
    ['at: 12, says: 5, line: 65', true],
    ['at: p, says: It, line: 65-67', true],
    ['at: p, says: It, line: 0', false],
    ['at: p, says: It, line: 6.5', false],
    ['at: p, says: It, line: 12345678', false],
    ['at: p, says: null', false],
    ['at: p, says: It, url: "https://example.org/a"', true],
    ['at: p, says: It, url: "ftp://example.org/a"', false],
    ['at: p, says: It, url: "https:example.org"', false],
    ['at: p, says: It, url: 5', false],
    ['at: p, says: It, fingerprint: 12', false],
  ])('on a passage with %s: taken %s', (passage, isTaken) => {
    const source =
      'name: A\nedition: 2027.1\nauthority: plan-document\nlicence: ALL-RIGHTS-RESERVED\ncheckedOn: 2026-01-01';
    expect(verdicts('sources', `${source}\npassages: { 12: { ${passage} } }\n`)).toEqual(both(isTaken));
  });

  test('on data files with a value, a key or a field changed', () => {
    const random = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), { seed, numRuns: 600 });
    const files = dataFilesIn(at('data')).filter(({ kind }) => kind !== 'territories.yaml');
    const different: string[] = [];
    let refused = 0;
    for (const [index, number] of random.entries()) {
      const from = files[number % files.length];
      if (!from) continue;
      const text = mutated(from.text, number, index);
      const taken = checkTakes(from.kind, text);
      refused += taken ? 0 : 1;
      if (taken !== editorTakes(from.kind, text))
        different.push(`${from.file} ${JSON.stringify(verdicts(from.kind, text))}\n${text}`);
    }
    expect(different.slice(0, 3)).toEqual([]);
    expect(refused).toBeGreaterThan(100);
  });
});

const VALUES: readonly unknown[] = [
  0,
  12,
  -5,
  2.5,
  true,
  null,
  '',
  ' ',
  'x',
  'X Y',
  '12',
  '$5 copayment',
  '20 visits per plan year',
  [],
  ['a'],
  {},
  { a: 'b' },
];

/** The text with one value replaced, one key removed or added. Its numbers are written as YAML's core schema prints them. */
function mutated(text: string, number: number, turn: number): string {
  const document = parse(text, { schema: 'core' }) as unknown;
  const root = structuredClone({ document });
  const paths = pathsIn(document);
  const path = ['document', ...(paths[number % paths.length] ?? [])];
  const last = path.at(-1) ?? '';
  let parent: Record<string, unknown> = root;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
  const value = VALUES[number % VALUES.length];
  if (turn % 4 === 0 && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (turn % 4 === 0) Reflect.deleteProperty(parent, last);
  else if (turn % 4 === 1 && !Array.isArray(parent)) parent['unknown-key'] = value;
  else parent[last] = value;
  return stringify(root.document, { aliasDuplicateObjects: false });
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

describe('the patterns are those of the parsers', () => {
  const words = [
    'no charge',
    'cost not stated',
    '20%',
    '20.5%',
    '020%',
    'and',
    '$5',
    '$05',
    '$1500',
    '$1,500',
    '$1,50',
    '$0.50',
    '5 CAD',
    '5 USD',
    '1,500.25 EUR',
    'to',
    'at least',
    'at most',
    'deductible',
    'copayment',
    'coinsurance',
    'per',
    'visit',
    'visits',
    'day',
    'days',
    'calendar year',
    'rolling window',
    'episode of care',
    'in network',
    'out of network',
    'in',
    '2026',
    '0026',
    '1',
    '1.0',
    '12',
    '012',
    '90',
    '0',
    'billing unit',
    'billing units',
    'session',
    'US-PA:',
    'PR:',
    'US:',
    'FIPS 42003',
    'SSA 39010',
    'FIPS',
    'Allegheny',
    'St. Louis',
    '(part)',
    '(part: 16201)',
    '(part: 16201 16202)',
    ';',
    '42',
    'O(x',
    ' ',
  ];
  const phrase = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join(' ').replaceAll(' ;', ';'));
  test.each<[string, string, (text: string) => unknown]>([
    ['cost share', COST_SHARE_PATTERN, parseCostShare],
    ['limit', LIMIT_PATTERN, parseLimit],
    ['counties', COUNTIES_PATTERN, parseCounties],
  ])('%s', (_, pattern, parseText) => {
    const expression = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(phrase, (text) => {
        expect([text, expression.test(text)]).toEqual([text, parseText(text) !== null]);
      }),
      { seed, numRuns: 20_000 },
    );
  });
});
