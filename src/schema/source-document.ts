/** The type SourceDocument: a document that rules, links and remarks cite; and the root fields `source` and `sources`. */
import { isStale } from '../graph/stale-sources.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { SourceAuthorityRef } from './enums.ts';
import { resolveSource } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, sortedListOf } from '../graph/sorted-lists.ts';
import { ConceptRef, CoverageRuleConnection, NodeRef, SourceDocumentRef } from './refs.ts';

const SourceDocumentConnection = connectionOf('SourceDocument', SourceDocumentRef, ['source', 'sources']);

SourceDocumentRef.implement({
  description: 'A document that says what plans cover: a statute, a manual, a policy, an article.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it, if the source says.' }),
    authority: t.expose('authority', {
      type: SourceAuthorityRef,
      description: 'How much weight it carries compared with other sources.',
    }),
    edition: t.exposeString('edition', {
      nullable: true,
      description: 'Revision, version or transmittal, as the source names it.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day it was published; null if the source does not say.',
    }),
    checkedOn: t.expose('checkedOn', {
      type: 'Date',
      description: 'The day on which a curator last checked the graph against it.',
    }),
    isStale: t.boolean({
      description: "Whether that was longer ago than the server's operator allows; one year by default.",
      resolve: (source, _, { today, staleAfterDays }) => isStale(source, today, staleAfterDays),
    }),
    url: t.exposeString('url', { nullable: true, description: 'The web address where it was read.' }),
    licence: t.exposeString('licence', {
      description: 'SPDX identifier, or US-GOVERNMENT-WORK, GOVERNMENT-EDICT, ALL-RIGHTS-RESERVED.',
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules that cite it, by slug.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
  }),
});

builder.queryFields((t) => ({
  source: t.field({
    type: SourceDocumentRef,
    nullable: true,
    description: 'One document that the graph cites.',
    args: {
      slug: t.arg.string({ required: true, description: 'The slug of a source, such as medicare-massage-article.' }),
    },
    resolve: (_, { slug }, { graph }) => resolveSource(graph, slug, 'slug'),
  }),
  sources: t.field({
    type: SourceDocumentConnection,
    nullable: true,
    description: 'Every document that the graph cites, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.sources), page),
  }),
}));
