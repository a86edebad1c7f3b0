/** Pipeline step 5: gives each name in a question its role there: plan, subject, territory, condition or source. */
import type { Entry, Graph, Source, Subject, Territory } from '../graph/entries.ts';
import { broadestService, isSubject } from './broadest-service.ts';
import type { ChunkedQuestion } from './chunk-mentions.ts';
import { extractFact, type StatedFact } from './extract-facts.ts';
import { type Mention, rangeText, stemText, wordIndexes } from './mention.ts';
import type { Token } from './tokenizer.ts';
import { factOfPerson } from './whose-facts.ts';

/** A mention with the entry that it names. */
export interface TaggedMention {
  readonly mention: Mention;
  readonly entry: Entry;
}

/** A place that a question names. */
export interface PlaceMention {
  readonly mention: Mention;
  readonly territory: Territory;
  /** Whether the place is part of the words that name a condition, such as a travel route. */
  readonly isInRoute: boolean;
}

/** A name that fits several entries with the same role. */
export interface AmbiguousName {
  /** The name as it was typed. */
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** A question whose mentions have roles. All lists are in the order of the question. */
export interface TaggedQuestion extends ChunkedQuestion {
  /** Every mention that names an entry; of an ambiguous name, the first entry. */
  readonly tags: readonly TaggedMention[];
  /** A subject named twice is listed twice. */
  readonly subjectMentions: readonly Subject[];
  readonly places: readonly PlaceMention[];
  readonly facts: readonly StatedFact[];
  readonly sources: readonly Source[];
  readonly ambiguousNames: readonly AmbiguousName[];
}

type Role = 'PLAN' | 'SUBJECT' | 'TERRITORY' | 'COVERAGE_CONDITION' | 'SOURCE';

/** Gives each mention its role. */
export function tagMentions(question: ChunkedQuestion, graph: Graph): TaggedQuestion {
  const { words, mentions } = question;
  const namesSubject = mentions.some((mention) => isOnlySubject(mention, graph));
  const withRoles = mentions.flatMap((mention) => {
    const role = roleOf(mention, namesSubject || isStatedAsFact(mention, words));
    return role === null ? [] : [{ mention, role }];
  });
  const conditionMentions = withRoles.filter(({ role }) => role === 'COVERAGE_CONDITION');
  const conditionWords = wordIndexes(conditionMentions.map(({ mention }) => mention));
  const resolved = withRoles.map(({ mention, role }) => ({ mention, role, entries: entriesOf(mention, role, words) }));
  const unambiguous = resolved.filter(({ role, entries }) => role !== 'COVERAGE_CONDITION' && entries.length === 1);
  const entriesWithRole = unambiguous.flatMap(({ entries }) => entries);
  return {
    words,
    mentions,
    counts: question.counts,
    year: question.year,
    unknownNames: question.unknownNames,
    billingDetails: question.billingDetails,
    tags: resolved.flatMap(({ mention, entries: [entry] }) => (entry === undefined ? [] : [{ mention, entry }])),
    subjectMentions: entriesWithRole.filter(isSubject),
    places: unambiguous.flatMap(({ mention, entries: [entry] }) =>
      entry?.kind === 'TERRITORY'
        ? [{ mention, territory: entry, isInRoute: isInOtherMention(mention, mentions) }]
        : [],
    ),
    facts: conditionMentions.flatMap(({ mention }) =>
      factsOf(mention, words, conditionWords).map((fact) => factOfPerson(fact, mention, words, graph)),
    ),
    sources: entriesWithRole.filter((entry) => entry.kind === 'SOURCE'),
    ambiguousNames: resolved
      .filter(({ role, entries }) => role !== 'COVERAGE_CONDITION' && entries.length > 1)
      .map(({ mention, entries }) => ({ text: rangeText(words, mention), entries })),
  };
}

/** Whether one of the names of a mention can have a role. */
const canBe = ({ names }: Mention, role: Role): boolean =>
  names.some(({ entry }) => (role === 'SUBJECT' ? isSubject(entry) : entry.kind === role));

/** Whether a mention names a subject narrower than the broadest service, and no condition. */
function isOnlySubject(mention: Mention, graph: Graph): boolean {
  if (!canBe(mention, 'SUBJECT') || canBe(mention, 'COVERAGE_CONDITION')) return false;
  return !mention.names.every(({ entry }) => entry === broadestService(graph));
}

/**
 * The role of a mention; null if it has none. Words that name a subject and a condition name the condition if
 * `prefersCondition`: if another subject is named, as in "massage in an emergency", or the words before say so.
 */
function roleOf(mention: Mention, prefersCondition: boolean): Role | null {
  if (canBe(mention, 'PLAN')) return 'PLAN';
  if (canBe(mention, 'SUBJECT') && !(prefersCondition && canBe(mention, 'COVERAGE_CONDITION'))) return 'SUBJECT';
  return (['COVERAGE_CONDITION', 'TERRITORY', 'SOURCE'] as const).find((role) => canBe(mention, role)) ?? null;
}

/**
 * Whether the words before a mention show that it is a fact and not a service: "in an emergency", "it is not an
 * emergency".
 */
function isStatedAsFact({ from }: Mention, words: readonly Token[]): boolean {
  return /\b(?:in|during|had|have|has|having|not|no|is|was|by|from)(?: (?:a|an|the|my))?$/.test(
    stemText(words, from - 3, from),
  );
}

/** The entries that a mention names in a role; several if it is ambiguous. */
function entriesOf(mention: Mention, role: Role, words: readonly Token[]): Entry[] {
  const entries = entriesOfLowestRank(mention, (entry) =>
    role === 'SUBJECT' ? isSubject(entry) : entry.kind === role,
  );
  return role === 'TERRITORY' ? narrowedPlaces(entries, words, mention) : entries;
}

/** Of the entries that share a name, those whose name has the lowest rank. */
export function entriesOfLowestRank(mention: Mention, fits: (entry: Entry) => boolean): Entry[] {
  const fitting = mention.names.filter(({ entry }) => fits(entry));
  const lowest = Math.min(...fitting.map(({ rank }) => rank));
  return [...new Set(fitting.filter(({ rank }) => rank === lowest).map(({ entry }) => entry))];
}

/** Chooses among places by the words around: "the state of Georgia", "Georgia the country". */
function narrowedPlaces(places: Entry[], words: readonly Token[], { from, to }: Mention): Entry[] {
  if (places.length < 2) return places;
  const around = [words[from - 2], words[from - 1], words[to], words[to + 1]].map((word) => word?.stem);
  const isPart = (place: Entry): boolean => place.kind === 'TERRITORY' && place.partOf.length > 0;
  if (around.includes('state')) return orAll(places.filter(isPart), places);
  if (around.includes('country'))
    return orAll(
      places.filter((place) => !isPart(place)),
      places,
    );
  return places;
}

const orAll = (some: Entry[], all: Entry[]): Entry[] => (some.length > 0 ? some : all);

/** Whether a mention is within another one. */
const isInOtherMention = (mention: Mention, mentions: readonly Mention[]): boolean =>
  mentions.some((other) => other !== mention && other.from <= mention.from && other.to >= mention.to);

/**
 * The facts that a mention states. Words that several conditions share state all of them: "stand-alone" denies two kinds
 * of program.
 */
function factsOf(mention: Mention, words: readonly Token[], conditionWords: ReadonlySet<number>): StatedFact[] {
  return mention.names.flatMap(({ entry, holds }) =>
    entry.kind === 'COVERAGE_CONDITION' ? [extractFact(mention, entry, holds, words, conditionWords)] : [],
  );
}
