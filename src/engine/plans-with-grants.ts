/** Which plans a grant on a subject can reach, so that a list of thousands of plans derives few answers. */
import type { Plan, Rule, Subject } from '../graph/entries.ts';
import type { CoverageStatus } from '../model/words.ts';
import { planChain, subjectChain } from './applicable-rules.ts';

/** Statuses that take a grant, or an exception that lifts an exclusion. */
const OF_GRANTS: ReadonlySet<CoverageStatus> = new Set<CoverageStatus>(['COVERED', 'MAY_BE_COVERED']);

/** Whether each of the statuses takes a grant. */
export const needGrant = (statuses: readonly CoverageStatus[]): boolean =>
  statuses.length > 0 && statuses.every((status) => OF_GRANTS.has(status));

/**
 * A test of whether a grant on the subject, or on a broader one, is written for a plan or for one that it takes rules from. It
 * is true more often than the plan covers the subject, and never false where it does.
 * @param isAtHome whether the care is at home, where rules on care abroad do not apply
 */
export function hasGrantOn(subject: Subject, isAtHome: boolean): (plan: Plan) => boolean {
  const isReached = (rule: Rule): boolean =>
    (rule.effect === 'COVERED' || rule.effect === 'LIFTED') && !(isAtHome && rule.where.scope === 'ABROAD');
  const granting = new Set(
    [...subjectChain(subject).keys()].flatMap(({ rules }) => rules.filter(isReached).map(({ plan }) => plan)),
  );
  return (plan) => [...planChain(plan)].some((each) => granting.has(each));
}
