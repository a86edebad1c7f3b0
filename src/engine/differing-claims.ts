/**
 * Disagreements that are not about coverage (docs/semantics.md#section-5-disagreements): sources that differ on what a
 * code includes, what counts as home or what a name means, and remarks that contradict each other.
 */
import type { Entry, Link, Passage, Plan, Remark, Technique } from '../graph/entries.ts';
import { list, sentence } from '../graph/sentences.ts';
import type { DisagreementKind, LinkKind } from '../model/words.ts';
import type { Disagreement, Position } from './determination.ts';

const called = (entry: Entry): string => ('phrase' in entry ? entry.phrase : entry.name);

/** The kinds of link that form a list in a source, each with the question that the list answers. */
const LISTED: Partial<Record<LinkKind, (entry: Entry) => string>> = {
  INCLUDES: (entry) => `What does ${called(entry)} include?`,
  HOME: ({ name }) => `What counts as home for ${name}?`,
};

/** What the sources disagree on about one entry, apart from its rules. */
export function differingClaims(entry: Entry): Disagreement[] {
  return [
    ...(Object.keys(LISTED) as LinkKind[]).flatMap((kind) => differingLists(entry, kind)),
    ...(entry.kind === 'TECHNIQUE' ? differingNames(entry) : []),
    ...contradictingRemarks(entry),
  ];
}

const position = (cites: readonly Passage[], says: string): Position => ({
  sources: [...new Set(cites.map(({ source }) => source))],
  says: sentence(says),
  status: null,
  asOf: null,
  cites,
});

function claim(
  entry: Entry,
  kind: DisagreementKind,
  title: string,
  others: readonly Entry[],
  positions: readonly [Position, Position],
): Disagreement {
  const sides = positions.map(({ cites }) =>
    cites
      .map(({ source, key }) => `${source.slug}#${key}`)
      .sort()
      .join(','),
  );
  return {
    key: [kind, entry.kind, entry.slug, ...sides].join(' '),
    title,
    kind,
    about: [entry, ...others],
    positions,
    partsOn: [],
    reading: null,
    rules: [],
  };
}

/** Every pair of different lists that passages give for one kind of link. A list has at least two members. */
function differingLists(entry: Entry, kind: LinkKind): Disagreement[] {
  const links = entry.links.filter((link) => link.kind === kind);
  const lists = new Map<Passage, Link[]>();
  for (const link of links) for (const passage of link.cites) lists.set(passage, [...(lists.get(passage) ?? []), link]);
  const alike = new Map<string, { passages: Passage[]; links: Link[] }>();
  for (const [passage, members] of lists) {
    if (members.length < 2) continue;
    const key = members
      .map(({ to }) => to.slug)
      .sort()
      .join();
    alike.set(key, { passages: [...(alike.get(key)?.passages ?? []), passage], links: members });
  }
  const found = [...alike.values()];
  return found.flatMap((a, first) =>
    found.slice(first + 1).map((b) => {
      const apart = [...a.links, ...b.links]
        .filter(({ to }) => a.links.some((link) => link.to === to) !== b.links.some((link) => link.to === to))
        .map(({ to }) => to);
      const says = ({ links: members }: typeof a): string =>
        `${called(entry)}: ${
          members.length > 12
            ? `${String(members.length)} in all, ${without(members)}`
            : list(
                members.map(({ to }) => called(to)),
                'and',
              )
        }`;
      const without = (members: readonly Link[]): string => {
        const left = apart.filter((to) => !members.some((link) => link.to === to));
        return left.length === 0
          ? `with ${list(apart.map(called), 'and')}`
          : `without ${list(left.map(called), 'and')}`;
      };
      const sameSource = a.passages.some(({ source }) => b.passages.some((other) => other.source === source));
      return claim(entry, sameSource ? 'REFINEMENT' : 'SCOPE', LISTED[kind]?.(entry) ?? '', apart, [
        position(a.passages, says(a)),
        position(b.passages, says(b)),
      ]);
    }),
  );
}

/** Names that one source uses for this technique and another source for a separate technique. */
function differingNames(technique: Technique): Disagreement[] {
  return technique.links
    .filter(({ kind, match }) => kind === 'SAME_AS' && (match === 'EXACT' || match === 'CLOSE'))
    .flatMap((link) => {
      const other = link.to;
      if (other.kind !== 'TECHNIQUE' || !technique.synonyms.some(({ concept }) => concept === other)) return [];
      const apart = other.cites.filter(({ source }) => link.cites.every((cited) => cited.source !== source));
      if (apart.length === 0) return [];
      return [
        claim(
          technique,
          'TERMINOLOGY',
          `Is ${other.name} the same as ${technique.name}?`,
          [other],
          [
            position(
              link.cites,
              `${other.name} is ${link.match === 'EXACT' ? 'the same as' : 'close to'} ${technique.name}`,
            ),
            position(apart, `${other.name} is named as a technique of its own`),
          ],
        ),
      ];
    });
}

function contradictingRemarks(entry: Entry): Disagreement[] {
  return entry.remarks.flatMap((remark) =>
    remark.contradicts.flatMap((passage) =>
      entry.remarks
        .filter((other) => other !== remark && other.cites.includes(passage))
        .map((other) => {
          const says = ({ text, cites }: Remark): Position => position(cites, text);
          const kind = kindOfRemarks(remark, other);
          return claim(entry, kind, `Sources differ on ${entry.name}`, [], [says(remark), says(other)]);
        }),
    ),
  );
}

function kindOfRemarks(remark: Remark, other: Remark): DisagreementKind {
  if (remark.topic === 'CLASSIFICATION' || remark.topic === 'DEFINITION') return 'TERMINOLOGY';
  const day = remark.cites[0]?.source.publishedOn ?? null;
  const otherDay = other.cites[0]?.source.publishedOn ?? null;
  return day !== null && otherDay !== null && day !== otherDay ? 'VINTAGE' : 'CONTRADICTION';
}

/** The plan whose file states the home territories of this plan; null if none does. */
export const homeStatedBy = (plan: Plan): Plan | null => plan.home?.statedBy ?? null;
