/**
 * Decides whether a question can be answered without some of its words: whether they can change neither the plan, the subject,
 * the place and the day that are meant nor a fact of the case. Words that cannot be told from a part of a name are not set
 * aside; then nothing is derived.
 */
import { followsPastEvent } from './counts-and-dates.ts';
import type { Mention, WordRange } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import type { Token } from './tokenizer.ts';
import { classOfWord, type WordClass } from './word-classes.ts';

/** What the words of a question are, next to those that are not understood. */
export interface SetAsideContext {
  readonly words: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Whether a capital letter within a sentence shows a name in this question. */
  readonly capitalsMarkNames: boolean;
  readonly index: NameIndex;
}

const WHO_IS_IN_PLAN =
  /^(?:retiree|dependent|spouse|wife|husband|son|daughter|kid|child|children|veteran|vet|mom|dad)$/;

type MentionKind = 'PLAN' | 'SUBJECT' | 'PLACE' | 'FACT' | 'SOURCE';

/** Words that are not understood, with what stands around them. */
interface Surroundings extends SetAsideContext {
  readonly range: WordRange;
  /** The classes of the words. */
  readonly classes: readonly WordClass[];
  readonly first: WordClass;
  readonly last: WordClass;
  /** The kind of the name directly before, without a comma between. */
  readonly nameBefore: MentionKind | null;
  readonly nameAfter: MentionKind | null;
  /** The stems of the two words before and of the two after; empty where there is none. */
  readonly before: string;
  readonly earlier: string;
  readonly after: string;
  readonly namesPlan: boolean;
  readonly namesSubject: boolean;
}

const DETERMINER = /^(?:a|an|the|my|your|his|her|our|their|this|that|these|those|me|us|it|some|any)$/;
const AUXILIARY = /^(?:do|doe|does|did|will|would|can|could|should|may|might|must)$/;
const COVERING =
  /^(?:cover|covers|covered|covering|pay|pays|paid|reimburse|include|offer|provide|approve|accept|require|allow)$/;
/** Nouns that make a plan or an insurer of the word before. */
const PLAN_NOUN =
  /^(?:plan|insurance|insurer|hmo|ppo|pos|epo|hdhp|health|healthcare|coverage|policy|policie|network|card|program|programme|benefit|advantage|supplement|waiver|option|choice|group|company|carrier|member)$/;
/** Words before a number or a word that make it the name of a plan or a code. */
const NUMBERED = /^(?:plan|part|letter|code|cpt|hcpc|option|group|tier|number|modifier|title|section|class)$/;
const CONJUNCTION = /^(?:and|or|nor|versus|vs|plus)$/;
const EXCEPTION = /^(?:except|besides|excluding|than|but)$/;
const NEGATION = /^(?:not|no|never|without|neither|nor|non)$/;
/** Prepositions after which a plan, an insurer or a place can stand. */
const BEFORE_NAME = /^(?:under|through|via|from|on|in|near|visiting|outside|within|into|inside|around|across|by|like)$/;
const BEFORE_PLAN = /^(?:with|have|has|had|having|got|get|use|using|called|named)$/;
const MOTION =
  /^(?:go|going|goe|went|travel|traveling|travelling|trip|move|moved|moving|fly|flying|drive|driving|sail|cruise|back)$/;
/** Words before a verb: "to fix", "i pulled". */
const BEFORE_VERB = /^(?:to|i|we|you|they|he|she|please|and|who|just|also)$/;

const KINDS: Readonly<Record<string, MentionKind>> = {
  PLAN: 'PLAN',
  SERVICE: 'SUBJECT',
  TECHNIQUE: 'SUBJECT',
  BILLING_CODE: 'SUBJECT',
  TERRITORY: 'PLACE',
  COVERAGE_CONDITION: 'FACT',
  SOURCE: 'SOURCE',
};

const kindOf = (mention: Mention | undefined): MentionKind | null =>
  mention === undefined ? null : (KINDS[mention.names[0]?.entry.kind ?? ''] ?? null);

