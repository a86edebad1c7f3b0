/**
 * The compiled executor, a fast path in front of Yoga. It executes operations that Yoga has already answered once without
 * an error, with any variables, for clients that accept the same media type. Yoga alone parses and validates documents and
 * checks their size, and the headers of an answer are those that Yoga sent. The cost of each request is still checked here.
 * Without the compiled executor every answer is the same, only slower.
 */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';
import type { JsonMediaType } from '../content-negotiation.ts';
import type { CompiledExecutor, GraphqlParams, YogaResponse } from '../graphql-http.ts';
import { statusCounter, type RequestLog } from '../request-context.ts';
import type { GraphqlOptions } from '../create-yoga.ts';
import { analyzeCost } from '../query-limits/query-cost.ts';
import { compileOperation, bailOut, type ExecutionRun } from './compile-operation.ts';
import { FragmentCache } from './fragment-cache.ts';

/** An operation that Yoga has answered without an error. */
interface LearnedOperation {
  readonly number: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Names of the variables in directives. For each set of their values the operation is compiled separately. */
  readonly directiveVariables: readonly string[];
  /** Names of all variables if all have the type String or ID, else null. */
  readonly textVariables: readonly string[] | null;
  /** Compiled forms, by the values of the variables in directives. */
  readonly forms: Map<string, (run: ExecutionRun) => string>;
  /** Raised by each success and lowered by each failure. Below 0 the operation is left to Yoga. */
  credit: number;
}

const maxFormsPerOperation = 16;
const initialCredit = 10;

/** `fragmentCacheBytes` is the size of the fragment cache; 0 turns it off. */
export function createCompiledExecutor(
  { schema, limits, operations, clock }: GraphqlOptions,
  fragmentCacheBytes = 32_000_000,
): CompiledExecutor {
  const operationsByKey = new LRUCache<string, LearnedOperation>({
    maxSize: 200_000,
    sizeCalculation: (_, text) => text.length + 100,
  });
  /** Headers of Yoga's answers, by the media type of the answer. */
  const headersByType = new Map<JsonMediaType, YogaResponse['headers']>();
  /** The statuses of the execution in progress. Executions are synchronous, so there is only one at a time. */
  const statuses: CoverageStatus[] = [];
  const snapshotPartsOf = createSnapshotParts(statuses, fragmentCacheBytes);
  let learnedCount = 0;

  /** Returns null if the cost is refused. Throws if the operation has to be left to Yoga. */
  const execute = (
    learned: LearnedOperation,
    params: GraphqlParams,
    requestLog: RequestLog,
    snapshot: Context,
  ): YogaResponse['body'] | null => {
    const variables = coerceVariables(schema, learned, params.variables);
    const graphSize = { plans: snapshot.graph.plans.size, subjects: snapshot.graph.subjects.size };
    const operationName = learned.operation.name?.value;
    const analysis = analyzeCost(schema, learned.document, operationName, variables, graphSize, limits);
    if (analysis.refusal) return null;
    const from = clock();
    const { context, fragmentCache, end } = snapshotPartsOf(snapshot);
    statuses.length = 0;
    const write = compiledForm(schema, learned, variables);
    const maxCharacters = limits.responseBytes;
    const data = write({ context, variables, args: [], fragmentCache, fragmentEntries: [], statuses, maxCharacters });
    const body = `{"data":${data}${end}`;
    const bytes = Buffer.byteLength(body);
    if (bytes > limits.responseBytes) bailOut();
    if (statuses.length > 0) statuses.forEach(statusCounter(requestLog));
    requestLog.cost = analysis.cost;
    requestLog.rootFields = analysis.asks;
    requestLog.executed = { from, to: clock() };
    if (analysis.name !== null && operations.has(analysis.name)) requestLog.operation = analysis.name;
    requestLog.caches.push({ cache: 'compiled', hit: true });
    return bytes === body.length ? body : Buffer.from(body);
  };

  return {
    execute: (params, { mediaType, requestLog }, snapshot) => {
      const headers = headersByType.get(mediaType);
      const learned = headers && operationsByKey.get(keyOf(params));
      if (!learned || learned.credit < 0) return null;
      try {
        const body = execute(learned, params, requestLog, snapshot);
        if (body === null) return null;
        learned.credit += 1;
        return { status: 200, headers, body, cache: null };
      } catch {
        learned.credit -= 1;
        return null;
      }
    },
    learn: (params, document, { mediaType }, { headers }) => {
      headersByType.set(mediaType, headers);
      const key = keyOf(params);
      if (operationsByKey.has(key)) return;
      const operation = getOperationAST(document, params.operationName);
      if (!operation) return;
      operationsByKey.set(key, {
        number: learnedCount,
        document,
        operation,
        directiveVariables: variablesInDirectives(document),
        textVariables: textVariablesOf(operation),
        forms: new Map(),
        credit: initialCredit,
      });
      learnedCount += 1;
    },
  };
}

