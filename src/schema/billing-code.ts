/** The type BillingCode. Its name is our own label, because the American Medical Association owns the descriptors of CPT. */
import { builder } from './builder.ts';
import { pageArguments } from './relay-connections.ts';
import { CodeSystemRef } from './enums.ts';
import { billingCodeWritten } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { linkedEntries, sortedListOf } from '../graph/sorted-lists.ts';
import {
  BillingCodeConnection,
  BillingCodeRef,
  ConceptRef,
  CoverageSubjectRef,
  NodeRef,
  ServiceConnection,
  TechniqueConnection,
} from './refs.ts';

BillingCodeRef.implement({
  description: 'A procedure code under which care is billed to a plan.',
  interfaces: () => [NodeRef, ConceptRef, CoverageSubjectRef],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The code system and the code: cpt-97124, hcpcs-a0428.' }),
    name: t.exposeString('name', { description: "Our own short label; never the descriptor of the code set's owner." }),
    system: t.expose('system', {
      type: CodeSystemRef,
      description: 'The code system that the code belongs to.',
    }),
    code: t.exposeString('code', { description: 'The code as written on a claim, with leading zeros.' }),
    licensedDescriptor: t.string({
      nullable: true,
      description:
        "The owner's descriptor, if this server's operator has a license and has loaded the file; otherwise null.",
      resolve: ({ slug }, _, { licensedDescriptors }) => licensedDescriptors?.get(slug) ?? null,
    }),
    services: t.field({
      type: ServiceConnection,
      description: 'Services that it bills, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'SERVICE', 'BILLS'), page),
    }),
    techniques: t.field({
      type: TechniqueConnection,
      description: 'Techniques that a source says it includes, by slug.',
      args: pageArguments,
      resolve: ({ links }, page) => pageOf(linkedEntries(links, 'TECHNIQUE', 'INCLUDES'), page),
    }),
  }),
});

builder.queryFields((t) => ({
  billingCode: t.field({
    type: BillingCodeRef,
    nullable: true,
    description: 'A billing code by its code, in a code system (CPT if none is given).',
    args: {
      code: t.arg.string({ required: true, description: 'The code as on a claim, such as 97124.' }),
      system: t.arg({
        type: CodeSystemRef,
        required: true,
        defaultValue: 'CPT',
        description: 'The code system that it belongs to.',
      }),
    },
    resolve: (_, { code, system }, { graph }) => billingCodeWritten(graph, code, 'code', system),
  }),
  billingCodes: t.field({
    type: BillingCodeConnection,
    nullable: true,
    description: 'Every billing code in the graph, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.billingCodes), page),
  }),
}));
