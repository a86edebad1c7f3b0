/** What each source says by itself: docs/semantics.md#section-5-positions. */
import type { DataDocuments } from '../../../src/model/shapes.ts';
import type { CoverageStatus } from '../../../src/model/words.ts';
import { sourcesHeard } from './also-stated.ts';
import { derive, isCoverage, type Derivation } from './derivation.ts';
import { amounts, onceCovered } from './once-covered.ts';
import { Boxes } from './prime-implicants.ts';
import type { Question } from './question.ts';
import type { Rule } from './rules.ts';

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
    for (const alone of derivationsOf(question, source)) {
      if (statusOf(alone) === 'NOT_STATED') continue;
      const terms = JSON.stringify(termsOf(alone));
      const group = groups.get(terms) ?? { sources: [], status: statusOf(alone) };
      if (!group.sources.includes(source)) group.sources.push(source);
      groups.set(terms, group);
    }
  }
  return [...groups.values()];
}

/** The rules of one source, and once more with each shorter wording in place of the fuller one that it restates. */
function derivationsOf({ data, ask }: Question, source: string): Derivation[] {
  const alone = derive(data, { ...ask, accordingTo: [source] });
  if (alone === null) return [];
  const { inView } = alone.applicable;
  const shorter = inView.filter(({ fuller }) => fuller.some((rule) => inView.includes(rule)));
  const variants = shorter.flatMap((rule) => {
    const others = inView.filter((each) => each !== rule && each.fuller.some((one) => rule.fuller.includes(one)));
    return derive(withoutRules(data, [...rule.fuller, ...others]), { ...ask, accordingTo: [source] }) ?? [];
  });
  return [alone, ...variants];
}

/** The data in which these rules hold on no day, so that what refers to them is read as before. */
function withoutRules(data: DataDocuments, rules: readonly Rule[]): DataDocuments {
  const plans = Object.entries(data.plans).map(([slug, plan]) => {
    const kept = Object.entries(plan.rules ?? {}).map(([key, rule]) => {
      const isLeftOut = rules.some((each) => each.slug === `${slug}/${key}`);
      return [key, isLeftOut ? { ...rule, until: '0001-01-01' } : rule] as const;
    });
    return [slug, { ...plan, rules: Object.fromEntries(kept) }] as const;
  });
  return { ...data, plans: Object.fromEntries(plans) };
}

function termsOf(alone: Derivation): unknown {
  const pathways = isCoverage(alone.best) ? inOrder(new Boxes(alone.completions).implicants(alone.best)) : [];
  const shown = (kind: 'limits' | 'costs'): string[] =>
    inOrder([...new Set(amounts(alone, kind).map(({ text, terms }) => [text, ...[...terms].sort()].join('; ')))]);
  const duties = onceCovered(alone)
    .map(({ condition, strength, dependsOn, isPlain }) => [condition, strength, isPlain, ...dependsOn].join('; '))
    .sort();
  return [alone.possibleOutcomes, pathways, inOrder(alone.forCoverage), duties, shown('limits'), shown('costs')];
}

/** Sets of facts, in an order that does not depend on that of the rules. */
const inOrder = (sets: readonly string[]): string[] => [...sets].sort();
