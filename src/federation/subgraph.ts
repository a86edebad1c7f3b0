/**
 * A schema as a subgraph of Apollo Federation 2: `_service` and `_entities` beside its own root fields, over any GraphQL
 * schema that resolves synchronously. Representations are grouped by type and key, so that what all of a kind share is made
 * once; each is answered in its own place, and a bad one costs nothing beside it. Rows may be frozen: the type of each is
 * kept beside it and never written on it.
 */
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  assertObjectType,
  type GraphQLNamedType,
} from 'graphql';
import { bounds } from '../schema/bounds.ts';
import { ContractError, inItsPlace, pathText, type Path } from '../schema/errors.ts';
import { fieldSet, isObject, type Representation } from './field-set.ts';
import { printSubgraph, type Directives, type Offer } from './sdl.ts';

/** `at` is the representation's path, such as representations[3]. Null where the key is well formed and names nothing. */
export type Find = (representation: Representation, at: Path) => object | null;
/** How a type is found by each of its keys, by the key's fields; opened once for all of a request that come by that key. */
export type Keys<Context> = Readonly<Record<string, (context: Context) => Find>>;

interface SubgraphOptions<Context> extends Pick<Offer, 'version'> {
  /** What is served besides, unchanged. */
  readonly schema: GraphQLSchema;
  /** Entities by the name of their type. Where a representation carries several keys, the first of these is taken. */
  readonly entities: Readonly<Record<string, Keys<Context>>>;
  /** Types that only a larger graph can reach. */
  readonly types?: readonly GraphQLNamedType[];
  /** Root fields that are served and not offered to a larger graph; names that the schema does not have are passed over. */
  readonly withhold?: readonly string[];
  /** Asked for where the schema is printed. */
  readonly directives?: () => Directives;
  /** Whether a test has found the outcome valid, so that the first request need not wait for it. */
  readonly assumeValid?: boolean;
}

/** How many entities one request may ask for. A gateway that asks for more has to ask in parts; none of them are then answered. */
export const MOST_REPRESENTATIONS = bounds.entities;

export interface Subgraph {
  /** Everything at the endpoint. */
  readonly schema: GraphQLSchema;
  /** What a composer reads: without the machinery, which every composer adds itself. */
  readonly sdl: () => string;
}

export function createSubgraph<Context>({
  schema,
  entities,
  types = [],
  withhold = [],
  directives = () => ({}),
  assumeValid = false,
  ...offer
}: SubgraphOptions<Context>): Subgraph {
  const query = assertObjectType(schema.getQueryType());
  const config = schema.toConfig();
  const others = [...config.types.filter((type) => type !== query), ...types];
  const named = new Map(others.map((type) => [type.name, type]));
  const entityTypes = Object.keys(entities).map((name) => assertObjectType(named.get(name)));
  let printed: string | undefined;
  const sdl = (): string =>
    (printed ??= printSubgraph({
      schema: new GraphQLSchema({ ...config, types: others }),
      roots: entityTypes,
      withhold,
      directives: withKeys(entities, directives()),
      ...offer,
    }));

  const { union, find } = entitiesOf(entities, entityTypes);
  const queryConfig = query.toConfig();
  const extended = new GraphQLObjectType({
    ...queryConfig,
    fields: {
      ...queryConfig.fields,
      _service: {
        type: new GraphQLNonNull(ServiceType),
        description: 'What a composer of larger graphs reads of this one.',
        resolve: () => ({ sdl: sdl() }),
      },
      _entities: {
        type: new GraphQLNonNull(new GraphQLList(union)),
        description: 'Entities that other subgraphs point at, in the order asked; at most a thousand.',
        args: {
          representations: {
            type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))),
            description: 'Each with its __typename and the fields of one of its keys.',
          },
        },
        resolve: (_, { representations }: { representations: readonly unknown[] }, context: Context) =>
          find(representations, context),
      },
    },
  });
  return { schema: new GraphQLSchema({ ...config, query: extended, types: others, assumeValid }), sdl };
}

const Any = new GraphQLScalarType({
  name: '_Any',
  description: 'A pointer to an entity: its __typename and the fields of one of its keys, as a JSON object.',
});
const ServiceType = new GraphQLObjectType({
  name: '_Service',
  description: 'This graph as a composer of larger graphs sees it.',
  fields: {
    sdl: { type: new GraphQLNonNull(GraphQLString), description: 'Its schema with the directives of Federation 2.' },
  },
});

function withKeys<Context>(entities: SubgraphOptions<Context>['entities'], directives: Directives): Directives {
  const keyed = Object.entries(entities).map(
    ([name, keys]) =>
      [name, [...(directives[name] ?? []), ...Object.keys(keys).map((fields) => `@key(fields: "${fields}")`)]] as const,
  );
  return { ...directives, ...Object.fromEntries(keyed) };
}

/** As an error repeats it. What a gateway sends may be anything, an object too that cannot be made a text of. */
const shown = (name: unknown): string =>
  typeof name === 'string' ? name : name === undefined ? '' : JSON.stringify(name);

function entitiesOf<Context>(entities: SubgraphOptions<Context>['entities'], types: readonly GraphQLObjectType[]) {
  const keysOf = new Map(
    Object.entries(entities).map(([name, keys]) => [
      name,
      Object.entries(keys).map(([fields, open]) => ({ fields, isIn: fieldSet(fields), open })),
    ]),
  );
  const typeOf = new WeakMap<object, string>();
  const union = new GraphQLUnionType({
    name: '_Entity',
    description: 'Whatever other subgraphs can point at.',
    types,
    resolveType: (value: object) => typeOf.get(value),
  });

  const keyOf = (representation: unknown, at: Path) => {
    const name = isObject(representation) ? representation['__typename'] : null;
    const keys = typeof name === 'string' ? keysOf.get(name) : undefined;
    if (!keys || !isObject(representation))
      throw new ContractError(
        'BAD_ID',
        `This is no entity of this graph. Its __typename has to be one of ${[...keysOf.keys()].join(', ')}.`,
        `${pathText(at)}.__typename`,
        shown(name),
      );
    const key = keys.find(({ isIn }) => isIn(representation));
    if (!key)
      throw new ContractError(
        'BAD_ID',
        `A ${shown(name)} is found by ${keys.map(({ fields }) => `"${fields}"`).join(' or ')}, and this names none of them in full.`,
        at,
        shown(name),
      );
    return { key, name: shown(name), representation };
  };
  const find = (representations: readonly unknown[], context: Context): (object | null)[] => {
    const asked = representations.length;
    if (asked > bounds.entities)
      throw new ContractError(
        'TOO_MANY',
        `${asked.toLocaleString('en')} entities were asked for; at most ${bounds.entities.toLocaleString('en')} can be at once. Ask in parts.`,
        'representations',
        asked,
      );
    const opened = new Map<object, Find>();
    return representations.map((each, index) =>
      inItsPlace(() => {
        const at = (): string => `representations[${String(index)}]`;
        const { key, name, representation } = keyOf(each, at);
        let own = opened.get(key);
        if (!own) opened.set(key, (own = key.open(context)));
        const found = own(representation, at);
        if (found) typeOf.set(found, name);
        return found;
      }),
    );
  };
  return { union, find };
}
