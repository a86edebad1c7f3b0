/** What each source says by itself: docs/semantics.md#section-5-positions. */
import type { CoverageStatus } from '../../../src/model/words.ts';
import { sourcesHeard } from './also-stated.ts';
import { derive, isCoverage, type Derivation } from './derivation.ts';
import { amounts, onceCovered } from './once-covered.ts';
import { Boxes } from './prime-implicants.ts';

export interface Position {
  /** The sources that say the same. */
  readonly sources: readonly string[];
  readonly status: CoverageStatus;
}

export function statusOf({ possibleOutcomes, best }: Derivation): CoverageStatus {
  return possibleOutcomes.length === 1 ? best : 'CONDITIONAL';
}

/** Equal in status, outcomes, pathways, requirements, limits and costs; NOT_STATED is left out. */
export function positions({ question }: Derivation): Position[] {
  const groups = new Map<string, { sources: string[]; status: CoverageStatus }>();
  for (const source of sourcesHeard(question)) {
    const alone = derive(question.data, { ...question.ask, accordingTo: [source] });
    if (alone === null || statusOf(alone) === 'NOT_STATED') continue;
    const terms = JSON.stringify(termsOf(alone));
    const group = groups.get(terms) ?? { sources: [], status: statusOf(alone) };
    group.sources.push(source);
    groups.set(terms, group);
  }
  return [...groups.values()];
}

function termsOf(alone: Derivation): unknown {
  const pathways = isCoverage(alone.best) ? new Boxes(alone.completions).implicants(alone.best) : [];
  const told = (kind: 'limits' | 'costs'): string[] =>
    amounts(alone, kind)
      .map(({ text, terms }) => [text, ...terms].join('; '))
      .sort();
  const duties = onceCovered(alone)
    .map(({ condition, strength, dependsOn, isPlain }) => [condition, strength, isPlain, ...dependsOn].join('; '))
    .sort();
  return [alone.possibleOutcomes, pathways, alone.forCoverage, duties, told('limits'), told('costs')];
}
