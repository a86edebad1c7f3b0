/** The neighbors of an entry: entries connected to it by a link or a rule, with the sources of the connection. */
import type { EntryKind } from './address.ts';
import { codeOf } from './asking.ts';
import type { PassageFragment, WalkQuery, WalkQueryVariables } from './generated/graphql.ts';
import { dayInWords, effectWords, linkWords, mayWords, type Named } from './words.ts';

export interface Neighbor {
  readonly entry: Named;
  /** How the entry in the middle is connected to it. */
  readonly relation: string;
  /**
   * `covers` or `excludes` for a rule that does so in every case at home; `depends` for any other rule that covers or excludes,
   * and `link` for any other connection.
   */
  readonly sort: 'link' | 'covers' | 'excludes' | 'depends';
  readonly passages: readonly PassageFragment[];
  /** True if `relation` is a whole sentence about a rule; false if it only leads to the name of the entry. */
  readonly isSentence: boolean;
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

/** One for each neighbor and kind of connection: links before rules, and places last, since they may be many. */
export function neighborsOf(entry: WalkEntry): Neighbor[] {
  const linked = entry.links.nodes.map(({ kind, to, citations }): Neighbor => ({
    entry: to,
    relation: linkWords[kind],
    sort: 'link',
    passages: citations,
    isSentence: false,
  }));
  const places =
    'parts' in entry
      ? [
          ...entry.partOf.map((to) => partNeighbor(to, 'is part of')),
          ...entry.parts.nodes.map((to) => partNeighbor(to, 'has as a part')),
        ]
      : [];
  const ruled = 'rules' in entry ? entry.rules.nodes.flatMap((rule) => neighborsByRule(entry, rule)) : [];
  const found = [...linked, ...places, ...ruled];
  const isPlace = ({ entry: { kind } }: Neighbor): boolean => kind === 'TERRITORY';
  const all = [...found.filter((each) => !isPlace(each)), ...found.filter(isPlace)];
  return [...new Map(all.map((each) => [`${each.entry.kind} ${each.entry.slug} ${each.relation}`, each])).values()];
}

const partNeighbor = (entry: Named, relation: string): Neighbor => ({
  entry,
  relation,
  sort: 'link',
  passages: [],
  isSentence: false,
});

type WalkRule = Extract<WalkEntry, { readonly rules: unknown }>['rules']['nodes'][number];

/** The plan and the subject of a rule, without the entry in the middle. */
function neighborsByRule(entry: WalkEntry, rule: WalkRule): Neighbor[] {
  const { plan, subject, effect, whenText, citations } = rule;
  /** A rule is no statement of a source or a condition about the plan: it is only found by them. */
  const isSubject = entry.kind !== 'SOURCE' && entry.kind !== 'COVERAGE_CONDITION';
  const verb = isHedged(rule) ? mayWords[effect] : effectWords[effect];
  const terms = [placeText(rule.where), whenText === null ? '' : `if ${whenText}`, daysText(rule)];
  return [plan, subject]
    .filter(({ kind, slug }) => kind !== entry.kind || slug !== entry.slug)
    .map((to) => ({
      entry: to,
      sort: isSubject ? sortOf(rule) : 'link',
      passages: citations,
      isSentence: true,
      relation: [plan.name, verb, to === plan && isSubject ? 'it' : subject.name, ...terms]
        .filter((part) => part !== '')
        .join(' '),
    }));
}

/** Whether a rule is about some plans or some of the care only, or its source says only that it may be so. */
const isHedged = ({ modality, quantifier, extent }: WalkRule): boolean =>
  modality === 'MAY' || quantifier !== 'ALL' || extent !== 'ALL';

function sortOf(rule: WalkRule): Neighbor['sort'] {
  const { effect, whenText, where, validFrom, validUntil } = rule;
  if (effect === 'ASKS') return 'link';
  const isPlain = whenText === null && validFrom === null && validUntil === null && !isHedged(rule);
  if (!isPlain || where.scope === 'ABROAD' || where.scope === 'INSIDE' || where.scope === 'OUTSIDE') return 'depends';
  if (effect === 'COVERED') return 'covers';
  return effect === 'EXCLUDED' ? 'excludes' : 'depends';
}

const mostPlaces = 3;

/** "abroad", "in Canada and Mexico"; empty for care at home. */
function placeText({ scope, territories }: WalkRule['where']): string {
  const names = territories.map(({ name }) => name);
  const shown = names.slice(0, mostPlaces);
  const more = names.length - shown.length;
  const places = more > 0 ? `${shown.join(', ')} and ${String(more)} more` : shown.join(' and ');
  const texts = {
    HOME: '',
    ABROAD: 'abroad',
    ANYWHERE: 'anywhere',
    INSIDE: `in ${places}`,
    OUTSIDE: `outside ${places}`,
  };
  return texts[scope];
}

/** "from January 1, 2027 until January 1, 2028"; empty for a rule without days. */
function daysText({ validFrom, validUntil }: WalkRule): string {
  return [
    validFrom === null ? '' : `from ${dayInWords(validFrom)}`,
    validUntil === null ? '' : `until ${dayInWords(validUntil)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** How all connections to one entry look together: alike, or `depends` if rules differ. A rule counts more than a link. */
export function combinedSort(sorts: readonly Neighbor['sort'][]): Neighbor['sort'] {
  const [first = 'link', ...others] = sorts.filter((sort) => sort !== 'link');
  return others.every((sort) => sort === first) ? first : 'depends';
}
