/** The types SourcePosition and SourceDisagreement, and the root field `disagreements`. */
import { allDisagreements } from '../engine/disagreement-index.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { CoverageStatusRef, DisagreementKindRef } from './enums.ts';
import { pageOf } from './pagination.ts';
import { byKey } from './sorted-lists.ts';
import {
  CaseFactRef,
  CitationRef,
  ConceptRef,
  NodeRef,
  SourceDisagreementRef,
  SourceDocumentRef,
  SourcePositionRef,
} from './refs.ts';

SourcePositionRef.implement({
  description:
    'What one source, or several alike, says by itself; `status` is null where the point is not one of coverage.',
  fields: (t) => ({
    sources: t.expose('sources', { type: [SourceDocumentRef], description: 'Those who hold this position.' }),
    says: t.exposeString('says', { description: 'The position in words, by these sources alone.' }),
    status: t.expose('status', {
      type: CoverageStatusRef,
      nullable: true,
      description: 'The status that follows from these sources alone.',
    }),
    asOf: t.expose('asOf', {
      type: 'Date',
      nullable: true,
      description: 'The day it was derived for, where not the day asked.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages on which the position rests.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

SourceDisagreementRef.implement({
  description: 'A point on which sources do not agree with one another, or one of them with itself.',
  interfaces: () => [NodeRef],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What they disagree on, as a question.' }),
    disagreementKind: t.expose('kind', { type: DisagreementKindRef, description: 'In what way they fail to agree.' }),
    about: t.expose('about', {
      type: [ConceptRef],
      description: 'The plan, subject, code, technique or place it is about.',
    }),
    positions: t.expose('positions', { type: [SourcePositionRef], description: 'Each side, and what it says.' }),
    partsOn: t.expose('partsOn', {
      type: [CaseFactRef],
      description: 'The smallest difference in facts at which they part; empty where they part on every case.',
    }),
    reading: t.exposeString('reading', {
      nullable: true,
      description: 'How the two can both be read, where they can.',
    }),
  }),
});

const SourceDisagreementConnection = connectionOf('SourceDisagreement', SourceDisagreementRef, [
  'disagreement',
  'disagreements',
]);

builder.queryField('disagreements', (t) =>
  t.field({
    type: SourceDisagreementConnection,
    nullable: true,
    description:
      'Where the sources in the graph do not agree with one another, or with themselves; ordered by kind and by what they are about.',
    args: pageArguments,
    resolve: (_, page, { graph, today }) => pageOf(byKey(allDisagreements(graph, today)), page),
  }),
);
