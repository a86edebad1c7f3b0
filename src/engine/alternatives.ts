/**
 * Alternatives to an answer (docs/semantics.md#section-3-parts and `alternatives` of the public schema). If the answer is
 * NOT_STATED: plans within the plan for which an answer is stated. Besides these: plans of the same class and other
 * services of the plan whose answer on the same facts is better. An answer that is NOT_STATED is never an alternative.
 */
import type { Plan, Service, Subject } from '../graph/entries.ts';
import { OUTCOMES } from '../model/words.ts';
import { conclude, type Conclusion } from './outcomes.ts';
import type { Determination } from './determination.ts';
import { hasRuleOn, planChain, subjectChain } from './applicable-rules.ts';
import type { Question } from './question.ts';

/** How many other answers are computed at most for one kind of alternatives. */
const MOST_LOOKED_AT = 200;

/** The rank of an answer: the indexes of its best and worst possible outcome. Lower is better. */
function rank({ best, possibleOutcomes }: Pick<Conclusion, 'best' | 'possibleOutcomes'>): readonly [number, number] {
  return [OUTCOMES.indexOf(best), OUTCOMES.indexOf(possibleOutcomes.at(-1) ?? best)];
}
const compare = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];

/** Everything within a plan, at any depth. */
function within(plan: Plan): Set<Plan> {
  const found = new Set(plan.contains);
  for (const each of found) for (const part of each.contains) found.add(part);
  return found;
}

const bySlug = (a: Plan, b: Plan): number => (a.slug < b.slug ? -1 : 1);

/**
 * The plans within the plan in the order in which they are looked at: programs and classes, then single plans with a grant
 * on what was asked, then the others. There may be thousands of single plans, and not all of them are looked at.
 */
function partsToLookAt({ plan, subject, on }: Question): Plan[] {
  const parts = within(plan);
  const granting = new Set<Plan>();
  for (const each of subjectChain(subject).keys())
    for (const { effect, from, until, plan: ruled } of each.rules)
      if (effect === 'COVERED' && (from === null || from <= on) && (until === null || on < until) && parts.has(ruled))
        granting.add(ruled);
  const classes = [...parts].filter(({ level }) => level !== 'PLAN');
  const single = (isGranting: boolean): Plan[] =>
    [...parts].filter((part) => part.level === 'PLAN' && granting.has(part) === isGranting);
  return [...classes, ...single(true).sort(bySlug), ...single(false)];
}

/** The question for each plan in turn, made on demand, because a program may have very many plans. */
function* ofEach(plans: Iterable<Plan>, question: Question): Generator<Question> {
  for (const plan of plans) if (plan !== question.plan) yield { ...question, plan };
}

/** Services on which the plan has rules and that share a broader service with the subject. */
function otherServices(plan: Plan, subject: Subject): Service[] {
  const chain = subjectChain(subject);
  const found = new Set<Service>();
  for (const above of chain.keys()) {
    for (const { kind, to } of above.links)
      if (kind === 'NARROWER' && to.kind === 'SERVICE' && !chain.has(to)) found.add(to);
  }
  const plans = [...planChain(plan)];
  return [...found].filter((service) => plans.some((each) => hasRuleOn(each, service)));
}

interface Found {
  readonly question: Question;
  readonly rank: readonly [number, number];
}
/** Programs and classes before single plans, then the best outcome first, then by slug. */
const byLevel = (a: Found, b: Found): number =>
  Number(a.question.plan.level === 'PLAN') - Number(b.question.plan.level === 'PLAN') ||
  compare(a.rank, b.rank) ||
  bySlug(a.question.plan, b.question.plan);

/** At most `most` alternatives, best first; of plans within the plan, programs and classes come before single plans. `derive` answers the question of each. */
export function alternatives(
  question: Question,
  asked: Pick<Conclusion, 'status' | 'best' | 'possibleOutcomes'>,
  most: number,
  derive: (question: Question) => Determination,
): Determination[] {
  const look = (questions: Iterable<Question>, isBetter: (conclusion: Conclusion) => boolean): Found[] => {
    const found: Found[] = [];
    let looked = 0;
    for (const other of questions) {
      if (looked++ >= MOST_LOOKED_AT) break;
      const conclusion = conclude(other);
      if (conclusion.best !== 'NOT_STATED' && isBetter(conclusion))
        found.push({ question: other, rank: rank(conclusion) });
    }
    return found.sort((a, b) => compare(a.rank, b.rank));
  };
  const { plan, subject } = question;
  const inside =
    asked.status === 'NOT_STATED' ? look(ofEach(partsToLookAt(question), question), () => true).sort(byLevel) : [];
  const better = (conclusion: Conclusion): boolean => compare(rank(conclusion), rank(asked)) < 0;
  const others =
    inside.length >= most
      ? []
      : [
          ...look(ofEach(plan.within?.contains ?? [], question), better),
          ...look(
            otherServices(plan, subject).map((each) => ({ ...question, subject: each })),
            better,
          ),
        ];
  return [...inside, ...others].slice(0, most).map((each) => derive(each.question));
}
