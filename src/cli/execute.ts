/** A question to the public schema, asked in process: what the terminal says is what the API says. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { type Context, schema } from '../schema/index.ts';
import { CliError } from '../errors.ts';

export interface ExecutedQuery<Data> {
  readonly data: Data;
  /** The names that were refused, each with a null at its own field of `data`. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** The answer, with the names in it that were refused. Throws what is a bug of the program. */
export function answer<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variableValues: Variables,
  contextValue: Context,
): ExecutedQuery<Data> {
  const result = execute({ schema, document, variableValues, contextValue });
  if ('then' in result) throw new Error('a resolver is asynchronous');
  for (const { originalError, extensions, message } of result.errors ?? []) {
    if (typeof extensions['code'] !== 'string') throw originalError ?? new Error(message);
  }
  const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult<Data>;
  return { data: data as Data, errors };
}

/** What is there once null has been refused. */
type Whole<Data> = { readonly [Field in keyof Data]: NonNullable<Data[Field]> };

/** The same where nothing may be refused: throws a Refusal that says, for each error, what was wrong and what was probably meant. */
export function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context: Context,
): Whole<Data> {
  const { data, errors } = answer(document, variables, context);
  if (errors.length > 0) throw refused(errors);
  return data as Whole<Data>;
}

/** A question that names something unknown, or makes no sense. */
export function refused(errors: readonly GraphQLFormattedError[]): CliError {
  return new CliError(
    errors.map(({ message, extensions }) => `${flagOf(extensions?.['argument'])}${message}`),
    2,
    { errors },
  );
}

/** `given.met[1]` was typed as `--met`. */
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
