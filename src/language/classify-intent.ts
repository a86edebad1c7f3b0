/**
 * Pipeline step 7: finds what a question asks for. The question is first written as a pattern text, in which each name
 * is replaced by its kind: "does Tricare Prime cover massage" becomes "doe PLAN cover SERVICE". The rules below are then
 * tried in order, and the first that matches gives the intent.
 */
import type { CountyPlace } from '../graph/area-index.ts';
import type { Entry } from '../graph/entries.ts';
import type { ResolvedQuestion } from './resolve-entities.ts';

/** What a question asks for. The values are those of the GraphQL enum of the same name. */
export type QuestionIntent =
  | 'COVERAGE'
  | 'REQUIREMENTS'
  | 'COST'
  | 'COMPARE'
  | 'LIST_PLANS'
  | 'LIST_TECHNIQUES'
  | 'LIST_CODES'
  | 'INCLUDES'
  | 'DESCRIBE'
  | 'ELIGIBILITY'
  | 'EFFECTS'
  | 'EVIDENCE'
  | 'PLACE'
  | 'OPTIONS'
  | 'EXPLAIN';

/** A question whose intent is decided. */
export interface ClassifiedQuestion extends ResolvedQuestion {
  /** The question in stems, each name replaced by its kind and each unknown name by NAME. */
  readonly patternText: string;
  /** Null if no rule matches. */
  readonly intent: QuestionIntent | null;
}

/** Decides the intent of a question. `county` is the county that it names. */
export function classifyIntent(question: ResolvedQuestion, county: CountyPlace | null): ClassifiedQuestion {
  const patternText = patternTextOf(question);
  const counts = entityCounts(question);
  const matched = RULES.find(({ pattern, when }) => when(counts) && pattern.test(patternText))?.intent ?? null;
  if (isOnlyAboutBilling(question)) return { ...question, patternText, intent: 'DESCRIBE' };
  const isOfferStated = county !== null || question.offeredState?.isStated === true;
  if (isOfferStated && isListOfPlans(matched, patternText, question))
    return { ...question, patternText, intent: 'LIST_PLANS' };
  if (county === null && isListForState(matched, patternText, question))
    return { ...listForState(question), patternText, intent: 'LIST_PLANS' };
  return Object.assign({}, question, { patternText, intent: matched });
}

/** Whether a question asks how a code is billed, and names no plan. */
const isOnlyAboutBilling = ({ billingDetails, plans, subjects }: ResolvedQuestion): boolean =>
  billingDetails.length > 0 && plans.length === 0 && subjects.some(({ kind }) => kind === 'BILLING_CODE');

const STATE_AFTER = '(?:in|for|within|across|throughout) (?:the |state |territory |of )*PLACE';
const LISTED_PLANS = '(?:(?:health|insurance|medical|coverage|PLAN) )*(?:plan|insurance|policy|policies|PLAN)';
/** The words of a question that can only ask for the plans of a state: "list plans in Ohio", "Florida plans". */
const LIST_FOR_STATE = new RegExp(
  `\\b(?:which|what|list|show|name|find|many|any|all|there|give|see|have)\\b(?: \\w+){0,3} ${LISTED_PLANS}(?: \\w+){0,4} ${STATE_AFTER}$|` +
    `PLACE .*\\b(?:which|what) ${LISTED_PLANS} (?:\\w+ ){0,3}(?:buy|get|have|join|enroll|available|offered|sold|there)$|` +
    `\\b(?:which|what) ${LISTED_PLANS} (?:\\w+ ){0,3}PLACE (?:buy|get|have|join)$|` +
    `^(?:all |the )*(?:PLACE ${LISTED_PLANS}|${LISTED_PLANS} ${STATE_AFTER})$`,
);
/** Words that ask for something else of the plans than where they are offered. */
const ASKS_OTHERWISE =
  /\b(?:cover\w*|pay\w*|work\w*|home|count\w*|consider\w*|regard\w*|require\w*|need\w*|accept\w*|mean|defin\w*)\b/;

/** Whether a question that names a state but no care asks for plans there: "Medicare Advantage plans in Florida". */
function isListForState(
  matched: QuestionIntent | null,
  patternText: string,
  { offeredState, plans, subjects, words }: ResolvedQuestion,
): boolean {
  if (offeredState === null || plans.length > 1 || subjects.length > 0) return false;
  if (matched === 'COMPARE' || matched === 'EXPLAIN' || ASKS_OTHERWISE.test(patternText)) return false;
  return words.some(({ text }) => /^(?:plans|policies|insurance)$/i.test(text)) && LIST_FOR_STATE.test(patternText);
}

