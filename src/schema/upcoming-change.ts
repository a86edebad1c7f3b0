/** The type UpcomingChange: how the answer changes on a later day. */
import { CoverageStatusRef } from './enums.ts';
import { CoverageRuleRef, DeterminationRef, UpcomingChangeRef } from './refs.ts';

UpcomingChangeRef.implement({
  description:
    'A later day on which relevant rules begin or cease to hold, and the answer to the same question on that day.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The first day on which the answer is different.' }),
    begins: t.expose('begins', { type: [CoverageRuleRef], description: 'Rules that hold from that day.' }),
    ends: t.expose('ends', { type: [CoverageRuleRef], description: 'Rules that no longer hold on that day.' }),
    status: t.expose('status', { type: CoverageStatusRef, description: 'The verdict on the same facts on that day.' }),
    best: t.expose('best', { type: CoverageStatusRef, description: 'The best outcome still open on that day.' }),
    determination: t.expose('determination', { type: DeterminationRef, description: 'The answer on that day, whole.' }),
  }),
});
