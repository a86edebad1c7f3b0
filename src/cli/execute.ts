/** Executes operations against the public schema in this process, so that commands print what the API answers. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { type Context, schema } from '../schema/index.ts';
import { CliError } from '../errors.ts';

/** A response whose errors, if any, are names that the graph does not have. */
export interface ExecutedQuery<Data> {
  readonly data: Data;
  /** One for each unknown name; the field of `data` that it concerns is null. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** Executes an operation. Throws errors that have no code, which are bugs of the program. */
export function answer<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variableValues: Variables,
  contextValue: Context,
): ExecutedQuery<Data> {
  const result = execute({ schema, document, variableValues, contextValue });
  if ('then' in result)
    throw new Error('A resolver of the schema is asynchronous; the command line needs synchronous ones.');
  for (const { originalError, extensions, message } of result.errors ?? []) {
    if (typeof extensions['code'] !== 'string') throw originalError ?? new Error(message);
  }
  const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult<Data>;
  return { data: data as Data, errors };
}

/** The data without null at its top fields. */
type Whole<Data> = { readonly [Field in keyof Data]: NonNullable<Data[Field]> };

/** Executes an operation that must have no errors. Throws a CliError with a line for each error: what is wrong, and suggestions. */
export function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context: Context,
): Whole<Data> {
  const { data, errors } = answer(document, variables, context);
  if (errors.length > 0) throw refused(errors);
  return data as Whole<Data>;
}

/** The CliError for errors of a response: names that the graph does not have, or wrong values. Exit code 2. */
export function refused(errors: readonly GraphQLFormattedError[]): CliError {
  return new CliError(
    errors.map(({ message, extensions }) => `${flagOf(extensions?.['argument'])}${message}`),
    2,
    { errors },
  );
}

/** The flag for an argument of the API, as a prefix of the message: `given.met[1]` is "--met: ". */
function flagOf(argument: unknown): string {
  const flags: Record<string, string> = {
    met: 'met',
    unmet: 'unmet',
    counts: 'count',
    territory: 'territory',
    on: 'on',
    accordingTo: 'according-to',
    of: 'of',
  };
  const [first = '', second = ''] = typeof argument === 'string' ? argument.split(/[.[]/) : [];
  const flag = flags[first === 'given' ? second : first];
  return flag === undefined ? '' : `--${flag}: `;
}
