/**
 * The status (docs/semantics.md#section-5). Every completion of the unknown facts is taken at once, on a decision
 * diagram; past its budget the outcomes are bounded by three-valued evaluation, which says too much rather than too
 * little.
 */
import type { Condition, Plan, Rule } from '../graph/entries.ts';
import { OUTCOMES, type CoverageStatus, type Outcome } from '../model/words.ts';
import { derive, rulesInView, ruleSetOf, type Derivation, type RuleSet } from './derive.ts';
import { FALSE, makeBdd, makeKleene, OverBudget, TRUE, type Algebra, type Bdd } from './bdd.ts';
import { background, makeBooleanVariables, type Variable, type BooleanVariables } from './boolean-variables.ts';
import { necessities, pathwaysTo, requirementsOf, somePathway, type Literal } from './prime-implicants.ts';
import type { Question } from './question.ts';

/** How far one determination may go. Counts, not times: the same question is cut at the same place on every machine. */
export const BUDGET = { nodes: 100_000, sets: 20_000 } as const;

export interface Conclusion {
  readonly question: Question;
  readonly whole: RuleSet;
  readonly vocabulary: BooleanVariables;
  readonly algebra: Algebra;
  /** Null where the budget was passed and `algebra` is three-valued. */
  readonly diagram: Bdd | null;
  readonly derivation: Derivation;
  /** The completions: what implies and excludes allow, and what the asker gave. */
  readonly allowed: number;
  readonly allowedWithoutGiven: number;
  readonly possibleOutcomes: readonly Outcome[];
  readonly status: CoverageStatus;
  readonly best: Outcome;
}

/** Derives the outcomes of a question. Throws ContradictingFacts. */
export function conclude(question: Question, wording?: Rule, plan: Plan = question.plan): Conclusion {
  const whole = ruleSetOf(question, plan, wording);
  const vocabulary = makeBooleanVariables(question, rulesInView(whole));
  const exact = (known: ReadonlyMap<number, boolean>): Conclusion => {
    const diagram = vocabulary.variables.length === 0 ? CONSTANTS : settledFrom(makeBdd(BUDGET.nodes), known);
    return concludeOn(question, whole, vocabulary, diagram, diagram);
  };
  // What is required is asked of the case with nothing given; where that is too much, of the case as given.
  return withinBudget(
    () => exact(new Map()),
    () =>
      withinBudget(
        () => exact(vocabulary.given),
        () => concludeOn(question, whole, vocabulary, makeKleene(vocabulary.given), null),
      ),
  );
}

/** Where no rule names a fact nothing but FALSE and TRUE is ever made, so that one diagram serves all such questions. */
const CONSTANTS = makeBdd(0);

/** The diagram in which some facts are constants from the start. */
function settledFrom(diagram: Bdd, known: ReadonlyMap<number, boolean>): Bdd {
  if (known.size === 0) return diagram;
  return {
    ...diagram,
    variable: (index) => (known.has(index) ? (known.get(index) ? TRUE : FALSE) : diagram.variable(index)),
  };
}

function concludeOn(
  question: Question,
  whole: RuleSet,
  vocabulary: BooleanVariables,
  algebra: Algebra,
  diagram: Bdd | null,
): Conclusion {
  const derivation = derive(question, whole, vocabulary, algebra);
  const allowedWithoutGiven = diagram ? background(vocabulary, algebra) : TRUE;
  const allowed = diagram ? withGiven(allowedWithoutGiven, vocabulary, algebra) : TRUE;
  const possibleOutcomes = OUTCOMES.filter(
    (outcome) =>
      algebra.and(withGiven(derivation.outcomes.get(outcome) ?? FALSE, vocabulary, algebra), allowed) !== FALSE,
  );
  const best = possibleOutcomes[0] ?? 'NOT_STATED';
  return {
    question,
    whole,
    vocabulary,
    algebra,
    diagram,
    derivation,
    allowed,
    allowedWithoutGiven,
    possibleOutcomes,
    best,
    status: possibleOutcomes.length > 1 ? 'CONDITIONAL' : best,
  };
}

