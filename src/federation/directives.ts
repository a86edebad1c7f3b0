/** What larger graphs are told of types and fields beyond their keys: what may be shared, what is dear, what is long, what is licensed. */
import { getNamedType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Directives } from './sdl.ts';

/** An answer is derived each time, with its proof, where any other object is looked up: the weight that the server itself gives it. */
const ANSWER_WEIGHT = 10;

/** A page has 20 entries unless `first` or `last` says otherwise (`pages.ts`). */
const PAGE =
  '@listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)';

const TABLE: Directives = {
  // Every graph with Relay's pages has the one, and money looks the same everywhere.
  PageInfo: ['@shareable'],
  Money: ['@shareable'],
  Determination: [`@cost(weight: ${String(ANSWER_WEIGHT)})`],
  'Determination.alternatives': [
    '@listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)',
  ],
  // The words of others: present only where the operator holds them, and a graph that is passed on may have to leave them out.
  'BillingCode.licensedDescriptor': ['@tag(name: "licensed")'],
  'Citation.quote': ['@tag(name: "licensed")'],
};

/** The table, and what holds of every page by its type. */
export function directives(schema: GraphQLSchema): Directives {
  const pages = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(
          (field) =>
            getNamedType(field.type).name.endsWith('Connection') && field.args.some(({ name }) => name === 'first'),
        )
        .map((field) => [`${type.name}.${field.name}`, [PAGE]] as const),
    );
  return { ...Object.fromEntries(pages), ...TABLE };
}
