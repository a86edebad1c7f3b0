/**
 * The Boolean variables of a question and the constraints between them (docs/semantics.md#section-5-completions). Each
 * condition that an applicable rule names is a variable. A condition that counts something has one variable for each
 * threshold that a rule tests ("at least 13"). `implies` and `excludes` also hold through conditions that no rule names.
 */
import type { Condition, ConditionExpression, ConditionTest, Rule } from '../graph/entries.ts';
import { ContradictingFacts, type Question } from './question.ts';
import { FALSE, TRUE, type Algebra } from './bdd.ts';

/** One variable: a condition holds, or its count is at least `atLeast`. */
export interface Variable {
  readonly index: number;
  readonly condition: Condition;
  /** Null for a condition that is met or unmet. */
  readonly atLeast: number | null;
}

/** Every variable of a question, in the order in which the rules name their conditions. */
export interface BooleanVariables {
  readonly variables: readonly Variable[];
  readonly conditions: readonly Condition[];
  /** The variables of each condition; those of a count are in ascending order of threshold. */
  readonly of: ReadonlyMap<Condition, readonly Variable[]>;
  /** For each variable, by index: the variables that are true whenever it is true, including itself. */
  readonly forces: readonly ReadonlySet<number>[];
  /** For each variable, by index: the variables that are false whenever it is true; itself if it can never be true. */
  readonly bars: readonly ReadonlySet<number>[];
  /** The values that the given facts determine, also by implication and exclusion, by variable index. */
  readonly given: ReadonlyMap<number, boolean>;
  /** The value that the given facts determine for a condition, even one that no rule names; null if it is open. */
  readonly settled: (condition: Condition) => boolean | null;
}

const exclusions = new WeakMap<Condition, ReadonlySet<Condition>>();
/** The conditions that cannot hold together with this one, directly or through what it implies. */
function barredBy(condition: Condition): ReadonlySet<Condition> {
  const cached = exclusions.get(condition);
  if (cached) return cached;
  const links = [...condition.impliedClosure].flatMap(({ excludes }) => excludes);
  const excluded = new Set(links.map(({ to }) => to as Condition));
  exclusions.set(condition, excluded);
  return excluded;
}
const meets = (some: ReadonlySet<Condition>, others: ReadonlySet<Condition>): boolean =>
  others.size > 0 && [...some].some((each) => others.has(each));

/** Whether some of the conditions can never hold together. */
export function excludeOneAnother(conditions: ReadonlySet<Condition>): boolean {
  for (const one of conditions) {
    const excluded = barredBy(one);
    if (excluded.size === 0) continue;
    for (const other of conditions) if (meets(other.impliedClosure, excluded)) return true;
  }
  return false;
}

const nothingSettled = (): null => null;
/** Which conditions the given facts determine. Throws ContradictingFacts if the facts cannot hold together. */
function settleConditions(question: Question): (condition: Condition) => boolean | null {
  if (question.met.length === 0 && question.unmet.length === 0) return nothingSettled;
  const holds = new Map<Condition, Condition>();
  for (const met of question.met)
    for (const implied of met.impliedClosure) if (!holds.has(implied)) holds.set(implied, met);
  const unmet = new Set(question.unmet);
  const barred = new Map<Condition, Condition>();
  for (const met of question.met) for (const each of barredBy(met)) if (!barred.has(each)) barred.set(each, met);
  for (const [condition, because] of holds) {
    const against = unmet.has(condition) ? condition : barred.get(condition);
    if (against) {
      const message = unmet.has(condition)
        ? unmetContradiction(because, condition)
        : `${because.slug} and ${against.slug} are both given as met and cannot hold together`;
      throw new ContradictingFacts(because, against, message);
    }
  }
  const barredSet = new Set(barred.keys());
  return (condition) => {
    if (holds.has(condition)) return true;
    return meets(condition.impliedClosure, unmet) || meets(condition.impliedClosure, barredSet) ? false : null;
  };
}

/** The message for a condition that is given as unmet although `met` is given as met and implies it. */
function unmetContradiction(met: Condition, unmet: Condition): string {
  if (met === unmet) return `${unmet.slug} is given as met and as unmet`;
  return `${met.slug} is given as met and implies ${unmet.slug}, which is given as unmet`;
}

/** Calls `visit` for every test of an expression, in reading order. */
export function eachTest(expression: ConditionExpression | null, visit: (test: ConditionTest) => void): void {
  if (expression === null) return;
  if (expression.type === 'TEST') visit(expression);
  else for (const part of expression.of) eachTest(part, visit);
}

/** The numbers at which a test of a count changes its value: "at most 12" changes at 13. */
function thresholds(test: ConditionTest): number[] {
  return [test.atLeast ?? 0, test.atMost === null ? 0 : test.atMost + 1].filter((number) => number > 0);
}

