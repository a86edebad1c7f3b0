/** Pipeline step 6: decides which plans, subjects and place a question is about. */
import type { Condition, Plan, Subject, Territory } from '../graph/entries.ts';
import { broadestService, isSubject } from './broadest-service.ts';
import { entityMentions } from './entity-mentions.ts';
import type { NameIndex } from './name-index.ts';
import { type PlaceOfCare, placeOfCare } from './place-of-care.ts';
import { isState } from '../model/counties.ts';
import { type OfferedState, type StatedOfferPlace, statedOfferPlace } from './offered-state.ts';
import { remarkTermsFor } from './remark-terms.ts';
import { resolvePlans } from './resolve-plans.ts';
import { entriesOfLowestRank, type TaggedQuestion } from './tag-mentions.ts';
import { keyOf } from './tokenizer.ts';

/** A question whose plans, subjects and place of care are decided. */
export interface ResolvedQuestion extends TaggedQuestion {
  readonly plans: readonly Plan[];
  /** Each subject once, without the broadest service if another subject is named. */
  readonly subjects: readonly Subject[];
  /**
   * The broadest service of the graph: what "care" means if nothing narrower is named. Null if the graph has no
   * service.
   */
  readonly broadestService: Subject | null;
  readonly placeOfCare: PlaceOfCare;
  /** The state in which the question says, or may say, that plans are offered; null if it names no such place. */
  readonly offeredState: OfferedState | null;
  /** Conditions that the question asks about rather than states, each once. */
  readonly conditionsAsked: readonly Condition[];
  /** Whether there are unknown names, and a single remark on a plan or subject named contains all of them. */
  readonly isAboutRemark: boolean;
}

/** Decides what a question is about. */
export function resolveEntities(question: TaggedQuestion, index: NameIndex): ResolvedQuestion {
  const { words, subjectMentions, places, facts, unknownNames } = question;
  const { graph } = index;
  const broadest = broadestService(graph);
  const named = resolvePlans(question);
  const plans = named.length > 0 ? named : plansOfConditions(question, index);
  const namedSubjects = new Set(subjectMentions.length > 0 ? subjectMentions : subjectsOfProviders(question, index));
  const subjects = [...namedSubjects].filter((subject) => namedSubjects.size === 1 || subject !== broadest);
  const stated = statedOfferPlace(question);
  const placesOfCare = places.filter((place) => place !== stated?.place);
  const ofCare = placeOfCare(placesOfCare, words, graph);
  const asked = facts.filter(({ holds }) => holds === null).map(({ condition }) => condition);
  const unknownTexts = unknownNames.map(({ text }) => text);
  return Object.assign({}, question, {
    plans,
    subjects,
    broadestService: broadest,
    placeOfCare: ofCare,
    offeredState: offeredStateOf(stated, ofCare.territory),
    conditionsAsked: [...new Set(asked)],
    isAboutRemark: unknownTexts.length > 0 && remarkTermsFor([...subjects, ...plans], unknownTexts) !== null,
  });
}

/** The state of which the question says that plans are offered there, or else the state that is the place of care. */
function offeredStateOf(stated: StatedOfferPlace | null, placeOfCare: Territory | null): OfferedState | null {
  if (stated !== null) return { state: stated.place.territory, isStated: true, isNegated: stated.isNegated };
  if (placeOfCare === null || !isState(placeOfCare.code)) return null;
  return { state: placeOfCare, isStated: false, isNegated: false };
}

/**
 * Plans that the words for a condition begin with, for a question that names none elsewhere: "VA community care" names the
 * VA's health care.
 */
function plansOfConditions({ words, mentions }: TaggedQuestion, { names }: NameIndex): Plan[] {
  const conditions = mentions.filter((mention) =>
    mention.names.some(({ entry }) => entry.kind === 'COVERAGE_CONDITION'),
  );
  const plans = conditions.flatMap(({ from, to }) => {
    for (let end = to - 1; end > from; end--) {
      const key = keyOf(words.slice(from, end).map(({ stem }) => stem));
      const found = (names.get(key) ?? []).flatMap(({ entry }) => (entry.kind === 'PLAN' ? [entry] : []));
      if (found.length > 0) return found;
    }
    return [];
  });
  return [...new Set(plans)];
}

/**
 * Subjects named within the words for a provider, for a question that names none elsewhere: a massage therapist gives
 * massage. The last word, which is the provider's profession, is left out.
 */
function subjectsOfProviders({ words, mentions }: TaggedQuestion, index: NameIndex): Subject[] {
  return mentions
    .filter(({ names }) => names.some(({ entry }) => entry.kind === 'COVERAGE_CONDITION' && entry.topic === 'PROVIDER'))
    .flatMap(({ from, to }) => entityMentions(words.slice(from, to - 1), index))
    .flatMap((mention) => entriesOfLowestRank(mention, isSubject).filter(isSubject));
}
