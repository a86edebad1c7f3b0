/**
 * Finds the state in which a question asks for plans that are offered there: "which plans offered in Pennsylvania". A
 * state in a question can also be where the care is given, and the words do not always show which one is meant.
 */
import type { Territory } from '../graph/entries.ts';
import { isState } from '../model/counties.ts';
import { isSubject } from './broadest-service.ts';
import { stemText } from './mention.ts';
import { startOfList } from './place-of-care.ts';
import { NEGATIONS } from './stop-words.ts';
import type { PlaceMention, TaggedQuestion } from './tag-mentions.ts';

/** A state in which plans are offered, if a question is read so. */
export interface OfferedState {
  readonly state: Territory;
  /** True if the words say that plans are offered there; false if the state may be where the care is given instead. */
  readonly isStated: boolean;
  /** True if the words say that plans are not offered there, which no answer can take into account. */
  readonly isNegated: boolean;
}

/** "Offered in", "available across", "sold to people in", directly before a place. */
const OFFERED_IN =
  /\b(?:offered|offer|available|sold|sale|sell|marketed|buy|bought|purchase|join|enroll|enrolled)(?: (?:in|to|for|by|people|anyone|resident|member|who|live|living|sale|purchase|from|anywhere|somewhere|me|us))* (?:in|within|throughout|across|inside)(?: (?:the|state|territory|of|all|part))*$/;
const PLAN_NOUN = /\b(?:plan|insurance|policy|policies|coverage|insurer|program|PLAN)\b/;

/** How many words before a place are searched for words that say that plans are offered there. */
const MOST_WORDS_BEFORE = 8;

/** A place of which a question says in words that plans are offered there, or are not. */
export interface StatedOfferPlace {
  readonly place: PlaceMention;
  readonly isNegated: boolean;
}

/**
 * The place of which a question says in words whether plans are offered there; null if there is none, or if it is one of
 * a list of places, of which none is chosen.
 */
export function statedOfferPlace(question: Pick<TaggedQuestion, 'words' | 'tags' | 'places'>): StatedOfferPlace | null {
  const { places, words } = question;
  for (const place of places) {
    if (!isState(place.territory.code) || place.isInRoute || !isOffered(place, question)) continue;
    const { from } = place.mention;
    if (places.some((other) => other !== place && startOfList(other, places, words) === from)) return null;
    const isNegated = words.slice(Math.max(0, from - MOST_WORDS_BEFORE), from).some(({ stem }) => NEGATIONS.has(stem));
    return { place, isNegated };
  }
  return null;
}

/**
 * Whether the words before a place say that plans are offered there. What is offered is named last before the verb: a
 * plan in "plans for massage that are sold in Ohio" cannot be distinguished from the massage, so only the nearest noun counts.
 */
function isOffered({ mention }: PlaceMention, { words, tags }: Pick<TaggedQuestion, 'words' | 'tags'>): boolean {
  const from = Math.max(0, mention.from - MOST_WORDS_BEFORE);
  const offered = OFFERED_IN.exec(stemText(words, from, mention.from));
  if (offered === null) return false;
  const verbAt = mention.from - offered[0].split(' ').length;
  const lastEnd = (fits: (tag: TaggedQuestion['tags'][number]) => boolean): number =>
    Math.max(-1, ...tags.filter((tag) => tag.mention.to <= verbAt && fits(tag)).map((tag) => tag.mention.to));
  const subjectEnd = lastEnd(({ entry }) => isSubject(entry));
  const planEnd = lastEnd(({ entry }) => entry.kind === 'PLAN');
  const nounAt = words.findLastIndex(({ stem }, at) => at < verbAt && PLAN_NOUN.test(stem));
  return Math.max(planEnd, nounAt + 1) > Math.max(subjectEnd, 0);
}
