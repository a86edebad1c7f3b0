/** The schema of the endpoint: the public schema and the fields of a federation subgraph. Composers read schema/subgraph.graphql. */
import { assertObjectType } from 'graphql';
import { schema } from '../schema/index.ts';
import { coverageCaseType } from './coverage-case.ts';
import { directives } from './directives.ts';
import { entities, typesWithSentKeys } from './entities.ts';
import { answerSentKeys } from './sent-key.ts';
import { createSubgraph, type Subgraph } from './subgraph.ts';

/** Root fields left out of the subgraph's SDL because other subgraphs are likely to have them too. The endpoint serves them. */
const WITHHELD: readonly string[] = ['node', 'nodes', 'search', 'dataset'];

/** Creates the subgraph. `withhold` names the root fields left out of the SDL; the endpoint's schema is always the same. */
export function coverageSubgraph(withhold: readonly string[] = WITHHELD): Subgraph {
  for (const name of typesWithSentKeys) answerSentKeys(assertObjectType(schema.getType(name)));
  return createSubgraph({
    schema,
    entities,
    types: [coverageCaseType(schema)],
    withhold,
    directives: () => directives(schema),
    assumeValid: true,
  });
}