/** The question with its state read only as where plans are offered, because it names no care. */
function listForState(question: ResolvedQuestion): ResolvedQuestion {
  const { offeredState, placeOfCare } = question;
  return {
    ...question,
    offeredState: offeredState && { ...offeredState, isStated: true },
    placeOfCare: { ...placeOfCare, territory: null, candidates: [] },
  };
}

/** How a mention is written in a pattern text. */
const SYMBOLS: Record<Entry['kind'], string> = {
  PLAN: 'PLAN',
  SERVICE: 'SERVICE',
  TECHNIQUE: 'TECHNIQUE',
  BILLING_CODE: 'CODE',
  TERRITORY: 'PLACE',
  COVERAGE_CONDITION: 'FACT',
  SOURCE: 'SOURCE',
};

function patternTextOf({ words, tags, unknownNames, isAboutRemark }: ResolvedQuestion): string {
  const parts: string[] = words.map(({ stem }) => stem);
  const replace = (from: number, to: number, symbol: string): void => {
    parts.fill('', from, to);
    parts[from] = symbol;
  };
  for (const { mention, entry } of tags) replace(mention.from, mention.to, SYMBOLS[entry.kind]);
  for (const { from, to, isIrrelevant } of unknownNames) if (isAboutRemark || !isIrrelevant) replace(from, to, 'NAME');
  return parts.filter((part) => part !== '').join(' ');
}

/** How many entries of each role a question names. A rule applies only if the entries that it needs are named. */
interface EntityCounts {
  readonly plans: number;
  readonly subjects: number;
  /** Like `subjects`, but a subject named twice counts twice. */
  readonly subjectMentions: number;
  readonly places: number;
  /** Conditions that the question asks about rather than states. */
  readonly conditionsAsked: number;
  /** Whether the question names a condition of the topic COST_SHARING. */
  readonly namesCostSharing: boolean;
  readonly isAboutRemark: boolean;
}

function entityCounts(question: ResolvedQuestion): EntityCounts {
  const { plans, subjects, subjectMentions, places, facts, conditionsAsked, broadestService, placeOfCare } = question;
  const isOnlyBroadest = subjects.length === 1 && subjects[0] === broadestService;
  return {
    plans: plans.length,
    // "Care" without a place is not counted as a subject.
    subjects: isOnlyBroadest && placeOfCare.territory === null ? 0 : subjects.length,
    subjectMentions: isOnlyBroadest
      ? subjectMentions.length
      : subjectMentions.filter((subject) => subject !== broadestService).length,
    places: places.length,
    conditionsAsked: conditionsAsked.length,
    namesCostSharing: facts.some(({ condition }) => condition.topic === 'COST_SHARING'),
    isAboutRemark: question.isAboutRemark,
  };
}

/** Intents for which it matters whether a plan is offered in a county. For any other, a county cannot be used. */
export const COUNTY_INTENTS: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>([
  'LIST_PLANS',
  'COVERAGE',
  'REQUIREMENTS',
  'COST',
]);

/** A question for the plans of a class: "which Medicare Advantage plans ... cover massage, and at what copayment". */
const WHICH_OF = /\b(?:which|what|list|show|find)(?: (?:the|all|of|other|kind|type|me))* PLAN\b/;

/**
 * Whether a question that says where plans are offered asks for plans there: "Medicare Advantage plans in Allegheny
 * County", "who covers massage in Allegheny County", "which Medicare Advantage plans there cover massage at what price".
 */
function isListOfPlans(
  matched: QuestionIntent | null,
  patternText: string,
  { plans, subjects }: ResolvedQuestion,
): boolean {
  if (plans.length > 1 || subjects.length > 1) return false;
  const [plan] = plans;
  if (plan !== undefined && subjects.length === 1)
    return plan.contains.length > 0 && matched !== null && COUNTY_INTENTS.has(matched) && WHICH_OF.test(patternText);
  if (subjects.length === 0)
    return /\b(?:plan|insurance|coverage|PLAN)\b/.test(patternText) && matched !== 'COMPARE' && matched !== 'EXPLAIN';
  return plans.length === 0 && (matched === null || COUNTY_INTENTS.has(matched) || matched === 'DESCRIBE');
}