/** Whether words that are not understood can be set aside. */
export function canBeSetAside(context: SetAsideContext, range: WordRange): boolean {
  const around = surroundingsOf(context, range);
  return (
    !around.classes.some((each) => each === 'UNKNOWN' || each === 'DOUBTFUL') &&
    !isDateOfCare(around) &&
    !isCapitalizedName(around) &&
    !isInNameOfData(around) &&
    !isPartOfName(around) &&
    !isListedWithName(around) &&
    !standsForName(around) &&
    !isWhoGivesCare(around) &&
    (around.namesSubject || around.classes.every((each) => SAFE_WITHOUT_SUBJECT.has(each)))
  );
}

/** Classes of words that cannot be the service that is asked about. */
const SAFE_WITHOUT_SUBJECT: ReadonlySet<WordClass> = new Set(['PERSON', 'TIME', 'MANNER', 'SETTING', 'NUMBER', 'DATE']);

function surroundingsOf(context: SetAsideContext, range: WordRange): Surroundings {
  const { words, mentions } = context;
  const { from, to } = range;
  const classes = words.slice(from, to).map(classOfWord);
  const kinds = mentions.map(kindOf);
  const startsClause = words[from]?.afterComma === true;
  const endsClause = words[to]?.afterComma === true;
  return {
    ...context,
    range,
    classes,
    first: classes[0] ?? 'UNKNOWN',
    last: classes.at(-1) ?? 'UNKNOWN',
    nameBefore: startsClause ? null : kindOf(mentions.find((mention) => mention.to === from)),
    nameAfter: endsClause ? null : kindOf(mentions.find((mention) => mention.from === to)),
    before: startsClause ? '' : (words[from - 1]?.stem ?? ''),
    earlier: words[from - 2]?.stem ?? '',
    after: endsClause ? '' : (words[to]?.stem ?? ''),
    namesPlan: kinds.includes('PLAN'),
    namesSubject: kinds.includes('SUBJECT'),
  };
}

/** Whether the words hold a month, a year or numbers of a date that may be the time of the care, and was not read as a day. */
function isDateOfCare({ words, range, classes }: Surroundings): boolean {
  const isJoinedNumber = (at: number): boolean =>
    [at, at + 1].some((second) => words[second]?.isJoined === true && /^\d+$/.test(words[second].text));
  return classes.some(
    (each, index) =>
      (each === 'DATE' && !followsPastEvent(words, range.from + index)) ||
      (each === 'NUMBER' && isJoinedNumber(range.from + index)),
  );
}

/** Whether one of the words, which is of no class of its own, occurs in a name of the data and may be meant as that. */
function isInNameOfData({ words, range, classes, index }: Surroundings): boolean {
  const isNamed = ({ stem }: Token): boolean =>
    (index.words.get(stem) ?? []).some(({ name }) => name.entry.kind !== 'SOURCE' && name.entry.kind !== 'TERRITORY');
  return words.slice(range.from, range.to).some((word, at) => classes[at] === 'ENGLISH' && isNamed(word));
}

/** Whether one of the words is capitalized as a name is. */
function isCapitalizedName({ words, range, classes, capitalsMarkNames }: Surroundings): boolean {
  return words.slice(range.from, range.to).some((word, index) => {
    const isOther = classes[index] === 'ENGLISH';
    const isWithinClause = range.from + index > 0 && !word.afterComma;
    return isOther && word.isCapital && isWithinClause && capitalsMarkNames;
  });
}

/** Whether the words can belong to the name before or after them: "Medicare Gold", "massage chair", "original Medicare". */
function isPartOfName(around: Surroundings): boolean {
  return isPartOfNameBefore(around) || isPartOfNameAfter(around);
}

function isPartOfNameBefore(around: Surroundings): boolean {
  const { nameBefore, nameAfter, first, words, range, mentions, after } = around;
  if (nameBefore === null) return false;
  if (first === 'ENGLISH') {
    const mention = mentions.find(({ to }) => to === range.from);
    const isVerb = AUXILIARY.test(words[(mention?.from ?? 0) - 1]?.stem ?? '') && DETERMINER.test(after);
    return !(nameBefore === 'PLAN' && isVerb);
  }
  if (nameBefore !== 'PLAN' || isWhoIsInPlan(around)) return false;
  return first !== 'TIME' && nameAfter !== 'SUBJECT';
}