/** The completions left when each given fact is settled; the given variables themselves no longer occur. */
function withGiven(allowed: number, { given }: BooleanVariables, algebra: Algebra): number {
  let left = allowed;
  for (const [index, value] of given) left = algebra.settle(left, index, value);
  return left;
}
/** A function of the facts with what is given settled. */
const settled = (f: number, { vocabulary, algebra }: Conclusion): number => withGiven(f, vocabulary, algebra);

/** What `exact` gives; where that passes the budget, what `otherwise` says instead. */
export function withinBudget<T>(exact: () => T, otherwise: () => T): T {
  try {
    return exact();
  } catch (error) {
    if (error instanceof OverBudget) return otherwise();
    throw error;
  }
}

/** Whether the function holds in some completion; past the budget, that it may. */
export function isPossible(f: number, conclusion: Conclusion): boolean {
  return withinBudget(
    () => conclusion.algebra.and(settled(f, conclusion), conclusion.allowed) !== FALSE,
    () => true,
  );
}
/** Whether the function holds in every completion; past the budget, that it need not. */
export function isCertain(f: number, conclusion: Conclusion): boolean {
  const { algebra, allowed, diagram } = conclusion;
  return diagram
    ? withinBudget(
        () => algebra.and(algebra.not(settled(f, conclusion)), allowed) === FALSE,
        () => false,
      )
    : f === TRUE;
}

const isOpen = ({ given }: BooleanVariables, { index }: Variable): boolean => !given.has(index);

/** The conditions not given for which two completions that differ in it alone have different outcomes, in the rules' order. */
export function missingConditions(conclusion: Conclusion): readonly Condition[] {
  const { vocabulary, diagram, allowed, derivation, possibleOutcomes } = conclusion;
  if (possibleOutcomes.length < 2) return [];
  const open = vocabulary.variables.filter((variable) => isOpen(vocabulary, variable));
  const all = (): Condition[] => [...new Set(open.map(({ condition }) => condition))];
  if (!diagram) return all();
  return withinBudget(
    () =>
      missingAmong(
        open,
        possibleOutcomes.map((outcome) => settled(derivation.outcomes.get(outcome) ?? FALSE, conclusion)),
        allowed,
        diagram,
      ),
    all,
  );
}

function missingAmong(
  open: readonly Variable[],
  outcomes: readonly number[],
  allowed: number,
  { and, or, not, settle }: Bdd,
): Condition[] {
  const missing = new Set<Condition>();
  for (const { index, condition } of open) {
    if (missing.has(condition)) continue;
    const either = and(settle(allowed, index, true), settle(allowed, index, false));
    const same = outcomes.reduce((some, f) => or(some, and(settle(f, index, true), settle(f, index, false))), FALSE);
    if (and(either, not(same)) !== FALSE) missing.add(condition);
  }
  return [...missing];
}

/**
 * Of the missing conditions the one whose worse answer leaves fewest missing; of equals the one whose better answer does,
 * then the one the rules name first. A count is answered by every interval between the numbers at which rules turn.
 */
export function nextQuestion(conclusion: Conclusion): Condition | null {
  const missing = missingConditions(conclusion);
  const { diagram } = conclusion;
  if (!diagram || missing.length < 2) return missing[0] ?? null;
  return withinBudget(
    () => shortestWay(missing, conclusion, diagram),
    () => missing[0] ?? null,
  );
}

