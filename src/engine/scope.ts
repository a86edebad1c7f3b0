/** Where an answer was looked for, and which sources it turns on. */
import type { Plan, Source } from '../graph/entries.ts';
import { passagesOf } from '../graph/rules.ts';
import { list, sentence } from '../graph/sentences.ts';
import type { CoverageStatus } from '../model/words.ts';
import { planChain, sourceFilter } from './applicable-rules.ts';
import { rulesInReach } from './derive.ts';
import { conclude, type Conclusion } from './outcomes.ts';
import type { Question } from './question.ts';

/** What the answer was looked for in. */
export interface AnswerScope {
  /** Sources read that speak of the plan or of those that it takes rules from, by slug. */
  readonly read: readonly Source[];
  /** What is known to exist and was not read, in words. */
  readonly notRead: readonly string[];
  /** Whether the data claims to hold this plan and subject in full. */
  readonly isClaimed: boolean;
  readonly text: string;
}
/** What the status would be without one source. */
export interface SourceDependence {
  readonly source: Source;
  readonly without: CoverageStatus;
}

/** Whether the data claims to hold the plan, and the subject or a broader one, in full. */
export function isClaimed({ question: { graph, plan }, whole: { reach } }: Conclusion): boolean {
  return graph.completeness.some(
    ({ plans, subjects }) => plans.includes(plan) && [...reach.subjects.keys()].some((each) => subjects.includes(each)),
  );
}

const bySlug = (a: Source, b: Source): number => (a.slug < b.slug ? -1 : 1);
const sourcesRead = new WeakMap<Plan, readonly Source[]>();
/** The sources that the plan, or a plan that it takes rules from, cites. Cached per plan. */
function sourcesOf(plan: Plan): readonly Source[] {
  const cached = sourcesRead.get(plan);
  if (cached) return cached;
  const passages = [...planChain(plan)].flatMap(({ cites, rules }) => [
    ...cites,
    ...rules.flatMap((rule) => [...passagesOf(rule)]),
  ]);
  const found = [...new Set(passages.map(({ source }) => source))].sort(bySlug);
  sourcesRead.set(plan, found);
  return found;
}

/** The plan, those that it takes rules from, and those that it is within. */
function plansAround(plan: Plan): Set<Plan> {
  const found = new Set(planChain(plan));
  for (let outer = plan.within; outer && !found.has(outer); outer = outer.within) found.add(outer);
  return found;
}

/** Where the answer was looked for. */
export function scopeOf(conclusion: Conclusion): AnswerScope {
  const { plan, graph } = conclusion.question;
  const read = sourcesOf(plan);
  const notRead = [...new Set([...plansAround(plan)].flatMap((each) => each.notRead).concat(graph.notRead))];
  const claimed = isClaimed(conclusion);
  const count = read.length === 1 ? 'one source' : `${String(read.length)} sources`;
  return {
    read,
    notRead,
    isClaimed: claimed,
    text: [
      sentence(`the answer was looked for in ${count} that speak${read.length === 1 ? 's' : ''} of ${plan.name}`),
      ...(notRead.length === 0 ? [] : [sentence(`not read: ${list(notRead, 'and')}`)]),
      sentence(`the data ${claimed ? 'claims' : 'does not claim'} to hold this in full`),
    ].join(' '),
  };
}

/** Each included source in reach without which the status would be another, by slug. */
export function leansOn(conclusion: Conclusion): SourceDependence[] {
  const { question, derivation, status } = conclusion;
  const isIncluded = sourceFilter(question);
  const passages = [...rulesInReach(derivation)].flatMap(({ cites }) => cites.filter(isIncluded));
  const heard = [...new Set(passages.map(({ source }) => source))].sort(bySlug);
  return heard.flatMap((source) => {
    const narrowed: Question = { ...question, accordingTo: heard.filter((other) => other !== source) };
    const without = conclude(narrowed).status;
    return without === status ? [] : [{ source, without }];
  });
}
