/**
 * The oracle: what docs/semantics.md says, carried out by brute force over the data files (docs/semantics.md#i6).
 *
 * It goes through every completion, every pair of rules and every set of facts. It is slow and plain on purpose, and
 * shares no code with the engine or the checker. The folder `semantics` has a file for each section.
 */
import type { DataDocuments } from '../../src/model/shapes.ts';
import type { CoverageStatus, Outcome } from '../../src/model/words.ts';
import { makeApplicableRules } from './semantics/applicable-rules.ts';
import { Completions, type GivenFacts } from './semantics/completions.ts';
import { makeOutcome } from './semantics/outcomes.ts';
import { Boxes } from './semantics/prime-implicants.ts';
import { questionOf, type Ask } from './semantics/question.ts';

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

/** The answer to a question; null where the facts given contradict one another. */
export function oracle(data: DataDocuments, ask: Ask): Verdict | null {
  const question = questionOf(data, ask);
  const applicable = makeApplicableRules(question);
  const outcomeOn = makeOutcome(question, applicable);
  const complete = (given: GivenFacts): Completions => new Completions(question, applicable.tests, given, outcomeOn);
  const completions = complete(givenFacts(ask));
  const possibleOutcomes = completions.possibleOutcomes();
  const [best] = possibleOutcomes;
  if (best === undefined || ask.met.some((condition) => ask.unmet.includes(condition))) return null;
  return {
    status: possibleOutcomes.length === 1 ? best : 'CONDITIONAL',
    best,
    possibleOutcomes,
    missing: completions
      .missing()
      .map((axis) => completions.axes[axis]?.condition ?? '')
      .sort(),
    pathways: isCoverage(best) ? new Boxes(completions).implicants(best) : [],
    requirements: requirementsOf(completions, best, complete(new Map())),
  };
}

function givenFacts({ met, unmet, counts }: Ask): GivenFacts {
  return new Map([
    ...met.map((condition): [string, number] => [condition, 1]),
    ...unmet.map((condition): [string, number] => [condition, 0]),
    ...Object.entries(counts),
  ]);
}

function isCoverage(outcome: Outcome): boolean {
  return outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';
}

/**
 * What coverage turns on, with nothing given; where the facts given close the way to the best outcome and leave a
 * lesser coverage, what that one turns on under these facts.
 */
function requirementsOf(completions: Completions, best: Outcome, unconditioned: Completions): string[] {
  const [bestOfAll = best] = unconditioned.possibleOutcomes();
  if (best !== bestOfAll && isCoverage(best)) return new Boxes(completions).implicates(best);
  return isCoverage(bestOfAll) ? new Boxes(unconditioned).implicates(bestOfAll) : [];
}
