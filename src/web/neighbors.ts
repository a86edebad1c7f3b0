/** The neighbors of an entry: entries connected to it by a link or a rule, with the sources of the connection. */
import type { EntryKind } from './address.ts';
import { codeOf } from './asking.ts';
import type { PassageFragment, WalkQuery, WalkQueryVariables } from './generated/graphql.ts';
import { effectWords, linkWords, mayWords, type Named } from './words.ts';

export interface Neighbor {
  readonly entry: Named;
  /** How the entry in the middle is connected to it. */
  readonly relation: string;
  /** `covers` or `excludes` if a rule connects them. */
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

/** The entry in the response. */
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

/** One for each neighbor and kind of connection, links first. */
export function neighborsOf(entry: WalkEntry): Neighbor[] {
  const linked = entry.links.nodes.map(({ kind, to, citations }): Neighbor => ({
    entry: to,
    relation: linkWords[kind],
    sort: 'link',
    passages: citations,
  }));
  const places =
    'parts' in entry
      ? [
          ...entry.partOf.map((to): Neighbor => ({ entry: to, relation: 'is part of', sort: 'link', passages: [] })),
          ...entry.parts.nodes.map((to): Neighbor => ({
            entry: to,
            relation: 'has as a part',
            sort: 'link',
            passages: [],
          })),
        ]
      : [];
  /** The page of a plan names the subject of each rule; the page of a subject says "it". */
  const isSubject = entry.kind !== 'SOURCE' && entry.kind !== 'COVERAGE_CONDITION';
  const ruled =
    'rules' in entry
      ? entry.rules.nodes.flatMap(({ plan, subject, effect, modality, whenText, citations }): Neighbor[] => {
          const sort = effect === 'EXCLUDED' ? 'excludes' : 'covers';
          const verb = modality === 'MAY' ? mayWords[effect] : effectWords[effect];
          const when = whenText === null ? '' : ` if ${whenText}`;
          return [plan, subject]
            .filter(({ kind, slug }) => kind !== entry.kind || slug !== entry.slug)
            .map((to) => ({
              entry: to,
              sort,
              passages: citations,
              relation: `${plan.name} ${verb} ${to === plan && isSubject ? 'it' : subject.name}${when}`,
            }));
        })
      : [];
  const all = [...linked, ...places, ...ruled];
  return [...new Map(all.map((each) => [`${each.entry.kind} ${each.entry.slug} ${each.relation}`, each])).values()];
}
