/** The types Technique and ConceptSynonym, and the root fields `technique` and `techniques`. */
import type { Synonym } from '../graph/entries.ts';
import { builder } from './builder.ts';
import { pageArguments } from './relay-connections.ts';
import { SynonymMatchRef } from './enums.ts';
import { resolveTechnique } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { linkedEntries, sortedListOf } from '../graph/sorted-lists.ts';
import {
  BillingCodeConnection,
  CitationRef,
  ConceptRef,
  CoverageSubjectRef,
  NodeRef,
  ServiceConnection,
  TechniqueConnection,
  TechniqueRef,
} from './refs.ts';

const ConceptSynonymRef = builder.objectRef<Synonym>('ConceptSynonym').implement({
  description: 'One other name; `concept` is set if the thing it names is an entry of its own.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The other name, as its users write it.' }),
    match: t.expose('match', {
      type: SynonymMatchRef,
      description: 'How close its meaning is to the name of the entry.',
    }),
    concept: t.expose('concept', {
      type: ConceptRef,
      nullable: true,
      description: 'The entry that the name belongs to, if there is one.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Who uses the name in this way.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

TechniqueRef.implement({
  description: 'A way of giving a service, such as effleurage in massage therapy.',
  interfaces: () => [NodeRef, ConceptRef, CoverageSubjectRef],
  fields: (t) => ({
    synonyms: t.expose('synonyms', {
      type: [ConceptSynonymRef],
      description: 'Other names, each with who uses it and how closely it matches.',
    }),
    services: t.field({
      type: ServiceConnection,
      description: 'Services that it is used in, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'SERVICE', 'INCLUDED_IN'), page),
    }),
    billingCodes: t.field({
      type: BillingCodeConnection,
      description: 'Billing codes that include it, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'BILLING_CODE', 'INCLUDED_IN'), page),
    }),
  }),
});

builder.queryFields((t) => ({
  technique: t.field({
    type: TechniqueRef,
    nullable: true,
    description: 'One technique used in some service.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a technique, such as effleurage.' }) },
    resolve: (_, { slug }, { graph }) => resolveTechnique(graph, slug, 'slug'),
  }),
  techniques: t.field({
    type: TechniqueConnection,
    nullable: true,
    description: 'Every technique in the graph, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.techniques), page),
  }),
}));
