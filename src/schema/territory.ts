/** The type Territory: a country or a part of one (ISO 3166); and the root fields `territory` and `territories`. */
import { isHome } from '../graph/territories.ts';
import { builder } from './builder.ts';
import { pageArguments } from './relay-connections.ts';
import { resolvePlan, resolveTerritory } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, sortedListOf } from '../graph/sorted-lists.ts';
import { ConceptRef, NodeRef, TerritoryConnection, TerritoryRef } from './refs.ts';

TerritoryRef.implement({
  description: 'A country or a part of one, where care can be given.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'ISO 3166-1 alpha-2 or 3166-2; a territory of the United States by its alpha-2 code (PR, not US-PR).',
    }),
    partOf: t.field({
      type: [TerritoryRef],
      description: 'The next larger places, by slug.',
      resolve: ({ partOf }) => sortedBySlug(partOf).items,
    }),
    parts: t.field({
      type: TerritoryConnection,
      description: 'The next smaller places, by slug.',
      args: pageArguments,
      resolve: ({ parts }, page) => pageOf(sortedBySlug(parts), page),
    }),
    isHomeFor: t.boolean({
      nullable: true,
      description: 'Whether a plan counts it as home; null if no source says.',
      args: { plan: t.arg.string({ required: true, description: 'The slug of a plan, such as original-medicare.' }) },
      resolve: (territory, { plan }, { graph }) => isHome(territory, resolvePlan(graph, plan, 'plan')),
    }),
  }),
});

builder.queryFields((t) => ({
  territory: t.field({
    type: TerritoryRef,
    nullable: true,
    description: 'A place by its ISO 3166 code, such as US, US-AK, PR, CA.',
    args: { code: t.arg.string({ required: true, description: 'The code of a country, or of a part of one.' }) },
    resolve: (_, { code }, { graph }) => resolveTerritory(graph, code, 'code'),
  }),
  territories: t.field({
    type: TerritoryConnection,
    nullable: true,
    description: 'Every place in the graph, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.territories), page),
  }),
}));
