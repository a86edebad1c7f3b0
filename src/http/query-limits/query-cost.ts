/** Checks the limits that depend on the variables, after a document was validated and before it is executed. */
import { getOperationAST, Kind, visit, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf, type KnownSums, type OperationCost, type CostedField } from './cost-analysis.ts';
import { costExceeded, totalOf } from './cost-exceeded.ts';
import { limitExceeded, type Limits } from './limits.ts';
import { contractBounds, type GraphSize } from './field-costs.ts';
import { sizeOfVariables } from './value-size.ts';

export interface CostAnalysis {
  /** What the operation typically costs, in whole units. */
  readonly cost: number;
  /** What it costs with the longest lists and the slowest answers. The limit applies to this. */
  readonly atMost: number;
  /** Names of the root fields, each once, in alphabetical order. */
  readonly asks: readonly string[];
  /** The operation's name; null where it is anonymous. */
  readonly name: string | null;
  /** The error for the first limit that the operation exceeds; null where it is accepted. */
  readonly refusal: GraphQLError | null;
}

/** Costs of those selections of a document that do not depend on variables. They hold nothing of a request. */
const sums = new WeakMap<
  DocumentNode,
  {
    readonly number: number;
    readonly schema: GraphQLSchema;
    readonly world: GraphSize;
    readonly typical: KnownSums;
    readonly most: KnownSums;
  }
>();
let documents = 0;

/**
 * Analyses of earlier requests. The key is a JSON text of the document's number, the operation's name and the variables. The
 * bound in bytes is for all documents together. A key longer than `longestKey` characters is not stored.
 */
const known = new LRUCache<string, { readonly limits: Limits; readonly weighed: CostAnalysis }>({
  maxSize: 4_000_000,
  sizeCalculation: (_, key) => 2 * key.length + 1_000,
});
const longestKey = 500;

function sumsOf(document: DocumentNode, schema: GraphQLSchema, world: GraphSize) {
  const before = sums.get(document);
  const isSame =
    before?.schema === schema && before.world.plans === world.plans && before.world.subjects === world.subjects;
  if (isSame) return before;
  documents += 1;
  const made = { number: documents, schema, world, typical: new WeakMap(), most: new WeakMap() };
  sums.set(document, made);
  return made;
}

/**
 * Analyzes the operation that would be executed. An unknown operation costs nothing, because nothing is executed. The result
 * depends only on the document, the operation's name, the variables, the size of the graph and the limits.
 */
export function analyzeCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  world: GraphSize,
  limits: Limits,
): CostAnalysis {
  const { number } = sumsOf(document, schema, world);
  const key = keyOf(number, operationName, variables);
  const before = key === null ? undefined : known.get(key);
  if (before?.limits === limits) return before.weighed;
  const weighed = weighAgain(schema, document, operationName, variables, world, limits);
  if (key !== null) known.set(key, { limits, weighed });
  return weighed;
}

/** Returns null if the key would be too long. Large variables are not written as JSON to find that out. */
function keyOf(
  document: number,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): string | null {
  const { values, characters } = sizeOfVariables(variables);
  if (values + characters > longestKey) return null;
  const key = JSON.stringify([document, operationName ?? null, variables]);
  return key.length <= longestKey ? key : null;
}

function weighAgain(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  world: GraphSize,
  limits: Limits,
): CostAnalysis {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { cost: 0, atMost: 0, asks: [], name: null, refusal: null };
  const { typical, most } = sumsOf(document, schema, world);
  const pricing = { schema, document, world };
  const priced = costOf({ ...pricing, isMost: false, known: typical }, operation, variables);
  const mostPriced = costOf({ ...pricing, isMost: true, known: most }, operation, variables);
  const items = Math.max(longestWritten(document), sizeOfVariables(variables).longestList);
  return {
    cost: totalOf(priced),
    atMost: totalOf(mostPriced),
    asks: namesOf(priced.fields),
    name: operation.name?.value ?? null,
    refusal: refusalFor(items, mostPriced, limits),
  };
}

function refusalFor(items: number, priced: OperationCost, limits: Limits): GraphQLError | null {
  if (items > limits.listItems) return limitExceeded('listItems', items, limits.listItems);
  for (const limit of ['cells', 'entities', 'questionCharacters'] as const) {
    // At the contract's bound the field itself reports an error, and the other fields of the request are answered.
    const asked = priced.largest[limit];
    if (limits[limit] < contractBounds[limit] && asked > limits[limit])
      return limitExceeded(limit, asked, limits[limit]);
  }
  return totalOf(priced) > limits.cost ? costExceeded(priced, limits.cost) : null;
}

const namesOf = (fields: readonly CostedField[]): string[] => [...new Set(fields.map(({ name }) => name))].sort();

const written = new WeakMap<DocumentNode, number>();
function longestWritten(document: DocumentNode): number {
  let most = written.get(document);
  if (most === undefined) {
    most = 0;
    visit(document, {
      [Kind.LIST]: ({ values }) => {
        most = Math.max(most ?? 0, values.length);
      },
    });
    written.set(document, most);
  }
  return most;
}
