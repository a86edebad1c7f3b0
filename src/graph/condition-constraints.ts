/** Constraints on conditions: those that count have bounds and the others have none, and each one can be met. */
import type { Condition, Graph } from './entries.ts';
import { placeOf, placeOfEntry, placeOfRule, within } from './data-paths.ts';
import type { Problem, ProblemPlace } from './problems.ts';
import { testsOf } from './rules.ts';

const LAW = 'count-bound';

function wrongBounds(
  condition: Condition,
  atLeast: number | null,
  atMost: number | null,
  place: ProblemPlace,
): Problem[] {
  const isBounded = atLeast !== null || atMost !== null;
  if (isBounded && condition.counts === null) {
    return [
      {
        law: LAW,
        place,
        message: `${condition.slug} does not count anything, so it has no bounds`,
        remedy: `Remove the bounds, or add "counts" to conditions/${condition.slug}.`,
      },
    ];
  }
  if (!isBounded && condition.counts !== null) {
    return [
      {
        law: LAW,
        place,
        message: `${condition.slug} counts ${condition.counts}, but has no bound`,
        remedy: 'Add "atLeast", "atMost" or both.',
      },
    ];
  }
  if (atLeast !== null && atMost !== null && atLeast > atMost) {
    return [
      {
        law: LAW,
        place,
        message: `no number is at least ${String(atLeast)} and at most ${String(atMost)}`,
        remedy: 'Correct one of the two bounds.',
      },
    ];
  }
  return [];
}

/** Bounds are on conditions that count, and only there, and some number satisfies them. */
export function countBounds(graph: Graph): Problem[] {
  const inRules = [...graph.rules.values()].flatMap((rule) =>
    testsOf(rule.when).flatMap(({ condition, atLeast, atMost }) =>
      wrongBounds(condition, atLeast, atMost, within(placeOfRule(rule), 'when')),
    ),
  );
  const inCases = [...graph.plans.values()].flatMap((plan) =>
    plan.cases.flatMap(({ name, met, unmet, counts }) => {
      const place = within(placeOf('plans', plan.slug), 'cases', name);
      const counted = [...met, ...unmet]
        .filter((condition) => condition.counts !== null)
        .map(({ slug }): Problem => ({
          law: LAW,
          place,
          message: `${slug} is a number, but is listed as met or unmet`,
          remedy: 'Move it to "counts", with its number.',
        }));
      const uncounted = [...counts.keys()]
        .filter((condition) => condition.counts === null)
        .map(({ slug }): Problem => ({
          law: LAW,
          place,
          message: `${slug} does not count anything, but has a number`,
          remedy: 'Move it to "met" or "unmet".',
        }));
      return [...counted, ...uncounted];
    }),
  );
  return [...inRules, ...inCases];
}

/** A condition does not imply two conditions that exclude each other. */
export function impossibleConditions(graph: Graph): Problem[] {
  return [...graph.conditions.values()].flatMap((condition): Problem[] => {
    for (const implied of condition.impliedClosure) {
      const clash = implied.excludes.find(({ to }) => condition.impliedClosure.has(to as Condition));
      if (clash) {
        return [
          {
            law: 'impossible-condition',
            place: placeOfEntry(condition),
            message: `${condition.slug} can never be met: it implies both ${implied.slug} and ${clash.to.slug}, which exclude each other`,
            remedy: 'Remove one of the links in "implies" or "excludes".',
          },
        ];
      }
    }
    return [];
  });
}
