/** The limits that need the variables: held once a document is valid and before any of it runs. */
import { getOperationAST, Kind, visit, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { priceOf, type PricedField } from './cost.ts';
import { costExceeded, totalOf } from './cost-limit.ts';
import { overLimit, type Limits } from './limits.ts';
import { contractBounds, type World } from './prices.ts';

export interface Weighed {
  readonly cost: number;
  /** Names of the fields at the root, each once, in alphabetical order. */
  readonly asks: readonly string[];
  /** The operation's own name; null where it has none. */
  readonly name: string | null;
  readonly refusal: GraphQLError | null;
}

/** What a document was weighed at, by all that counts in it beside its text. */
const weights = new WeakMap<
  DocumentNode,
  {
    readonly schema: GraphQLSchema;
    readonly limits: Limits;
    readonly world: World;
    readonly known: Map<string, Weighed>;
  }
>();
const mostKnown = 100,
  longestKnown = 1_000,
  deepestKnown = 10;

/** Weighs the operation that would run; an unknown one costs nothing, as nothing of it runs. */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  world: World,
  limits: Limits,
): Weighed {
  let before = weights.get(document);
  if (
    before?.schema !== schema ||
    before.limits !== limits ||
    before.world.plans !== world.plans ||
    before.world.subjects !== world.subjects ||
    before.known.size > mostKnown
  )
    weights.set(document, (before = { schema, limits, world, known: new Map() }));
  const told = sizes(variables);
  if (told === null) return weighedAnew(schema, document, operationName, variables, world, limits);
  const key = `${operationName ?? ''} ${told}`;
  let weighed = before.known.get(key);
  if (!weighed)
    before.known.set(key, (weighed = weighedAnew(schema, document, operationName, variables, world, limits)));
  return weighed;
}

/** Of a text nothing counts but its length, and names are told with theirs, so that no name can pass for two: values that are told alike weigh the same. Null where they are nested too deep, or are too many, to be told. */
function sizes(value: unknown, deep = 0): string | null {
  if (typeof value === 'string') return `"${String(value.length)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (deep > deepestKnown) return null;
  const isList = Array.isArray(value);
  let told = isList ? '[' : '{';
  for (const name in value) {
    const part = sizes((value as Record<string, unknown>)[name], deep + 1);
    if (part === null || told.length > longestKnown) return null;
    told += isList ? `${part},` : `${String(name.length)}${name}:${part},`;
  }
  return isList ? `${told}]` : `${told}}`;
}

function weighedAnew(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  world: World,
  limits: Limits,
): Weighed {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { cost: 0, asks: [], name: null, refusal: null };
  const items = Math.max(longestWritten(document), longest(variables));
  const { fields, largest } = priceOf(schema, document, operation, variables, world);
  const cost = totalOf(fields);
  return {
    cost,
    asks: namesOf(fields),
    name: operation.name?.value ?? null,
    refusal: refusalFor(items, largest, fields, cost, limits),
  };
}

function refusalFor(
  items: number,
  largest: Record<'cells' | 'entities' | 'questionCharacters', number>,
  fields: readonly PricedField[],
  cost: number,
  limits: Limits,
): GraphQLError | null {
  if (items > limits.listItems) return overLimit('listItems', items, limits.listItems);
  for (const limit of ['cells', 'entities', 'questionCharacters'] as const) {
    // At the contract's own bound the field refuses by itself, and what was asked beside it is answered.
    if (limits[limit] < contractBounds[limit] && largest[limit] > limits[limit])
      return overLimit(limit, largest[limit], limits[limit]);
  }
  return cost > limits.cost ? costExceeded(fields, limits.cost) : null;
}

const namesOf = (fields: readonly PricedField[]): string[] => [...new Set(fields.map(({ name }) => name))].sort();

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
