/**
 * The federated type CoverageCase: a plan and the facts of a case. Any subgraph can reference one by its key. Its `coverage`
 * field is `Plan.coverage`, with the facts taken from the key instead of the argument `given`.
 */
import { GraphQLNonNull, GraphQLObjectType, GraphQLString, assertObjectType, type GraphQLSchema } from 'graphql';
import type { Condition, Graph, Plan } from '../graph/entries.ts';
import type { Context } from '../schema/builder.ts';
import { ContractError, cut, type Path } from '../schema/errors.ts';
import { resolveCondition, resolveDay, resolvePlan, resolveTerritory } from '../schema/resolve-arguments.ts';
import { NoCaseKey, parseCaseKey, type CaseKey } from './case-key.ts';

interface CoverageCase {
  /** The key as it was sent. A gateway joins the answers of subgraphs by it. */
  readonly key: string;
  readonly plan: Plan;
  readonly facts: CaseKey;
  /** Path of the key in the request, for errors that are found when `coverage` is resolved. */
  readonly at: Path;
}

/**
 * Parses a key and checks every name in it.
 * @throws {ContractError} if the key is malformed or a name in it is unknown; the error suggests similar names
 */
export function caseWithKey(graph: Graph, key: string, at: Path): CoverageCase {
  const facts = parseKey(key, at);
  const plan = resolvePlan(graph, facts.plan, at);
  for (const slug of [...facts.met, ...facts.unmet]) checkIsNotCounted(resolveCondition(graph, slug, at), at);
  for (const { condition, count } of facts.counts) checkIsCounted(resolveCondition(graph, condition, at), count, at);
  if (facts.territory !== null) resolveTerritory(graph, facts.territory, at);
  if (facts.on !== null) resolveDay(facts.on, at);
  return { key, plan, facts, at };
}

function parseKey(key: string, at: Path): CaseKey {
  try {
    return parseCaseKey(key);
  } catch (error) {
    if (error instanceof NoCaseKey) throw new ContractError('BAD_ID', `${cut(error.message)}.`, at, error.part);
    throw error;
  }
}

function checkIsNotCounted({ slug, counts }: Condition, at: Path): void {
  if (counts !== null)
    throw new ContractError(
      'NOT_A_COUNT',
      `"${slug}" counts ${counts} and is neither met nor unmet. Write ${slug}=3, with the number so far.`,
      at,
      slug,
    );
}

function checkIsCounted({ slug, counts }: Condition, count: number, at: Path): void {
  if (counts === null)
    throw new ContractError(
      'NOT_A_COUNT',
      `"${slug}" is met or unmet and counts nothing. Write +${slug} or -${slug}.`,
      at,
      `${slug}=${String(count)}`,
    );
}

/** Creates the type CoverageCase from the type `Plan` of the given schema. */
export function coverageCaseType(schema: GraphQLSchema): GraphQLObjectType<CoverageCase, Context> {
  const planType = assertObjectType(schema.getType('Plan'));
  const { coverage } = planType.toConfig().fields;
  if (!coverage?.args || !coverage.resolve)
    throw new Error('The schema has no field Plan.coverage with arguments and a resolver.');
  const {
    args: { given: _, ...args },
    resolve,
    ...field
  } = coverage;
  return new GraphQLObjectType<CoverageCase, Context>({
    name: 'CoverageCase',
    description:
      'A plan and the facts of a case, in one key that any subgraph can write. A key contains no personal data.',
    fields: {
      key: {
        type: new GraphQLNonNull(GraphQLString),
        description:
          'The slug of a plan, then facts: +condition holds, -condition does not, condition=3 counts, @PR is the place, 2026-11-23 the day.',
        resolve: ({ key }) => key,
      },
      plan: { type: planType, description: 'The plan that the key begins with.' },
      coverage: {
        ...field,
        description: 'Whether the plan covers something on the facts of the key, what it requires, and who says so.',
        args,
        resolve: ({ plan, facts, at }, coverageArguments: Record<string, unknown>, context, info) => {
          const { plan: __, ...given } = facts;
          return contradictionsAt(at, () => resolve(plan, { ...coverageArguments, given }, context, info));
        },
      },
    },
  });
}

/** Reports contradicting facts at the path of the key, because the facts come from the key and not from an argument. */
function contradictionsAt<T>(at: Path, resolve: () => T): T {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof ContractError && error.extensions['code'] === 'CONTRADICTING_FACTS')
      throw new ContractError('CONTRADICTING_FACTS', error.message, at, String(error.extensions['value']));
    throw error;
  }
}
