/** Giving the facts of a pathway or a requirement, as a person would who knows them. */
import type { CaseFact } from '../../src/engine/determination.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import type { Ask } from './oracle.ts';
import { above } from './world.ts';

const linksOf = (data: DataDocuments, kind: 'implies' | 'excludes'): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(data.conditions).map(([slug, condition]) => [slug, Object.keys(condition[kind] ?? {})]),
  );

/** The conditions that a fact settles by implication or exclusion. */
export function settledBy(data: DataDocuments, condition: string, holds: boolean): Set<string> {
  const implies = linksOf(data, 'implies'),
    excludes = linksOf(data, 'excludes');
  const all = Object.keys(data.conditions),
    brings = (slug: string) => [...above(slug, implies)];
  if (!holds) return new Set(all.filter((each) => each !== condition && brings(each).includes(condition)));
  const clash = (each: string) =>
    brings(each).some((one) =>
      brings(condition).some((other) => excludes[one]?.includes(other) || excludes[other]?.includes(one)),
    );
  return new Set([...brings(condition).filter((each) => each !== condition), ...all.filter(clash)]);
}

/** The fact's contrary; bounds on both sides have none that is one fact. */
export function negated(fact: CaseFact): CaseFact {
  if (fact.holds !== null) return { ...fact, holds: !fact.holds };
  return {
    ...fact,
    atLeast: fact.atMost === null ? null : fact.atMost + 1,
    atMost: fact.atLeast === null ? null : fact.atLeast - 1,
  };
}

/**
 * The question with the facts added: once for each number that the bounds of a count allow (generated bounds are below
 * 8); none where they cannot be put so.
 */
export function addFacts(ask: Ask, facts: readonly CaseFact[]): Ask[] {
  const met = new Set(ask.met),
    unmet = new Set(ask.unmet);
  for (const {
    condition: { slug },
    holds,
  } of facts)
    if (holds !== null) (holds ? met : unmet).add(slug);
  if ([...met].some((each) => unmet.has(each))) return [];
  let asks: Ask[] = [{ ...ask, met: [...met], unmet: [...unmet] }];
  for (const slug of new Set(facts.filter(({ holds }) => holds === null).map(({ condition }) => condition.slug))) {
    const bounds = facts.filter(({ condition }) => condition.slug === slug),
      given = ask.counts[slug];
    const allowed = [0, 1, 2, 3, 4, 5, 6, 7, 8]
      .concat(given ?? [])
      .filter(
        (count) =>
          (given === undefined || count === given) &&
          bounds.every(({ atLeast, atMost }) => count >= (atLeast ?? 0) && count <= (atMost ?? Infinity)),
      );
    asks = asks.flatMap((each) =>
      [...new Set(allowed)].map((count) => ({ ...each, counts: { ...each.counts, [slug]: count } })),
    );
  }
  return asks;
}
