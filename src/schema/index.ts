/** The schema, put together: each noun brings its own types and root fields. `schema/covergraph.graphql` is its printed form. */
import { builder } from './builder.ts';
import './scalars.ts';
import './node.ts';
import './plan.ts';
import './service.ts';
import './technique.ts';
import './billing-code.ts';
import './territory.ts';
import './coverage-condition.ts';
import './source-document.ts';
import './coverage.ts';
import './plan-comparison.ts';
import './plans-in-area.ts';
import './search.ts';
import './coverage-answer.ts';
import './dataset.ts';

export type { Context } from './builder.ts';

/** Resolved synchronously throughout: executing an operation over it gives a result, not a promise. */
export const schema = builder.toSchema({ sortSchema: false });
