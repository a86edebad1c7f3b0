/** What a question was taken to mean, before anything is derived: entries only, and what could not be understood. */
import type { CountyAsked } from '../graph/areas.ts';
import type { Condition, Entry, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import { countyIn } from './county.ts';
import { countsIn, dayIn } from './extract-facts.ts';
import { consumeIdioms, symbols } from './idioms.ts';
import { type QuestionIntent, classifyIntent } from './classify-intent.ts';
import { resolvePlans } from './resolve-plans.ts';
import { placeOfCare } from './place-of-care.ts';
import { chunkMentions } from './chunk-mentions.ts';
import { countyText } from './county-text.ts';
import { describedBy } from './remark-terms.ts';
import { inferSubjects } from './infer-subject.ts';
import { broadest, isSubject, tagMentions, subjectsFromProviders } from './tag-mentions.ts';
import { unknownNames } from './unknown-names.ts';
import { nameIndexOf } from './name-index.ts';
import { tokenize } from './tokenizer.ts';

export interface Interpretation {
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  /** As often as the question names them: "is kneading petrissage" names one technique twice. */
  readonly subjectsNamed: number;
  readonly territory: Territory | null;
  /** The county in which plans are asked about. */
  readonly county: CountyAsked | null;
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
  readonly ambiguous: readonly {
    readonly text: string;
    readonly entries: readonly Entry[];
    readonly isCounty?: true;
  }[];
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

export function interpret(graph: Graph, question: string, today: string): Interpretation {
  const vocabulary = nameIndexOf(graph);
  const place = countyIn(tokenize(question), graph);
  const reading = chunkMentions(place.words, vocabulary);
  const { words } = reading;
  const accounted = new Set<number>();
  const account = (from: number, to: number): void => {
    for (let at = from; at < to; at++) accounted.add(at);
  };
  const day = dayIn(words, today);
  if (day) account(day.at, day.at + 1);
  const counted = countsIn(words, vocabulary);
  for (const { from, to } of counted) account(from, to);
  consumeIdioms(
    words,
    reading.mentions.some(({ terms }) => terms.some(({ entry }) => entry.kind === 'TERRITORY')) ||
      /^(?:which|what|where)$/.test(words[0]?.stem ?? ''),
    account,
  );
  const free = {
    words,
    mentions: reading.mentions.filter(({ from, to }) => !counted.some((each) => from < each.to && each.from < to)),
  };
  const { unknown, mentions } = unknownNames(free, (at) => accounted.has(at));
  const sorted = tagMentions(mentions, words, graph);
  const said = symbols(words, sorted.entries, unknown);
  const care = placeOfCare(sorted.places, words, graph);
  const plans = resolvePlans(sorted, words);
  const root = broadest(graph);
  const named = unique(
    sorted.subjects.length > 0 ? sorted.subjects : subjectsFromProviders(mentions, words, vocabulary),
  );
  const subjects = named.length > 1 ? named.filter((subject) => subject !== root) : named;
  const asked = unique(sorted.facts.filter(({ holds }) => holds === null).map(({ condition }) => condition));
  const mine =
    plans.length === 0
      ? /\b(?:my|our|his|her|their)(?: \w+){0,2} (?:plan|insurance|policy|coverage|insurer|benefit)\b/.exec(said)?.[0]
      : undefined;
  const loose = unknown.map(({ text }) => text);
  const about = plans.length + subjects.length > 0 ? describedBy([...subjects, ...plans], loose) : null;
  const asks = classifyIntent(said, {
    plans: plans.length,
    subjects: subjects.length === 1 && subjects[0] === root && care.territory === null ? 0 : subjects.length,
    subjectsNamed: sorted.subjects.filter((each) => each !== root || named.length === 1).length,
    places: sorted.places.length,
    asked: asked.length,
    asksCost:
      asked.some(({ topic }) => topic === 'COST_SHARING') ||
      sorted.facts.some(({ condition: { topic } }) => topic === 'COST_SHARING'),
    isAbout: about !== null && unknown.length > 0,
  });
  const intent =
    place.county !== null && isListOfPlans(asks, said, plans.length, subjects.length) ? 'LIST_PLANS' : asks;
  const facts = sorted.subjects.length === 0 && intent !== null && DESCRIBED.has(intent) ? [] : sorted.facts;
  const isDescribed =
    intent !== null &&
    (DESCRIBED.has(intent) || (intent === 'COST' && subjects.length === 0)) &&
    plans.length + subjects.length > 0;
  const without =
    subjects.length > 1
      ? sorted.entries
          .filter(
            ({ mention, entry }) =>
              isSubject(entry) && /^(?:without|not|no|except|besides)$/.test(words[mention.from - 1]?.stem ?? ''),
          )
          .map(({ mention: { from, to } }) =>
            words
              .slice(from - 1, to)
              .map(({ text }) => text)
              .join(' '),
          )
      : [];
  const passedOver = isDescribed
    ? sorted.entries
        .filter(({ entry }) => entry.kind === 'TERRITORY' || (entry.kind === 'COVERAGE_CONDITION' && facts.length > 0))
        .map(({ mention: { from, to } }) =>
          words
            .slice(from, to)
            .map(({ text }) => text)
            .join(' '),
        )
    : [];
  const told = isDescribed ? describedBy([...subjects, ...plans], [...loose, ...passedOver]) : null;
  const inferred =
    subjects.length === 0 &&
    plans.length > 0 &&
    (intent === 'REQUIREMENTS' || intent === 'COVERAGE') &&
    sorted.facts.length > 0 &&
    sorted.places.length === 0
      ? inferSubjects(
          plans,
          sorted.facts.map(({ condition }) => condition),
        )
      : [];
  return {
    intent,
    plans,
    subjects:
      intent === 'OPTIONS' ? subjects.filter((subject) => subject !== root) : subjects.length > 0 ? subjects : inferred,
    subjectsNamed: sorted.subjects.length,
    said,
    asked,
    territory: intent === 'PLACE' ? (sorted.places[0]?.territory ?? null) : care.territory,
    county: place.county,
    places: sorted.places.map(({ territory }) => territory),
    met: unique(
      facts
        .filter(
          ({ holds, condition }) => holds === true && condition.counts === null && condition.topic !== 'COST_SHARING',
        )
        .map(({ condition }) => condition),
    ),
    unmet: unique(
      facts
        .filter(
          ({ holds, condition }) => holds === false && condition.counts === null && condition.topic !== 'COST_SHARING',
        )
        .map(({ condition }) => condition),
    ),
    counts: new Map(counted.map(({ condition, count }) => [condition, count])),
    on: day?.on ?? null,
    accordingTo: sorted.sources.length > 0 ? unique(sorted.sources) : null,
    wantsNumber: /\bhow (?:much|many|long|often|far)\b|\b(?:limit|maximum|amount)\b/.test(said),
    about: told ?? [],
    notUnderstood: [
      ...(place.unknown === null ? [] : [place.unknown]),
      ...(place.county !== null && (intent === null || !OFFERED.has(intent)) ? [countyText(place.county)] : []),
      ...(told !== null && told.length + loose.length + passedOver.length > 0 ? [] : [...loose, ...passedOver]),
      ...(mine === undefined ? [] : [mine]),
      ...without,
      ...(intent === 'PLACE'
        ? []
        : care.outside.map(({ from, to }) =>
            words
              .slice(from, to)
              .map(({ text }) => text)
              .join(' '),
          )),
    ],
    ambiguous: [
      ...(place.several ? [{ ...place.several, isCounty: true as const }] : []),
      ...sorted.ambiguous,
      ...(care.several.length > 0 && intent !== 'PLACE' ? [{ text: '', entries: care.several }] : []),
    ],
  };
}

/** Kinds of question in which it counts whether a plan is offered somewhere; in any other a county would be passed over. */
const OFFERED: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>([
  'LIST_PLANS',
  'COVERAGE',
  'REQUIREMENTS',
  'COST',
]);

/** "Medicare Advantage plans in Allegheny County" asks for plans, as does "who covers massage in Allegheny County". */
function isListOfPlans(intent: QuestionIntent | null, said: string, plans: number, subjects: number): boolean {
  if (plans > 1 || subjects > 1) return false;
  if (plans === 0 && subjects > 0) return intent === null || OFFERED.has(intent) || intent === 'DESCRIBE';
  return (
    subjects === 0 && /\b(?:plan|insurance|coverage|PLAN)\b/.test(said) && intent !== 'COMPARE' && intent !== 'EXPLAIN'
  );
}

/** Kinds of question that are answered from an entry itself, where a place or a fact can count only if a remark speaks of it. */
const DESCRIBED: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>([
  'DESCRIBE',
  'EFFECTS',
  'EVIDENCE',
  'ELIGIBILITY',
  'INCLUDES',
  'LIST_TECHNIQUES',
  'LIST_CODES',
]);