/** What is the same for every request on one snapshot: the context of the resolvers, fragments, and the end of the answer. */
interface SnapshotParts {
  readonly snapshot: Context;
  readonly context: Context;
  readonly fragmentCache: FragmentCache;
  readonly end: string;
}

/**
 * Returns a function that gives the parts of a snapshot, and drops those of the snapshot before. The resolvers add the
 * statuses that they derive to `statuses`.
 */
function createSnapshotParts(
  statuses: CoverageStatus[],
  fragmentCacheBytes: number,
): (snapshot: Context) => SnapshotParts {
  const derived = (status: CoverageStatus): void => {
    statuses.push(status);
  };
  let parts: SnapshotParts | null = null;
  return (snapshot) => {
    if (parts?.snapshot === snapshot) return parts;
    const end = `,"extensions":{"dataVersion":${JSON.stringify(snapshot.graph.version)}}}`;
    parts = {
      snapshot,
      context: { ...snapshot, derived },
      fragmentCache: new FragmentCache(fragmentCacheBytes),
      end,
    };
    return parts;
  };
}

const keyOf = ({ query, operationName }: GraphqlParams): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;

function variablesInDirectives(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: args = [] }) => {
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Names of all variables if all have the type String or ID, else null. */
function textVariablesOf({ variableDefinitions = [] }: OperationDefinitionNode): readonly string[] | null {
  const areTexts = variableDefinitions.every(
    ({ type, variable }) => /^(String|ID)!?$/.test(print(type)) && variable.name.value !== '__proto__',
  );
  return areTexts ? variableDefinitions.map(({ variable }) => variable.name.value) : null;
}

/**
 * Coerces variables as graphql-js does, into an object without inherited properties such as `constructor`. If all variables
 * are strings of type String or ID, no coercion is necessary.
 */
function coerceVariables(
  schema: GraphQLSchema,
  { textVariables, operation }: LearnedOperation,
  values: GraphqlParams['variables'],
): Record<string, unknown> {
  if (textVariables?.every((name) => typeof values[name] === 'string') !== true)
    return Object.assign(
      Object.create(null) as object,
      getVariableValues(schema, operation.variableDefinitions ?? [], values).coerced ?? bailOut(),
    );
  const variables: Record<string, unknown> = {};
  for (const name of textVariables) variables[name] = values[name];
  return variables;
}

/** Returns the compiled form for the values of the variables in directives. Throws if the operation cannot be compiled. */
function compiledForm(
  schema: GraphQLSchema,
  { number, document, operation, directiveVariables, forms }: LearnedOperation,
  variables: Record<string, unknown>,
): (run: ExecutionRun) => string {
  const key = directiveVariables.map((name) => String(variables[name])).join();
  const known = forms.get(key);
  if (known !== undefined) return known;
  if (operation.operation !== OperationTypeNode.QUERY || forms.size >= maxFormsPerOperation) return bailOut();
  const root = schema.getQueryType() ?? bailOut();
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const counts = { fields: 0, varying: 0, selections: 0 };
  const name = `${String(number)} ${key}`;
  const form = compileOperation({ schema, fragments, operation, variables, name, counts }, root);
  forms.set(key, form);
  return form;
}
