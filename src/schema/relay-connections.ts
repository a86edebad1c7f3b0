/** Connection types and pagination arguments (Relay Cursor Connections Specification). */
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { builder, type TypesOf } from './builder.ts';
import type { Edge, Page } from './pagination.ts';

/** The pagination arguments. A page has 20 entries by default and at most 100. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    description: 'How many entries to return from the start, or after `after`: 0 to 100; 20 if omitted.',
  }),
  after: t.string({ description: 'A cursor of this list; the page begins after it.' }),
  last: t.int({
    description: 'How many entries to return from the end, or before `before`: 0 to 100. Not together with `first`.',
  }),
  before: t.string({ description: 'A cursor of this list; the page ends before it.' }),
}));

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: "The position of a page in its list, as in Relay's specification.",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more entries follow this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether entries come before this page.' }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first entry; null on an empty page.',
      resolve: ({ edges }) => edges[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last entry; null on an empty page.',
      resolve: ({ edges }) => edges.at(-1)?.cursor ?? null,
    }),
  }),
});

/** The name of the items in the singular and the plural, for descriptions. */
type Noun = readonly [one: string, many: string];

function edgeOf<T>(
  name: string,
  node: ObjectRef<TypesOf, T> | InterfaceRef<TypesOf, T>,
  [one]: Noun,
): ObjectRef<TypesOf, Edge<T>> {
  return builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `One ${one} of a page, with the cursor that points at it.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'The cursor of this entry, for `after` and `before` of the same field.',
      }),
      node: t.field({
        type: node,
        description: `The ${one} itself that the cursor points at.`,
        resolve: (edge) => edge.node as never,
      }),
    }),
  });
}

function connectionType<T>(
  name: string,
  node: ObjectRef<TypesOf, T> | InterfaceRef<TypesOf, T>,
  noun: Noun,
  isCountNullable: boolean,
): ObjectRef<TypesOf, Page<T>> {
  const edge = edgeOf(name, node, noun);
  const [, many] = noun;
  return builder.objectRef<Page<T>>(`${name}Connection`).implement({
    description: isCountNullable
      ? `A page of ${many}. Counting them means deriving them all: totalCount is null past 2,500 candidates.`
      : `A page of ${many}, and its position in the whole list.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: `The ${many} of this page, each with its cursor.`,
        resolve: (page) => page.edges,
      }),
      nodes: t.field({
        type: [node],
        description: `The ${many} of this page without cursors.`,
        resolve: (page) => page.edges.map(({ node: item }) => item) as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Whether there are more entries, and the cursors to continue from.',
        resolve: (page) => page,
      }),
      totalCount: t.int({
        nullable: isCountNullable,
        description: isCountNullable
          ? `How many ${many} the whole list has; null past 2,500 candidates.`
          : `How many ${many} the whole list has.`,
        resolve: (page) => page.totalCount() as number,
      }),
    }),
  });
}

/** Creates a connection type and its edge type. */
export const connectionOf = <T>(name: string, node: ObjectRef<TypesOf, T> | InterfaceRef<TypesOf, T>, noun: Noun) =>
  connectionType(name, node, noun, false);
/** Creates a connection type whose totalCount may be null. */
export const uncountedConnectionOf = <T>(
  name: string,
  node: ObjectRef<TypesOf, T> | InterfaceRef<TypesOf, T>,
  noun: Noun,
) => connectionType(name, node, noun, true);
