/** The type Service: care that a person receives; and the root fields `service` and `services`. */
import { builder } from './builder.ts';
import { pageArguments } from './relay-connections.ts';
import { resolveService } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { linkedEntries, sortedListOf } from '../graph/sorted-lists.ts';
import {
  BillingCodeConnection,
  ConceptRef,
  CoverageSubjectRef,
  ExternalCodeRef,
  NodeRef,
  ServiceConnection,
  ServiceRef,
  TechniqueConnection,
} from './refs.ts';

ServiceRef.implement({
  description: 'Care that a person receives, such as massage therapy, whether broad or specific.',
  interfaces: () => [NodeRef, ConceptRef, CoverageSubjectRef],
  fields: (t) => ({
    broader: t.field({
      type: [ServiceRef],
      description: 'The next more general services; rules about them apply to this one too.',
      resolve: ({ links }) => linkedEntries(links, 'SERVICE', 'BROADER').items,
    }),
    narrower: t.field({
      type: [ServiceRef],
      description: 'The next more specific services.',
      resolve: ({ links }) => linkedEntries(links, 'SERVICE', 'NARROWER').items,
    }),
    techniques: t.field({
      type: TechniqueConnection,
      description: 'Techniques in which it is given, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'TECHNIQUE', 'INCLUDES'), page),
    }),
    billingCodes: t.field({
      type: BillingCodeConnection,
      description: 'Codes under which it is billed, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'BILLING_CODE', 'BILLED_BY'), page),
    }),
    externalCodes: t.expose('externalCodes', {
      type: [ExternalCodeRef],
      description: 'Codes for it in other vocabularies; not what it is billed under.',
    }),
  }),
});

builder.queryFields((t) => ({
  service: t.field({
    type: ServiceRef,
    nullable: true,
    description: 'One service that plans can cover.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a service, such as massage-therapy.' }) },
    resolve: (_, { slug }, { graph }) => resolveService(graph, slug, 'slug'),
  }),
  services: t.field({
    type: ServiceConnection,
    nullable: true,
    description: 'Every service in the graph, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.services), page),
  }),
}));
