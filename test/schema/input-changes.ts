/**
 * Changes of inputs that graphql-js 16 does not report: `@oneOf`, default values of arguments and of fields of input objects,
 * and types of directive arguments.
 */
import {
  astFromValue,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Changes } from './changes.ts';

/** An argument or a field of an input object. */
interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** Compares the inputs that both schemas have. Inputs that were added or removed are reported by graphql-js. */
export function inputChanges(before: GraphQLSchema, after: GraphQLSchema): Changes {
  const breaking: string[] = [];
  const dangerous: string[] = [];
  for (const [old, now] of inBoth(Object.values(before.getTypeMap()), Object.values(after.getTypeMap())))
    if (isInputObjectType(old) && isInputObjectType(now) && old.isOneOf !== now.isOneOf) {
      if (now.isOneOf) breaking.push(`${now.name} is @oneOf now: it takes exactly one of its fields.`);
      else dangerous.push(`${now.name} is no longer @oneOf.`);
    }
  const inputs = inputsOf(after);
  for (const [path, old] of inputsOf(before)) {
    const now = inputs.get(path);
    const change = now === undefined ? null : defaultChange(path, old, now);
    if (change !== null) (change.isBreaking ? breaking : dangerous).push(change.description);
    if (now !== undefined && path.startsWith('@') && !isSafe(old.type, now.type))
      breaking.push(`${path} changed type from ${String(old.type)} to ${String(now.type)}.`);
  }
  return { breaking, dangerous };
}

interface DefaultChange {
  readonly description: string;
  /** A required input that loses its default has to be given from then on. */
  readonly isBreaking: boolean;
}

function defaultChange(path: string, old: Input, now: Input): DefaultChange | null {
  const [was, is] = [defaultOf(old), defaultOf(now)];
  if (was === is) return null;
  if (was === null) return { description: `${path} has the default ${String(is)} now.`, isBreaking: false };
  if (is !== null) return { description: `${path} changed its default from ${was} to ${is}.`, isBreaking: false };
  const isRequired = isNonNullType(now.type);
  return {
    description: `${path} lost its default ${was}${isRequired ? ', and is required now' : ''}.`,
    isBreaking: isRequired,
  };
}

/** The default value in GraphQL's notation; null if there is none. A default of `null` is the text "null". */
function defaultOf({ type, defaultValue }: Input): string | null {
  if (defaultValue === undefined) return null;
  const node = astFromValue(defaultValue, type);
  return node == null ? JSON.stringify(defaultValue) : print(node);
}

/** Whether every value of the old type is a value of the new one. Stricter than needed for lists. */
function isSafe(old: GraphQLInputType, now: GraphQLInputType): boolean {
  return String(old) === String(now) || String(old) === `${String(now)}!`;
}

/** All arguments and fields of input objects, by schema coordinate. */
function inputsOf(schema: GraphQLSchema): Map<string, Input> {
  const found: (readonly [string, Input])[] = [];
  for (const type of Object.values(schema.getTypeMap()))
    if (!type.name.startsWith('__')) found.push(...inputsOfType(type));
  for (const { name, args } of schema.getDirectives())
    for (const argument of args) found.push([`@${name}(${argument.name}:)`, argument]);
  return new Map(found);
}

function inputsOfType(type: GraphQLNamedType): (readonly [string, Input])[] {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.map((argument) => [`${type.name}.${name}(${argument.name}:)`, argument] as const),
  );
}

function inBoth<T extends { readonly name: string }>(before: readonly T[], after: readonly T[]): [T, T][] {
  const byName = new Map(after.map((each) => [each.name, each]));
  return before.flatMap((old): [T, T][] => {
    const now = byName.get(old.name);
    return now === undefined ? [] : [[old, now]];
  });
}
