/** The example operations: each one question that a person would ask, each running as it stands, together using every field. */
import { readFileSync, readdirSync } from 'node:fs';
import {
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { ask, at } from './ask.ts';

const folder = at('src/examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .map((file) => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    return { name: file.replace('.graphql', ''), text, document: parse(text) };
  });
const operationsOf = (document: (typeof examples)[number]['document']): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

test('there are twenty-five or more', () => {
  expect(examples.length).toBeGreaterThanOrEqual(25);
});

describe.each(examples)('$name', ({ name, text, document }) => {
  test('is one operation, named by its question, that begins with the question', () => {
    const pascal = name
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    expect(operationsOf(document).map((operation) => operation.name?.value)).toEqual([pascal]);
    expect(text).toMatch(/^# [A-Z].*\?\n/);
  });

  test('runs as it stands', () => {
    expect(validate(schema, document)).toEqual([]);
    expect(Object.values(ask(text)).filter((value) => value === null)).toEqual([]);
  });
});

test('together they use every field outside connections', () => {
  const used = new Set<string>();
  for (const { document } of examples) {
    const info = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: () => {
          used.add(`${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`);
        },
      }),
    );
  }
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !/^__|(Connection|Edge|PageInfo)$/.test(name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  expect(fields.length).toBeGreaterThan(200);
  expect(fields.filter((field) => !used.has(field))).toEqual([]);
});
