/** The type CoverageLimit: how much of a subject is covered. */
import { printLimit } from '../model/amounts.ts';
import { LimitPeriodRef, LimitUnitRef } from './enums.ts';
import { CaseFactRef, CitationRef, CoverageLimitRef, CoverageSubjectRef } from './refs.ts';

CoverageLimitRef.implement({
  description: 'How much of it: 12 visits in 90 days, 20 a year, 50,000 dollars in a lifetime.',
  fields: (t) => ({
    quantity: t.expose('quantity', { type: 'Decimal', description: 'The number of units allowed, exactly.' }),
    unit: t.expose('unit', { type: LimitUnitRef, description: 'What the number counts.' }),
    currency: t.exposeString('currency', {
      nullable: true,
      description: 'ISO 4217 code where the unit is MONEY; else null.',
    }),
    per: t.field({
      type: LimitPeriodRef,
      description: 'The span to which the number applies.',
      resolve: ({ per }) => per,
    }),
    window: t.field({
      type: 'Duration',
      nullable: true,
      description: 'The length of a rolling window.',
      resolve: ({ windowDays }) => (windowDays === null ? null : `P${String(windowDays)}D`),
    }),
    combinedWith: t.expose('combinedWith', {
      type: [CoverageSubjectRef],
      description: 'Other subjects that draw on the same allowance.',
    }),
    terms: t.field({
      type: t.listRef(t.listRef(CaseFactRef)),
      description:
        'On which terms it applies in the answer: all of these; within one, any. Empty for a rule by itself, whose condition is `when`.',
      resolve: ({ terms }) => terms ?? [],
    }),
    text: t.string({ description: 'The whole limit in words.', resolve: (limit) => printLimit(limit) }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where the limit is laid down.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
