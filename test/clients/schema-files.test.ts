/** The generated files in `schema` that clients and their tools read. */
import { readFileSync } from 'node:fs';
import {
  assertInputObjectType,
  buildSchema,
  Kind,
  parse,
  printSchema,
  visit,
  type GraphQLAbstractType,
  isAbstractType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { schema } from '../../src/schema/index.ts';
import { oneOfDefinition, printPublicSchema } from '../../src/schema/sdl.ts';
import { at } from '../schema/ask.ts';

const publicText = readFileSync(at('schema/covergraph.graphql'), 'utf8');

describe('schema/covergraph.graphql', () => {
  test('defines every directive that graphql-js 15 does not know', () => {
    const known = new Set(['deprecated', 'specifiedBy', 'skip', 'include']);
    const used = new Set<string>();
    visit(parse(publicText), {
      Directive: ({ name }) => void used.add(name.value),
      DirectiveDefinition: ({ name }) => void known.add(name.value),
    });
    expect(used.has('oneOf')).toBe(true);
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
  });

  test('is the schema that the server builds, with its inputs of exactly one field', () => {
    const read = buildSchema(publicText);
    expect(printSchema(read)).toBe(printSchema(schema));
    expect(assertInputObjectType(read.getType('SubjectInput')).isOneOf).toBe(true);
  });
});

test('a schema without @oneOf is printed without its definition', () => {
  const plain = buildSchema('type Query { a: Int }');
  expect(oneOfDefinition(plain)).toBe('');
  expect(printPublicSchema(plain)).toBe(printSchema(plain));
});

test('schema/possible-types.json has the object types of every interface and union', () => {
  const given = JSON.parse(readFileSync(at('schema/possible-types.json'), 'utf8')) as Record<string, string[]>;
  const expected: Record<string, string[]> = {};
  const abstract = Object.values(schema.getTypeMap()).filter((type): type is GraphQLAbstractType =>
    isAbstractType(type),
  );
  for (const { definitions } of [parse(publicText)])
    for (const definition of definitions) {
      if (definition.kind === Kind.UNION_TYPE_DEFINITION)
        expected[definition.name.value] = (definition.types ?? []).map(({ name }) => name.value);
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
        for (const { name } of definition.interfaces ?? [])
          expected[name.value] = [...(expected[name.value] ?? []), definition.name.value];
    }
  const sorted = (lists: Record<string, string[]>): [string, string[]][] =>
    Object.entries(lists)
      .map(([name, types]): [string, string[]] => [name, [...types].sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(given)).toEqual(sorted(expected));
  expect(Object.keys(given).sort()).toEqual(abstract.map(({ name }) => name).sort());
  expect(given['CoverageSubject']).toEqual(['Service', 'Technique', 'BillingCode']);
});

test('in the subgraph no list has an assumed size next to an argument that has a default', () => {
  const offending: string[] = [];
  visit(parse(coverageSubgraph().sdl()), {
    FieldDefinition: ({ name, arguments: args = [], directives = [] }) => {
      const size = directives.find((directive) => directive.name.value === 'listSize');
      const slicing = size?.arguments?.find((argument) => argument.name.value === 'slicingArguments')?.value;
      const sliced = slicing?.kind === Kind.LIST ? slicing.values : [];
      const isAssumed = size?.arguments?.some((argument) => argument.name.value === 'assumedSize') ?? false;
      const hasDefault = args.some(
        (argument) =>
          argument.defaultValue !== undefined &&
          sliced.some((value) => value.kind === Kind.STRING && value.value === argument.name.value),
      );
      if (isAssumed && hasDefault) offending.push(name.value);
    },
  });
  expect(offending).toEqual([]);
});
