/**
 * Computes the status (docs/semantics.md#section-5). All completions of the unknown facts are covered at once by a binary
 * decision diagram. Beyond its budget, three-valued evaluation gives the outcomes instead, possibly too many of them but
 * never too few.
 */
import type { Condition, Plan, Rule } from '../graph/entries.ts';
import { OUTCOMES, type CoverageStatus, type Outcome } from '../model/words.ts';
import { derive, rulesInView, ruleSetOf, type Derivation, type RuleSet } from './derive.ts';
import { FALSE, makeBdd, makeKleene, OverBudget, TRUE, type Algebra, type Bdd } from './bdd.ts';
import { background, makeBooleanVariables, type Variable, type BooleanVariables } from './boolean-variables.ts';
import { necessities, pathwaysTo, requirementsOf, somePathway, type Literal } from './prime-implicants.ts';
import type { Question } from './question.ts';

/**
 * The limits of one determination: nodes of a diagram and sets of facts in a list. They are counts and not times, so that
 * a question gets the same answer on every machine.
 */
export const BUDGET = { nodes: 100_000, sets: 20_000 } as const;

/** The outcomes of a question, with what later parts of the answer need. Numbers are functions of `algebra`. */
export interface Conclusion {
  readonly question: Question;
  readonly whole: RuleSet;
  readonly vocabulary: BooleanVariables;
  readonly algebra: Algebra;
  /** Null if the budget was exceeded and `algebra` is three-valued. */
  readonly diagram: Bdd | null;
  readonly derivation: Derivation;
  /** The completions that the links between conditions and the given facts allow. */
  readonly allowed: number;
  /** The completions that the links between conditions allow. */
  readonly allowedWithoutGiven: number;
  readonly possibleOutcomes: readonly Outcome[];
  readonly status: CoverageStatus;
  readonly best: Outcome;
  /** What `perConclusion` keeps, by the number of its function. */
  readonly known: unknown[];
}

let functionsKept = 0;
/** The function with its result kept in the conclusion. A map from conclusions to results would burden every collection. */
export function perConclusion<T>(make: (conclusion: Conclusion) => T): (conclusion: Conclusion) => T {
  const number = functionsKept++;
  return (conclusion) => {
    const { known } = conclusion;
    return (known[number] ??= make(conclusion)) as T;
  };
}

/** Derives the outcomes of a question. Throws ContradictingFacts if the given facts cannot hold together. */
export function conclude(question: Question, wording?: Rule, plan: Plan = question.plan): Conclusion {
  const whole = ruleSetOf(question, plan, wording);
  const vocabulary = makeBooleanVariables(question, rulesInView(whole));
  const exact = (known: ReadonlyMap<number, boolean>): Conclusion => {
    const diagram = vocabulary.variables.length === 0 ? CONSTANTS : settledFrom(makeBdd(BUDGET.nodes), known);
    return concludeOn(question, whole, vocabulary, diagram, diagram);
  };
  // Requirements are those of the case with nothing given; if that exceeds the budget, those of the case as given.
  return withinBudget(
    () => exact(new Map()),
    () =>
      withinBudget(
        () => exact(vocabulary.given),
        () => concludeOn(question, whole, vocabulary, makeKleene(vocabulary.given), null),
      ),
  );
}

/** The diagram for questions on which no rule names a condition: only FALSE and TRUE occur, so all of them share it. */
const CONSTANTS = makeBdd(0);

/** A diagram in which the known variables are constants. */
function settledFrom(diagram: Bdd, known: ReadonlyMap<number, boolean>): Bdd {
  if (known.size === 0) return diagram;
  return {
    ...diagram,
    variable: (index) => {
      const value = known.get(index);
      if (value === undefined) return diagram.variable(index);
      return value ? TRUE : FALSE;
    },
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
    known: [],
  };
}

/** The function with each given variable replaced by its value. */
function withGiven(allowed: number, { given }: BooleanVariables, algebra: Algebra): number {
  let left = allowed;
  for (const [index, value] of given) left = algebra.settle(left, index, value);
  return left;
}
/** The function with each given variable of the conclusion replaced by its value. */
export const settledByGiven = (f: number, { vocabulary, algebra }: Conclusion): number =>
  withGiven(f, vocabulary, algebra);

