/** The limits that need the variables: held once a document is valid and before any of it runs. */
import { getOperationAST, Kind, visit, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf, type KnownSums, type OperationCost, type CostedField } from './cost-analysis.ts';
import { costExceeded, totalOf } from './cost-exceeded.ts';
import { limitExceeded, type Limits } from './limits.ts';
import { contractBounds, type GraphSize } from './field-costs.ts';

export interface CostAnalysis {
  /** Whole units of what the operation typically costs. */
  readonly cost: number;
  /** The same with every list as long as the longest one: what the limit is about. */
  readonly atMost: number;
  /** Names of the fields at the root, each once, in alphabetical order. */
  readonly asks: readonly string[];
  /** The operation's own name; null where it has none. */
  readonly name: string | null;
  readonly refusal: GraphQLError | null;
}

/** Sums of a document's selections that no variable changes. They go with the document, and hold nothing of a request. */
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
 * What operations were weighed at, by document, name and all of the variables as JSON, which is one flat text. The bound in
 * bytes is for all documents together; variables that are longer than `longestKey` are weighed each time.
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
 * Weighs the operation that would run; an unknown one costs nothing, as nothing of it runs. What comes out follows from the
 * document, the operation's name, the variables, the size of the graph and the limits, and from nothing that was asked before.
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
  const key = JSON.stringify([number, operationName ?? null, variables]);
  const before = known.get(key);
  if (before?.limits === limits) return before.weighed;
  const weighed = weighAgain(schema, document, operationName, variables, world, limits);
  if (key.length <= longestKey) known.set(key, { limits, weighed });
  return weighed;
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
  const items = Math.max(longestWritten(document), longest(variables));
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
    // At the contract's own bound the field refuses by itself, and the other fields of the request are answered.
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

/** The longest list anywhere in a JSON value; walked without recursion, since a body may nest as deep as it is long. */
function longest(value: unknown): number {
  let most = 0;
  const left: unknown[] = [value];
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    if (Array.isArray(each)) most = Math.max(most, each.length);
    for (const part of Object.values(each)) if (part !== undefined) left.push(part);
  }
  return most;
}