/** One way to ask for something. */
interface IntentRule {
  readonly intent: QuestionIntent;
  /**
   * Matched against the pattern text. The words are English, in the singular; no rule contains the name of an entry.
   */
  readonly pattern: RegExp;
  readonly when: (counts: EntityCounts) => boolean;
}

const SUBJECT = '(?:SERVICE|TECHNIQUE|CODE)';
const ANYTHING = '(?:PLAN|SERVICE|TECHNIQUE|CODE|PLACE|FACT)';
const COVERING =
  '(?:cover\\w*|pay\\w*|paid|reimburse\\w*|include\\w*|offer\\w*|provide\\w*|approve\\w*|deny|denie\\w*|refuse\\w*|accept\\w*|allow\\w*|help\\w*)';
const PLANS = '(?:plan|letter|insurance|insurer|policy|program|programme|coverage|PLAN)';

/** Excludes questions about requirements: "which plan requires" names a plan and does not ask for one. */
const NO_REQUIREMENT = '^(?!.*\\b(?:require\\w*|requirement|need\\w*|condition|criteria|rule)\\b)';

const always = (): boolean => true;
const rule = (intent: QuestionIntent, pattern: string, when: IntentRule['when'] = always): IntentRule => ({
  intent,
  pattern: new RegExp(pattern),
  when,
});
const namesPlan = ({ plans }: EntityCounts): boolean => plans > 0;
const namesOnlySubjects = ({ plans, subjects }: EntityCounts): boolean => plans === 0 && subjects > 0;
const namesOnlyPlans = ({ plans, subjects }: EntityCounts): boolean => plans > 0 && subjects === 0;

/** All rules in the order in which they are tried. */
const CHANGES =
  '\\b(?:what|anything|something|which)(?: (?:else|will|is|are|does|do|has|have|the))* chang(?:e|es|ing|ed)\\b';

/** Whether a question asks what changes, given its pattern text. */
export const asksForChanges = (patternText: string): boolean => new RegExp(CHANGES).test(patternText);

