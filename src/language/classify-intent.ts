/**
 * What a question asks for. Each line is one way of asking, tried in order on the question with its names taken out:
 * PLAN, SERVICE, TECHNIQUE, CODE, PLACE, FACT and NAME stand where one was. The words are English, in the singular; none of them names an entry.
 */
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

/** What was named, counted: a way of asking holds only where what it needs is there. */
interface Named {
  readonly plans: number;
  readonly subjects: number;
  /** As often as subjects are named, the same one again as well. */
  readonly subjectsNamed: number;
  readonly places: number;
  /** Conditions that the question asks about rather than states. */
  readonly asked: number;
  /** Whether a condition named is of the topic COST_SHARING. */
  readonly asksCost: boolean;
  /** Whether the words that are left over stand in a remark on what is named. */
  readonly isAbout: boolean;
}

interface Way {
  readonly intent: QuestionIntent;
  readonly pattern: RegExp;
  readonly when: (named: Named) => boolean;
}
const SUBJECT = '(?:SERVICE|TECHNIQUE|CODE)';
const ANYTHING = '(?:PLAN|SERVICE|TECHNIQUE|CODE|PLACE|FACT)';
const COVERING =
  '(?:cover\\w*|pay\\w*|paid|reimburse\\w*|include\\w*|offer\\w*|provide\\w*|approve\\w*|deny|denie\\w*|refuse\\w*|accept\\w*|allow\\w*|help\\w*)';
const PLANS = '(?:plan|letter|insurance|insurer|policy|program|programme|coverage|PLAN)';

/** Not where the question is what is needed: "which plan requires" aside, it then names the plan. */
const NO_NEED = '^(?!.*\\b(?:require\\w*|requirement|need\\w*|condition|criteria|rule)\\b)';

const always = (): boolean => true;
const way = (intent: QuestionIntent, pattern: string, when: Way['when'] = always): Way => ({
  intent,
  pattern: new RegExp(pattern),
  when,
});
const ofPlans = ({ plans }: Named): boolean => plans > 0;
const ofSubjectsAlone = ({ plans, subjects }: Named): boolean => plans === 0 && subjects > 0;
const ofPlansAlone = ({ plans, subjects }: Named): boolean => plans > 0 && subjects === 0;

