/** What a question was taken to mean, before anything is derived: entries only, and what could not be understood. */
import type { Condition, Entry, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import { type Stated, countsIn, dayIn, statedBy } from './facts.ts';
import { type QuestionIntent, intentOf } from './intents.ts';
import { type PlaceNamed, placeOfCare } from './place.ts';
import { type Mention, read } from './reading.ts';
import { describedBy } from './remarks.ts';
import { ruledSubjects } from './ruled.ts';
import { unknownNames } from './unknown.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

export interface Interpretation {
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  /** As often as the question names them: "is kneading petrissage" names one technique twice. */
  readonly subjectsNamed: number;
  readonly territory: Territory | null;
  /** Every place named, in the question's order. */
  readonly places: readonly Territory[];
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
  /** Conditions that the question asks about. */
  readonly asked: readonly Condition[];
  readonly on: string | null;
  readonly accordingTo: readonly Source[] | null;
  /** Whether it asks for a number: how much, how many, how long. */
  readonly wantsNumber: boolean;
  /** The question with its names taken out, as the patterns of intents read it. */
  readonly said: string;
  /** Words that none but the remarks on the entries named account for. */
  readonly about: readonly string[];
  /** Words that nothing answers to, as they were typed. */
  readonly notUnderstood: readonly string[];
  /** Names that fit several entries of one kind, and places of which several could be meant. */
  readonly ambiguous: readonly { readonly text: string; readonly entries: readonly Entry[] }[];
}

export const isSubject = (entry: Entry): entry is Subject => entry.kind === 'SERVICE' || entry.kind === 'TECHNIQUE' || entry.kind === 'BILLING_CODE';
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
const rolesOf = ({ terms }: Mention): ReadonlySet<Role> => new Set(terms.map(({ entry }) => isSubject(entry) ? 'SUBJECT' : entry.kind));

/** Where words name a subject and a condition, they name the condition if another subject is named: massage in an emergency. */
function roleOf(mention: Mention, hasSubject: boolean): Role | null {
  const roles = rolesOf(mention);
  if (roles.has('PLAN')) return 'PLAN';
  if (roles.has('SUBJECT') && !(hasSubject && roles.has('COVERAGE_CONDITION'))) return 'SUBJECT';
  return (['COVERAGE_CONDITION', 'TERRITORY', 'SOURCE'] as const).find((role) => roles.has(role)) ?? null;
}

/** "In an emergency", "it is not an emergency": the words before tell a fact from a service. */
function isHad({ from }: Mention, words: readonly Word[]): boolean {
  const before = words.slice(Math.max(0, from - 3), from).map(({ stem }) => stem).join(' ');
  return /\b(?:in|during|had|have|has|having|not|no|is|was|by|from)(?: (?:a|an|the|my))?$/.test(before);
}

export function interpret(graph: Graph, question: string, today: string): Interpretation {
  const vocabulary = vocabularyOf(graph);
  const reading = read(wordsOf(question), vocabulary);
  const { words } = reading;
  const accounted = new Set<number>();
  const account = (from: number, to: number): void => { for (let at = from; at < to; at++) accounted.add(at); };
  const day = dayIn(words, today);
  if (day) account(day.at, day.at + 1);
  const counted = countsIn(words, vocabulary);
  for (const { from, to } of counted) account(from, to);
  accountIdioms(words, reading.mentions.some(({ terms }) => terms.some(({ entry }) => entry.kind === 'TERRITORY')) || /^(?:which|what|where)$/.test(words[0]?.stem ?? ''), account);
  const free = { words, mentions: reading.mentions.filter(({ from, to }) => !counted.some((each) => from < each.to && each.from < to)) };
  const { unknown, mentions } = unknownNames(free, (at) => accounted.has(at));
  const sorted = sort(mentions, words, graph);
  const said = symbols(words, sorted.entries, unknown);
  const place = placeOfCare(sorted.places, words, graph);
  const plans = meantPlans(sorted, words);
  const root = broadest(graph);
  const named = unique(sorted.subjects.length > 0 ? sorted.subjects : withinFacts(mentions, words, vocabulary));
  const subjects = named.length > 1 ? named.filter((subject) => subject !== root) : named;
  const asked = unique(sorted.facts.filter(({ holds }) => holds === null).map(({ condition }) => condition));
  const mine = plans.length === 0 ? /\b(?:my|our|his|her|their)(?: \w+){0,2} (?:plan|insurance|policy|coverage|insurer|benefit)\b/.exec(said)?.[0] : undefined;
  const loose = unknown.map(({ text }) => text);
  const about = plans.length + subjects.length > 0 ? describedBy([...subjects, ...plans], loose) : null;
  const intent = intentOf(said, {
    plans: plans.length, subjects: subjects.length === 1 && subjects[0] === root && place.territory === null ? 0 : subjects.length,
    subjectsNamed: sorted.subjects.filter((each) => each !== root || named.length === 1).length, places: sorted.places.length,
    asked: asked.length, asksCost: asked.some(({ topic }) => topic === 'COST_SHARING') || sorted.facts.some(({ condition: { topic } }) => topic === 'COST_SHARING'), isAbout: about !== null && unknown.length > 0,
  });
  const facts = sorted.subjects.length === 0 && intent !== null && DESCRIBED.has(intent) ? [] : sorted.facts;
  const isDescribed = intent !== null && (DESCRIBED.has(intent) || (intent === 'COST' && subjects.length === 0)) && plans.length + subjects.length > 0;
  const without = subjects.length > 1 ? sorted.entries.filter(({ mention, entry }) => isSubject(entry) && /^(?:without|not|no|except|besides)$/.test(words[mention.from - 1]?.stem ?? ''))
    .map(({ mention: { from, to } }) => words.slice(from - 1, to).map(({ text }) => text).join(' ')) : [];
  const passedOver = isDescribed ? sorted.entries.filter(({ entry }) => (entry.kind === 'TERRITORY' || (entry.kind === 'COVERAGE_CONDITION' && facts.length > 0)))
    .map(({ mention: { from, to } }) => words.slice(from, to).map(({ text }) => text).join(' ')) : [];
  const told = isDescribed ? describedBy([...subjects, ...plans], [...loose, ...passedOver]) : null;
  const inferred = subjects.length === 0 && plans.length > 0 && (intent === 'REQUIREMENTS' || intent === 'COVERAGE') && sorted.facts.length > 0 && sorted.places.length === 0
    ? ruledSubjects(plans, sorted.facts.map(({ condition }) => condition)) : [];
  return {
    intent, plans, subjects: intent === 'OPTIONS' ? subjects.filter((subject) => subject !== root) : subjects.length > 0 ? subjects : inferred, subjectsNamed: sorted.subjects.length, said, asked,
    territory: intent === 'PLACE' ? sorted.places[0]?.territory ?? null : place.territory,
    places: sorted.places.map(({ territory }) => territory),
    met: unique(facts.filter(({ holds, condition }) => holds === true && condition.counts === null && condition.topic !== 'COST_SHARING').map(({ condition }) => condition)),
    unmet: unique(facts.filter(({ holds, condition }) => holds === false && condition.counts === null && condition.topic !== 'COST_SHARING').map(({ condition }) => condition)),
    counts: new Map(counted.map(({ condition, count }) => [condition, count])),
    on: day?.on ?? null,
    accordingTo: sorted.sources.length > 0 ? unique(sorted.sources) : null,
    wantsNumber: /\bhow (?:much|many|long|often|far)\b|\b(?:limit|maximum|amount)\b/.test(said),
    about: told ?? [],
    notUnderstood: [...(told !== null && told.length + loose.length + passedOver.length > 0 ? [] : [...loose, ...passedOver]), ...(mine === undefined ? [] : [mine]), ...without,
      ...(intent === 'PLACE' ? [] : place.outside.map(({ from, to }) => words.slice(from, to).map(({ text }) => text).join(' ')))],
    ambiguous: [...sorted.ambiguous, ...(place.several.length > 0 && intent !== 'PLACE' ? [{ text: '', entries: place.several }] : [])],
  };
}

/** Kinds of question that are answered from an entry itself, where a place or a fact can count only if a remark speaks of it. */
const DESCRIBED: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>(['DESCRIBE', 'EFFECTS', 'EVIDENCE', 'ELIGIBILITY', 'INCLUDES', 'LIST_TECHNIQUES', 'LIST_CODES']);

interface Sorted {
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
function sort(mentions: readonly Mention[], words: readonly Word[], graph: Graph): Sorted {
  const root = broadest(graph);
  const sorted: Sorted = { plans: [], subjects: [], places: [], facts: [], sources: [], ambiguous: [], entries: [] };
  const hasSubject = mentions.some((mention) => rolesOf(mention).has('SUBJECT') && !rolesOf(mention).has('COVERAGE_CONDITION') && !mention.terms.every(({ entry }) => entry === root));
  const factWords = new Set(mentions.filter((mention) => roleOf(mention, hasSubject || isHad(mention, words)) === 'COVERAGE_CONDITION').flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  for (const mention of mentions) {
    const role = roleOf(mention, hasSubject || isHad(mention, words));
    if (role === null) continue;
    const near = nearest(mention, (entry) => role === 'SUBJECT' ? isSubject(entry) : entry.kind === role);
    const found = role === 'TERRITORY' ? narrowed(near as Territory[], words, mention) : near;
    const [entry] = found;
    if (entry === undefined) continue;
    sorted.entries.push({ mention, entry });
    if (role === 'COVERAGE_CONDITION') {
      // Words that several conditions share state them all: "stand-alone" is part of no program of either kind.
      for (const { entry: condition, holds } of mention.terms) {
        if (condition.kind === 'COVERAGE_CONDITION') sorted.facts.push(statedBy(mention, condition, holds, words, (at) => factWords.has(at)));
      }
    } else if (found.length > 1) sorted.ambiguous.push({ text: words.slice(mention.from, mention.to).map(({ text }) => text).join(' '), entries: [...found] });
    else if (entry.kind === 'PLAN') sorted.plans.push(entry);
    else if (isSubject(entry)) sorted.subjects.push(entry);
    else if (entry.kind === 'SOURCE') sorted.sources.push(entry);
    else if (entry.kind === 'TERRITORY') sorted.places.push({ mention, territory: entry, inRoute: mentions.some((other) => other !== mention && other.from <= mention.from && other.to >= mention.to) });
  }
  return sorted;
}

const APART = /^(?:and|or|vs|v|versus|than|with|to|nor)$/;
const PASSED_BY = /^(?:not|except|besides|excluding|without)$/;
const ASKS_COVER = /^(?:cover|covered|pay|paid|include|do|doe|does|is|are|will|would|can|why)$/;

/**
 * The plans that the question is about. "TRICARE … Prime" names the programme and then the plan; "only the one, not the
 * other" turns a plan away.
 */
function meantPlans({ entries }: Sorted, words: readonly Word[]): Plan[] {
  const named = entries.flatMap(({ mention, entry }) => entry.kind === 'PLAN' ? [{ mention, plan: entry }] : []);
  const isTurnedAway = (at: number): boolean => {
    for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
      const stem = words[before]?.stem ?? '';
      if (PASSED_BY.test(stem)) return !words.slice(before + 1, at).some((word) => ASKS_COVER.test(word.stem));
      if (ASKS_COVER.test(stem) || words[before]?.afterComma === true) return false;
    }
    return false;
  };
  const kept = named.filter(({ mention }) => !isTurnedAway(mention.from));
  const apart = words.some(({ stem }, at) => /^(?:compare|comparing|comparison|differ|difference|different|better|between|part|within|belong|belongs|included)$/.test(stem) || (APART.test(stem) && named.some(({ mention }) => mention.to === at) && named.some(({ mention }) => mention.from > at)));
  const plans = unique((kept.length > 0 ? kept : named).map(({ plan }) => plan));
  return apart ? plans : plans.filter((plan) => !plans.some((other) => other !== plan && isWithin(other, plan)));
}
const isWithin = (plan: Plan, outer: Plan): boolean => plan.within !== null && (plan.within === outer || isWithin(plan.within, outer));

/** Where no subject is named by itself, one that the words of a fact name: a massage therapist gives massage. */
function withinFacts(mentions: readonly Mention[], words: readonly Word[], vocabulary: Vocabulary): Subject[] {
  return mentions.filter(({ terms }) => terms.some(({ entry }) => entry.kind === 'COVERAGE_CONDITION' && entry.topic === 'PROVIDER')).flatMap(({ from, to }) =>
    read(words.slice(from, to - 1), vocabulary).mentions.flatMap((mention) => nearest(mention, isSubject).filter(isSubject)));
}

/** "The state of Georgia", "Georgia the country". */
function narrowed(places: readonly Territory[], words: readonly Word[], { from, to }: Mention): readonly Territory[] {
  if (places.length < 2) return places;
  const around = [words[from - 2], words[from - 1], words[to], words[to + 1]].map((word) => word?.stem);
  const fits = around.includes('state') ? places.filter(({ partOf }) => partOf.length > 0) : around.includes('country') ? places.filter(({ partOf }) => partOf.length === 0) : [];
  return fits.length > 0 ? fits : places;
}

/** Words that carry no more than grammar in one turn of phrase, and could elsewhere. */
const IDIOMS: readonly RegExp[] = [/^point of service/, /^side by side/, /^how long/, /^how come/];
const IDIOMS_OF_PLACES: readonly RegExp[] = [/^home for/, /^(?:is|as|called|considered) home$/, /^(?:as|is) home/];
function accountIdioms(words: readonly Word[], isOfPlaces: boolean, account: (from: number, to: number) => void): void {
  words.forEach((_, at) => {
    const ahead = words.slice(at, at + 3).map(({ stem }) => stem);
    for (const idiom of [...IDIOMS, ...(isOfPlaces ? IDIOMS_OF_PLACES : [])]) {
      const found = [ahead.join(' '), ahead.slice(0, 2).join(' ')].map((text) => idiom.exec(text)?.[0]).find((text) => text !== undefined);
      if (found !== undefined) account(at, at + found.split(' ').length);
    }
  });
}

const SYMBOLS: Record<Entry['kind'], string> = { PLAN: 'PLAN', SERVICE: 'SERVICE', TECHNIQUE: 'TECHNIQUE', BILLING_CODE: 'CODE', TERRITORY: 'PLACE', COVERAGE_CONDITION: 'FACT', SOURCE: 'SOURCE' };

/** The question as the patterns read it: each name as its kind, each unknown one as NAME. */
function symbols(words: readonly Word[], entries: Sorted['entries'], unknown: readonly { from: number; to: number }[]): string {
  const said: string[] = words.map(({ stem }) => stem);
  const replace = (from: number, to: number, by: string): void => { for (let at = from; at < to; at++) said[at] = at === from ? by : ''; };
  for (const { mention, entry } of entries) replace(mention.from, mention.to, SYMBOLS[entry.kind]);
  for (const { from, to } of unknown) replace(from, to, 'NAME');
  return said.filter((word) => word !== '').join(' ');
}
