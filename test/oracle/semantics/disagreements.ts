/** Which sources contradict one another: docs/semantics.md#section-5-disagreements. */
import { sourcesHeard } from './also-stated.ts';
import { Completions } from './completions.ts';
import { isExceptionTo } from './conflict-resolution.ts';
import { derive, isCoverage, type Derivation } from './derivation.ts';
import { makeScenes, type Scene } from './outcomes.ts';
import type { Question } from './question.ts';
import type { Asked } from './routes.ts';
import type { Rule } from './rules.ts';

/**
 * The pairs of sources of which, on some facts still open, one says COVERED or MAY_BE_COVERED and the other NOT_COVERED;
 * each pair in the order of the alphabet.
 */
export function contradictions({ question }: Derivation): (readonly [string, string])[] {
  const alone = sourcesHeard(question).map((source) =>
    derive(question.data, { ...question.ask, accordingTo: [source] }),
  );
  const sources = alone.flatMap((derivation) => derivation ?? []);
  const pairs = sources.flatMap((one, index) => sources.slice(index + 1).map((other) => [one, other] as const));
  return pairs
    .filter(([one, other]) => contradict(one, other))
    .map(([one, other]) => pairOf(sourceOf(one), sourceOf(other)));
}

const sourceOf = ({ question }: Derivation): string => question.ask.accordingTo?.[0] ?? '';
const pairOf = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

function contradict(one: Derivation, other: Derivation): boolean {
  if (areJoined(one, other)) return false;
  const tests = [...one.applicable.tests, ...other.applicable.tests];
  const [sceneOfOne, sceneOfOther] = [one, other].map(({ question, applicable }) => makeScenes(question, applicable));
  const facts = new Completions(one.question, tests, one.given, () => 'NOT_STATED').all();
  return facts.some((each) => {
    const scenes = [sceneOfOne?.(each), sceneOfOther?.(each)] as const;
    return differ(one.question, scenes[0], scenes[1]) || differ(one.question, scenes[1], scenes[0]);
  });
}

/**
 * The pairs of sources of which one states that a condition is not asked for, and another asks for it on the same route,
 * where neither loses to the other; each pair in the order of the alphabet.
 */
export function contradictingDuties(derivation: Derivation): (readonly [string, string])[] {
  const pairs = derivation
    .routes()
    .flatMap(({ asked }) =>
      asked
        .filter(({ strength }) => strength === 'NOT_REQUIRED')
        .flatMap((denial) =>
          asked
            .filter(({ condition, strength }) => condition === denial.condition && strength !== 'NOT_REQUIRED')
            .flatMap((other) =>
              sourcesOfStatement(denial).flatMap((one) => sourcesOfStatement(other).map((two) => pairOf(one, two))),
            ),
        ),
    );
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
const sourcesOfStatement = ({ statement }: Asked): readonly string[] => statement.by.rule.voices;

/** Whether one grants and the other excludes. */
function differ(question: Question, granting: Scene | undefined, excluding: Scene | undefined): boolean {
  if (!granting || !excluding || !isCoverage(granting.outcome) || excluding.outcome !== 'NOT_COVERED') return false;
  return granting.counting.some(({ rule }) => isGrantOfThis(question, rule));
}

/**
 * A grant hedged by quantifier disagrees with nothing on a plan within the class, and one hedged by extent with nothing
 * on a narrower subject.
 */
function isGrantOfThis({ ask, plans }: Question, rule: Rule): boolean {
  const { quantifier = 'ALL', extent = 'ALL' } = rule.document;
  const isOfSomePlans = quantifier !== 'ALL' && rule.plan !== ask.plan && plans.larger(ask.plan).has(rule.plan);
  const isOfSomeCare = extent !== 'ALL' && rule.subject !== ask.subject;
  return rule.effect === 'covered' && !isOfSomePlans && !isOfSomeCare;
}

/** Whether a rule of one position is an exception to one of the other, and no reading of ours says so. */
function areJoined(one: Derivation, other: Derivation): boolean {
  const joins = (exceptions: readonly Rule[], targets: readonly Rule[]): boolean =>
    exceptions.some((exception) =>
      targets.some((target) => exception.document.reading === undefined && isExceptionTo(exception, target)),
    );
  const [rules, others] = [one.applicable.inView, other.applicable.inView];
  return joins(rules, others) || joins(others, rules);
}
