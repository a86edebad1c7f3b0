/** An entry's neighbours: those it is linked to, and those that a rule joins it to, each with who says so. */
import type { EntryKind } from './address.ts';
import { codeOf } from './asking.ts';
import type { PassageFragment, WalkQuery, WalkQueryVariables } from './generated/graphql.ts';
import { effectWords, linkWords, type Named } from './words.ts';

export interface Neighbour {
  readonly entry: Named;
  /** How they are joined, read from the entry in the middle. */
  readonly relation: string;
  /** `covers` and `excludes` where a rule joins them. */
  readonly sort: 'link' | 'covers' | 'excludes';
  readonly passages: readonly PassageFragment[];
}

export function walkVariables(kind: EntryKind, slug: string): WalkQueryVariables {
  const { system, code } =
    kind === 'billing-code'
      ? codeOf(slug)
      : { system: 'CPT' as const, code: kind === 'territory' ? slug.toUpperCase() : '' };
  return {
    slug,
    code,
    system,
    isPlan: kind === 'plan',
    isService: kind === 'service',
    isTechnique: kind === 'technique',
    isBillingCode: kind === 'billing-code',
    isTerritory: kind === 'territory',
    isCondition: kind === 'condition',
    isSource: kind === 'source',
  };
}

export type WalkEntry = NonNullable<WalkQuery[keyof Omit<WalkQuery, '__typename'>]>;

/** The one entry that was asked for. */
export function entryIn({
  plan,
  service,
  technique,
  billingCode,
  territory,
  coverageCondition,
  source,
}: WalkQuery): WalkEntry | null {
  return plan ?? service ?? technique ?? billingCode ?? territory ?? coverageCondition ?? source ?? null;
}

/** One for each neighbour and way of being joined, links first. */
export function neighboursOf(entry: WalkEntry): Neighbour[] {
  const linked = entry.links.nodes.map(({ kind, to, citations }): Neighbour => ({
    entry: to,
    relation: linkWords[kind],
    sort: 'link',
    passages: citations,
  }));
  const places =
    'parts' in entry
      ? [
          ...entry.partOf.map((to): Neighbour => ({ entry: to, relation: 'is part of', sort: 'link', passages: [] })),
          ...entry.parts.nodes.map((to): Neighbour => ({
            entry: to,
            relation: 'has as a part',
            sort: 'link',
            passages: [],
          })),
        ]
      : [];
  const ruled =
    'rules' in entry
      ? entry.rules.nodes.flatMap(({ plan, subject, effect, modality, whenText, citations }): Neighbour[] => {
          const sort = effect === 'EXCLUDED' ? 'excludes' : 'covers';
          const verb = `${modality === 'MAY' ? 'may be one that ' : ''}${effectWords[effect]}`;
          const when = whenText === null ? '' : ` if ${whenText}`;
          return [plan, subject]
            .filter(({ kind, slug }) => kind !== entry.kind || slug !== entry.slug)
            .map((to) => ({
              entry: to,
              sort,
              passages: citations,
              relation:
                to.kind === 'PLAN'
                  ? `${plan.name} ${verb} ${to === plan && entry.kind !== 'SOURCE' && entry.kind !== 'COVERAGE_CONDITION' ? 'it' : subject.name}${when}`
                  : `${plan.name} ${verb} ${subject.name}${when}`,
            }));
        })
      : [];
  const found = [...linked, ...places, ...ruled];
  return [...new Map(found.map((each) => [`${each.entry.kind} ${each.entry.slug} ${each.relation}`, each])).values()];
}
