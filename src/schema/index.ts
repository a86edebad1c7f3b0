/** Builds the schema. Each imported module adds its types and root fields. schema/covergraph.graphql is the printed schema. */
import { builder } from './builder.ts';
import './scalars.ts';
import './node.ts';
import './concept.ts';
import './concept-link.ts';
import './remark.ts';
import './source-document.ts';
import './citation.ts';
import './external-code.ts';
import './plan.ts';
import './service-area.ts';
import './service.ts';
import './technique.ts';
import './billing-code.ts';
import './territory.ts';
import './coverage-condition.ts';
import './source-disagreement.ts';
import './coverage-subject.ts';
import './coverage-rule.ts';
import './coverage-limit.ts';
import './cost-share.ts';
import './case-fact.ts';
import './proof-step.ts';
import './summary-clause.ts';
import './upcoming-change.ts';
import './coverage-route.ts';
import './answer-scope.ts';
import './coverage-timeline.ts';
import './determination.ts';
import './coverage.ts';
import './plan-comparison.ts';
import './plans-in-area.ts';
import './search.ts';
import './coverage-answer.ts';
import './dataset.ts';

export type { Context } from './builder.ts';

/** The public schema. All resolvers are synchronous, so execution returns a result and not a promise. */
export const schema = builder.toSchema({ sortSchema: false });
