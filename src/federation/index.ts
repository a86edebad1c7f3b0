/** The endpoint's schema: the public one, and what makes it a citizen of larger graphs. `schema/subgraph.graphql` is what they read. */
import { schema } from '../schema/index.ts';
import { coverageCaseType } from './coverage-case.ts';
import { directives } from './directives.ts';
import { entities } from './entities.ts';
import { createSubgraph, type Subgraph } from './subgraph.ts';

/** Root fields so generic that they would be taken for, or collide with, those of others; served at the endpoint all the same. */
const WITHHELD: readonly string[] = ['node', 'nodes', 'search', 'dataset'];

/** The same types and root fields whatever is withheld from larger graphs. */
export function coverageSubgraph(withhold: readonly string[] = WITHHELD): Subgraph {
  return createSubgraph({
    schema,
    entities,
    types: [coverageCaseType(schema)],
    withhold,
    directives: () => directives(schema),
    assumeValid: true,
  });
}
