/** The derivation of an answer, up to its routes: docs/semantics.md#section-5. */
import type { Outcome } from '../../../src/model/words.ts';
import { makeApplicableRules, type ApplicableRules } from './applicable-rules.ts';
import { Completions, type GivenFacts } from './completions.ts';
import { makeScenes } from './outcomes.ts';
import { Boxes } from './prime-implicants.ts';
import { once } from './reachable.ts';
import { questionOf, type Ask, type Question } from './question.ts';
import { routeOf, waysToBeCovered, type Derived, type Route } from './routes.ts';

export interface Derivation extends Derived {
  readonly applicable: ApplicableRules;
  readonly best: Outcome;
  readonly possibleOutcomes: readonly Outcome[];
  /** What coverage turns on: clauses, all of which must hold. */
  readonly forCoverage: readonly string[];
  /** Worked out when first read. */
  readonly routes: () => readonly Route[];
}

export function isCoverage(outcome: Outcome): boolean {
  return outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';
}

function givenFacts({ met, unmet, counts }: Ask): GivenFacts {
  return new Map([
    ...met.map((condition): [string, number] => [condition, 1]),
    ...unmet.map((condition): [string, number] => [condition, 0]),
    ...Object.entries(counts),
  ]);
}

/** Null where the facts given contradict one another. */
export function derive(data: Question['data'], ask: Ask): Derivation | null {
  const question = questionOf(data, ask);
  const applicable = makeApplicableRules(question);
  const sceneOn = makeScenes(question, applicable);
  const complete = (facts: GivenFacts): Completions =>
    new Completions(question, applicable.tests, facts, (each) => sceneOn(each).outcome);
  const given = givenFacts(ask);
  const completions = complete(given);
  const possibleOutcomes = completions.possibleOutcomes();
  const [best] = possibleOutcomes;
  if (best === undefined || ask.met.some((condition) => ask.unmet.includes(condition))) return null;
  const scenes = once(() => new Map(completions.all().map((facts) => [facts, sceneOn(facts)])));
  const derived: Derived = { question, given, completions, scenes };
  return {
    ...derived,
    applicable,
    best,
    possibleOutcomes,
    forCoverage: forCoverage(completions, best, complete(new Map())),
    routes: once(() => waysToBeCovered(completions).map(({ outcome, facts }) => routeOf(derived, outcome, facts))),
  };
}

/**
 * What coverage turns on, with nothing given; where the facts given close the way to the best outcome and leave a
 * lesser coverage, what that one turns on under these facts.
 */
function forCoverage(completions: Completions, best: Outcome, unconditioned: Completions): string[] {
  const [bestOfAll = best] = unconditioned.possibleOutcomes();
  if (best !== bestOfAll && isCoverage(best)) return new Boxes(completions).implicates(best);
  return isCoverage(bestOfAll) ? new Boxes(unconditioned).implicates(bestOfAll) : [];
}
