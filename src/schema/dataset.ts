/** The type CoverageDataset and the root field `dataset`. */
import type { CompletenessClaim, Graph } from '../graph/entries.ts';
import type { ConceptKind } from '../model/words.ts';
import { builder } from './builder.ts';
import { ConceptKindRef } from './enums.ts';
import { CitationRef, CoverageSubjectRef, PlanRef } from './refs.ts';

interface ConceptCount {
  readonly kind: ConceptKind;
  readonly count: number;
}

function countsOf({
  plans,
  services,
  techniques,
  billingCodes,
  territories,
  conditions,
  sources,
}: Graph): ConceptCount[] {
  const tables = {
    PLAN: plans,
    SERVICE: services,
    TECHNIQUE: techniques,
    BILLING_CODE: billingCodes,
    TERRITORY: territories,
    COVERAGE_CONDITION: conditions,
    SOURCE: sources,
  } satisfies Record<ConceptKind, ReadonlyMap<string, unknown>>;
  return Object.entries(tables).map(([kind, { size }]) => ({ kind: kind as ConceptKind, count: size }));
}

const ConceptCountRef = builder.objectRef<ConceptCount>('ConceptCount').implement({
  description: 'How many entries of one kind are loaded.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ConceptKindRef, description: 'The kind that is counted.' }),
    count: t.exposeInt('count', { description: 'The number of its entries.' }),
  }),
});

const CompletenessClaimRef = builder.objectRef<CompletenessClaim>('CompletenessClaim').implement({
  description: 'A part of health coverage that the data claims to contain completely, as of a day.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The claim in words, with its limits.' }),
    plans: t.expose('plans', { type: [PlanRef], description: 'The plans that it is made for.' }),
    subjects: t.expose('subjects', { type: [CoverageSubjectRef], description: 'The subjects that it is made for.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day on which it was last checked.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'The documents that were read in full for it.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

const CoverageDatasetRef = builder.objectRef<Graph>('CoverageDataset').implement({
  description: 'The data set that answers are derived from.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'SHA-256 over everything loaded; also in extensions.dataVersion of every response.',
    }),
    loadedAt: t.field({
      type: 'DateTime',
      description: 'The moment at which this server loaded it.',
      resolve: (_, __, { loadedAt }) => loadedAt,
    }),
    counts: t.field({
      type: [ConceptCountRef],
      description: 'How many entries of each kind there are.',
      resolve: (graph) => countsOf(graph),
    }),
    ruleCount: t.int({ description: 'How many rules there are in all.', resolve: ({ rules }) => rules.size }),
    completeness: t.expose('completeness', {
      type: [CompletenessClaimRef],
      description: 'What the data claims to cover in full, and as of which day; anything else may be incomplete.',
    }),
    notices: t.exposeStringList('notices', { description: 'Trademark and license notices for the data.' }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: CoverageDatasetRef,
    description: 'What is loaded: its version, its size, and what it claims to cover.',
    resolve: (_, __, { graph }) => graph,
  }),
);
