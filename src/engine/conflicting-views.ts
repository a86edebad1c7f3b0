/**
 * Finds the sources that disagree on whether a plan covers a subject (docs/semantics.md#section-5-disagreements): on some
 * facts one says covered or maybe covered and the other not covered; or one restates the other with less; or a source of
 * another day says something else.
 */
import type { Rule, Territory } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { DisagreementKind } from '../model/words.ts';
import { FALSE, makeBdd, OverBudget, type Bdd } from './bdd.ts';
import { background, makeBooleanVariables } from './boolean-variables.ts';
import { derive, rulesInView, ruleSetOf, type Derivation } from './derive.ts';
import type { CaseFact } from './determination.ts';
import { factsTogether } from './facts.ts';
import { conclude } from './outcomes.ts';
import { pathwaysTo } from './prime-implicants.ts';
import type { Question } from './question.ts';
import { rulesBehind, speaking, termsOfView, viewsOf, type SourceView } from './source-positions.ts';

/** The limits of the search for the facts on which two views differ. */
const BUDGET = { nodes: 100_000, sets: 20_000 } as const;

/** One side of a pair: a view of one source, and the rules by which it disagrees with the other side. */
export interface ViewSide {
  readonly view: SourceView;
  readonly rules: readonly Rule[];
  /** The day that is told with it; null for the day of the question. */
  readonly asOf: string | null;
}
/** Two views that disagree. */
export interface ConflictingViews {
  readonly kind: DisagreementKind;
  readonly sides: readonly [ViewSide, ViewSide];
  readonly territory: Territory | null;
  /** A smallest set of facts on which they differ; empty if they always differ. */
  readonly partsOn: readonly CaseFact[];
}

/** Every pair of views that disagree on a question with nothing given. */
export function conflictingViews(question: Question): ConflictingViews[] {
  const views = viewsOf(conclude(question));
  return views.flatMap((one, index) => views.slice(index + 1).flatMap((other) => conflictsOf(question, one, other)));
}

/** Two views of other days are not compared with each other. */
function conflictsOf(question: Question, one: SourceView, other: SourceView): ConflictingViews[] {
  if (one.asOf !== null && other.asOf !== null) return [];
  const isRefined = restates(one, other) || restates(other, one);
  const refined = isRefined ? refinement(question, one, other) : null;
  // What one source says in two wordings is a refinement and nothing else.
  const isOfOneSource = isRefined && sourceOf(one) === sourceOf(other);
  const conflict = isOfOneSource ? null : conflictOf(question, one, other);
  return [refined, conflict].flatMap((each) => each ?? []);
}

function conflictOf(question: Question, one: SourceView, other: SourceView): ConflictingViews | null {
  const vintage = one.asOf !== other.asOf || areEditions(one, other);
  const conflict = vintage || !areJoined(one, other) ? whereTheyDiffer(question, one, other) : null;
  if (conflict === null && !isUpdate(question, one, other)) return null;
  const [rules, others] = conflict?.rules ?? [rulesBehind(one), rulesBehind(other)];
  const asOf = (view: SourceView): string | null => view.asOf ?? (vintage ? dayOf(view) : null);
  return {
    kind: vintage ? 'VINTAGE' : kindOf(rulesBehind(one), rulesBehind(other)),
    sides: [
      { view: one, rules, asOf: asOf(one) },
      { view: other, rules: others, asOf: asOf(other) },
    ],
    territory: question.territory,
    partsOn: conflict?.partsOn ?? [],
  };
}

/** Two wordings disagree if they do not say the same. */
function refinement(question: Question, one: SourceView, other: SourceView): ConflictingViews | null {
  if (termsOfView(one) === termsOfView(other)) return null;
  const [rules, others] = [rulesBehind(one), rulesBehind(other)];
  const isOfPair = (rule: Rule, among: readonly Rule[]): boolean =>
    among.some((each) => restatesRule(rule, each) || restatesRule(each, rule));
  return {
    kind: 'REFINEMENT',
    sides: [
      { view: one, rules: rules.filter((rule) => isOfPair(rule, others)), asOf: one.asOf },
      { view: other, rules: others.filter((rule) => isOfPair(rule, rules)), asOf: other.asOf },
    ],
    territory: question.territory,
    partsOn: whereTheyDiffer(question, one, other)?.partsOn ?? [],
  };
}

/** Whether the first restates the second, directly or indirectly. */
const restatesRule = ({ restates: fuller }: Rule, rule: Rule): boolean =>
  fuller.some((each) => each === rule || restatesRule(each, rule));

/** Whether a rule behind `shorter` restates a rule behind `fuller`. */
function restates(fuller: SourceView, shorter: SourceView): boolean {
  const rules = rulesBehind(fuller);
  return rulesBehind(shorter).some((rule) => !rules.includes(rule) && rules.some((each) => restatesRule(rule, each)));
}

const sourceOf = ({ question }: SourceView) => question.accordingTo?.[0] ?? null;
const dayOf = (view: SourceView): string | null => sourceOf(view)?.publishedOn ?? null;

function isOfOnePublisher(one: SourceView, other: SourceView): boolean {
  const publisher = sourceOf(one)?.publisher ?? null;
  return publisher !== null && publisher === sourceOf(other)?.publisher;
}
/** Whether the two are publications of one publisher on different days. */
function areEditions(one: SourceView, other: SourceView): boolean {
  const [day, otherDay] = [dayOf(one), dayOf(other)];
  return isOfOnePublisher(one, other) && day !== null && otherDay !== null && day !== otherDay;
}

