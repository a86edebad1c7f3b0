/** What the rules come to on given facts: docs/semantics.md#section-5. */
import type { Outcome } from '../../../src/model/words.ts';
import type { ApplicableRules, Speaker } from './applicable-rules.ts';
import { resolve } from './conflict-resolution.ts';
import type { Question } from './question.ts';
import { chainsHere, holds, type Facts, type Rule } from './rules.ts';

/** What the rules come to where some facts hold. */
export interface Scene {
  readonly outcome: Outcome;
  /** The rules that count. */
  readonly counting: readonly Speaker[];
  /** The rules that ask and whose conditions hold. */
  readonly asking: readonly Rule[];
}

/**
 * The scene in a completion. Completions in which the same rules act have the same one, so each is worked out once.
 */
export function makeScenes(question: Question, applicable: ApplicableRules): (facts: Facts) => Scene {
  const known = new Map<string, Scene>();
  const rules = [...applicable.inView, ...applicable.asking];
  const chains = new Map(rules.map((rule) => [rule, chainsHere(question, rule)]));
  const acts = (rule: Rule, facts: Facts): boolean =>
    (chains.get(rule) ?? []).some(({ when }) => when.every((expression) => holds(expression, facts)));
  function sceneOf(acting: readonly Rule[]): Scene {
    const counting = countingFor(question, applicable, question.ask.plan, new Set(acting));
    return {
      counting,
      outcome: outcomeOf(question, counting),
      asking: acting.filter(({ effect }) => effect === 'asks'),
    };
  }
  return (facts) => {
    const acting = rules.filter((rule) => acts(rule, facts));
    const key = acting.map(({ slug }) => slug).join(' ');
    const scene = known.get(key) ?? sceneOf(acting);
    known.set(key, scene);
    return scene;
  };
}

/** The rules that count for a plan where exactly the rules of `acting` act. */
function countingFor(
  question: Question,
  applicable: ApplicableRules,
  plan: string,
  acting: ReadonlySet<Rule>,
): readonly Speaker[] {
  const own = applicable
    .ownOf(plan)
    .filter((rule) => acting.has(rule))
    .map((rule): Speaker => ({ rule, plan: rule.plan, takenFrom: null }));
  const speakers = [...own];
  for (const { taker, giver } of question.plans.grantsTaken(plan)) {
    const counting = countingFor(question, applicable, giver, acting);
    const taken = handedDown(question, giver, counting).filter((rule) => speakers.every((each) => each.rule !== rule));
    speakers.push(...taken.map((rule): Speaker => ({ rule, plan: taker, takenFrom: giver })));
  }
  return resolve(question, speakers);
}

/**
 * Under GRANTS_ONLY (docs/semantics.md#section-3-plan-chain): the giver's own grants that count there, unless it comes
 * to NOT_COVERED; where they are contested there, also the firm exclusions that contest them.
 */
function handedDown(question: Question, giver: string, counting: readonly Speaker[]): readonly Rule[] {
  const outcome = outcomeOf(question, counting);
  const isOwnGrant = ({ rule, takenFrom }: Speaker): boolean =>
    rule.effect === 'covered' && rule.plan === giver && takenFrom === null;
  const grants = counting.filter(isOwnGrant);
  if (outcome === 'NOT_COVERED' || grants.length === 0) return [];
  const contesting = counting.filter(({ rule }) => rule.effect === 'excluded' && !rule.isHedged);
  return [...grants, ...(outcome === 'CONFLICTING' ? contesting : [])].map(({ rule }) => rule);
}

function outcomeOf({ subjectChain }: Question, counting: readonly Speaker[]): Outcome {
  const rules = counting.map(({ rule }) => rule);
  const grants = rules.filter(({ effect, isHedged }) => effect === 'covered' && !isHedged);
  const hedgedGrants = rules.filter(({ effect, isHedged }) => effect === 'covered' && isHedged);
  const exclusions = rules.filter(({ effect, isHedged }) => effect === 'excluded' && !isHedged);
  const hedgedExclusions = rules.filter(({ effect, isHedged }) => effect === 'excluded' && isHedged);
  const isNarrower = (one: Rule, other: Rule): boolean =>
    one.subject !== other.subject && subjectChain(one.subject).has(other.subject);
  const isFirm = grants.some((grant) => !hedgedGrants.some((hedged) => isNarrower(hedged, grant)));
  if (exclusions.length > 0) return grants.length > 0 ? 'CONFLICTING' : 'NOT_COVERED';
  if (isFirm && hedgedExclusions.length === 0) return 'COVERED';
  if (grants.length + hedgedGrants.length > 0) return 'MAY_BE_COVERED';
  return hedgedExclusions.length > 0 ? 'MAY_BE_EXCLUDED' : 'NOT_STATED';
}
