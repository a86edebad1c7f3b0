/**
 * Answers that say more than one that says little (docs/semantics.md#section-3-parts): on parts of a program that states
 * nothing, and on narrower services and codes where the service itself is not covered or no source says.
 */
import type { Plan, Rule, Subject } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import { OUTCOMES } from '../model/words.ts';
import { narrowerSubjects } from './absence.ts';
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
  const { plan, territory } = question;
  if (status !== 'NOT_STATED' || plan.level === 'PLAN') return [];
  const parts = partsWithRules(question);
  const classes = parts.filter(({ level }) => level !== 'PLAN');
  const found = inOrderOfNaming(classes, question);
  // Programs and classes are named before single plans, unless a place is asked about.
  if (found.length >= MOST_NAMED && territory === null) return found.slice(0, MOST_NAMED);
  return inOrderOfNaming(parts, question).slice(0, MOST_NAMED);
}

/** Whether a rule may apply on the day and in the place of a question. */
function mayApply({ effect, from, until, where }: Rule, { on, territory }: Question): boolean {
  const isInForce = (from === null || from <= on) && (until === null || on < until);
  return effect !== 'ASKS' && isInForce && (territory !== null || where.scope !== 'ABROAD');
}

/** The classes within the plan that rules on the subject or on a broader one reach, and the plans within it that have such rules. */
function partsWithRules(question: Question): Plan[] {
  const { plan, subject } = question;
  const ruled = new Set(
    [...subjectChain(subject).keys()].flatMap(({ rules }) =>
      rules.filter((rule) => mayApply(rule, question)).map((rule) => rule.plan),
    ),
  );
  if (ruled.size === 0) return [];
  const isRuled = (part: Plan): boolean => [...planChain(part)].some((each) => ruled.has(each));
  const classes = plan.contains.filter((part) => part.level !== 'PLAN' && isRuled(part));
  const isDirect = (part: Plan): number => Number(part.within === plan);
  return [...new Set([...classes, ...ruled])]
    .filter((part) => isPlanWithin(part, plan))
    .sort((a, b) => byLevel(a, b) || isDirect(b) - isDirect(a))
    .slice(0, MOST_LOOKED_AT);
}

function inOrderOfNaming(parts: readonly Plan[], question: Question): Conclusion[] {
  const isHome = (part: Conclusion): number => Number(hasOwnHomeIn(part.question));
  const stating = parts
    .map((part) => conclude({ ...question, plan: part }))
    .filter((part) => part.status !== 'NOT_STATED')
    .sort(
      (a, b) =>
        isHome(b) - isHome(a) ||
        byLevel(a.question.plan, b.question.plan) ||
        rank(a) - rank(b) ||
        bySlug(a.question.plan, b.question.plan),
    );
  return stating.filter((part) => !stating.some((other) => speaksFor(other, part)));
}

const speaksFor = (other: Conclusion, part: Conclusion): boolean =>
  isPlanWithin(part.question.plan, other.question.plan) &&
  (part.best === other.best || hedges(other).includes('SOME_PLANS'));

/** Whether the plan states a home of its own that holds the place asked about. */
const hasOwnHomeIn = ({ plan, territory }: Question): boolean =>
  territory !== null &&
  plan.home?.statedBy === plan &&
  [...territory.atoms].every((atom) => plan.home?.atoms.has(atom) === true);

/** A narrower subject, with the plans that have grants which reach it and not the subject asked about. */
interface FurtherGrants {
  readonly subject: Subject;
  readonly plans: ReadonlySet<Plan>;
}

const isCode = (each: Subject): number => Number(each.kind === 'BILLING_CODE');

const known = new WeakMap<Subject, readonly FurtherGrants[]>();
/** The narrower services and codes that further grants reach, services before codes, by slug. Cached per subject. */
function furtherGrants(subject: Subject): readonly FurtherGrants[] {
  const cached = known.get(subject);
  if (cached) return cached;
  const asked = subjectChain(subject);
  const plansReaching = (narrower: Subject): Set<Plan> =>
    new Set(
      [...subjectChain(narrower).keys()]
        .filter((each) => !asked.has(each))
        .flatMap(({ rules }) => rules.filter(({ effect }) => effect === 'COVERED').map(({ plan }) => plan)),
    );
  const found = [...narrowerSubjects(subject)]
    .filter((each) => each !== subject)
    .map((each) => ({ subject: each, plans: plansReaching(each) }))
    .filter(({ plans }) => plans.size > 0)
    .sort((a, b) => isCode(a.subject) - isCode(b.subject) || bySlug(a.subject, b.subject));
  known.set(subject, found);
  return found;
}

/** Up to three narrower services and codes that may be covered: the best outcome first, services before codes. */
export function narrowerCovered({ status, question, whole }: Conclusion): Conclusion[] {
  if (status !== 'NOT_STATED' && status !== 'NOT_COVERED') return [];
  const further = furtherGrants(question.subject);
  if (further.length === 0) return [];
  const plans = [...whole.reach.plans.keys(), ...whole.mandated.keys()];
  const found: Conclusion[] = [];
  for (const each of further.filter((one) => plans.some((plan) => one.plans.has(plan))).slice(0, MOST_LOOKED_AT)) {
    const conclusion = conclude({ ...question, subject: each.subject });
    if (conclusion.best === 'COVERED' || conclusion.best === 'MAY_BE_COVERED') found.push(conclusion);
    // They are looked at in the order in which they are named, apart from the outcome.
    if (found.filter(({ best }) => best === 'COVERED').length === MOST_NAMED) break;
  }
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_NAMED);
}
