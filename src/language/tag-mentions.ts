/** Each name in a question as what it is there: a plan, a subject, a place, a fact or a source. */
import type { Entry, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import { type Stated, statedBy } from './extract-facts.ts';
import type { PlaceNamed } from './place-of-care.ts';
import { type Mention, chunkMentions } from './chunk-mentions.ts';
import type { NameIndex } from './name-index.ts';
import type { Token } from './tokenizer.ts';

export const isSubject = (entry: Entry): entry is Subject =>
  entry.kind === 'SERVICE' || entry.kind === 'TECHNIQUE' || entry.kind === 'BILLING_CODE';
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const broadestOf = new WeakMap<Graph, Subject>();
/** The broadest service of all: what "care" means where nothing narrower is named. Looked for once in each graph. */
export function broadest(graph: Graph): Subject | null {
  const known = broadestOf.get(graph);
  if (known) return known;
  let found: { subject: Subject; below: number } | null = null;
  for (const service of graph.services.values()) {
    if (service.links.some(({ kind }) => kind === 'BROADER')) continue;
    const below = service.links.filter(({ kind }) => kind === 'NARROWER').length;
    if (found === null || below > found.below) found = { subject: service, below };
  }
  if (found) broadestOf.set(graph, found.subject);
  return found?.subject ?? null;
}

/** Of the terms that share their words, the entries of the lowest rank. */
function nearest(mention: Mention, fits: (entry: Entry) => boolean): Entry[] {
  const fitting = mention.terms.filter(({ entry }) => fits(entry));
  const rank = Math.min(...fitting.map((term) => term.rank));
  return unique(fitting.filter((term) => term.rank === rank).map(({ entry }) => entry));
}

type Role = 'PLAN' | 'SUBJECT' | 'TERRITORY' | 'COVERAGE_CONDITION' | 'SOURCE';
const rolesOf = ({ terms }: Mention): ReadonlySet<Role> =>
  new Set(terms.map(({ entry }) => (isSubject(entry) ? 'SUBJECT' : entry.kind)));

/** Where words name a subject and a condition, they name the condition if another subject is named: massage in an emergency. */
function roleOf(mention: Mention, hasSubject: boolean): Role | null {
  const roles = rolesOf(mention);
  if (roles.has('PLAN')) return 'PLAN';
  if (roles.has('SUBJECT') && !(hasSubject && roles.has('COVERAGE_CONDITION'))) return 'SUBJECT';
  return (['COVERAGE_CONDITION', 'TERRITORY', 'SOURCE'] as const).find((role) => roles.has(role)) ?? null;
}

/** "In an emergency", "it is not an emergency": the words before tell a fact from a service. */
function isHad({ from }: Mention, words: readonly Token[]): boolean {
  const before = words
    .slice(Math.max(0, from - 3), from)
    .map(({ stem }) => stem)
    .join(' ');
  return /\b(?:in|during|had|have|has|having|not|no|is|was|by|from)(?: (?:a|an|the|my))?$/.test(before);
}

export interface TaggedMentions {
  readonly plans: Plan[];
  readonly subjects: Subject[];
  readonly places: PlaceNamed[];
  readonly facts: Stated[];
  readonly sources: Source[];
  readonly ambiguous: { text: string; entries: Entry[] }[];
  /** What stands where, for the patterns. */
  readonly entries: { readonly mention: Mention; readonly entry: Entry }[];
}

/** Each name as what it is in this question: a plan, a subject, a place or a fact. */
export function tagMentions(mentions: readonly Mention[], words: readonly Token[], graph: Graph): TaggedMentions {
  const root = broadest(graph);
  const sorted: TaggedMentions = {
    plans: [],
    subjects: [],
    places: [],
    facts: [],
    sources: [],
    ambiguous: [],
    entries: [],
  };
  const hasSubject = mentions.some(
    (mention) =>
      rolesOf(mention).has('SUBJECT') &&
      !rolesOf(mention).has('COVERAGE_CONDITION') &&
      !mention.terms.every(({ entry }) => entry === root),
  );
  const factWords = new Set(
    mentions
      .filter((mention) => roleOf(mention, hasSubject || isHad(mention, words)) === 'COVERAGE_CONDITION')
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  for (const mention of mentions) {
    const role = roleOf(mention, hasSubject || isHad(mention, words));
    if (role === null) continue;
    const near = nearest(mention, (entry) => (role === 'SUBJECT' ? isSubject(entry) : entry.kind === role));
    const found = role === 'TERRITORY' ? narrowed(near as Territory[], words, mention) : near;
    const [entry] = found;
    if (entry === undefined) continue;
    sorted.entries.push({ mention, entry });
    if (role === 'COVERAGE_CONDITION') {
      // Words that several conditions share state them all: "stand-alone" is part of no program of either kind.
      for (const { entry: condition, holds } of mention.terms) {
        if (condition.kind === 'COVERAGE_CONDITION')
          sorted.facts.push(statedBy(mention, condition, holds, words, (at) => factWords.has(at)));
      }
    } else if (found.length > 1)
      sorted.ambiguous.push({
        text: words
          .slice(mention.from, mention.to)
          .map(({ text }) => text)
          .join(' '),
        entries: [...found],
      });
    else if (entry.kind === 'PLAN') sorted.plans.push(entry);
    else if (isSubject(entry)) sorted.subjects.push(entry);
    else if (entry.kind === 'SOURCE') sorted.sources.push(entry);
    else if (entry.kind === 'TERRITORY')
      sorted.places.push({
        mention,
        territory: entry,
        inRoute: mentions.some((other) => other !== mention && other.from <= mention.from && other.to >= mention.to),
      });
  }
  return sorted;
}

/** "The state of Georgia", "Georgia the country". */
function narrowed(places: readonly Territory[], words: readonly Token[], { from, to }: Mention): readonly Territory[] {
  if (places.length < 2) return places;
  const around = [words[from - 2], words[from - 1], words[to], words[to + 1]].map((word) => word?.stem);
  const fits = around.includes('state')
    ? places.filter(({ partOf }) => partOf.length > 0)
    : around.includes('country')
      ? places.filter(({ partOf }) => partOf.length === 0)
      : [];
  return fits.length > 0 ? fits : places;
}

/** Where no subject is named by itself, one that the words of a fact name: a massage therapist gives massage. */
export function subjectsFromProviders(
  mentions: readonly Mention[],
  words: readonly Token[],
  vocabulary: NameIndex,
): Subject[] {
  return mentions
    .filter(({ terms }) => terms.some(({ entry }) => entry.kind === 'COVERAGE_CONDITION' && entry.topic === 'PROVIDER'))
    .flatMap(({ from, to }) =>
      chunkMentions(words.slice(from, to - 1), vocabulary).mentions.flatMap((mention) =>
        nearest(mention, isSubject).filter(isSubject),
      ),
    );
}
