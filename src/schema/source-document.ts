/** The type SourceDocument: a document that rules, links and remarks cite; and the root fields `source` and `sources`. */
import type { Source } from '../graph/entries.ts';
import { builder, type Context } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { SourceAuthorityRef } from './enums.ts';
import { resolveSource } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, sortedListOf } from './sorted-lists.ts';
import { ConceptRef, CoverageRuleConnection, NodeRef, SourceDocumentRef } from './refs.ts';

const DAYS_UNTIL_STALE = 365;
const MILLISECONDS_A_DAY = 86_400_000;
/** Number of days from one ISO day to another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;

/** Whether the last check of the graph against this source is older than the operator allows. */
export function isStale({ checkedOn }: Source, { today, staleAfterDays = DAYS_UNTIL_STALE }: Context): boolean {
  return daysBetween(checkedOn, today) > staleAfterDays;
}

const SourceDocumentConnection = connectionOf('SourceDocument', SourceDocumentRef, ['source', 'sources']);

SourceDocumentRef.implement({
  description: 'A document that says what plans cover: a statute, a manual, a policy, an article.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who put it out, where the source says.' }),
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
      description: 'The day it came out; null where the source does not say.',
    }),
    checkedOn: t.expose('checkedOn', {
      type: 'Date',
      description: 'The day on which a curator last checked the graph against it.',
    }),
    isStale: t.boolean({
      description:
        "True where that was longer ago than the server's operator allows; a year where nothing else is set.",
      resolve: (source, _, context) => isStale(source, context),
    }),
    url: t.exposeString('url', { nullable: true, description: 'Where on the web it was read.' }),
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
