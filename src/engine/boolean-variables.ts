/**
 * The facts that are open, and what they force of one another (docs/semantics.md#section-5-completions). Each condition
 * that a rule in reach names is a variable; a condition that counts is one variable for every number at which a rule
 * turns ("at least 13"). `implies` and `excludes` are kept through conditions that no rule names.
 */
import type { Condition, ConditionExpression, ConditionTest, Rule } from '../graph/entries.ts';
import { ContradictingFacts, type Question } from './question.ts';
import { FALSE, TRUE, type Algebra } from './bdd.ts';

/** One variable: that a condition holds, or that at least so many are counted. */
export interface Variable {
  readonly index: number;
  readonly condition: Condition;
  /** Null where the condition is met or unmet. */
  readonly atLeast: number | null;
}

/** Every variable of a question, in the order in which the rules name their conditions. */
export interface BooleanVariables {
  readonly variables: readonly Variable[];
  readonly conditions: readonly Condition[];
  /** The variables of a condition; of one that counts, by rising threshold. */
  readonly of: ReadonlyMap<Condition, readonly Variable[]>;
  /** For each variable those that hold whenever it does, itself among them. */
  readonly forces: readonly ReadonlySet<number>[];
  /** For each variable those that cannot hold beside it; itself, where it can never hold. */
  readonly bars: readonly ReadonlySet<number>[];
  /** What the asker's facts settle, also by implication and exclusion. */
  readonly given: ReadonlyMap<number, boolean>;
  /** Whether they settle a condition that is met or unmet, one that no rule names too. */
  readonly settled: (condition: Condition) => boolean | null;
}

const exclusions = new WeakMap<Condition, ReadonlySet<Condition>>();
/** The conditions excluded by any of those that hold whenever this one does. */
function barredBy(condition: Condition): ReadonlySet<Condition> {
  let found = exclusions.get(condition);
  if (!found) {
    const links = [...condition.impliedClosure].flatMap(({ excludes }) => excludes);
    exclusions.set(condition, (found = new Set(links.map(({ to }) => to as Condition))));
  }
  return found;
}
const meets = (some: ReadonlySet<Condition>, others: ReadonlySet<Condition>): boolean =>
  others.size > 0 && [...some].some((each) => others.has(each));

const nothingSettled = (): null => null;
/** Which conditions the asker's facts settle. Throws ContradictingFacts where they cannot hold together. */
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
      const why =
        against === condition && because === condition
          ? `${condition.slug} is given as met and as unmet`
          : unmet.has(condition)
            ? `${because.slug} is given as met and implies ${condition.slug}, which is given as unmet`
            : `${because.slug} and ${against.slug} are both given as met and cannot hold together`;
      throw new ContradictingFacts(because, against, why);
    }
  }
  const barredSet = new Set(barred.keys());
  return (condition) =>
    holds.has(condition)
      ? true
      : meets(condition.impliedClosure, unmet) || meets(condition.impliedClosure, barredSet)
        ? false
        : null;
}

/** Calls `visit` for every test of an expression, in reading order. */
export function eachTest(expression: ConditionExpression | null, visit: (test: ConditionTest) => void): void {
  if (expression === null) return;
  if (expression.type === 'TEST') visit(expression);
  else for (const part of expression.of) eachTest(part, visit);
}

/** The numbers at which a test of a count turns: "at most 12" turns at 13. */
function thresholds(test: ConditionTest): number[] {
  return [test.atLeast ?? 0, test.atMost === null ? 0 : test.atMost + 1].filter((number) => number > 0);
}

/** The vocabulary of the conditions of the rules, with what the asker's facts settle of it. Throws ContradictingFacts. */
export function makeBooleanVariables(question: Question, rules: Iterable<Rule>): BooleanVariables {
  const turns = new Map<Condition, Set<number> | null>();
  for (const { when } of rules) {
    eachTest(when, (test) => {
      const { condition } = test;
      let known = turns.get(condition);
      if (known === undefined) turns.set(condition, (known = condition.counts === null ? null : new Set()));
      if (known !== null) for (const each of thresholds(test)) known.add(each);
    });
  }
  const variables: Variable[] = [];
  const of = new Map<Condition, Variable[]>();
  for (const [condition, numbers] of turns) {
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
    const count = question.counts.get(condition);
    const value = atLeast === null ? settled(condition) : count === undefined ? null : count >= atLeast;
    if (value !== null) given.set(index, value);
  }
  return {
    variables,
    of,
    given,
    settled,
    conditions: [...turns.keys()],
    forces: variables.map((one) => forcedBy(one, variables)),
    bars: variables.map((one) => barredBesides(one, variables)),
  };
}

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

/** What must hold of every completion: implications, exclusions, and that a count of 13 is also one of 5. */
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

/** The expression as a function of the variables; null, no condition at all, is always true. */
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
