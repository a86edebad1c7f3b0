/** Pipeline step 8: collects all that an answer needs into an interpretation, and all that could not be understood. */
import type { CountyPlace } from '../graph/area-index.ts';
import type { Condition, Entry, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import type { BillingDetail } from './billing-details.ts';
import { isSubject } from './broadest-service.ts';
import { type ClassifiedQuestion, COUNTY_INTENTS, type QuestionIntent } from './classify-intent.ts';
import { type CountySearchResult, countyText } from './county.ts';
import type { DaySearchResult } from './days.ts';
import type { StatedFact } from './extract-facts.ts';
import { type Mention, rangeText } from './mention.ts';
import type { OfferedState } from './offered-state.ts';
import { remarkTermsFor } from './remark-terms.ts';
import type { AmbiguousName } from './tag-mentions.ts';

/** What a question means: entries of the graph, facts of the case, and what was not understood. */
export interface Interpretation {
  /** What the question asks for; null if that was not understood. */
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  /** The territory where the care is given or, if the intent is PLACE, the territory that the question asks about. */
  readonly territory: Territory | null;
  /** The county in which plans are asked about. */
  readonly county: CountyPlace | null;
  /** The state in which plans are asked about. If that is not stated, the state may be where the care is given too. */
  readonly offeredState: OfferedState | null;
  /** Every place that the question names, in its order. */
  readonly places: readonly Territory[];
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
  /** Conditions that the question asks about rather than states. */
  readonly conditionsAsked: readonly Condition[];
  /** The day of the care as YYYY-MM-DD; null if the question names neither a day nor a year. */
  readonly day: string | null;
  /** What is written as a day and is not in the calendar; null if there is none. */
  readonly invalidDay: string | null;
  /** The only sources to use; null for all. */
  readonly accordingTo: readonly Source[] | null;
  /** Whether the question asks for a number: how much, how many, how long. */
  readonly asksForNumber: boolean;
  /** The question with its names replaced by their kinds: "doe PLAN cover SERVICE". */
  readonly patternText: string;
  /** Stems that an answer from remarks must contain, because nothing else in the question uses them. */
  readonly remarkTerms: readonly string[];
  /** Parts of the question that were not understood, as they were typed. */
  readonly notUnderstood: readonly string[];
  /** Words that were not understood and can change nothing that is meant, as they were typed. */
  readonly setAside: readonly string[];
  /** Words that were taken for misspellings, and what each was read as. */
  readonly respellings: readonly Respelling[];
  readonly ambiguous: readonly AmbiguousText[];
  /** Units, modifiers and the like, next to a billing code. */
  readonly billingDetails: readonly BillingDetail[];
  /** What was taken from the question before; null if there is none, or nothing was. */
  readonly takenOver: TakenOver | null;
}

/** What a question took from the one before it, as entries and texts to name in the answer. */
export interface TakenOver {
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly territory: Territory | null;
  readonly offerText: string | null;
  readonly day: string | null;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
}

/** A misspelled word as it was typed, and the stem of the word that it was read as. */
export interface Respelling {
  readonly typed: string;
  readonly read: string;
}

/** A part of a question that fits several entries. Its text is empty if it lists possible places of care. */
export interface AmbiguousText extends AmbiguousName {
  /** Set if the text names a county; the entries are then the states that have one of that name. */
  readonly isCounty?: true;
  /** Of a county: the names that it and an independent city of its name go by, if either could be meant. */
  readonly choices?: readonly string[];
}

/** Collects the interpretation of a question. */
export function fillSlots(
  question: ClassifiedQuestion,
  county: CountySearchResult,
  { day, invalidDay }: Pick<DaySearchResult, 'day' | 'invalidDay'>,
): Interpretation {
  const { intent, placeOfCare, places, sources, patternText } = question;
  const facts = factsOfCase(question);
  const remarks = termsForRemarks(question, facts);
  return {
    intent,
    plans: question.plans,
    subjects: subjectsToAnswer(question),
    territory: intent === 'PLACE' ? (places[0]?.territory ?? null) : placeOfCare.territory,
    county: county.county,
    offeredState: question.offeredState,
    places: places.map(({ territory }) => territory),
    met: conditionsThat(true, facts),
    unmet: conditionsThat(false, facts),
    counts: new Map(question.counts.map(({ condition, count }) => [condition, count])),
    conditionsAsked: conditionsAskedIn(question),
    day: day ?? question.year?.day ?? null,
    invalidDay,
    accordingTo: sources.length > 0 ? [...new Set(sources)] : null,
    asksForNumber: /\bhow (?:much|many|long|often|far)\b|\b(?:limit|maximum|amount|cap|ceiling)\b/.test(patternText),
    patternText,
    remarkTerms: remarks.terms,
    setAside: remarks.setAside,
    respellings: question.words.flatMap(({ text, stem, isRespelled }) =>
      isRespelled === true ? [{ typed: text, read: stem }] : [],
    ),
    notUnderstood: [
      ...(invalidDay === null ? [] : [invalidDay]),
      ...countyNotUnderstood(county, intent),
      ...offeredStateNotUnderstood(question),
      ...remarks.unusedTexts,
      ...unnamedPlan(question),
      ...onlyExcludedPlans(question),
      ...excludedSubjects(question),
      ...(intent === 'PLACE' ? [] : placeOfCare.excludedPlaces.map((range) => rangeText(question.words, range))),
    ],
    ambiguous: ambiguousTexts(question, county),
    billingDetails: question.billingDetails,
    takenOver: null,
  };
}

/** Intents that are answered from an entry itself. A place or a fact matters for them only if a remark mentions it. */
const DESCRIPTION_INTENTS: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>([
  'DESCRIBE',
  'EFFECTS',
  'EVIDENCE',
  'ELIGIBILITY',
  'INCLUDES',
  'LIST_TECHNIQUES',
  'LIST_CODES',
]);

const isDescriptionIntent = (intent: QuestionIntent | null): boolean =>
  intent !== null && DESCRIPTION_INTENTS.has(intent);

/** The facts of the case. A question for a description that names no subject states none. */
function factsOfCase({ intent, facts, subjectMentions }: ClassifiedQuestion): readonly StatedFact[] {
  return subjectMentions.length === 0 && isDescriptionIntent(intent) ? [] : facts;
}

/** The conditions that a question asks about; if it asks what something is and names nothing else, all that it names. */
function conditionsAskedIn({
  intent,
  plans,
  subjects,
  facts,
  conditionsAsked,
}: ClassifiedQuestion): readonly Condition[] {
  const isDescription = intent === 'DESCRIBE' && plans.length + subjects.length === 0;
  return isDescription ? [...new Set(facts.map(({ condition }) => condition))] : conditionsAsked;
}

/** The conditions that facts say are met, or unmet, each once. Counts and cost sharing are not facts of this kind. */
function conditionsThat(holds: boolean, facts: readonly StatedFact[]): Condition[] {
  const stated = facts.filter((fact) => fact.holds === holds).map(({ condition }) => condition);
  return [...new Set(stated.filter(({ counts, topic }) => counts === null && topic !== 'COST_SHARING'))];
}

/** How the words that are not understood are used. */
interface UnknownWords {
  /** Terms that a remark must contain. */
  readonly terms: readonly string[];
  /** Texts that were not understood. */
  readonly unusedTexts: readonly string[];
  /** Texts that the question is answered without. */
  readonly setAside: readonly string[];
}

/**
 * If the question is answered from remarks, unknown names and names that do not matter otherwise are looked for in them: all of
 * them, or else those that cannot be set aside.
 */
function termsForRemarks(question: ClassifiedQuestion, facts: readonly StatedFact[]): UnknownWords {
  const textsThat = (isIrrelevant: boolean): string[] =>
    question.unknownNames.filter((name) => name.isIrrelevant === isIrrelevant).map(({ text }) => text);
  const needed = textsThat(false);
  const setAside = textsThat(true);
  if (!isAnsweredFromRemarks(question)) return { terms: [], unusedTexts: needed, setAside };
  const isUnused = (entry: Entry): boolean =>
    entry.kind === 'TERRITORY' || (entry.kind === 'COVERAGE_CONDITION' && facts.length > 0);
  const unusedNames = question.tags
    .filter(({ entry }) => isUnused(entry))
    .map(({ mention }) => rangeText(question.words, mention));
  const entries = [...question.subjects, ...question.plans];
  const allTerms = remarkTermsFor(entries, [...needed, ...setAside, ...unusedNames]);
  if (allTerms !== null) return { terms: allTerms, unusedTexts: [], setAside: [] };
  const terms = remarkTermsFor(entries, [...needed, ...unusedNames]);
  return terms === null
    ? { terms: [], unusedTexts: [...needed, ...unusedNames], setAside }
    : { terms, unusedTexts: [], setAside };
}

function isAnsweredFromRemarks({ intent, plans, subjects }: ClassifiedQuestion): boolean {
  if (plans.length + subjects.length === 0) return false;
  return isDescriptionIntent(intent) || (intent === 'COST' && subjects.length === 0);
}

/** The subjects to answer about. If none is named, a requirement that the question names may imply one. */
function subjectsToAnswer(question: ClassifiedQuestion): readonly Subject[] {
  const { intent, subjects, broadestService } = question;
  if (intent === 'OPTIONS') return subjects.filter((subject) => subject !== broadestService);
  return subjects.length > 0 ? subjects : impliedSubjects(question);
}

/** The subject that the named conditions imply for the named plans: "does X need a referral" names no service. */
function impliedSubjects({ intent, plans, facts, places }: ClassifiedQuestion): Subject[] {
  if (intent !== 'REQUIREMENTS' && intent !== 'COVERAGE') return [];
  if (places.length > 0) return [];
  const conditions = facts
    .filter(({ condition, holds }) => holds !== true || condition.topic !== 'PROGRAM')
    .map(({ condition }) => condition);
  const subjects = new Set(plans.flatMap((plan) => subjectsCoveredUnder(plan, conditions)));
  return subjects.size === 1 ? [...subjects] : [];
}

/** The subjects of all rules with one of the conditions that grant coverage under a plan, its own or inherited. */
function subjectsCoveredUnder(plan: Plan, conditions: readonly Condition[]): Subject[] {
  const plansWithRules = withGrantingPlans(plan);
  return conditions
    .flatMap(({ rules }) => rules)
    .filter((rule) => plansWithRules.has(rule.plan) && rule.effect === 'COVERED')
    .map(({ subject }) => subject);
}

/** A plan and, directly or through others, the plans whose rules it takes. */
function withGrantingPlans(plan: Plan): ReadonlySet<Plan> {
  const plans = new Set([plan]);
  // A set yields members that are added while it is iterated.
  for (const member of plans) for (const { plan: granting } of member.takesRulesFrom) plans.add(granting);
  return plans;
}

/** A county that is unknown, or that the answer could not take into account. */
function countyNotUnderstood({ county, unknownCounty }: CountySearchResult, intent: QuestionIntent | null): string[] {
  const isUnused = county !== null && (intent === null || !COUNTY_INTENTS.has(intent));
  return [...(unknownCounty === null ? [] : [unknownCounty]), ...(isUnused ? [countyText(county)] : [])];
}

/** A state in which plans are said to be offered, if the answer could not take it into account. */
function offeredStateNotUnderstood({ offeredState, intent }: ClassifiedQuestion): string[] {
  if (offeredState?.isNegated === true) return [`not offered in ${offeredState.state.name}`];
  const isUnused = offeredState?.isStated === true && (intent === null || !COUNTY_INTENTS.has(intent));
  return isUnused ? [offeredState.state.name] : [];
}

/** "My plan", if the question names no plan. */
function unnamedPlan({ plans, patternText }: ClassifiedQuestion): string[] {
  if (plans.length > 0) return [];
  const text = /\b(?:my|our|his|her|their)(?: \w+){0,2} (?:plan|insurance|policy|coverage|insurer|benefit)\b/.exec(
    patternText,
  )?.[0];
  return text === undefined ? [] : [text];
}

/** Plans that the question only says it is without. No answer can take that into account: "massage without TRICARE". */
function onlyExcludedPlans({ tags, words }: ClassifiedQuestion): string[] {
  const plans = tags.filter(({ entry }) => entry.kind === 'PLAN').map(({ mention }) => mention);
  const isExcluded = ({ from }: Mention): boolean =>
    /^(?:without|except|besides|excluding)$/.test(words[from - 1]?.stem ?? '');
  return plans.every(isExcluded) ? plans.map(({ from, to }) => rangeText(words, { from: from - 1, to })) : [];
}

/** Subjects that the question excludes, as in "massage without acupuncture". No answer can take that into account. */
function excludedSubjects({ subjects, tags, words }: ClassifiedQuestion): string[] {
  if (subjects.length < 2) return [];
  return tags
    .filter(
      ({ mention, entry }) =>
        isSubject(entry) && /^(?:without|not|no|except|besides)$/.test(words[mention.from - 1]?.stem ?? ''),
    )
    .map(({ mention: { from, to } }) => rangeText(words, { from: from - 1, to }));
}

function ambiguousTexts(question: ClassifiedQuestion, { ambiguousCounty }: CountySearchResult): AmbiguousText[] {
  const { candidates } = question.placeOfCare;
  const hasSeveralPlaces = candidates.length > 0 && question.intent !== 'PLACE';
  return [
    ...(ambiguousCounty
      ? [
          {
            text: ambiguousCounty.text,
            entries: ambiguousCounty.states,
            isCounty: true as const,
            choices: ambiguousCounty.choices,
          },
        ]
      : []),
    ...question.ambiguousNames,
    ...(hasSeveralPlaces ? [{ text: '', entries: candidates }] : []),
  ];
}