/** Returns the result of `exact`, or of `otherwise` if `exact` throws OverBudget. */
export function withinBudget<T>(exact: () => T, otherwise: () => T): T {
  try {
    return exact();
  } catch (error) {
    if (error instanceof OverBudget) return otherwise();
    throw error;
  }
}

/** Whether the function holds in some completion. True if the budget is exceeded. */
export function isPossible(f: number, conclusion: Conclusion): boolean {
  return withinBudget(
    () => conclusion.algebra.and(settledByGiven(f, conclusion), conclusion.allowed) !== FALSE,
    () => true,
  );
}
/** Whether the function holds in every completion. False if the budget is exceeded. */
export function isCertain(f: number, conclusion: Conclusion): boolean {
  const { algebra, allowed, diagram } = conclusion;
  return diagram
    ? withinBudget(
        () => algebra.and(algebra.not(settledByGiven(f, conclusion)), allowed) === FALSE,
        () => false,
      )
    : f === TRUE;
}

const isOpen = ({ given }: BooleanVariables, { index }: Variable): boolean => !given.has(index);

/**
 * The open conditions that matter: two completions that differ in this condition alone have different outcomes. In the
 * order in which the rules name them.
 */
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
        possibleOutcomes.map((outcome) => settledByGiven(derivation.outcomes.get(outcome) ?? FALSE, conclusion)),
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
 * The condition to ask about next; null if none is missing. It is the missing condition whose worst answer leaves the
 * fewest conditions missing; among equals the one whose best answer leaves fewest, then the one that the rules name first.
 * The possible answers to a count are the intervals between its thresholds.
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
  const outcomes = possibleOutcomes.map((outcome) =>
    settledByGiven(derivation.outcomes.get(outcome) ?? FALSE, conclusion),
  );
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

/** The possible answers to one condition: it holds or not; for a count, how many of its thresholds it reaches. */
function answersTo(variables: readonly Variable[]): Literal[][] {
  return [...variables.keys(), variables.length].map((reached) =>
    variables.map(({ index }, at) => ({ index, holds: at < reached })),
  );
}

/** Facts that are wanted together. */
export type FactSet = readonly Literal[];
/** A list of sets of facts, possibly cut short. */
export interface FactSets {
  readonly sets: readonly FactSet[];
  /** False if there were too many to list. */
  readonly complete: boolean;
}
const isCoverage = (outcome: Outcome): boolean => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';

/**
 * Every minimal set of open facts that leads to the best outcome; none unless that is COVERED or MAY_BE_COVERED. Cached
 * per conclusion.
 */
export const pathways = perConclusion(findPathways);

function findPathways(conclusion: Conclusion): FactSets {
  const { best, diagram, vocabulary, allowed, derivation } = conclusion;
  if (!isCoverage(best)) return { sets: [], complete: true };
  if (!diagram) return { sets: [], complete: false };
  const goal = settledByGiven(derivation.outcomes.get(best) ?? FALSE, conclusion);
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

/** What an outcome requires: all of `alternatives`, where each is met by any one of its facts. */
export interface CoverageTerms {
  readonly outcome: Outcome;
  readonly alternatives: readonly FactSet[];
  /** False if there were too many to list. */
  readonly complete: boolean;
}
/**
 * The requirements for coverage. They are computed with nothing given, so that the list also shows what the given facts
 * meet or fail to meet. If the given facts rule out that outcome and leave only a lesser form of coverage, they are
 * computed for the lesser outcome with the given facts. Cached per conclusion.
 */
export const coverageRequirements = perConclusion(findCoverageRequirements);

function findCoverageRequirements(conclusion: Conclusion): CoverageTerms {
  const { best, diagram, vocabulary, allowed, allowedWithoutGiven, derivation, algebra } = conclusion;
  const outcomeOf = (outcome: Outcome): number => derivation.outcomes.get(outcome) ?? FALSE;
  const bestOfAll = OUTCOMES.find((outcome) => algebra.and(outcomeOf(outcome), allowedWithoutGiven) !== FALSE) ?? best;
  const lesser = isCoverage(best) && best !== bestOfAll;
  const outcome = lesser ? best : bestOfAll;
  if (!isCoverage(outcome)) return { outcome, alternatives: [], complete: true };
  if (!diagram) return { outcome, alternatives: [], complete: false };
  const [goal, where] = lesser
    ? [settledByGiven(outcomeOf(outcome), conclusion), allowed]
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