/** Makes the variables of the conditions that the rules name. Throws ContradictingFacts if the given facts contradict. */
export function makeBooleanVariables(question: Question, rules: Iterable<Pick<Rule, 'when'>>): BooleanVariables {
  const tested = new Map<Condition, Set<number> | null>();
  for (const { when } of rules) {
    eachTest(when, (test) => {
      const { condition } = test;
      if (!tested.has(condition)) tested.set(condition, condition.counts === null ? null : new Set());
      const numbers = tested.get(condition);
      if (numbers) for (const threshold of thresholds(test)) numbers.add(threshold);
    });
  }
  const variables: Variable[] = [];
  const of = new Map<Condition, Variable[]>();
  for (const [condition, numbers] of tested) {
    const bounds = numbers === null ? [null] : [...numbers].sort((a, b) => a - b);
    of.set(
      condition,
      bounds.map((atLeast) => {
        const variable = { index: variables.length, condition, atLeast };
        variables.push(variable);
        return variable;
      }),
    );
  }
  const settled = settleConditions(question);
  const given = new Map<number, boolean>();
  for (const { index, condition, atLeast } of variables) {
    const value = atLeast === null ? settled(condition) : reaches(question.counts.get(condition), atLeast);
    if (value !== null) given.set(index, value);
  }
  return {
    variables,
    of,
    given,
    settled,
    conditions: [...tested.keys()],
    forces: variables.map((one) => forcedBy(one, variables)),
    bars: variables.map((one) => barredBesides(one, variables)),
  };
}

/** Whether a count reaches a threshold; null if no count is given. */
const reaches = (count: number | undefined, atLeast: number): boolean | null =>
  count === undefined ? null : count >= atLeast;

const indexes = (variables: readonly Variable[]): ReadonlySet<number> => new Set(variables.map(({ index }) => index));
function forcedBy({ index, condition, atLeast }: Variable, variables: readonly Variable[]): ReadonlySet<number> {
  if (atLeast !== null)
    return indexes(variables.filter((other) => other.condition === condition && (other.atLeast ?? 0) <= atLeast));
  if (condition.impliedClosure.size === 1) return new Set([index]);
  return indexes(variables.filter((other) => other.atLeast === null && condition.impliedClosure.has(other.condition)));
}
function barredBesides({ condition, atLeast }: Variable, variables: readonly Variable[]): ReadonlySet<number> {
  const excluded = barredBy(condition);
  if (atLeast !== null || excluded.size === 0) return NONE;
  return indexes(
    variables.filter((other) => other.atLeast === null && meets(other.condition.impliedClosure, excluded)),
  );
}
const NONE: ReadonlySet<number> = new Set();

/** The constraints that every completion satisfies: implications, exclusions, and the order of thresholds of a count. */
export function background({ forces, bars, variables }: BooleanVariables, { and, or, not, variable }: Algebra): number {
  let all = TRUE;
  for (let one = variables.length - 1; one >= 0; one--) {
    let consequences = TRUE;
    for (const other of forces[one] ?? []) if (other !== one) consequences = and(consequences, variable(other));
    for (const other of bars[one] ?? []) consequences = other === one ? FALSE : and(consequences, not(variable(other)));
    if (consequences !== TRUE) all = and(all, or(not(variable(one)), consequences));
  }
  return all;
}

/** The expression as a function of the variables. Null means no condition, which is always true. */
export function functionOf(
  expression: ConditionExpression | null,
  vocabulary: BooleanVariables,
  algebra: Algebra,
): number {
  if (expression === null) return TRUE;
  if (expression.type === 'TEST') return functionOfTest(expression, vocabulary, algebra);
  const parts = expression.of.map((part) => functionOf(part, vocabulary, algebra)).reverse();
  if (expression.operator === 'ALL') return parts.reduce((all, part) => algebra.and(part, all), TRUE);
  const any = parts.reduce((some, part) => algebra.or(part, some), FALSE);
  return expression.operator === 'ANY' ? any : algebra.not(any);
}

function functionOfTest(test: ConditionTest, { of }: BooleanVariables, { and, not, variable }: Algebra): number {
  const own = of.get(test.condition) ?? [];
  const reaching = (number: number): number => {
    if (number <= 0) return TRUE;
    const found = own.find(({ atLeast }) => atLeast === number);
    return found ? variable(found.index) : FALSE;
  };
  if (test.condition.counts === null) return own[0] ? variable(own[0].index) : FALSE;
  return and(reaching(test.atLeast ?? 0), test.atMost === null ? TRUE : not(reaching(test.atMost + 1)));
}

/** The conditions in a rule's `when`, in order, without duplicates. */
export function conditionsOf({ when }: Rule): Condition[] {
  const conditions = new Set<Condition>();
  eachTest(when, ({ condition }) => conditions.add(condition));
  return [...conditions];
}
