/**
 * Turns a GraphQL schema that resolves synchronously into an Apollo Federation 2 subgraph: adds the root fields `_service` and
 * `_entities`. Each key is opened once per request, for all representations that use it. A bad representation is an error at
 * its own index and does not affect the others. Entities may be frozen: their type names are kept in a WeakMap.
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
import { printSubgraph, type Directives, type SubgraphSdlOptions } from './sdl.ts';

/**
 * Finds the entity that a representation refers to, or null if there is none. `at` is the path of the representation, such as
 * representations[3].
 */
export type Find = (representation: Representation, at: Path) => object | null;
/** The keys of one type: from the field set of a key to a function that is called once per request and returns the `Find`. */
export type Keys<Context> = Readonly<Record<string, (context: Context) => Find>>;

interface SubgraphOptions<Context> extends Pick<SubgraphSdlOptions, 'version'> {
  /** The schema to extend. */
  readonly schema: GraphQLSchema;
  /** Entities by type name. If a representation has several keys, the first one listed here is used. */
  readonly entities: Readonly<Record<string, Keys<Context>>>;
  /** Types that are reachable only through `_entities`. */
  readonly types?: readonly GraphQLNamedType[];
  /** Root fields that are served but left out of the SDL. Unknown names are ignored. */
  readonly withhold?: readonly string[];
  /** Returns the directives; called when the SDL is printed. */
  readonly directives?: () => Directives;
  /** Skips validation of the schema at the first request; a test validates it instead. */
  readonly assumeValid?: boolean;
}

/** The maximum number of representations in one request. A request with more is refused as a whole. */
export const MOST_REPRESENTATIONS = bounds.entities;

/** A schema as a federation subgraph. */
export interface Subgraph {
  /** The schema that the endpoint serves. */
  readonly schema: GraphQLSchema;
  /** Returns the SDL for composers, without `_service` and `_entities`, which composers add themselves. */
  readonly sdl: () => string;
}

/** Creates the subgraph. The SDL is printed when it is first read. */
export function createSubgraph<Context>({
  schema,
  entities,
  types = [],
  withhold = [],
  directives = () => ({}),
  assumeValid = false,
  ...sdlOptions
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
      ...sdlOptions,
    }));

  const { union, findAll } = entitiesOf(entities, entityTypes);
  const queryConfig = query.toConfig();
  const extended = new GraphQLObjectType({
    ...queryConfig,
    fields: {
      ...queryConfig.fields,
      _service: {
        type: new GraphQLNonNull(ServiceType),
        description: 'The SDL of this subgraph, for composers.',
        resolve: () => ({ sdl: sdl() }),
      },
      _entities: {
        type: new GraphQLNonNull(new GraphQLList(union)),
        description: 'The entities that the representations refer to, in the same order; at most a thousand.',
        args: {
          representations: {
            type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))),
            description: 'References to entities: each has a __typename and the fields of one key.',
          },
        },
        resolve: (_, { representations }: { representations: readonly unknown[] }, context: Context) =>
          findAll(representations, context),
      },
    },
  });
  return { schema: new GraphQLSchema({ ...config, query: extended, types: others, assumeValid }), sdl };
}

const Any = new GraphQLScalarType({
  name: '_Any',
  description: 'A reference to an entity, as a JSON object: its __typename and the fields of one key.',
});
const ServiceType = new GraphQLObjectType({
  name: '_Service',
  description: 'This subgraph, as a composer reads it.',
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

/** A `__typename` as an error message shows it. A gateway may send any JSON value. */
function shown(name: unknown): string {
  if (name === undefined) return '';
  return typeof name === 'string' ? name : JSON.stringify(name);
}

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
    description: 'Every type that other subgraphs can refer to.',
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
  const findAll = (representations: readonly unknown[], context: Context): (object | null)[] => {
    const count = representations.length;
    if (count > bounds.entities) {
      const [number, most] = [count.toLocaleString('en'), bounds.entities.toLocaleString('en')];
      const message = `${number} entities were asked for; at most ${most} can be at once. Ask in parts.`;
      throw new ContractError('TOO_MANY', message, 'representations', count);
    }
    const opened = new Map<object, Find>();
    return representations.map((candidate, index) =>
      inItsPlace(() => {
        const at = (): string => `representations[${String(index)}]`;
        const { key, name, representation } = keyOf(candidate, at);
        const find = opened.get(key) ?? key.open(context);
        opened.set(key, find);
        const entity = find(representation, at);
        if (entity) typeOf.set(entity, name);
        return entity;
      }),
    );
  };
  return { union, findAll };
}
