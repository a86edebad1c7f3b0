/** The federation directives of types and fields, except keys: @shareable, @cost, @listSize and @tag. */
import { getNamedType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Directives } from './sdl.ts';

/** A determination is derived for each request; other objects are looked up. The server's own cost limit uses the same weight. */
const ANSWER_WEIGHT = 10;

/** A page has 20 entries if neither `first` nor `last` is given (see src/schema/bounds.ts). */
const PAGE =
  '@listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)';

const TABLE: Directives = {
  // Other subgraphs are likely to define these types in the same way.
  PageInfo: ['@shareable'],
  Money: ['@shareable'],
  Determination: [`@cost(weight: ${String(ANSWER_WEIGHT)})`],
  'Determination.alternatives': [
    // Without assumedSize: `first` has a default, which always applies, and Cosmo's composer refuses both together.
    '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)',
  ],
  // Text licensed by third parties. The tag lets a contract variant of the supergraph leave it out.
  'BillingCode.licensedDescriptor': ['@tag(name: "licensed")'],
  'Citation.quote': ['@tag(name: "licensed")'],
};

/** All directives by schema coordinate: the table, and @listSize for every paginated field. */
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
