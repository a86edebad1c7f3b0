/** Answers for a list of plans or subjects, limited to some statuses. */
import type { CoverageStatus } from '../model/words.ts';
import type { Determination } from './determination.ts';

/**
 * A function that derives the answer for a candidate; null if its status is not one of `statuses`. It derives each answer
 * once, even if it is called again for the same candidate.
 */
export function answerWithStatus<T>(
  derive: (candidate: T) => Determination,
  statuses: ReadonlySet<CoverageStatus>,
): (candidate: T) => Determination | null {
  const results = new Map<T, Determination | null>();
  return (candidate) => {
    const earlier = results.get(candidate);
    if (earlier !== undefined) return earlier;
    const answer = derive(candidate);
    const result = statuses.has(answer.status) ? answer : null;
    results.set(candidate, result);
    return result;
  };
}

/** The answers of one plan, one for each subject. */
export interface MatrixRow<Plan> {
  readonly plan: Plan;
  readonly cells: readonly Determination[];
}

/** One row for each plan and one cell for each subject, in the given order. Derives each pair once, even if it is repeated. */
export function coverageMatrix<Plan, Subject>(
  plans: readonly Plan[],
  subjects: readonly Subject[],
  derive: (plan: Plan, subject: Subject) => Determination,
): MatrixRow<Plan>[] {
  const rows = new Map<Plan, MatrixRow<Plan>>();
  return plans.map((plan) => {
    const row = rows.get(plan) ?? { plan, cells: rowCells(subjects, (subject) => derive(plan, subject)) };
    rows.set(plan, row);
    return row;
  });
}

function rowCells<Subject>(
  subjects: readonly Subject[],
  derive: (subject: Subject) => Determination,
): readonly Determination[] {
  const answers = new Map<Subject, Determination>();
  return subjects.map((subject) => {
    const answer = answers.get(subject) ?? derive(subject);
    answers.set(subject, answer);
    return answer;
  });
}
