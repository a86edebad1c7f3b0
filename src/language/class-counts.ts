/**
 * How many plans of a class say that they cover something. A class of which some plans may cover it is told with these
 * counts: they are of the plans in the graph, and the class may have others.
 */
import { partsWithRules } from '../engine/absence.ts';
import type { Determination } from '../engine/determination.ts';
import type { Graph, Plan, Subject } from '../graph/entries.ts';
import { list } from '../graph/sentences.ts';
import type { CoverageStatus } from '../model/words.ts';
import { type AnswerRequest, determineFor } from './answer-helpers.ts';
import { STATUS_HEADINGS } from './list-answers.ts';
import { dayToHear } from './same-plan-number.ts';

/** The counts of the plans of a class that say something of a subject on a day. */
interface ClassCounts {
  readonly on: string;
  readonly plans: number;
  readonly byStatus: ReadonlyMap<CoverageStatus, number>;
}

const countsByGraph = new WeakMap<Graph, Map<string, ClassCounts | null>>();

/** Adds the counts of a class whose answer is about some of its plans, if the question states nothing of the case. */
export function addClassCounts(request: AnswerRequest, { plan, subject, hedges, on }: Determination): void {
  const { met, unmet, counts, territory, accordingTo } = request;
  const hasFacts = met.length > 0 || unmet.length > 0 || counts.size > 0 || territory !== null || accordingTo !== null;
  if (hasFacts || !hedges.includes('SOME_PLANS')) return;
  const found = countsOf(request, plan, subject, on);
  if (found === null) return;
  const texts = STATUS_HEADINGS.flatMap(([status, heading]) => {
    const count = found.byStatus.get(status);
    return count === undefined ? [] : `${count.toLocaleString('en')} ${heading.toLowerCase()}`;
  });
  const total = `${found.plans.toLocaleString('en')} ${found.plans === 1 ? 'plan' : 'plans'}`;
  request.answerText.add(
    `Of ${plan.name}, ${total} in the graph ${found.plans === 1 ? 'says' : 'say'} something of ${subject.phrase} on ${found.on}: ${list(texts, 'and')}. ` +
      `The class may have other plans. For the list, ask which plans of it cover ${subject.phrase}, or read coverageByPlan within "${plan.slug}".`,
  );
}

/** The counts, made once for a graph, class, subject and day. Null if no plan of the class says anything. */
function countsOf(request: AnswerRequest, plan: Plan, subject: Subject, on: string): ClassCounts | null {
  const cached = countsByGraph.get(request.graph) ?? new Map<string, ClassCounts | null>();
  countsByGraph.set(request.graph, cached);
  const key = `${plan.slug} ${subject.kind} ${subject.slug} ${on}`;
  const known = cached.get(key);
  if (known !== undefined) return known;
  const counts = countPlans(request, plan, subject, on);
  cached.set(key, counts);
  return counts;
}

/** The counts on the day asked about, or else on the latest day before it, or the first after, on which a plan speaks. */
function countPlans(request: AnswerRequest, within: Plan, subject: Subject, asked: string): ClassCounts | null {
  const plans = partsWithRules(within, subject).filter(
    ({ level, contains }) => level === 'PLAN' && contains.length === 0,
  );
  const days = [...new Set(plans.map((plan) => dayToHear(plan, asked)))].sort();
  const [before, after] = [days.findLast((day) => day < asked), days.find((day) => day > asked)];
  for (const on of [asked, before, after]) {
    const counts = on === undefined ? null : countOn(request, plans, subject, on);
    if (counts !== null) return counts;
  }
  return null;
}

function countOn(request: AnswerRequest, plans: readonly Plan[], subject: Subject, on: string): ClassCounts | null {
  const byStatus = new Map<CoverageStatus, number>();
  for (const plan of plans) {
    const { status } = determineFor({ ...request, day: on }, plan, subject);
    if (status !== 'NOT_STATED') byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  }
  const total = [...byStatus.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : { on, plans: total, byStatus };
}
