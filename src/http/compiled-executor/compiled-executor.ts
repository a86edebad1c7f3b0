/**
 * The lane in front of Yoga. It answers what Yoga has already answered once without an error: the same operation, with any
 * variables, for clients that accept the same. What it does not know, it does not judge: documents are read, validated and
 * held against the limits of their size by Yoga alone, and the headers of an answer are those that Yoga gave. Each request
 * is still weighed. Without this folder, and the line that hands it to `createHttp`, every answer is the same.
 */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';
import type { YogaResponse, CompiledExecutor } from '../graphql-handler.ts';
import { statusCounter } from '../request-context.ts';
import type { GraphqlOptions } from '../create-yoga.ts';
import { analyzeCost } from '../query-limits/query-cost.ts';
import type { GraphqlParams } from '../parse-graphql-request.ts';
import { compileOperation, bailOut, type ExecutionRun } from './compile-operation.ts';
import { FragmentCache } from './fragment-cache.ts';

interface Known {
  readonly number: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly deciding: readonly string[];
  /** Names of all its variables, where each of them is a text. */
  readonly texts: readonly string[] | null;
  readonly forms: Map<string, (run: ExecutionRun) => string>;
  patience: number;
}

/** Forms of one operation, by its `@skip` and `@include`; and how much oftener than not it may go aside before it is left to Yoga. */
const mostForms = 16,
  patience = 10;

/** `writtenBytes` is how much is kept of what was written; 0: nothing. */
export function createCompiledExecutor(
  { schema, limits, operations, clock }: GraphqlOptions,
  writtenBytes = 32_000_000,
): CompiledExecutor {
  const known = new LRUCache<string, Known>({ maxSize: 200_000, sizeCalculation: (_, text) => text.length + 100 });
  /** Headers of Yoga's answers, by what the asker accepts. */
  const manners = new LRUCache<string, YogaResponse['headers']>({ max: 100 });
  const written = new FragmentCache(writtenBytes);
  const told: CoverageStatus[] = [];
  /** What is the same for every request as long as data and day are. */
  let world: { readonly given: Context; readonly context: Context; readonly end: string } | null = null;
  let learned = 0;

  return {
    execute: (question, { headers: { accept = '' }, requestLog }, context) => {
      const headers = manners.get(accept);
      const of = headers && known.get(keyOf(question));
      if (!of || of.patience < 0) return null;
      try {
        const variables = coerced(schema, of, question.variables);
        const { cost, asks, name, refusal } = analyzeCost(
          schema,
          of.document,
          of.operation.name?.value,
          variables,
          { plans: context.graph.plans.size, subjects: context.graph.subjects.size },
          limits,
        );
        if (refusal) return null;
        const from = clock();
        if (world?.given !== context)
          world = {
            given: context,
            context: {
              ...context,
              derived: (status) => {
                told.push(status);
              },
            },
            end: `,"extensions":{"dataVersion":${JSON.stringify(context.graph.version)}}}`,
          };
        told.length = 0; // there is one run at a time
        const data = formOf(
          schema,
          of,
          variables,
          written,
        )({
          context: world.context,
          variables,
          args: [],
          fragmentEntries: [],
          statuses: told,
          maxCharacters: limits.responseBytes,
        });
        const body = `{"data":${data}${world.end}`;
        const bytes = Buffer.byteLength(body);
        if (bytes > limits.responseBytes) bailOut();
        if (told.length > 0) told.forEach(statusCounter(requestLog));
        [requestLog.cost, requestLog.rootFields, requestLog.executed] = [cost, asks, { from, to: clock() }];
        if (name !== null && operations.has(name)) requestLog.operation = name;
        requestLog.caches.push({ cache: 'compiled', hit: true });
        of.patience += 1;
        return {
          status: 200,
          headers,
          body: bytes === body.length ? body : Buffer.from(body),
          cache: null,
        };
      } catch {
        of.patience -= 1;
        return null;
      }
    },
    learn: (question, { headers: { accept = '' } }, { headers }) => {
      manners.set(accept, headers);
      if (known.has(keyOf(question))) return;
      const document = parse(question.query, { noLocation: true });
      const deciding = new Set<string>();
      visit(document, {
        Directive: ({ arguments: args = [] }) => {
          for (const { value } of args) if (value.kind === Kind.VARIABLE) deciding.add(value.name.value);
        },
      });
      const operation = getOperationAST(document, question.operationName);
      const { variableDefinitions: definitions = [] } = operation ?? {};
      if (operation)
        known.set(keyOf(question), {
          number: learned++,
          document,
          operation,
          deciding: [...deciding],
          texts: definitions.every(
            ({ type, variable }) => /^(String|ID)!?$/.test(print(type)) && variable.name.value !== '__proto__',
          )
            ? definitions.map(({ variable }) => variable.name.value)
            : null,
          forms: new Map(),
          patience,
        });
    },
  };
}

const keyOf = ({ query, operationName }: GraphqlParams): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;

/** As graphql-js has it, without what every object has, such as a `constructor`; with a shorter way for texts that are there, which are as they came. */
function coerced(
  schema: GraphQLSchema,
  { texts, operation }: Known,
  given: GraphqlParams['variables'],
): Record<string, unknown> {
  if (texts?.every((name) => typeof given[name] === 'string') !== true)
    return Object.assign(
      Object.create(null) as object,
      getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced ?? bailOut(),
    );
  const variables: Record<string, unknown> = {};
  for (const name of texts) variables[name] = given[name];
  return variables;
}

function formOf(
  schema: GraphQLSchema,
  { number, document, operation, deciding, forms }: Known,
  variables: Record<string, unknown>,
  written: FragmentCache,
): (run: ExecutionRun) => string {
  const key = deciding.map((name) => String(variables[name])).join();
  let form = forms.get(key);
  if (!form) {
    const root =
      (operation.operation === OperationTypeNode.QUERY && forms.size < mostForms ? schema.getQueryType() : null) ??
      bailOut();
    const fragments = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    forms.set(
      key,
      (form = compileOperation(
        {
          schema,
          fragments,
          operation,
          variables,
          name: `${String(number)} ${key}`,
          fragmentCache: written,
          counts: { fields: 0, varying: 0, selections: 0 },
        },
        root,
      )),
    );
  }
  return form;
}
