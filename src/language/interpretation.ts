/** What a question was taken to mean, before anything is derived: entries only, and what could not be understood. */
import type { Condition, Entry, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import { atomsOf } from '../graph/territories.ts';
import { type Stated, dayIn, statedBy } from './facts.ts';
import { type QuestionIntent, intentOf } from './intents.ts';
import { type Mention, type Reading, leftOver, read } from './reading.ts';
import { vocabularyOf } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

export interface Interpretation {
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly territory: Territory | null;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
  /** Conditions that the question asks about. */
  readonly asked: readonly Condition[];
  readonly on: string | null;
  readonly accordingTo: readonly Source[] | null;
  /** Words that nothing answers to, as they were typed. */
  readonly notUnderstood: readonly string[];
  /** Names that fit several entries of one kind. */
  readonly ambiguous: readonly { readonly text: string; readonly entries: readonly Entry[] }[];
}

const isSubject = (entry: Entry): entry is Subject => entry.kind === 'SERVICE' || entry.kind === 'TECHNIQUE' || entry.kind === 'BILLING_CODE';
const uniqueBy = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Of the terms that share their words, those of the lowest rank. */
function bestOf(mention: Mention, fits: (entry: Entry) => boolean): Entry[] {
  const fitting = mention.terms.filter(({ entry }) => fits(entry));
  const rank = Math.min(...fitting.map((term) => term.rank));
  return uniqueBy(fitting.filter((term) => term.rank === rank).map(({ entry }) => entry));
}

/** The broadest service of all: what "care" means where nothing narrower is named. */
export function broadest(graph: Graph): Subject | null {
  let found: { subject: Subject; below: number } | null = null;
  for (const service of graph.services.values()) {
    if (service.links.some(({ kind }) => kind === 'BROADER')) continue;
    const below = service.links.filter(({ kind }) => kind === 'NARROWER').length;
    if (found === null || below > found.below) found = { subject: service, below };
  }
  return found?.subject ?? null;
}

const OUTSIDE = new Set(['outside', 'out']);

export function interpret(graph: Graph, question: string, today: string): Interpretation {
  const reading = read(wordsOf(question), vocabularyOf(graph));
  const { words, mentions } = reading;
  const ambiguous: { text: string; entries: Entry[] }[] = [];
  const root = broadest(graph);
  const hasSubject = mentions.some(({ terms }) => terms.some(({ entry }) => isSubject(entry) && entry !== root) && !terms.some(({ entry }) => entry.kind === 'COVERAGE_CONDITION'));
  const inMention = new Set(mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  const [plans, subjects, places, facts]: [Plan[], Subject[], { mention: Mention; territory: Territory }[], Stated[]] = [[], [], [], []];
  const said = words.map(({ stem }) => stem);
  const accounted = new Set<number>();
  for (const mention of mentions) {
    const kind = kindOf(mention, hasSubject);
    const entries = bestOf(mention, (entry) => kind === 'SUBJECT' ? isSubject(entry) : entry.kind === kind);
    const text = words.slice(mention.from, mention.to).map((word) => word.text).join(' ');
    const [entry, second] = kind === 'TERRITORY' ? narrowed(entries as Territory[], words, mention) : entries;
    if (entry === undefined) continue;
    if (second !== undefined) ambiguous.push({ text, entries });
    else if (entry.kind === 'PLAN') plans.push(entry);
    else if (isSubject(entry)) subjects.push(entry);
    else if (entry.kind === 'TERRITORY') places.push({ mention, territory: entry });
    else if (entry.kind === 'COVERAGE_CONDITION') {
      const holds = mention.terms.find((term) => term.entry === entry)?.holds ?? true;
      facts.push(statedBy(mention, entry, holds, words, (at) => inMention.has(at)));
    }
    said[mention.from] = symbolOf(entry);
    for (let at = mention.from + 1; at < mention.to; at++) said[at] = '';
  }
  const day = dayIn(words, today);
  if (day) accounted.add(day.at);
  const named = uniqueBy(subjects);
  const narrow = named.length > 1 ? named.filter((subject) => subject !== root) : named;
  const { territory, outside } = placeOf(places, words, graph);
  for (const at of outside) accounted.add(at);
  const asked = facts.filter(({ holds }) => holds === null).map(({ condition }) => condition);
  const intent = intentOf(said.filter((word) => word !== '').join(' '), {
    plans: new Set(plans).size, subjects: narrow.length, places: places.length, asked: asked.length, asksCost: asked.some(({ topic }) => topic === 'COST_SHARING'),
  });
  return {
    intent,
    plans: uniqueBy(plans),
    subjects: narrow,
    territory,
    met: uniqueBy(facts.filter(({ holds }) => holds === true).map(({ condition }) => condition)),
    unmet: uniqueBy(facts.filter(({ holds }) => holds === false).map(({ condition }) => condition)),
    counts: new Map(),
    asked: uniqueBy(asked),
    on: day?.on ?? null,
    accordingTo: null,
    notUnderstood: namesLeftOver(reading, accounted),
    ambiguous,
  };
}

/** Where words name a subject and a condition, they name the condition if another subject is named: an emergency abroad, massage in an emergency. */
function kindOf({ terms }: Mention, hasSubject: boolean): 'PLAN' | 'SUBJECT' | 'TERRITORY' | 'COVERAGE_CONDITION' | 'SOURCE' {
  const kinds = new Set(terms.map(({ entry }) => isSubject(entry) ? 'SUBJECT' : entry.kind));
  if (kinds.has('PLAN')) return 'PLAN';
  if (kinds.has('SUBJECT') && !(hasSubject && kinds.has('COVERAGE_CONDITION'))) return 'SUBJECT';
  if (kinds.has('COVERAGE_CONDITION')) return 'COVERAGE_CONDITION';
  return kinds.has('TERRITORY') ? 'TERRITORY' : 'SOURCE';
}

/** "The state of Georgia", "Georgia the country". */
function narrowed(places: readonly Territory[], words: readonly Word[], { from, to }: Mention): readonly Territory[] {
  if (places.length < 2) return places;
  const around = [words[from - 2], words[from - 1], words[to], words[to + 1]].map((word) => word?.stem);
  const fits = around.includes('state') ? places.filter(({ partOf }) => partOf.length > 0) : around.includes('country') ? places.filter(({ partOf }) => partOf.length === 0) : [];
  return fits.length > 0 ? fits : places;
}

const ROUTE = new Set(['from', 'to', 'between', 'leaving', 'and']);
/** Where the care is: outside the country that is home, it is abroad; the ends of a journey are not where it is. */
function placeOf(places: readonly { mention: Mention; territory: Territory }[], words: readonly Word[], graph: Graph): { territory: Territory | null; outside: number[] } {
  const found: { territory: Territory; weight: number }[] = places.map(({ mention, territory }) => {
    let at = mention.from - 1;
    while (words[at]?.stem === 'the' || words[at]?.stem === 'of') at--;
    const before = words[at]?.stem ?? '';
    const isHome = [...graph.defaultHome].every((atom) => territory.atoms.has(atom));
    if (OUTSIDE.has(before) && isHome) return { territory: graph.abroad, weight: 3 };
    return { territory, weight: ROUTE.has(before) ? 0 : /^(in|at|inside|within|through|across|while)$/.test(before) ? 2 : 1 };
  });
  const best = found.reduce<{ territory: Territory; weight: number } | null>((most, each) => most === null || each.weight > most.weight ? each : most, null);
  return { territory: best?.territory ?? null, outside: [] };
}

const symbolOf = (entry: Entry): string => ({ PLAN: 'PLAN', SERVICE: 'SERVICE', TECHNIQUE: 'TECHNIQUE', BILLING_CODE: 'CODE', TERRITORY: 'PLACE', COVERAGE_CONDITION: 'FACT', SOURCE: 'SOURCE' })[entry.kind];

/** Each run of words that nothing answers to, as it was typed. */
function namesLeftOver(reading: Reading, accounted: ReadonlySet<number>): string[] {
  return uniqueBy(leftOver(reading, (at) => accounted.has(at)).map(([from, to]) => reading.words.slice(from, to).map(({ text }) => text).join(' ')));
}

export { atomsOf };
