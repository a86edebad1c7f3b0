/** The types CostShare and Money: what the person pays, in exact amounts. */
import { type Money, printCostShare } from '../model/amounts.ts';
import { builder } from './builder.ts';
import { CostShareKindRef, LimitPeriodRef, NetworkSideRef } from './enums.ts';
import { CaseFactRef, CitationRef, CostShareRef } from './refs.ts';

const MoneyRef = builder.objectRef<Money>('Money').implement({
  description: 'An exact amount in one currency.',
  fields: (t) => ({
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'The number in whole units of the currency and their parts.',
    }),
    currency: t.exposeString('currency', { description: 'ISO 4217 code, such as USD.' }),
  }),
});

CostShareRef.implement({
  description: 'What the person pays; a range where least and most differ.',
  fields: (t) => ({
    kind: t.expose('kind', { type: CostShareKindRef, description: 'In which form it is paid.' }),
    least: t.expose('least', {
      type: MoneyRef,
      nullable: true,
      description: 'The lowest amount; null where the source sets none.',
    }),
    most: t.expose('most', {
      type: MoneyRef,
      nullable: true,
      description: 'The highest amount; null where the source sets none.',
    }),
    percent: t.expose('percent', {
      type: 'Decimal',
      nullable: true,
      description: 'The share of the allowed amount, out of a hundred.',
    }),
    network: t.expose('network', { type: NetworkSideRef, description: 'The providers to whom it applies.' }),
    year: t.exposeInt('year', { nullable: true, description: 'The calendar year in which the amount applies.' }),
    per: t.expose('per', { type: LimitPeriodRef, nullable: true, description: 'The span for which it is paid once.' }),
    terms: t.field({
      type: t.listRef(t.listRef(CaseFactRef)),
      description:
        'On which terms it applies in the answer: all of these; within one, any. Empty for a rule by itself, whose condition is `when`.',
      resolve: ({ terms }) => terms ?? [],
    }),
    text: t.string({ description: 'The whole share in words.', resolve: (share) => printCostShare(share) }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where the amount is laid down.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