function shortestWay(missing: readonly Condition[], conclusion: Conclusion, diagram: Bdd): Condition | null {
  const { vocabulary, allowed, derivation, possibleOutcomes } = conclusion;
  const outcomes = possibleOutcomes.map((outcome) => settled(derivation.outcomes.get(outcome) ?? FALSE, conclusion));
  let chosen: { condition: Condition; worst: number; least: number } | null = null;
  for (const condition of missing) {
    const left = answersTo(vocabulary.of.get(condition) ?? [])
      .map((answer) => {
        const after = answer.reduce(
          (all, { index, holds }) =>
            diagram.and(all, holds ? diagram.variable(index) : diagram.not(diagram.variable(index))),
          allowed,
        );
        if (after === FALSE) return null;
        const open = vocabulary.variables.filter(
          (variable) => isOpen(vocabulary, variable) && variable.condition !== condition,
        );
        const settledBy = (f: number): number =>
          answer.reduce((g, { index, holds }) => diagram.settle(g, index, holds), f);
        return missingAmong(open, outcomes.map(settledBy), settledBy(allowed), diagram).length;
      })
      .filter((number) => number !== null);
    const [worst, least] = [Math.max(...left), Math.min(...left)];
    if (!chosen || worst < chosen.worst || (worst === chosen.worst && least < chosen.least))
      chosen = { condition, worst, least };
  }
  return chosen?.condition ?? null;
}

/** The answers to one condition: it holds or does not; or how far up its thresholds the count reaches. */
function answersTo(variables: readonly Variable[]): Literal[][] {
  return [...variables.keys(), variables.length].map((reached) =>
    variables.map(({ index }, at) => ({ index, holds: at < reached })),
  );
}

export type FactSet = readonly Literal[];
export interface FactSets {
  readonly sets: readonly FactSet[];
  /** False where there were too many to list. */
  readonly complete: boolean;
}
const isCoverage = (outcome: Outcome): boolean => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';

/** Every weakest set of open facts that brings about the best outcome, where that is COVERED or MAY_BE_COVERED; else none. */
export function pathways(conclusion: Conclusion): FactSets {
  const { best, diagram, vocabulary, allowed, derivation } = conclusion;
  if (!isCoverage(best)) return { sets: [], complete: true };
  if (!diagram) return { sets: [], complete: false };
  const goal = settled(derivation.outcomes.get(best) ?? FALSE, conclusion);
  return withinBudget<FactSets>(
    () => ({ sets: pathwaysTo(goal, allowed, vocabulary, diagram, BUDGET.sets), complete: true }),
    () => ({
      sets: withinBudget(
        () => [somePathway(goal, allowed, diagram)].filter((found) => found !== null),
        () => [],
      ),
      complete: false,
    }),
  );
}

export interface CoverageTerms {
  readonly outcome: Outcome;
  readonly alternatives: readonly FactSet[];
  readonly complete: boolean;
}
/**
 * What coverage itself turns on, each an alternative of facts of which one must hold, with the outcome it is required for.
 * Asked of the case with nothing given, so that what the asker met or failed to meet is seen in the list; where what was
 * given closes that way and leaves a lesser one to coverage, of the lesser one under what was given.
 */
export function coverageRequirements(conclusion: Conclusion): CoverageTerms {
  const { best, diagram, vocabulary, allowed, allowedWithoutGiven, derivation, algebra } = conclusion;
  const outcomeOf = (outcome: Outcome): number => derivation.outcomes.get(outcome) ?? FALSE;
  const bestOfAll = OUTCOMES.find((outcome) => algebra.and(outcomeOf(outcome), allowedWithoutGiven) !== FALSE) ?? best;
  const lesser = isCoverage(best) && best !== bestOfAll;
  const outcome = lesser ? best : bestOfAll;
  if (!isCoverage(outcome)) return { outcome, alternatives: [], complete: true };
  if (!diagram) return { outcome, alternatives: [], complete: false };
  const [goal, where] = lesser
    ? [settled(outcomeOf(outcome), conclusion), allowed]
    : [outcomeOf(outcome), allowedWithoutGiven];
  return withinBudget<CoverageTerms>(
    () => ({ outcome, alternatives: requirementsOf(goal, where, vocabulary, diagram, BUDGET.sets), complete: true }),
    () => ({
      outcome,
      alternatives: withinBudget(
        () => necessities(goal, where, vocabulary, diagram),
        () => [],
      ),
      complete: false,
    }),
  );
}
