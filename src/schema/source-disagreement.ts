/** The types SourcePosition and SourceDisagreement, and the root field `disagreements`. */
import { allDisagreements } from '../engine/disagreement-index.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { CoverageStatusRef, DisagreementKindRef } from './enums.ts';
import { pageOf } from './pagination.ts';
import { byKey } from '../graph/sorted-lists.ts';
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
  description: 'What one source, or several that agree, says on its own; `status` is null if it is not about coverage.',
  fields: (t) => ({
    sources: t.expose('sources', { type: [SourceDocumentRef], description: 'The sources that take this position.' }),
    says: t.exposeString('says', { description: 'The position in words, from these sources only.' }),
    status: t.expose('status', {
      type: CoverageStatusRef,
      nullable: true,
      description: 'The status that follows from these sources only.',
    }),
    asOf: t.expose('asOf', {
      type: 'Date',
      nullable: true,
      description: 'The day it was derived for, if not the requested day.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that support the position.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

SourceDisagreementRef.implement({
  description: 'A point on which sources disagree with each other, or one with itself.',
  interfaces: () => [NodeRef],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What they disagree on, as a question.' }),
    disagreementKind: t.expose('kind', { type: DisagreementKindRef, description: 'In what way they disagree.' }),
    about: t.expose('about', {
      type: [ConceptRef],
      description: 'The plan, subject, code, technique or place it is about.',
    }),
    positions: t.expose('positions', { type: [SourcePositionRef], description: 'Each side, and what it says.' }),
    partsOn: t.expose('partsOn', {
      type: [CaseFactRef],
      description: 'The smallest set of facts on which they differ; empty if they differ in every case.',
    }),
    reading: t.exposeString('reading', {
      nullable: true,
      description: 'How both can be read without a contradiction, if they can.',
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
      'Where the sources in the graph disagree with each other, or with themselves; ordered by kind and by what they are about.',
    args: pageArguments,
    resolve: (_, page, { graph, today }) => pageOf(byKey(allDisagreements(graph, today)), page),
  }),
);
