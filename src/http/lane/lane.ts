/**
 * The lane in front of Yoga. It answers what Yoga has already answered once without an error: the same operation, with any
 * variables, for clients that accept the same. What it does not know, it does not judge: documents are read, validated and
 * held against the limits of their size by Yoga alone, and the headers of an answer are those that Yoga gave. Each request
 * is still weighed. Without this folder, and the line that hands it to `createHttp`, every answer is the same.
 */
import { getOperationAST, getVariableValues, Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Asked, Given, Lane } from '../endpoint.ts';
import type { Graph } from '../../graph/entries.ts';
import type { GraphqlOptions, Served } from '../graphql.ts';
import { weigh, type Weighed } from '../operation-limits.ts';
import { compiled, type Run } from './compiling.ts';

interface Question {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Known {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly deciding: readonly string[];
  /** By the values of the deciding variables. */
  readonly compiled: Map<string, (run: Run) => string>;
  /** By the sizes of the variables: of texts and lists nothing else is weighed. */
  weights: { readonly of: Graph; readonly by: Map<string, Weighed> } | null;
  answered: number;
  stoodAside: number;
}

const cachedCharacters = 200_000;
/** One operation has so many forms at most, by its `@skip` and `@include`. */
const mostForms = 16;
/** An operation that goes aside so much oftener than not is left to Yoga. */
const patience = 10, mostWeights = 100;

export function createLane({ schema, limits, operations, clock }: GraphqlOptions): Lane {
  const known = new LRUCache<string, Known>({ maxSize: cachedCharacters, sizeCalculation: (_, text) => text.length + 100 });
  /** Headers of Yoga's answers, by what the asker accepts. */
  const manners = new LRUCache<string, Given['headers']>({ max: 100 });

  const weighed = (of: Known, variables: Record<string, unknown>, { graph }: Served): Weighed => {
    if (of.weights?.of !== graph || of.weights.by.size > mostWeights) of.weights = { of: graph, by: new Map() };
    const sizes = JSON.stringify(variables, (_, value: unknown) => (typeof value === 'string' ? value.length : value));
    let found = of.weights.by.get(sizes);
    if (!found) of.weights.by.set(sizes, found = weigh(schema, of.document, of.operation.name?.value, variables, { plans: graph.plans.size, subjects: graph.subjects.size }, limits));
    return found;
  };

  return {
    answer: (asked, served) => {
      const headers = manners.get(asked.headers['accept'] ?? '');
      const question = headers && questionOf(asked);
      const of = question && known.get(keyOf(question));
      if (!question || !of || of.stoodAside > of.answered + patience) return null;
      try {
        const { coerced } = getVariableValues(schema, of.operation.variableDefinitions ?? [], question.variables);
        if (!coerced) return null;
        const { cost, asks, name, refusal } = weighed(of, coerced, served);
        if (refusal) return null;
        const from = clock();
        const told: Parameters<NonNullable<typeof served.derived>>[0][] = [];
        const context = { ...served, derived: (status: typeof told[number]) => { told.push(status); } };
        const data = formOf(schema, of, coerced)({ context, variables: coerced, args: [] });
        for (const status of told) served.derived?.(status);
        Object.assign(served.noted, { cost, asks, ...(name !== null && operations.has(name) ? { operation: name } : {}), executed: { from, to: clock() } });
        served.noted.caches.push({ cache: 'lane', hit: true });
        of.answered += 1;
        return { status: 200, headers, body: Buffer.from(`{"data":${data},"extensions":${JSON.stringify({ dataVersion: served.graph.version })}}`) };
      } catch {
        of.stoodAside += 1;
        return null;
      }
    },
    learn: (asked, { headers }) => {
      const question = questionOf(asked);
      if (!question) return;
      manners.set(asked.headers['accept'] ?? '', headers);
      const key = keyOf(question);
      if (known.has(key)) return;
      const document = parse(question.query, { noLocation: true });
      const operation = getOperationAST(document, question.operationName);
      if (operation) known.set(key, { document, operation, deciding: decidingVariables(document), compiled: new Map(), weights: null, answered: 0, stoodAside: 0 });
    },
  };
}

const keyOf = ({ query, operationName = '' }: Question): string => `${operationName}\n${query}`;

/** A POST of plain JSON that asks for nothing but an operation; null for all that is asked in another way. */
function questionOf({ method, headers, address, body }: Asked): Question | null {
  const type = headers['content-type'];
  if (method !== 'POST' || !body || (type !== 'application/json' && type !== 'application/json; charset=utf-8')) return null;
  if (address.includes('?') || headers['x-graphql-cost'] !== undefined || headers['content-encoding'] !== undefined) return null;
  const asked = read(body);
  for (const name in asked) if (name !== 'query' && name !== 'variables' && name !== 'operationName') return null;
  const { query, operationName = null, variables = null } = asked ?? {};
  if (typeof query !== 'string' || !(operationName === null || (typeof operationName === 'string' && /^\w+$/.test(operationName)))) return null;
  return typeof variables === 'object' && !Array.isArray(variables) ? { query, operationName: operationName ?? undefined, variables: variables as Question['variables'] | null ?? {} } : null;
}

function read(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
    return typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> | null : null;
  } catch { return null; }
}

function formOf(schema: GraphQLSchema, { document, operation, deciding, compiled: forms }: Known, variables: Record<string, unknown>): (run: Run) => string {
  const key = deciding.map((name) => String(variables[name])).join();
  let form = forms.get(key);
  if (!form) {
    const root = schema.getRootType(operation.operation);
    if (!root || root !== schema.getQueryType() || forms.size >= mostForms) throw new Error('not for the lane');
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
    forms.set(key, form = compiled({ schema, fragments, operation, variables, fields: 0, varying: 0 }, root));
  }
  return form;
}

/** Names of the variables that decide which fields are selected: queries know no directive but `@skip` and `@include`. */
function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, { Directive: ({ arguments: args = [] }) => { for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value); } });
  return [...names];
}
