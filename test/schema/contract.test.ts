/** What was promised to clients is there, and every part of it is explained. */
import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { at } from './ask.ts';

test('nothing promised is missing', () => {
  const promised = buildSchema(readFileSync(at('test/schema/promised.graphql'), 'utf8'));
  expect(findBreakingChanges(promised, schema)).toEqual([]);
});

interface Part {
  readonly name: string;
  readonly path: string;
  readonly description: string;
}

const part = (
  owner: string,
  { name, description }: { name: string; description?: string | null | undefined },
): Part => ({ name, path: owner === '' ? name : `${owner}.${name}`, description: description ?? '' });

function partsOf(type: GraphQLNamedType): Part[] {
  const own = [part('', type)];
  if (isEnumType(type)) return [...own, ...type.getValues().map((value) => part(type.name, value))];
  if (isInputObjectType(type))
    return [...own, ...Object.values(type.getFields()).map((field) => part(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap((field) => [
      part(type.name, field),
      ...field.args.map((argument) => part(`${type.name}.${field.name}`, argument)),
    ]),
  ];
}
const parts = Object.values(schema.getTypeMap())
  .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
  .flatMap(partsOf);

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

test('every type, field, argument, value and input field is described in four words or more', () => {
  expect(parts.length).toBeGreaterThan(700);
  expect(
    parts
      .filter(({ description }) => description.split(/\s+/).filter((word) => /\w/.test(word)).length < 4)
      .map(({ path, description }) => `${path}: ${description}`),
  ).toEqual([]);
});

test('no description merely says the name again', () => {
  const articles = /\b(the|a|an|of|its|this|is|in|for)\b/gi;
  const says = ({ name, description }: Part): boolean =>
    plain(description.replace(articles, '')) === plain(name.replaceAll('_', ' ').replace(articles, ''));
  expect(parts.filter(says).map(({ path }) => path)).toEqual([]);
});

test('every description ends its sentence', () => {
  expect(
    parts
      .filter(({ description }) => !/[.)]$|[.?]"$|\d\.\d\d\.$/.test(description))
      .map(({ path, description }) => `${path}: ${description}`),
  ).toEqual([]);
});

test('scalars say where they are specified', () => {
  const specified = (name: string): unknown =>
    (schema.getType(name) as { specifiedByURL?: unknown } | undefined)?.specifiedByURL;
  expect(specified('Date')).toBe('https://scalars.graphql.org/andimarek/local-date');
  expect(specified('DateTime')).toBe('https://scalars.graphql.org/andimarek/date-time');
});
