/**
 * CoverageCase: a plan and the facts of a case, to which any subgraph can point by a key alone. Its `coverage` is Plan's own,
 * with the facts taken from the key.
 */
import { GraphQLNonNull, GraphQLObjectType, GraphQLString, assertObjectType, type GraphQLSchema } from 'graphql';
import type { Condition, Graph, Plan } from '../graph/entries.ts';
import type { Context } from '../schema/builder.ts';
import { ContractError, cut, type Path } from '../schema/errors.ts';
import { resolveCondition, resolveDay, resolvePlan, resolveTerritory } from '../schema/resolve-arguments.ts';
import { NoCaseKey, parseCaseKey, printCaseKey, type CaseKey } from './case-key.ts';

interface CoverageCase {
  readonly plan: Plan;
  readonly facts: CaseKey;
  /** The path of the key, for errors that are found later. */
  readonly at: Path;
}

/** The case that a key names. A name that means nothing is refused with what was probably meant. */
export function caseWithKey(graph: Graph, key: string, at: Path): CoverageCase {
  const facts = parsed(key, at);
  const plan = resolvePlan(graph, facts.plan, at);
  for (const slug of [...facts.met, ...facts.unmet]) metOrUnmet(resolveCondition(graph, slug, at), at);
  for (const { condition, count } of facts.counts) counted(resolveCondition(graph, condition, at), count, at);
  if (facts.territory !== null) resolveTerritory(graph, facts.territory, at);
  if (facts.on !== null) resolveDay(facts.on, at);
  return { plan, facts, at };
}

function parsed(key: string, at: Path): CaseKey {
  try {
    return parseCaseKey(key);
  } catch (error) {
    if (error instanceof NoCaseKey) throw new ContractError('BAD_ID', `${cut(error.message)}.`, at, error.part);
    throw error;
  }
}

function metOrUnmet({ slug, counts }: Condition, at: Path): void {
  if (counts !== null)
    throw new ContractError(
      'NOT_A_COUNT',
      `"${slug}" counts ${counts} and is neither met nor unmet. Write ${slug}=3, with the number so far.`,
      at,
      slug,
    );
}

function counted({ slug, counts }: Condition, count: number, at: Path): void {
  if (counts === null)
    throw new ContractError(
      'NOT_A_COUNT',
      `"${slug}" is met or unmet and counts nothing. Write +${slug} or -${slug}.`,
      at,
      `${slug}=${String(count)}`,
    );
}

/** The type, over the types of the schema that it is to stand beside. */
export function coverageCaseType(schema: GraphQLSchema): GraphQLObjectType<CoverageCase, Context> {
  const planType = assertObjectType(schema.getType('Plan'));
  const { coverage } = planType.toConfig().fields;
  if (!coverage?.args || !coverage.resolve) throw new Error('Plan.coverage is not there to be asked');
  const {
    args: { given: _, ...args },
    resolve,
    ...field
  } = coverage;
  return new GraphQLObjectType<CoverageCase, Context>({
    name: 'CoverageCase',
    description:
      'A plan and the facts of a case, in one key that any subgraph can write; it is about a case and names nobody.',
    fields: {
      key: {
        type: new GraphQLNonNull(GraphQLString),
        description:
          'The slug of a plan, then facts: +condition holds, -condition does not, condition=3 counts, @PR is the place, 2026-11-23 the day.',
        resolve: ({ facts }) => printCaseKey(facts),
      },
      plan: { type: planType, description: 'The plan that the key begins with.' },
      coverage: {
        ...field,
        description: 'Whether the plan covers something on the facts of the key, what it requires, and who says so.',
        args,
        resolve: ({ plan, facts, at }, asking: Record<string, unknown>, context, info) => {
          const { plan: __, ...given } = facts;
          return contradictionsAt(at, () => resolve(plan, { ...asking, given }, context, info));
        },
      },
    },
  });
}

/** The engine finds facts that cannot hold together; here they stand in the key and not in an argument. */
function contradictionsAt<T>(at: Path, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ContractError && error.extensions['code'] === 'CONTRADICTING_FACTS')
      throw new ContractError('CONTRADICTING_FACTS', error.message, at, String(error.extensions['value']));
    throw error;
  }
}
