/**
 * Answers that say more than one that says little (docs/semantics.md#section-3-parts): on parts of a program that states
 * nothing, and on narrower services and codes where the service itself is not covered or no source says.
 */
import type { Plan, Subject } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import { OUTCOMES } from '../model/words.ts';
import { narrowerSubjects, partsWithRules } from './absence.ts';
import { planChain, subjectChain } from './applicable-rules.ts';
import { hedges } from './hedges.ts';
import { conclude, type Conclusion } from './outcomes.ts';
import type { Question } from './question.ts';

const MOST_NAMED = 3;
const MOST_LOOKED_AT = 40;

const rank = ({ best }: Conclusion): number => OUTCOMES.indexOf(best);
const bySlug = (a: { slug: string }, b: { slug: string }): number => Number(a.slug > b.slug) - Number(a.slug < b.slug);
const byLevel = (a: Plan, b: Plan): number => Number(a.level === 'PLAN') - Number(b.level === 'PLAN');

/**
 * Up to three parts that state something, if no source says whether the program or class covers the subject: those at home in
 * the place asked about first, then programs and classes, then the best outcome. A part of another part is left out if both have
 * the same outcome, or if the other speaks of some of its plans.
 */
export function partsStating(conclusion: Conclusion): Conclusion[] {
  const { status, question } = conclusion;
  const { plan, subject } = question;
  if (status !== 'NOT_STATED' || plan.level === 'PLAN') return [];
  const isDirect = (part: Plan): number => Number(part.within === plan);
  const isHome = (part: Conclusion): number => Number(hasOwnHomeIn(part.question));
  const stating = partsWithRules(plan, subject)
    .sort((a, b) => byLevel(a, b) || isDirect(b) - isDirect(a))
    .slice(0, MOST_LOOKED_AT)
    .map((part) => conclude({ ...question, plan: part }))
    .filter((part) => part.status !== 'NOT_STATED')
    .sort(
      (a, b) =>
        isHome(b) - isHome(a) ||
        byLevel(a.question.plan, b.question.plan) ||
        rank(a) - rank(b) ||
        bySlug(a.question.plan, b.question.plan),
    );
  return stating.filter((part) => !stating.some((other) => speaksFor(other, part))).slice(0, MOST_NAMED);
}

const speaksFor = (other: Conclusion, part: Conclusion): boolean =>
  isPlanWithin(part.question.plan, other.question.plan) &&
  (part.best === other.best || hedges(other).includes('SOME_PLANS'));

/** Whether the plan states a home of its own that holds the place asked about. */
const hasOwnHomeIn = ({ plan, territory }: Question): boolean =>
  territory !== null &&
  plan.home?.statedBy === plan &&
  [...territory.atoms].every((atom) => plan.home?.atoms.has(atom) === true);

/** Up to three narrower services and codes that may be covered: the best outcome first, services before codes. */
export function narrowerCovered({ status, question }: Conclusion): Conclusion[] {
  if (status !== 'NOT_STATED' && status !== 'NOT_COVERED') return [];
  const { subject } = question;
  const isCode = (each: Subject): number => Number(each.kind === 'BILLING_CODE');
  return [...narrowerSubjects(subject)]
    .filter((each) => each !== subject && hasFurtherGrant(each, question))
    .slice(0, MOST_LOOKED_AT)
    .map((each) => conclude({ ...question, subject: each }))
    .filter(({ best }) => best === 'COVERED' || best === 'MAY_BE_COVERED')
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        isCode(a.question.subject) - isCode(b.question.subject) ||
        bySlug(a.question.subject, b.question.subject),
    )
    .slice(0, MOST_NAMED);
}

/** Whether a grant reaches the narrower subject that does not reach the subject asked about. */
function hasFurtherGrant(narrower: Subject, { plan, subject }: Question): boolean {
  const plans = planChain(plan);
  const asked = subjectChain(subject);
  return [...subjectChain(narrower).keys()].some(
    (each) => !asked.has(each) && each.rules.some((rule) => rule.effect === 'COVERED' && plans.has(rule.plan)),
  );
}