/** Whether the word says who is in the plan named before: "TRICARE Prime retiree". "TRICARE Retired" could be another plan. */
function isWhoIsInPlan({ words, range }: Surroundings): boolean {
  return words.slice(range.from, range.to).every(({ stem }) => WHO_IS_IN_PLAN.test(stem));
}

function isPartOfNameAfter({ nameAfter, last, before, words, range }: Surroundings): boolean {
  if (nameAfter === null) return false;
  if (last === 'ENGLISH') return nameAfter === 'FACT' || !BEFORE_VERB.test(before);
  if (nameAfter !== 'PLAN' || last === 'TIME') return false;
  if (last === 'BODY_PART' || last === 'DIAGNOSIS') return !/^(?:for|of|with)$/.test(before);
  // A person before a plan is its owner: "my wife's Medicare", "my husband Tricare". "Young adult Prime" is another plan.
  const isOwner = words[range.to - 1]?.isPossessive === true || /^(?:my|his|her|our|their)$/.test(before);
  return last !== 'PERSON' || !isOwner;
}

/** Whether the words are listed with a name: "massage or yoga", "massage, yoga, acupuncture". */
function isListedWithName(around: Surroundings): boolean {
  const { words, mentions, range, before, after, classes } = around;
  if (!classes.includes('ENGLISH')) return false;
  const isNamed = (mention: Mention): boolean => ['PLAN', 'SUBJECT', 'PLACE'].includes(kindOf(mention) ?? '');
  const endsAt = (at: number): boolean => mentions.some((mention) => mention.to === at && isNamed(mention));
  const startsAt = (at: number): boolean => mentions.some((mention) => mention.from === at && isNamed(mention));
  if (CONJUNCTION.test(before) && endsAt(range.from - 1)) return true;
  if (CONJUNCTION.test(after) && startsAt(range.to + 1)) return true;
  const next = words[range.to];
  const isItem = next === undefined || next.afterComma || CONJUNCTION.test(next.stem);
  return words[range.from]?.afterComma === true && endsAt(range.from) && isItem && range.to - range.from <= 2;
}

/** Whether the words stand where a plan, an insurer or a place can stand, or a negation or exception is about them. */
function standsForName(around: Surroundings): boolean {
  const { classes, first, before, after } = around;
  if (NUMBERED.test(before) && (first === 'NUMBER' || first === 'ENGLISH')) return true;
  if (EXCEPTION.test(before) && first !== 'NUMBER') return true;
  if (PLAN_NOUN.test(after) && classes.some((each) => each !== 'TIME' && each !== 'MANNER')) return true;
  return first === 'ENGLISH' && standsAfterPreposition(around);
}

function standsAfterPreposition({ before, earlier, after, namesPlan }: Surroundings): boolean {
  const isSubjectOfCovering = /^(?:is|are)$/.test(before) || AUXILIARY.test(before);
  return (
    NEGATION.test(before) ||
    BEFORE_NAME.test(before) ||
    (!namesPlan && BEFORE_PLAN.test(before)) ||
    (before === 'to' && MOTION.test(earlier)) ||
    (isSubjectOfCovering && COVERING.test(after))
  );
}

/** Whether the words say who gives or orders the care, which conditions can turn on: "by a barber", "can a barber do it". */
function isWhoGivesCare({ classes, before, earlier, after }: Surroundings): boolean {
  if (classes.at(-1) !== 'ENGLISH') return false;
  const isAfterBy = before === 'by' || (DETERMINER.test(before) && earlier === 'by');
  return (
    isAfterBy ||
    /^(?:perform|performed|performs|doe|does|did|give|gives|gave|prescribe|prescribed|order|ordered)$/.test(after)
  );
}
