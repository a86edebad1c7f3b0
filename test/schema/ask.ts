/** Asks the schema as a server would, over the project's own data on a fixed day. */
import { fileURLToPath } from 'node:url';
import { type ExecutionResult, type GraphQLFormattedError, execute, parse, validate } from 'graphql';
import type { Graph } from '../../src/graph/entries.ts';
import { type Context, schema } from '../../src/schema/index.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';

export const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const { graph: loaded, problems } = await loadFolders({ data: [at('data')], sources: [] });
if (!loaded) throw new Error(problems.map(printProblem).join('\n'));
export const graph: Graph = loaded;
export const context: Context = { graph, today: '2026-11-23', loadedAt: '2026-11-23T12:00:00Z' };

type Data = Record<string, unknown>;

/** Every resolver is synchronous: a promise here is a defect. */
export function execution(operation: string, variables?: Data, over: Context = context): ExecutionResult<Data> {
  const document = parse(operation);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid };
  const result = execute({ schema, document, contextValue: over, ...(variables ? { variableValues: variables } : {}) });
  if ('then' in result) throw new Error('a resolver is asynchronous');
  return result;
}

/** The data of an operation, as plain JSON. Fails if the operation has errors. The caller gives the shape of the data. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the shape follows from a text that the compiler cannot read
export function ask<T = Data>(operation: string, variables?: Data, over?: Context): T {
  const { data, errors } = execution(operation, variables, over);
  if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`).join('\n'));
  return JSON.parse(JSON.stringify(data)) as T;
}

interface Refused {
  readonly code: unknown;
  readonly argument: unknown;
  readonly value: unknown;
  readonly suggested: string[];
  readonly path: string;
  readonly message: string;
}

/** The only error of an operation, as a client sees it. */
export function refusal(operation: string, variables?: Data, over?: Context): Refused {
  const { errors = [] } = execution(operation, variables, over);
  const [error, ...others] = errors.map((each): GraphQLFormattedError => each.toJSON());
  if (!error || others.length > 0)
    throw new Error(
      `expected one error, got ${String(errors.length)}: ${errors.map(({ message }) => message).join('; ')}`,
    );
  const { code, argument, value, suggestions } = (error.extensions ?? {}) as {
    code?: unknown;
    argument?: unknown;
    value?: unknown;
    suggestions?: { slug: string }[];
  };
  return {
    code,
    argument,
    value,
    suggested: (suggestions ?? []).map(({ slug }) => slug),
    path: (error.path ?? []).join('.'),
    message: error.message,
  };
}
