/** Every snippet of the integrators' page does what the page says of it. */
import { readFileSync } from 'node:fs';
import { buildSchema, execute, graphqlSync, parse, print, validate } from 'graphql';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { parseCaseKey } from '../../src/federation/case-key.ts';
import { MOST_REPRESENTATIONS } from '../../src/federation/subgraph.ts';
import { createHttp } from '../../src/http/http.ts';
import { COMPOSERS, composed } from '../federation/composed.ts';
import { printCaseKey } from '../federation/print-case-key.ts';
import { claims, directory, members } from '../federation/siblings/rows.ts';
import { sdlOf } from '../federation/siblings/sibling.ts';
import { at, context } from './ask.ts';
import { composeServices } from '@theguild/federation-composition';

const page = readFileSync(at('src/schema/README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
const rows = (heading: string): string[][] =>
  [...(page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/^\| (?!---)(.*) \|$/gm)]
    .slice(1)
    .map(([, row]) => (row ?? '').split(' | ').map((cell) => cell.trim()));
const code = (cell: string | undefined): string => /`([^`]*)`/.exec(cell ?? '')?.[1] ?? '';

const { schema, sdl } = coverageSubgraph();
const [stub = '', question = '', entities = ''] = blocks('graphql');
const [representations = '', answer = '', document = '', apollo = ''] = blocks('json');

test('it has eight snippets, and each is one of those below', () => {
  expect([
    blocks('graphql').length,
    blocks('json').length,
    blocks('ts').length,
    [...page.matchAll(/```\w/g)].length,
  ]).toEqual([3, 4, 1, 8]);
});

test.each(COMPOSERS)('the stub composes as it stands, by %s, with no hint', (composer) => {
  const { errors, hints } = composed(composer, [
    { name: 'covergraph', sdl: sdl() },
    { name: 'mine', sdl: stub },
  ]);
  expect({ errors, hints }).toEqual({ errors: [], hints: [] });
});

test('the stub is the schema of the members server that the tests start', () => {
  expect(print(parse(stub))).toBe(print(parse(sdlOf('members'))));
});

test('the question can be asked of that supergraph', () => {
  const parts = [{ name: 'covergraph', sdl: sdl() }, members, claims, directory].map((part) => ({
    name: part.name,
    url: '',
    typeDefs: parse(part.sdl),
  }));
  const { publicSdl = '' } = composeServices(parts);
  expect(validate(buildSchema(publicSdl), parse(question))).toEqual([]);
});

test('the entities asked for are those shown, the error too', () => {
  const result = execute({
    schema,
    document: parse(entities),
    variableValues: JSON.parse(representations) as Record<string, unknown>,
    contextValue: context,
  });
  if ('then' in result) throw new Error('asynchronous');
  const { data, errors = [] } = result;
  expect(
    JSON.parse(
      JSON.stringify({
        data,
        errors: errors.map((error) => {
          const { locations: _, ...shown } = error.toJSON();
          return shown;
        }),
      }),
    ),
  ).toEqual(JSON.parse(answer));
});

test.each(rows('Keys and how long they last'))('%s is found by its natural key %s, as in %s', (type, key, example) => {
  const [name, fields] = [code(type), code(key)];
  expect(sdl()).toMatch(new RegExp(`^type ${name}[^{]*@key\\(fields: "${fields}"\\)`, 'm'));
  const representation = JSON.parse(code(example)) as Record<string, string>;
  expect(Object.keys(representation).join(' ')).toBe(fields);
  const { data, errors } = graphqlSync({
    schema,
    source: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    variableValues: { r: [{ __typename: name, ...representation }] },
    contextValue: context,
  });
  expect({ data: JSON.parse(JSON.stringify(data)) as unknown, errors }).toEqual({
    data: { _entities: [{ __typename: name }] },
    errors: undefined,
  });
});

describe('the key of a case', () => {
  const parts = rows('A case in one key').map(([part]) => code(part));
  test('is made of the parts of the table, in their order', () => {
    expect(parts).toHaveLength(6);
    expect(printCaseKey(parseCaseKey(parts.join(' ')))).toBe(parts.join(' '));
    expect(printCaseKey(parseCaseKey([parts[0], ...parts.slice(1).reverse()].join(' ')))).toBe(parts.join(' '));
  });

  test('has a fact only where something is known to be so or not to be so', () => {
    const { outputText } = ts.transpileModule(blocks('ts')[0] ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the snippet, as a reader would run it
    const fact = new Function(`${outputText}\nreturn fact;`)() as (holds: unknown, condition: string) => string;
    expect(
      [true, false, null, undefined, {}, new Error('down'), 'false', 0].map((holds) => fact(holds, 'prescribed')),
    ).toEqual([' +prescribed', ' -prescribed', '', '', '', '', '', '']);
  });
});

test('the codes of errors are those of the contract, each once', () => {
  const listed = rows('Errors').flatMap(([codes]) =>
    [...(codes ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, each]) => each ?? ''),
  );
  const given = [
    ...new Set(
      [...readFileSync(at('src/schema/errors.ts'), 'utf8').matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(
        ([, each]) => each ?? '',
      ),
    ),
  ];
  expect(new Set(listed).size).toBe(listed.length);
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((each) => !listed.includes(each))).toEqual([]);
});

test('the numbers are those that hold', () => {
  const words = page.replace(/\s+/g, ' ');
  expect(words).toContain(`at most ${MOST_REPRESENTATIONS.toLocaleString('en')} representations`);
  expect(sdl()).toContain(`type Determination @cost(weight: ${/An answer weighs (\d+)/.exec(words)?.[1] ?? '?'})`);
  expect(sdl()).toContain(`assumedSize: ${/entries, (\d+) by default/.exec(words)?.[1] ?? '?'}`);
});

test.each([
  ['GraphQL over HTTP', document],
  ['Apollo', apollo],
])('a document is answered by its id in the form of %s', async (_, form) => {
  const trusted = JSON.parse(readFileSync(at('schema/trusted-documents.json'), 'utf8')) as Record<string, string>;
  const [id = ''] =
    Object.entries(trusted).find(([, text]) => text.startsWith('query WhatDoesTricarePrimeRequireForMassage(')) ?? [];
  const http = createHttp({
    schema,
    current: () => context,
    today: () => context.today,
    log: () => undefined,
    trustedDocuments: new Map(Object.entries(trusted)),
    trustedDocumentsOnly: true,
  });
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: form.replace('"ID"', `"${id.slice(7)}"`).replace('sha256:ID', id),
  });
  expect(await response.json()).toMatchObject({ data: { coverage: { status: 'CONDITIONAL' } } });
});