/** Whether one publisher says something else on the same matter as of another day. */
function isUpdate(question: Question, one: SourceView, other: SourceView): boolean {
  return (
    one.asOf !== other.asOf &&
    isOfOnePublisher(one, other) &&
    isOfSameMatter(one, other) &&
    termsOfView(one) !== termsOfView(other) &&
    ![one, other].some((view) => speaksOfOthers(view, question))
  );
}
/** Whether both have a rule of the same plan on the same subject. */
function isOfSameMatter(one: SourceView, other: SourceView): boolean {
  const others = rulesBehind(other);
  return rulesBehind(one).some(({ plan, subject }) =>
    others.some((rule) => rule.plan === plan && rule.subject === subject),
  );
}

/**
 * Whether a rule is hedged by quantifier in a class that the plan is within, or by extent on a broader subject: "some plans
 * cover it" disagrees with nothing that is said of one plan.
 */
const isOfOthers = (rule: Rule, { plan, subject }: Question): boolean =>
  (rule.quantifier !== 'ALL' && isPlanWithin(plan, rule.plan)) || (rule.extent !== 'ALL' && rule.subject !== subject);
function speaksOfOthers(view: SourceView, question: Question): boolean {
  const rules = rulesBehind(view);
  return rules.length > 0 && rules.every((rule) => isOfOthers(rule, question));
}

function kindOf(rules: readonly Rule[], others: readonly Rule[]): DisagreementKind {
  const subjects = new Set(rules.map(({ subject }) => subject));
  return others.some(({ subject }) => subjects.has(subject)) ? 'CONTRADICTION' : 'SCOPE';
}

/** Whether an exception without a reading joins rules of the two: then one limits the other and they do not disagree. */
function areJoined(one: SourceView, other: SourceView): boolean {
  const [rules, others] = [speaking(one.conclusion.derivation), speaking(other.conclusion.derivation)];
  const joins = (some: readonly Rule[], targets: readonly Rule[]): boolean =>
    some.some(({ exceptTo, reading }) => reading === null && exceptTo.some((target) => targets.includes(target)));
  return joins(rules, others) || joins(others, rules);
}

interface Difference {
  readonly partsOn: readonly CaseFact[];
  /** The rules of each view that grant or exclude on facts on which the two differ. */
  readonly rules: readonly [readonly Rule[], readonly Rule[]];
}

const mayCover = ({ conclusion: { possibleOutcomes } }: SourceView): boolean =>
  possibleOutcomes.includes('COVERED') || possibleOutcomes.includes('MAY_BE_COVERED');
const mayRefuse = ({ conclusion: { possibleOutcomes } }: SourceView): boolean =>
  possibleOutcomes.includes('NOT_COVERED');

/** Where one view says covered and the other not covered; null if nowhere. */
function whereTheyDiffer(question: Question, one: SourceView, other: SourceView): Difference | null {
  if (!(mayCover(one) && mayRefuse(other)) && !(mayCover(other) && mayRefuse(one))) return null;
  try {
    return differenceOf(question, one, other);
  } catch (error) {
    if (error instanceof OverBudget) return { partsOn: [], rules: [rulesBehind(one), rulesBehind(other)] };
    throw error;
  }
}

function differenceOf(question: Question, one: SourceView, other: SourceView): Difference | null {
  const wholes = [one, other].map((view) => ({ view, whole: ruleSetOf(view.question, question.plan, view.wording) }));
  const vocabulary = makeBooleanVariables(
    question,
    wholes.flatMap(({ whole }) => [...rulesInView(whole)]),
  );
  const diagram = makeBdd(BUDGET.nodes);
  const { and, or } = diagram;
  const allowed = background(vocabulary, diagram);
  const [ofOne, ofOther] = wholes.map(({ view, whole }) => derive(view.question, whole, vocabulary, diagram));
  if (!ofOne || !ofOther) return null;
  const covers = and(allowed, and(grantedBy(ofOne, question, diagram), refusedBy(ofOther)));
  const refuses = and(allowed, and(grantedBy(ofOther, question, diagram), refusedBy(ofOne)));
  const goal = or(covers, refuses);
  if (goal === FALSE) return null;
  const [smallest = []] = pathwaysTo(goal, allowed, vocabulary, diagram, BUDGET.sets).sort(
    (x, y) => x.length - y.length,
  );
  const acting = (derivation: Derivation, effect: Rule['effect'], on: number): Rule[] =>
    derivation.applicable
      .filter(
        ({ rule }, index) =>
          rule.effect === effect &&
          !(effect === 'COVERED' && isOfOthers(rule, question)) &&
          and(on, derivation.standing.counts[index] ?? FALSE) !== FALSE,
      )
      .map(({ rule }) => rule);
  return {
    partsOn: factsTogether(smallest, vocabulary),
    rules: [
      [...acting(ofOne, 'COVERED', covers), ...acting(ofOne, 'EXCLUDED', refuses)],
      [...acting(ofOther, 'EXCLUDED', covers), ...acting(ofOther, 'COVERED', refuses)],
    ],
  };
}

/** Where the outcome is coverage, and a grant counts that speaks of this plan and subject. */
function grantedBy({ applicable, standing, outcomes }: Derivation, question: Question, { and, or }: Bdd): number {
  const covered = or(outcomes.get('COVERED') ?? FALSE, outcomes.get('MAY_BE_COVERED') ?? FALSE);
  return applicable.reduce(
    (some, { rule }, index) =>
      rule.effect === 'COVERED' && !isOfOthers(rule, question)
        ? or(some, and(covered, standing.counts[index] ?? FALSE))
        : some,
    FALSE,
  );
}
const refusedBy = ({ outcomes }: Derivation): number => outcomes.get('NOT_COVERED') ?? FALSE;
