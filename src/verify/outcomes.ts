/** What the rules that count come to, and the status over all completions: docs/semantics.md#section-5. */
import { OUTCOMES, type CoverageStatus, type Outcome, type TruthValue } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { isAsNear } from './subject-chain.ts';

/** Rules by effect, and by whether they are firm. */
interface Tally {
  readonly grants: readonly ApplicableRule[];
  readonly hedgedGrants: readonly ApplicableRule[];
  readonly exclusions: readonly ApplicableRule[];
  readonly hedgedExclusions: readonly ApplicableRule[];
}

function tally(rules: Iterable<ApplicableRule>): Tally {
  const all = [...rules];
  const of = (effect: string, isHedged: boolean) =>
    all.filter((each) => each.rule.effect === effect && each.isHedged === isHedged);
  return {
    grants: of('COVERED', false),
    hedgedGrants: of('COVERED', true),
    exclusions: of('EXCLUDED', false),
    hedgedExclusions: of('EXCLUDED', true),
  };
}

/** The outcome of the rules that count in one completion. */
export function outcomeOf(counting: Iterable<ApplicableRule>): Outcome {
  const { grants, hedgedGrants, exclusions, hedgedExclusions } = tally(counting);
  if (grants.length > 0 && exclusions.length > 0) return 'CONFLICTING';
  if (exclusions.length > 0) return 'NOT_COVERED';
  if (hedgedExclusions.length === 0 && grants.some((grant) => !isQualified(grant, hedgedGrants))) return 'COVERED';
  if (grants.length > 0 || hedgedGrants.length > 0) return 'MAY_BE_COVERED';
  if (hedgedExclusions.length > 0) return 'MAY_BE_EXCLUDED';
  return 'NOT_STATED';
}

/** Whether a hedged grant on a narrower subject counts too: a firm grant of a broader one does not make it firm. */
function isQualified(grant: ApplicableRule, hedgedGrants: readonly ApplicableRule[]): boolean {
  const { subject } = grant.rule;
  return hedgedGrants.some(({ rule }) => rule.subject !== subject && isAsNear(rule.subject, subject));
}

/** The status of an answer and what it can come to, best first. */
export interface Conclusion {
  readonly status: CoverageStatus;
  readonly best: Outcome;
  readonly possibleOutcomes: readonly Outcome[];
}

/** `outcomes`: those of all completions; at least one. */
export function conclude(outcomes: readonly Outcome[]): Conclusion {
  const possibleOutcomes = OUTCOMES.filter((outcome) => outcomes.includes(outcome));
  const [best = 'NOT_STATED'] = possibleOutcomes;
  return { status: possibleOutcomes.length > 1 ? 'CONDITIONAL' : best, best, possibleOutcomes };
}

/** Whether rules that count in every completion bring a settled status about by themselves. */
export function isEnoughFor(status: CoverageStatus, certain: readonly ApplicableRule[]): boolean {
  const { grants, hedgedGrants, exclusions, hedgedExclusions } = tally(certain);
  switch (status) {
    case 'COVERED':
      return grants.length > 0;
    case 'NOT_COVERED':
      return exclusions.length > 0;
    case 'CONFLICTING':
      return grants.length > 0 && exclusions.length > 0;
    case 'MAY_BE_COVERED':
      return hedgedGrants.length > 0 || (grants.length > 0 && hedgedExclusions.length > 0);
    case 'MAY_BE_EXCLUDED':
      return hedgedExclusions.length > 0;
    case 'NOT_STATED':
      return true;
    case 'CONDITIONAL':
      return false;
  }
}

/** TRUE where it holds in every case, FALSE where it holds in none. `cases`: at least one. */
export function truthOver<T>(cases: readonly T[], isTrue: (each: T) => boolean): TruthValue {
  if (!cases.some(isTrue)) return 'FALSE';
  return cases.every(isTrue) ? 'TRUE' : 'UNKNOWN';
}
