/** The interface Node and the root fields `node` and `nodes` (Relay Global Object Identification). */
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { ContractError, inItsPlace } from './errors.ts';
import { findNode, globalId, typeNameOf } from './global-ids.ts';
import { NodeRef } from './refs.ts';

NodeRef.implement({
  description: 'An object with a global id, as in Relay.',
  resolveType: (value) => typeNameOf(value),
  fields: (t) => ({
    id: t.id({
      description: 'Opaque, and unique across the whole graph; pass it to `node`.',
      resolve: (value) => globalId(value),
    }),
  }),
});

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: 'Any node by its global id; null if nothing with that id is loaded.',
    args: { id: t.arg.id({ required: true, description: 'The value of the `id` field of any node.' }) },
    resolve: (_, { id }, { graph, today }) => findNode(graph, id, 'id', today),
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: true, items: true },
    description:
      'Several nodes by their global ids, in the given order; null for an id that is not found. At most 100.',
    args: { ids: t.arg.idList({ required: true, description: 'The values of the `id` fields of any nodes.' }) },
    resolve: (_, { ids }, { graph, today }) => {
      if (ids.length > bounds.nodes)
        throw new ContractError(
          'TOO_MANY',
          `${String(ids.length)} ids were given; at most ${String(bounds.nodes)} can be asked for at once.`,
          'ids',
          ids.length,
        );
      return ids.map((id, index) => inItsPlace(() => findNode(graph, id, () => `ids[${String(index)}]`, today)));
    },
  }),
}));
