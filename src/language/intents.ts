/**
 * What a question asks for. Each line is one way of asking, tried in order on the question with its names taken out:
 * PLAN, SERVICE, TECHNIQUE, CODE, PLACE and FACT stand where one was. The words are English; none of them names an entry.
 */
export type QuestionIntent =
  | 'COVERAGE' | 'REQUIREMENTS' | 'COST' | 'COMPARE' | 'LIST_PLANS' | 'LIST_TECHNIQUES' | 'LIST_CODES' | 'INCLUDES' | 'DESCRIBE'
  | 'ELIGIBILITY' | 'EFFECTS' | 'EVIDENCE' | 'PLACE' | 'OPTIONS' | 'EXPLAIN';
export const INTENTS: readonly QuestionIntent[] = [
  'COVERAGE', 'REQUIREMENTS', 'COST', 'COMPARE', 'LIST_PLANS', 'LIST_TECHNIQUES', 'LIST_CODES', 'INCLUDES', 'DESCRIBE',
  'ELIGIBILITY', 'EFFECTS', 'EVIDENCE', 'PLACE', 'OPTIONS', 'EXPLAIN',
];

/** What was named, counted: a way of asking holds only where what it needs is there. */
export interface Named {
  readonly plans: number;
  readonly subjects: number;
  readonly places: number;
  /** Conditions that the question asks about rather than states. */
  readonly asked: number;
  /** Whether one of those is of the topic COST_SHARING. */
  readonly asksCost: boolean;
}

interface Way {
  readonly intent: QuestionIntent;
  readonly pattern: RegExp;
  readonly when?: (named: Named) => boolean;
}
const SUBJECT = '(?:SERVICE|TECHNIQUE|CODE)';
const COVERING = '(?:cover\\w*|pay\\w*|paid|reimburse\\w*|include\\w*|offer\\w*|provide\\w*|approve\\w*|allow\\w*|accept\\w*)';

const way = (intent: QuestionIntent, pattern: string, when?: (named: Named) => boolean): Way => ({ intent, pattern: new RegExp(pattern), ...(when && { when }) });

const WAYS: readonly Way[] = [
  way('EXPLAIN', '\\b(why|how come|reason|disagree\\w*|contradict\\w*|who (say|said)|what source|which source|source|proof|cite|citation|according to who\\w*|where do\\w* it say)\\b'),
  way('COMPARE', '\\b(compar\\w*|differ\\w*|v|versus|better|best|worse|side by side|in common|share|same)\\b', ({ plans }) => plans > 1),
  way('DESCRIBE', '\\bdiffer\\w*\\b', ({ plans, subjects }) => plans === 0 && subjects > 1),
  way('EVIDENCE', '\\b(evidence|research|study|studie|proven|prove|effective|effectiveness|scientific|science)\\b', ({ plans }) => plans === 0),
  way('EVIDENCE', `\\bdo\\w* ${SUBJECT}( really| actually)? work\\b`, ({ plans }) => plans === 0),
  way('INCLUDES', `\\b(part of|include\\w*|contain\\w*|same (a|thing)|belong|fall under|count|another name|another word|under|mean)\\b`, ({ plans, subjects }) => plans === 0 && subjects > 1),
  way('INCLUDES', `${SUBJECT} (cover|a) .*${SUBJECT}|^(is|are) ${SUBJECT} .*${SUBJECT}`, ({ plans, subjects }) => plans === 0 && subjects > 1),
  way('EFFECTS', `\\b(benefit|effect|advantage|good for|use\\w* for|help|purpose)\\b|what do\\w* ${SUBJECT} do`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  way('LIST_TECHNIQUES', `\\b(technique|style|stroke|method|movement)\\b|\\b(type|kind|form|sort) of ${SUBJECT}|what (do|is) .*CODE.* (include|cover|involve|contain|consist)|what is include.* CODE`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  way('LIST_CODES', `\\b(code|cpt|hcpc|bill\\w*)\\b`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  way('COST', `\\b(how much|cost|price|pricing|copay\\w*|fee|owe|expensive|cheap|free|charge|out of pocket)\\b|\\b(i|we|you|patient|member|beneficiary) (have to |need to |must |will |still |also )*pay\\b|what .*\\bpay\\b(?! for)`),
  way('COST', '', ({ asksCost }) => asksCost),
  way('ELIGIBILITY', `\\b(eligible|eligibility|qualif\\w*|entitled)\\b`, ({ plans, subjects }) => plans > 0 && subjects === 0),
  way('ELIGIBILITY', `\\bwho (is|are|can|may|could)\\b.*PLAN`, ({ subjects }) => subjects === 0),
  way('PLACE', '\\b(home|count|consider\\w*|part of|outside|inside|within|belong)\\b.*', ({ places, subjects }) => places > 0 && subjects === 0),
  way('PLACE', '\\b(which|what|where) (place|state|country|territory|location|area)\\b|\\bhome\\b', ({ subjects }) => subjects === 0),
  way('OPTIONS', `\\b(instead|alternative|option|what else|other (service|treatment|care))\\b`),
  way('OPTIONS', `\\bwhat\\b.*\\b${COVERING}|\\b(benefit|service)\\b`, ({ plans, subjects, asked, places }) => plans > 0 && subjects === 0 && asked === 0 && places === 0),
  way('REQUIREMENTS', '', ({ asked }) => asked > 0),
  way('LIST_PLANS', `\\b(which|what|any|list|who|some|other|all)\\b.*\\b(plan|insurance|insurer|policy|program|programme|PLAN)\\b.*\\b${COVERING}|\\b(which|what) (other )?PLAN|\\bwho (${COVERING})`, ({ subjects }) => subjects > 0),
  way('REQUIREMENTS', `\\b(require\\w*|need|requirement|condition|criteria|criterion|qualify|must|have to|rule|necessary|mandatory)\\b|\\bhow (can|do|would|could) (i|we|you|someone) (get|have|qualify)|^when (do|will|is|can|would|may|might)|under (what|which)|what (do|would|must) (it|i) take|\\bwho (must|can|may|ha to|have to|should|need to)\\b`, ({ subjects }) => subjects > 0),
  way('LIST_PLANS', `\\b${COVERING}\\b`, ({ plans, subjects }) => plans === 0 && subjects > 0),
  way('COVERAGE', '', ({ plans, subjects, places }) => plans > 0 && (subjects > 0 || places > 0)),
  way('DESCRIBE', '', ({ plans, subjects, places }) => plans + subjects + places > 0),
];

/** Null where no way of asking fits. */
export function intentOf(said: string, named: Named): QuestionIntent | null {
  return WAYS.find(({ pattern, when }) => pattern.test(said) && (when?.(named) ?? true))?.intent ?? null;
}
