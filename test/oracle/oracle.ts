/**
 * The oracle: what docs/semantics.md says, carried out by brute force over the data files (docs/semantics.md#i6).
 *
 * It goes through every completion, every pair of rules and every set of facts. It is slow and plain on purpose, and
 * shares no code with the engine or the checker. The folder `semantics` has a file for each section.
 */
import type { DataDocuments } from '../../src/model/shapes.ts';
import type { ConditionTopic, CoverageStatus, Outcome, RequirementStrength } from '../../src/model/words.ts';
import { alsoStated, type AlsoStated } from './semantics/also-stated.ts';
import { derive, isCoverage, type Derivation } from './semantics/derivation.ts';
import { contradictingDuties, contradictions } from './semantics/disagreements.ts';
import { formalities, type Formality } from './semantics/formalities.ts';
import { daysOfNewRules } from './semantics/later-days.ts';
import { notStated, type Reason } from './semantics/not-stated.ts';
import { amounts, dutiesOf, onceCovered, type Duty } from './semantics/once-covered.ts';
import { positions, statusOf, type Position } from './semantics/positions.ts';
import { Boxes } from './semantics/prime-implicants.ts';
import type { Ask } from './semantics/question.ts';
import { waysToBeCovered, type Amount, type Route } from './semantics/routes.ts';

export type { Ask } from './semantics/question.ts';

/**
 * Facts are `+slug`, `-slug`, `slug>=n` and `slug<=n`, sorted; a pathway joins them with ` & `, a requirement with ` |
 * `.
 */
export interface Verdict {
  status: CoverageStatus;
  best: Outcome;
  possibleOutcomes: Outcome[];
  missing: string[];
  pathways: string[];
  requirements: string[];
}

/** A duty, of the lists ONCE_COVERED and ALSO_STATED and of a route. */
export interface ShownDuty {
  /** A requirement, as above. */
  anyOf: string;
  strength: RequirementStrength;
  /** What its statements say it depends on. */
  dependsOn: readonly string[];
  /** Whether it is shown without saying on what, or on which route, it depends. */
  isPlain: boolean;
}

/** A limit or a cost: its text, then its terms, each a requirement as above, sorted and joined with ` ; `. */
export type ShownAmount = string;

export interface ShownRoute {
  outcome: Outcome;
  facts: string;
  duties: ShownDuty[];
  limits: ShownAmount[];
  costs: ShownAmount[];
}

/** What an answer says besides its verdict. */
export interface Details {
  routes: ShownRoute[];
  onceCovered: ShownDuty[];
  alsoStated: AlsoStated[];
  formalities: Formality[];
  limits: ShownAmount[];
  costs: ShownAmount[];
  notStated: Reason | null;
  positions: Position[];
}

/** The most routes that an answer lists. */
export const MOST_ROUTES = 32;

/** The answer to a question; null where the facts given contradict one another. */
export function oracle(data: DataDocuments, ask: Ask): Verdict | null {
  const derivation = derive(data, ask);
  return derivation && verdictOf(derivation);
}

function verdictOf(derivation: Derivation): Verdict {
  const { completions, best, possibleOutcomes, forCoverage } = derivation;
  return {
    status: statusOf(derivation),
    best,
    possibleOutcomes: [...possibleOutcomes],
    missing: completions
      .missing()
      .map((axis) => completions.axes[axis]?.condition ?? '')
      .sort(),
    pathways: isCoverage(best) ? new Boxes(completions).implicants(best) : [],
    requirements: [...forCoverage],
  };
}

/**
 * What the answer says besides; null where the facts given contradict one another, and where there are more routes than
 * an answer lists.
 */
export function details(data: DataDocuments, ask: Ask): Details | null {
  const derivation = derive(data, ask);
  if (derivation === null || waysToBeCovered(derivation.completions).length > MOST_ROUTES) return null;
  return {
    routes: derivation.routes().map((route) => shownRoute(derivation, route)),
    onceCovered: onceCovered(derivation).map(shownDuty).sort(byText),
    alsoStated: alsoStated(derivation),
    formalities: formalities(derivation),
    limits: shownAmounts(amounts(derivation, 'limits')),
    costs: shownAmounts(amounts(derivation, 'costs')),
    notStated: statusOf(derivation) === 'NOT_STATED' ? notStated(derivation) : null,
    positions: positions(derivation),
  };
}

/** A day on which the answer is another one, because a rule begins. */
export interface LaterAnswer {
  on: string;
  status: CoverageStatus;
  best: Outcome;
}

/** The later answers, where the day asked about was assumed. */
export function laterAnswers(data: DataDocuments, ask: Ask): LaterAnswer[] {
  const days = daysOfNewRules(data, ask);
  const today = days.length === 0 ? '' : termsOn(data, ask);
  return days.flatMap((on) => {
    const later = oracle(data, { ...ask, on });
    if (later === null || termsOn(data, { ...ask, on }) === today) return [];
    return [{ on, status: later.status, best: later.best }];
  });
}

/** Status, pathways, requirements, limits and costs, as one text. */
function termsOn(data: DataDocuments, ask: Ask): string {
  const verdict = oracle(data, ask);
  const { onceCovered: duties, alsoStated: also, limits, costs } = details(data, ask) ?? {};
  return JSON.stringify([verdict?.status, verdict?.pathways, verdict?.requirements, duties, also, limits, costs]);
}

/** The pairs of sources that contradict one another in an answer, each joined by " and ". */
export function contradictingSources(data: DataDocuments, ask: Ask): string[] {
  const derivation = derive(data, ask);
  return derivation === null ? [] : contradictions(derivation).map((pair) => pair.join(' and '));
}

/** The same for what they ask of covered care, with nothing given and every source heard. */
export function sourcesOfOtherDuties(data: DataDocuments, ask: Ask): string[] {
  const derivation = derive(data, {
    ...ask,
    met: [],
    unmet: [],
    counts: {},
    accordingTo: null,
    minimumAuthority: null,
  });
  return derivation === null ? [] : contradictingDuties(derivation).map((pair) => pair.join(' and '));
}

/** What is given is never asked again, so a route drops a duty that is met. */
function shownRoute({ question }: Derivation, route: Route): ShownRoute {
  const { outcome, facts, limits, costs } = route;
  const isMet = (condition: string): boolean => question.ask.met.some((met) => question.impliedBy(met).has(condition));
  return {
    outcome,
    facts: facts.join(' & '),
    duties: dutiesOf([route])
      .filter(({ strength, condition }) => strength !== 'NOT_REQUIRED' && !isMet(condition))
      .map(shownDuty)
      .sort(byText),
    limits: shownAmounts(limits),
    costs: shownAmounts(costs),
  };
}

function shownDuty({ condition, strength, dependsOn, isPlain }: Duty): ShownDuty {
  return { anyOf: `+${condition}`, strength, dependsOn: [...dependsOn], isPlain };
}

const byText = (a: ShownDuty, b: ShownDuty): number =>
  `${a.anyOf} ${a.strength}` < `${b.anyOf} ${b.strength}` ? -1 : 1;

function shownAmounts(all: readonly Amount[]): ShownAmount[] {
  return [...new Set(all.map(({ text, terms }) => [text, ...[...terms].sort()].join(' ; ')))].sort();
}

export type { Formality, Position, Reason };
export type { ConditionTopic };
