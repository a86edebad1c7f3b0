/** The ways to be covered, and what is asked, limited and paid on each: docs/semantics.md#section-5-routes. */
import type { Outcome, RequirementStrength } from '../../../src/model/words.ts';
import type { Speaker } from './applicable-rules.ts';
import type { Completions, GivenFacts } from './completions.ts';
import { statementsShown, type Statement } from './conflict-resolution.ts';
import { clauseHolds } from './literals.ts';
import type { Scene } from './outcomes.ts';
import { Boxes } from './prime-implicants.ts';
import type { Question } from './question.ts';
import type { Facts, Rule } from './rules.ts';
import { statementsAsked, statementsOfGrant } from './statements.ts';
import { implicatesOfCondition, stillOpen, withoutAlternatives } from './terms.ts';

/** What is asked on a route. */
export interface Asked {
  readonly condition: string;
  readonly strength: RequirementStrength;
  /** Of one of the statements that say so. */
  readonly dependsOn: readonly string[];
  /** Whether the route's facts leave open whether the condition of the rule that says so holds. */
  readonly isOpen: boolean;
  /** That condition, as clauses. */
  readonly when: readonly string[];
  readonly statement: Statement;
}

/** A limit or a cost, as the data writes it, with the terms on which it applies. */
export interface Amount {
  readonly text: string;
  /** Clauses, all of which must hold. */
  readonly terms: readonly string[];
  readonly rule: Rule;
}

export interface Route {
  readonly outcome: Outcome;
  /** The facts that are still wanted. */
  readonly facts: readonly string[];
  /** Every completion in which these facts hold. */
  readonly completions: readonly Facts[];
  /** Those whose requirements, limits and costs are the route's. */
  readonly grants: readonly Speaker[];
  readonly asking: readonly Rule[];
  readonly asked: readonly Asked[];
  readonly limits: readonly Amount[];
  readonly costs: readonly Amount[];
}

export interface Derived {
  readonly question: Question;
  readonly given: GivenFacts;
  readonly completions: Completions;
  /** The facts of each completion, and what the rules come to on them. */
  readonly scenes: () => ReadonlyMap<Facts, Scene>;
}

/**
 * Every weakest set of facts that brings about COVERED, then every other one that brings about MAY_BE_COVERED; each as
 * its facts joined by " & ".
 */
export function waysToBeCovered(completions: Completions): { outcome: Outcome; facts: string }[] {
  const boxes = new Boxes(completions);
  const toCovered = boxes.implicants('COVERED');
  const toMayBe = boxes.implicants('COVERED', 'MAY_BE_COVERED').filter((facts) => !toCovered.includes(facts));
  return [
    ...toCovered.map((facts) => ({ outcome: 'COVERED' as const, facts })),
    ...toMayBe.map((facts) => ({ outcome: 'MAY_BE_COVERED' as const, facts })),
  ];
}

const keyOf = ({ rule, plan, takenFrom }: Speaker): string => [rule.slug, plan, takenFrom].join(' ');

export function routeOf(derived: Derived, outcome: Outcome, joined: string): Route {
  const facts = joined.split(' & ').filter((fact) => fact !== '');
  const within = [...derived.scenes()].filter(([each]) => facts.every((fact) => clauseHolds(fact, each)));
  const completions = within.map(([each]) => each);
  const scenes = [...new Set(within.map(([, scene]) => scene))];
  const grants = grantsOf(scenes);
  const asking = [...new Set(scenes.flatMap((scene) => scene.asking))];
  const amountsIn = (kind: 'limits' | 'costs'): Amount[] =>
    amountsOf(derived, kind, { grants, asking }, completions).map((amount) => ({
      ...amount,
      terms: withoutAlternatives(amount.terms, completions),
    }));
  return {
    outcome,
    facts,
    completions,
    grants,
    asking,
    asked: askedOn(derived, grants, scenes, completions),
    limits: amountsIn('limits'),
    costs: amountsIn('costs'),
  };
}

/** A grant belongs to a route where it counts in all its completions; where none does, each that counts in some. */
function grantsOf(scenes: readonly Scene[]): readonly Speaker[] {
  const granting = ({ counting }: Scene): Speaker[] => counting.filter(({ rule }) => rule.effect === 'covered');
  const all = new Map(scenes.flatMap(granting).map((grant) => [keyOf(grant), grant]));
  const everywhere = [...all].filter(([key]) =>
    scenes.every((scene) => granting(scene).some((grant) => keyOf(grant) === key)),
  );
  return everywhere.length > 0 ? everywhere.map(([, grant]) => grant) : [...all.values()];
}

/**
 * What is asked on a route: what is shown in any of its completions. A rule that asks and whose condition is open speaks
 * in some of them only, so it silences nothing in the others.
 */
function askedOn(
  { question, given }: Derived,
  grants: readonly Speaker[],
  scenes: readonly Scene[],
  completions: readonly Facts[],
): Asked[] {
  const known = new Map<string, Asked>();
  for (const scene of scenes) {
    const counting = new Set(scene.counting.map(keyOf));
    const made = [
      ...grants.filter((grant) => counting.has(keyOf(grant))).flatMap((grant) => statementsOfGrant(question, grant)),
      ...scene.asking.flatMap((rule) => statementsAsked(question, rule)),
    ];
    for (const statement of statementsShown(question, made)) {
      const { condition, strength, dependsOn, by, on } = statement;
      const key = [condition, strength, keyOf(by), on.slug].join(' ');
      if (known.has(key)) continue;
      const when = implicatesOfCondition(question, on, given) ?? [];
      const isOpen = stillOpen(when, completions).length > 0;
      known.set(key, { condition, strength, dependsOn, isOpen, when, statement });
    }
  }
  return [...known.values()];
}

/**
 * The limits or costs of some rules, with what of their conditions is open in these completions. A plan sets its own
 * prices for what it must cover because another plan does, so the costs of such a grant are not shown.
 */
export function amountsOf(
  { question, given }: Derived,
  kind: 'limits' | 'costs',
  { grants, asking }: { grants: readonly Speaker[]; asking: readonly Rule[] },
  completions: readonly Facts[],
): Amount[] {
  const granting = grants.filter(({ takenFrom }) => kind === 'limits' || takenFrom === null).map(({ rule }) => rule);
  return [...granting, ...asking].flatMap((rule) => {
    const texts = textsOf(rule, kind);
    const implicates = texts.length === 0 ? null : implicatesOfCondition(question, rule, given);
    if (implicates === null) return [];
    const terms = stillOpen(implicates, completions);
    return texts.map((text) => ({ text, terms, rule }));
  });
}

function textsOf({ document }: Rule, kind: 'limits' | 'costs'): string[] {
  if (kind === 'costs') return (document.costs ?? []).map(({ share }) => share);
  return (document.limits ?? []).map(({ limit, combinedWith = [] }) => [limit, ...combinedWith].join(' with '));
}