const RULES: readonly IntentRule[] = [
  rule('OPTIONS', CHANGES, namesPlan),
  rule(
    'DESCRIBE',
    '^(?:so |and |but |ok |okay )*what (?:is|are|doe|do) (?:exactly )?(?:a |an |the )?FACT(?: mean)?$|^(?:explain|define|describe) (?:what )?(?:a |an |the )?FACT(?: (?:is|are|mean))?$',
    ({ plans, subjects }) => plans === 0 && subjects === 0,
  ),
  rule(
    'EXPLAIN',
    '^y\\b|\\b(?:why|how come|reason|disagree\\w*|contradict\\w*|who say|who said|(?:what|which|whose) source|source|proof|prove it|citation|cite|where do\\w* (?:it|that|this) say|where (?:do|did|does|doe) (?:you|it|that|this) (?:get|come))\\b',
    namesPlan,
  ),
  rule('EXPLAIN', '\\b(?:disagree\\w*|contradict\\w*|source)\\b'),
  rule(
    'COMPARE',
    '\\b(?:compar\\w*|differ\\w*|vs?|versus|better|best|worse|side by side|common|share|same)\\b',
    ({ plans }) => plans > 1,
  ),
  rule(
    'INCLUDES',
    '\\bPLAN (?:\\w+ ){0,2}(?:part of|within|belong|included in|include|under|kind of|type of) .*PLAN|^(?:is|are) PLAN (?:a )?PLAN',
    ({ plans, subjects }) => plans > 1 && subjects === 0,
  ),
  rule(
    'PLACE',
    '^(?!.*\\b(?:cover|pay|work)).*(?:\\bmean by\\b|\\bdefin\\w*|PLACE or PLACE|\\bregard\\w*)',
    ({ places, plans, subjects }) => places > 0 && plans > 0 && subjects === 0,
  ),
  rule(
    'PLACE',
    '^(?!.*\\b(?:cover|pay|work)).*\\b(?:is|are|do|doe|be|consider|count|counted)\\b.*PLACE.* (?:count|consider|considered|home|part of|outside|inside|foreign|domestic|lie|lying|situated|regarded|in PLACE|within|abroad|PLACE)\\b|(?:count|considered) .*PLACE|PLACE .*(?:count|considered|home)\\b',
    ({ places, subjects, conditionsAsked }) => places > 0 && subjects === 0 && conditionsAsked === 0,
  ),
  rule(
    'PLACE',
    '^(?!.*\\bby (?:state|place|country|territory)\\b).*\\b(?:which|what|where|list|name)\\b.*\\b(?:place|state|country|territory|location)\\b|\\bhome\\b',
    ({ subjects, conditionsAsked }) => subjects === 0 && conditionsAsked === 0,
  ),
  rule(
    'DESCRIBE',
    `what do\\w* (?:the )?(?:cpt |billing )?(?:code )?${ANYTHING} mean\\b`,
    ({ subjectMentions }) => subjectMentions === 1,
  ),
  rule(
    'LIST_CODES',
    '\\b(?:which|what|whose)\\b(?: \\w+){0,2} (?:code|cpt|hcpc|number)\\b',
    ({ plans, subjects, isAboutRemark }) => plans === 0 && subjects > 0 && !isAboutRemark,
  ),
  rule('EFFECTS', `^why (?:do|would|should) .*\\b(?:get|have|use|want)\\b`, namesOnlySubjects),
  rule(
    'EVIDENCE',
    '\\b(?:evidence|proof|research|study|proven|prove|effective|effectiveness|scientific|science)\\b',
    namesOnlySubjects,
  ),
  rule('EVIDENCE', `\\bdo\\w* ${SUBJECT}(?: \\w+)? work\\b`, namesOnlySubjects),
  rule(
    'EFFECTS',
    `(?<!covered |a )\\b(?:benefit|effect|advantage|purpose)\\b|\\bgood for\\b|\\bused? for\\b|what do\\w* ${SUBJECT} do\\b|\\bimprove`,
    namesOnlySubjects,
  ),
  rule('EFFECTS', '\\bhelp\\b', ({ plans, subjects, isAboutRemark }) => plans === 0 && subjects > 0 && isAboutRemark),
  rule(
    'INCLUDES',
    '\\b(?:part of|include\\w*|contain\\w*|same|belong|fall under|count\\w*|another (?:name|word)|under|mean|kind of|type of|form of|consider\\w*|classif\\w*|call\\w*|treated|cover\\w*|involve|among|one of)\\b',
    ({ plans, subjectMentions }) => plans === 0 && subjectMentions > 1,
  ),
  rule(
    'INCLUDES',
    `^(?:is|are|be) ${SUBJECT} .*${SUBJECT}`,
    ({ plans, subjectMentions }) => plans === 0 && subjectMentions > 1,
  ),
  rule('DESCRIBE', '\\bdiffer\\w*\\b', ({ plans, subjectMentions }) => plans === 0 && subjectMentions > 1),
  rule(
    'LIST_TECHNIQUES',
    `\\b(?:technique|style|stroke|method|movement|modality)\\b|\\b(?:type|kind|form|sort) of ${SUBJECT}|${SUBJECT} (?:type|kind|form)\\b|what (?:do\\w*|is|all) .*CODE.* (?:include\\w*|cover|involve|contain|consist)|what.* (?:include|in|under|part of) .*CODE`,
    namesOnlySubjects,
  ),
  rule(
    'LIST_CODES',
    '\\b(?:code|cpt|hcpc|bill\\w*)\\b',
    ({ plans, subjects, isAboutRemark }) => plans === 0 && subjects > 0 && !isAboutRemark,
  ),
  rule(
    'COST',
    '\\b(?:how much|cost|price|cheapest|cheaper|lowest|pricing|copay\\w*|fee|owe|owed|expensive|cheap|free|charge|charged|out of pocket|amount|dollar|percent|percentage)\\b|\\b(?:i|we|you|patient|member|beneficiary|people) (?:have to |need to |must |will |still |also |would |to )*pay\\b|\\bwhat (?:do|doe|will|would|must|should|percent|percentage)(?: \\w+){1,3} pay\\b(?! for)|\\bpay anything\\b',
  ),
  rule('COST', '', ({ namesCostSharing }) => namesCostSharing),
  rule(
    'DESCRIBE',
    '^(?:what|which|how|is|are|do\\w*|tell|when)\\b',
    ({ isAboutRemark, conditionsAsked, plans }) => isAboutRemark && conditionsAsked === 0 && plans === 0,
  ),
  rule(
    'DESCRIBE',
    '^(?:what|how|when)\\b(?!.*\\b(?:cover|pay))',
    ({ isAboutRemark, conditionsAsked, subjects }) => isAboutRemark && conditionsAsked === 0 && subjects === 0,
  ),
  rule(
    'REQUIREMENTS',
    '\\bwho (?:can|may|must|should|ha to|has to|have to|need to|is allowed to)(?: \\w+)? (?:perform|give|provide|do)\\b',
    namesPlan,
  ),
  rule(
    'REQUIREMENTS',
    '\\bwhat(?: else)? .*\\b(?:ask for|require|need|want|expect|insist)\\b',
    ({ plans, subjects }) => plans > 0 && subjects > 0,
  ),
  rule(
    'ELIGIBILITY',
    '\\b(?:eligible|eligibility|qualif\\w*|entitled|enroll|enrollment|enrolment|join|sign up|buy)\\b|\\b(?:can|may|could) .*\\b(?:have|get|use|join|be on|buy) PLAN$|\\ballowed (?:to (?:use|have|get|join|be on) |on )PLAN|\\bwho (?:is|are|can|may|could|get|use|ha|have|be) (?!perform|give|provide).*PLAN|\\bwho .*PLAN (?:for|cover|serve)\\b',
    namesOnlyPlans,
  ),
  rule(
    'OPTIONS',
    '\\b(?:instead|alternative|option|what else|what other|other (?:service|treatment|care|therapy|thing|way|cover|coverage))\\b|\\bwhat (?:can|could|should|do) (?:i|we) (?:do|look|try|consider|need to do)\\b|\\bhow (?:can|could|do) (?:i|we) get .*PLACE .*cover',
    namesPlan,
  ),
  rule(
    'OPTIONS',
    `\\b(?:what|which|list|everything)\\b.*\\b(?:${COVERING}|benefit|service|get|exclu\\w*)\\b|PLAN (?:benefit|coverage|service)`,
    ({ plans, subjects, conditionsAsked, places }) =>
      plans > 0 && subjects === 0 && conditionsAsked === 0 && places === 0,
  ),
  rule(
    'LIST_PLANS',
    `${NO_REQUIREMENT}.*(?:\\b(?:which|what|any|list|other|how many)\\b(?: (?:kind|type|sort|of|other|the|all|health|medical|supplement|such)){0,3} ${PLANS}\\b.*\\b${COVERING}\\b|\\b(?:which|what) (?:other |kind of |type of )?(?:PLAN|of)\\b(?! (?:require|need)).*|\\bwho (?:else |all )?${COVERING}\\b|${PLANS} that ${COVERING})`,
    ({ subjects, places }) => subjects > 0 || places > 0,
  ),
  rule('REQUIREMENTS', '', ({ conditionsAsked }) => conditionsAsked > 0),
  rule(
    'REQUIREMENTS',
    '\\b(?:require\\w*|need|needed|requirement|condition|criteria|criterion|qualify|must|have to|ha to|rule|necessary|mandatory|take to get|restriction)\\b|\\bhow (?:can|do|would|could|to|should|might) (?:(?:i|we|you|someone|one|people|a \\w+) )?(?:get|have|qualify|make)\\b|^when\\b|\\b(?:under|in) (?:what|which)\\b|\\bwhat (?:do|would|must|doe) (?:it|i|they) take\\b|\\bwho (?:can|may|must|should) (?:perform|give|provide|do)\\b|\\bwhat if\\b.*\\bneed\\b',
    ({ plans, subjects, conditionsAsked, places }) => plans > 0 && (subjects > 0 || conditionsAsked > 0 || places > 0),
  ),
  rule('COVERAGE', '', ({ plans, subjects, places }) => plans > 0 && (subjects > 0 || places > 0)),
  rule('LIST_PLANS', `\\b(?:${COVERING})\\b`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  rule('COVERAGE', `\\b(?:${COVERING})\\b`, ({ plans }) => plans > 0),
  rule(
    'DESCRIBE',
    `^(?:so |and |please |hi |hello |hey )*(?:what)(?: exactly)? (?:is|are|wa|be)\\b|\\b(?:define|describe|definition|meaning|explain|overview|information|info|mean|tell me|about)\\b|^(?:the )?(?:${ANYTHING})(?: ${ANYTHING})?(?: (?:plan|insurance|program|therapy|service|coverage|code|technique))?$|what (?:is|are) (?:it|that|this|they)$`,
    ({ plans, subjects, places, conditionsAsked }) => plans + subjects + places + conditionsAsked > 0,
  ),
];