const WAYS: readonly Way[] = [
  way(
    'EXPLAIN',
    '^y\\b|\\b(?:why|how come|reason|disagree\\w*|contradict\\w*|who say|who said|(?:what|which|whose) source|source|proof|prove it|citation|cite|where do\\w* (?:it|that|this) say)\\b',
    ofPlans,
  ),
  way('EXPLAIN', '\\b(?:disagree\\w*|contradict\\w*|source)\\b'),
  way(
    'COMPARE',
    '\\b(?:compar\\w*|differ\\w*|vs?|versus|better|best|worse|side by side|common|share|same)\\b',
    ({ plans }) => plans > 1,
  ),
  way(
    'INCLUDES',
    '\\bPLAN (?:\\w+ ){0,2}(?:part of|within|belong|included in|include|under|kind of|type of) .*PLAN|^(?:is|are) PLAN (?:a )?PLAN',
    ({ plans, subjects }) => plans > 1 && subjects === 0,
  ),
  way(
    'PLACE',
    '^(?!.*\\b(?:cover|pay|work)).*(?:\\bmean by\\b|\\bdefin\\w*|PLACE or PLACE|\\bregard\\w*)',
    ({ places, plans, subjects }) => places > 0 && plans > 0 && subjects === 0,
  ),
  way(
    'PLACE',
    '^(?!.*\\b(?:cover|pay|work)).*\\b(?:is|are|do|doe|be|consider|count|counted)\\b.*PLACE.* (?:count|consider|considered|home|part of|outside|inside|foreign|domestic|lie|lying|situated|regarded|in PLACE|within|abroad|PLACE)\\b|(?:count|considered) .*PLACE|PLACE .*(?:count|considered|home)\\b',
    ({ places, subjects, asked }) => places > 0 && subjects === 0 && asked === 0,
  ),
  way(
    'PLACE',
    '\\b(?:which|what|where|list|name)\\b.*\\b(?:place|state|country|territory|location)\\b|\\bhome\\b',
    ({ subjects, asked }) => subjects === 0 && asked === 0,
  ),
  way(
    'DESCRIBE',
    `what do\\w* (?:the )?(?:cpt |billing )?(?:code )?${ANYTHING} mean\\b`,
    ({ subjectsNamed }) => subjectsNamed === 1,
  ),
  way(
    'LIST_CODES',
    '\\b(?:which|what|whose)\\b(?: \\w+){0,2} (?:code|cpt|hcpc|number)\\b',
    ({ plans, subjects, isAbout }) => plans === 0 && subjects > 0 && !isAbout,
  ),
  way('EFFECTS', `^why (?:do|would|should) .*\\b(?:get|have|use|want)\\b`, ofSubjectsAlone),
  way(
    'EVIDENCE',
    '\\b(?:evidence|proof|research|study|proven|prove|effective|effectiveness|scientific|science)\\b',
    ofSubjectsAlone,
  ),
  way('EVIDENCE', `\\bdo\\w* ${SUBJECT}(?: \\w+)? work\\b`, ofSubjectsAlone),
  way(
    'EFFECTS',
    `(?<!covered |a )\\b(?:benefit|effect|advantage|purpose)\\b|\\bgood for\\b|\\bused? for\\b|what do\\w* ${SUBJECT} do\\b|\\bimprove`,
    ofSubjectsAlone,
  ),
  way('EFFECTS', '\\bhelp\\b', ({ plans, subjects, isAbout }) => plans === 0 && subjects > 0 && isAbout),
  way(
    'INCLUDES',
    '\\b(?:part of|include\\w*|contain\\w*|same|belong|fall under|count\\w*|another (?:name|word)|under|mean|kind of|type of|form of|consider\\w*|classif\\w*|call\\w*|treated|cover\\w*|involve|among|one of)\\b',
    ({ plans, subjectsNamed }) => plans === 0 && subjectsNamed > 1,
  ),
  way(
    'INCLUDES',
    `^(?:is|are|be) ${SUBJECT} .*${SUBJECT}`,
    ({ plans, subjectsNamed }) => plans === 0 && subjectsNamed > 1,
  ),
  way('DESCRIBE', '\\bdiffer\\w*\\b', ({ plans, subjectsNamed }) => plans === 0 && subjectsNamed > 1),
  way(
    'LIST_TECHNIQUES',
    `\\b(?:technique|style|stroke|method|movement|modality)\\b|\\b(?:type|kind|form|sort) of ${SUBJECT}|${SUBJECT} (?:type|kind|form)\\b|what (?:do\\w*|is|all) .*CODE.* (?:include\\w*|cover|involve|contain|consist)|what.* (?:include|in|under|part of) .*CODE`,
    ofSubjectsAlone,
  ),
  way(
    'LIST_CODES',
    '\\b(?:code|cpt|hcpc|bill\\w*)\\b',
    ({ plans, subjects, isAbout }) => plans === 0 && subjects > 0 && !isAbout,
  ),
  way(
    'COST',
    '\\b(?:how much|cost|price|pricing|copay\\w*|fee|owe|owed|expensive|cheap|free|charge|charged|out of pocket|amount|dollar|percent|percentage)\\b|\\b(?:i|we|you|patient|member|beneficiary|people) (?:have to |need to |must |will |still |also |would |to )*pay\\b|\\bwhat (?:do|doe|will|would|must|should|percent|percentage)(?: \\w+){1,3} pay\\b(?! for)|\\bpay anything\\b',
  ),
  way('COST', '', ({ asksCost }) => asksCost),
  way(
    'DESCRIBE',
    '^(?:what|which|how|is|are|do\\w*|tell|when)\\b',
    ({ isAbout, asked, plans }) => isAbout && asked === 0 && plans === 0,
  ),
  way(
    'DESCRIBE',
    '^(?:what|how|when)\\b(?!.*\\b(?:cover|pay))',
    ({ isAbout, asked, subjects }) => isAbout && asked === 0 && subjects === 0,
  ),
  way(
    'REQUIREMENTS',
    '\\bwho (?:can|may|must|should|ha to|has to|have to|need to|is allowed to)(?: \\w+)? (?:perform|give|provide|do)\\b',
    ofPlans,
  ),
  way(
    'REQUIREMENTS',
    '\\bwhat(?: else)? .*\\b(?:ask for|require|need|want|expect|insist)\\b',
    ({ plans, subjects }) => plans > 0 && subjects > 0,
  ),
  way(
    'ELIGIBILITY',
    '\\b(?:eligible|eligibility|qualif\\w*|entitled|enroll|enrollment|enrolment|join|sign up|buy)\\b|\\b(?:can|may|could) .*\\b(?:have|get|use|join|be on|buy) PLAN$|\\bwho (?:is|are|can|may|could|get|use|ha|have|be) (?!perform|give|provide).*PLAN|\\bwho .*PLAN (?:for|cover|serve)\\b',
    ofPlansAlone,
  ),
  way(
    'OPTIONS',
    '\\b(?:instead|alternative|option|what else|what other|other (?:service|treatment|care|therapy|thing|way|cover|coverage))\\b|\\bwhat (?:can|could|should|do) (?:i|we) (?:do|look|try|consider|need to do)\\b|\\bhow (?:can|could|do) (?:i|we) get .*PLACE .*cover',
    ofPlans,
  ),
  way(
    'OPTIONS',
    `\\b(?:what|which|list|everything)\\b.*\\b(?:${COVERING}|benefit|service|get|exclu\\w*)\\b|PLAN (?:benefit|coverage|service)`,
    ({ plans, subjects, asked, places }) => plans > 0 && subjects === 0 && asked === 0 && places === 0,
  ),
  way(
    'LIST_PLANS',
    `${NO_NEED}.*(?:\\b(?:which|what|any|list|other|how many)\\b(?: (?:kind|type|sort|of|other|the|all|health|medical|supplement|such)){0,3} ${PLANS}\\b.*\\b${COVERING}\\b|\\b(?:which|what) (?:other |kind of |type of )?(?:PLAN|of)\\b(?! (?:require|need)).*|\\bwho (?:else |all )?${COVERING}\\b|${PLANS} that ${COVERING})`,
    ({ subjects, places }) => subjects > 0 || places > 0,
  ),
  way('REQUIREMENTS', '', ({ asked }) => asked > 0),
  way(
    'REQUIREMENTS',
    '\\b(?:require\\w*|need|needed|requirement|condition|criteria|criterion|qualify|must|have to|ha to|rule|necessary|mandatory|take to get|restriction)\\b|\\bhow (?:can|do|would|could|to|should|might) (?:(?:i|we|you|someone|one|people|a \\w+) )?(?:get|have|qualify|make)\\b|^when\\b|\\b(?:under|in) (?:what|which)\\b|\\bwhat (?:do|would|must|doe) (?:it|i|they) take\\b|\\bwho (?:can|may|must|should) (?:perform|give|provide|do)\\b|\\bwhat if\\b.*\\bneed\\b',
    ({ plans, subjects, asked, places }) => plans > 0 && (subjects > 0 || asked > 0 || places > 0),
  ),
  way('COVERAGE', '', ({ plans, subjects, places }) => plans > 0 && (subjects > 0 || places > 0)),
  way('LIST_PLANS', `\\b(?:${COVERING})\\b`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  way('COVERAGE', `\\b(?:${COVERING})\\b`, ({ plans }) => plans > 0),
  way(
    'DESCRIBE',
    `^(?:so |and |please |hi |hello |hey )*(?:what)(?: exactly)? (?:is|are|wa|be)\\b|\\b(?:define|describe|definition|meaning|explain|overview|information|info|mean|tell me|about)\\b|^(?:the )?(?:${ANYTHING})(?: ${ANYTHING})?(?: (?:plan|insurance|program|therapy|service|coverage|code|technique))?$|what (?:is|are) (?:it|that|this|they)$`,
    ({ plans, subjects, places, asked }) => plans + subjects + places + asked > 0,
  ),
];

/** Null where no way of asking fits. */
export function classifyIntent(said: string, named: Named): QuestionIntent | null {
  return WAYS.find(({ pattern, when }) => when(named) && pattern.test(said))?.intent ?? null;
}
