/** The type SummaryClause: a sentence of a summary with its place in the proof. */
import { SummaryClauseRef } from './refs.ts';

SummaryClauseRef.implement({
  description: 'A sentence of the summary.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The sentence, or a few that belong together.' }),
    steps: t.expose('steps', {
      type: ['Int'],
      description:
        'The numbers of the steps of the proof that it rests on, in order. Empty for what holds on another day or does not decide.',
    }),
  }),
});
