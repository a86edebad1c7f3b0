/** A data set large enough that work done again for each of 2,500 pairs shows. */
import type { Graph } from '../../src/graph/entries.ts';
import { graphOf } from '../graph/documents.ts';

/** Fifty plans in five programmes and fifty services under five, a hundred and more rules, some excepting others. */
export function large(): Graph {
  const numbers = [...Array(50).keys()];
  const rulesOf = (number: number) => ({
    [`covers-${String(number)}`]: {
      covered: `service-${String(number)}`,
      when: { all: ['c1', { any: ['c2', 'c3'] }] },
      cites: ['handbook#p'],
    },
    general: { excluded: `group-${String(number % 5)}`, cites: ['article#p'] },
    unless: {
      covered: `group-${String(number % 5)}`,
      exceptTo: ['general'],
      when: { all: ['c4', 'c5'] },
      cites: ['handbook#q'],
    },
  });
  return graphOf({
    territories: { US: { name: 'United States' } },
    conditions: Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number) => [
        `c${String(number)}`,
        { name: `Condition ${String(number)}`, topic: 'order', cites: ['handbook#p'] },
      ]),
    ),
    services: {
      ...Object.fromEntries(
        [0, 1, 2, 3, 4].map((number) => [
          `group-${String(number)}`,
          { name: `Group ${String(number)}`, cites: ['handbook#p'] },
        ]),
      ),
      ...Object.fromEntries(
        numbers.map((number) => [
          `service-${String(number)}`,
          { name: `Service ${String(number)}`, broader: { [`group-${String(number % 5)}`]: ['handbook#p'] } },
        ]),
      ),
    },
    plans: {
      ...Object.fromEntries(
        [0, 1, 2, 3, 4].map((number) => [
          `programme-${String(number)}`,
          {
            name: `Programme ${String(number)}`,
            level: 'program',
            cites: ['handbook#p'],
            home: { territories: ['US'], cites: ['handbook#p'] },
            rules: { all: { covered: `group-${String(number)}`, when: 'c6', cites: ['article#q'] } },
          },
        ]),
      ),
      ...Object.fromEntries(
        numbers.map((number) => [
          `plan-${String(number)}`,
          { name: `Plan ${String(number)}`, within: `programme-${String(number % 5)}`, rules: rulesOf(number) },
        ]),
      ),
    },
  });
}
