/**
 * The condition to ask first, by the oracle: its worse answer leaves the fewest conditions missing; of equals, its
 * better answer does.
 */
import type { DataDocuments } from '../../src/model/shapes.ts';
import { type Ask, oracle } from './oracle.ts';

/** All that are best alike; of these the one that the rules name first is to be asked. */
export function nextQuestions(data: DataDocuments, ask: Ask, missing: readonly string[]): string[] {
  const left = missing.map((condition) => {
    const answers = answersTo(data, ask, condition)
      .flatMap((answered) => oracle(data, answered)?.missing.length ?? [])
      .sort((a, b) => b - a);
    return { condition, worst: answers[0] ?? 0, better: answers.at(-1) ?? 0 };
  });
  const least = Math.min(...left.map(({ worst, better }) => worst * 1_000 + better));
  return left.filter(({ worst, better }) => worst * 1_000 + better === least).map(({ condition }) => condition);
}

/** The question with the condition answered in each way that rules can tell apart. */
function answersTo(data: DataDocuments, ask: Ask, condition: string): Ask[] {
  if (data.conditions[condition]?.counts === undefined)
    return [
      { ...ask, met: [...ask.met, condition] },
      { ...ask, unmet: [...ask.unmet, condition] },
    ];
  const bounds = [...JSON.stringify(data.plans).matchAll(/"at(Least|Most)":(\d+)/g)].map(
    ([, side, bound]) => Number(bound) + (side === 'Most' ? 1 : 0),
  );
  return [...new Set([0, ...bounds])].map((count) => ({ ...ask, counts: { ...ask.counts, [condition]: count } }));
}
