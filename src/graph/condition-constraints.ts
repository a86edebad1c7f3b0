/** Laws of conditions: counted ones have bounds and others none, and each can hold. */
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
        message: `${condition.slug} is met or unmet and counts nothing`,
        remedy: `Take out the bounds, or say in conditions/${condition.slug} what it counts.`,
      },
    ];
  }
  if (!isBounded && condition.counts !== null) {
    return [
      {
        law: LAW,
        place,
        message: `${condition.slug} counts ${condition.counts}, and no bound is given`,
        remedy: 'Give atLeast, atMost or both.',
      },
    ];
  }
  if (atLeast !== null && atMost !== null && atLeast > atMost) {
    return [
      {
        law: LAW,
        place,
        message: `no number is at least ${String(atLeast)} and at most ${String(atMost)}`,
        remedy: 'Mend one of the two bounds.',
      },
    ];
  }
  return [];
}

/** Bounds stand where something is counted, there only, and some number lies between them. */
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
          message: `${slug} counts, and is given as met or unmet`,
          remedy: 'Give its number under counts.',
        }));
      const uncounted = [...counts.keys()]
        .filter((condition) => condition.counts === null)
        .map(({ slug }): Problem => ({
          law: LAW,
          place,
          message: `${slug} counts nothing, and a number is given`,
          remedy: 'Give it under met or unmet.',
        }));
      return [...counted, ...uncounted];
    }),
  );
  return [...inRules, ...inCases];
}

/** Whatever a condition implies may hold together. */
export function impossibleConditions(graph: Graph): Problem[] {
  return [...graph.conditions.values()].flatMap((condition): Problem[] => {
    for (const implied of condition.impliedClosure) {
      const clash = implied.excludes.find(({ to }) => condition.impliedClosure.has(to as Condition));
      if (clash) {
        return [
          {
            law: 'impossible-condition',
            place: placeOfEntry(condition),
            message: `${condition.slug} can never hold: it brings both ${implied.slug} and ${clash.to.slug}, which exclude each other`,
            remedy: 'Take out one of implies or excludes.',
          },
        ];
      }
    }
    return [];
  });
}
