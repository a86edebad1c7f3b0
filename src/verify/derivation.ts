/**
 * Carries sections 3 to 5 out for every completion of the facts: docs/semantics.md#section-5.
 *
 * Completions in which the same rules act have the same result, so each different set of acting rules is worked out
 * once. Such a set is a scenario. Under GRANTS_ONLY (docs/semantics.md#section-3-plan-chain) the other plan is derived
 * first, on the same facts, place and sources.
 */
import type { ConditionTest, Plan, Rule } from '../graph/entries.ts';
import type { Outcome, TruthValue } from '../model/words.ts';
import {
  isFirmExclusion,
  isGrantOf,
  rulesFor,
  type ApplicableRule,
  type InapplicableRule,
  type PlanRules,
} from './applicable-rules.ts';
import { completionsOf, holds, MOST_COMPLETIONS, testsOf, type Facts } from './completions.ts';
import { defeatsAmong, resolve, type Defeat, type Resolution } from './conflict-resolution.ts';
import { outcomeOf, truthOver } from './outcomes.ts';
import type { Question } from './question.ts';

/** What one scenario makes of a plan's rules. */
export interface Standing extends Resolution {
  readonly acting: ReadonlySet<ApplicableRule>;
  readonly outcome: Outcome;
}

/** The derivation of one plan over all scenarios. */
export interface Derivation {
  readonly plan: Plan;
  readonly applicable: readonly ApplicableRule[];
  readonly inapplicable: readonly InapplicableRule[];
  readonly defeats: readonly Defeat[];
  /** One for each scenario, in the same order as in `givers`. */
  readonly standings: readonly Standing[];
  /** The derivations of the plans that grants are taken from. */
  readonly givers: readonly Derivation[];
}

export interface WholeDerivation {
  readonly root: Derivation;
  readonly completions: readonly Facts[];
  /** For each completion, the place of its scenario in `standings`. */
  readonly scenarioOf: readonly number[];
  /** Every test in a rule that applies, for the plan or for one that it takes grants from. */
  readonly tests: readonly ConditionTest[];
  /** Whether a test holds in all, in some or in no completion. */
  readonly truthOfTest: (test: ConditionTest) => TruthValue;
}

/** The derivation of a question; or why there is none. */
export function deriveQuestion(
  question: Question,
): WholeDerivation | { readonly contradiction: string } | { readonly tooLarge: string } {
  const planRules = rulesFor(question, question.plan);
  const rules = rulesInView(planRules);
  const tests = [...rules].flatMap(({ chains }) =>
    chains.flatMap((chain) => chain.rules.flatMap(({ when }) => testsOf(when))),
  );
  const completions = completionsOf(question.given, tests);
  if (completions === null) {
    const most = MOST_COMPLETIONS.toLocaleString('en-US');
    return { tooLarge: `what is not known leaves more than ${most} cases to go through` };
  }
  if (completions.length === 0) return { contradiction: 'the facts given contradict one another' };
  const { scenarios, scenarioOf } = scenariosOf(completions, rules);
  return {
    root: derive(question, planRules, scenarios),
    completions,
    scenarioOf,
    tests,
    truthOfTest: (test) => truthOver(completions, (facts) => holds(test, facts)),
  };
}

/** The applicable rules of the plan and of every plan that grants are taken from. */
function rulesInView({ applicable, givers }: PlanRules): ReadonlySet<ApplicableRule> {
  const own = applicable.filter(({ takenFrom }) => takenFrom === null);
  return new Set([...own, ...givers.flatMap((giver) => [...rulesInView(giver)])]);
}

/** The rules whose conditions hold. */
type Scenario = ReadonlySet<Rule>;

/** Each different set of rules that act together in some completion, and which set acts in each completion. */
function scenariosOf(
  completions: readonly Facts[],
  rules: ReadonlySet<ApplicableRule>,
): { readonly scenarios: readonly Scenario[]; readonly scenarioOf: readonly number[] } {
  const scenarios: Scenario[] = [];
  const places = new Map<string, number>();
  const scenarioOf = completions.map((facts) => {
    const acting = [...rules].filter((rule) => acts(rule, facts)).map(({ rule }) => rule);
    const key = acting.map(({ slug }) => slug).join(' ');
    const place = places.get(key) ?? scenarios.length;
    if (place === scenarios.length) scenarios.push(new Set(acting));
    places.set(key, place);
    return place;
  });
  return { scenarios, scenarioOf };
}

/** A rule acts where its own condition and those of its targets hold, along one chain of targets. */
function acts({ chains }: ApplicableRule, facts: Facts): boolean {
  return chains.some(({ rules }) => rules.every(({ when }) => holds(when, facts)));
}

function derive(question: Question, planRules: PlanRules, scenarios: readonly Scenario[]): Derivation {
  const givers = planRules.givers.map((giver) => derive(question, giver, scenarios));
  const { plan, applicable, inapplicable } = planRules;
  const defeats = defeatsAmong(question.graph, applicable);
  const standings = scenarios.map((scenario, index): Standing => {
    const acting = new Set(applicable.filter((rule) => actsIn(rule, scenario, givers, index)));
    const resolution = resolve(acting, defeats);
    return { acting, ...resolution, outcome: outcomeOf(resolution.counting) };
  });
  return { plan, applicable, inapplicable, defeats, standings, givers };
}

function actsIn(each: ApplicableRule, scenario: Scenario, givers: readonly Derivation[], index: number): boolean {
  if (each.takenFrom === null) return scenario.has(each.rule);
  const giver = givers.find(({ plan }) => plan === each.takenFrom);
  const standing = giver?.standings[index];
  return standing !== undefined && flowsDown(each, each.takenFrom, standing);
}

/**
 * Whether a rule flows down from a plan that must be followed in what it grants: a grant that counts there, unless that
 * plan comes to NOT_COVERED; and where such a grant is contested there, the firm exclusion that counts against it.
 */
function flowsDown({ rule }: ApplicableRule, giver: Plan, there: Standing): boolean {
  if (there.outcome === 'NOT_COVERED') return false;
  const counting = [...there.counting];
  const grants = counting.filter((each) => isGrantOf(giver, each));
  const isContested = there.outcome === 'CONFLICTING' && grants.length > 0;
  const exclusions = isContested ? counting.filter(isFirmExclusion) : [];
  return [...grants, ...exclusions].some((each) => each.rule === rule);
}
