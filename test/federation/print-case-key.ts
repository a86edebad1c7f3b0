/**
 * The one spelling of a case, to compare keys in tests: the conditions that hold, those that do not hold, the counts, the place
 * and the day. Conditions are sorted by slug, nothing is repeated, and one space separates the parts.
 */
import type { CaseKey } from '../../src/federation/case-key.ts';

const byCondition = (a: CaseKey['counts'][number], b: CaseKey['counts'][number]): number =>
  a.condition < b.condition ? -1 : 1;

export function printCaseKey({ plan, met, unmet, counts, territory, on }: CaseKey): string {
  return [
    plan,
    ...[...new Set(met)].sort().map((slug) => `+${slug}`),
    ...[...new Set(unmet)].sort().map((slug) => `-${slug}`),
    ...[...counts].sort(byCondition).map(({ condition, count }) => `${condition}=${String(count)}`),
    ...(territory === null ? [] : [`@${territory.toUpperCase()}`]),
    ...(on === null ? [] : [on]),
  ].join(' ');
}
