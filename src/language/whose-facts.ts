/**
 * Whose a fact is. "For my wife, I'm active duty" says that the wife is in the family of a member, not that she is one. A
 * condition on a person has a counterpart for the family if the data has one that is named so: "Family of a member on active duty"
 * next to "Member on active duty".
 */
import type { Condition, Graph } from '../graph/entries.ts';
import type { StatedFact } from './extract-facts.ts';
import { type Mention, stemText } from './mention.ts';
import { type Token, keyOf, tokenize } from './tokenizer.ts';

const RELATIVE =
  '(?:wife|husband|spouse|son|daughter|kid|child|children|baby|mom|mother|dad|father|parent|dependent|family|stepson|stepdaughter)';
const RELATIVE_WORD = new RegExp(`\\b${RELATIVE}\\b`);
/** The words before a fact that say that the one who asks is meant: "I am", "I'm". */
const OF_SELF = /\b(?:i am|im|i)(?: (?:a|an|the|on|still|currently|also|now|retired))*$/;
/** Words that say that the care is for a relative. */
const FOR_RELATIVE = new RegExp(
  `\\bfor (?:my|our|the) (?:\\w+ )?${RELATIVE}\\b|\\b(?:is|are|do|doe|can|could|will|would|may) (?:my|our) (?:\\w+ )?${RELATIVE}\\b|\\b(?:my|our) (?:\\w+ )?${RELATIVE} (?:need|want|ha|have|see|get|is pregnant|hurt)\\b`,
);
/** Words that say that the care is for a relative who was named before. */
const FOR_THEM = /\b(?:for|cover) (?:him|her)\b|\b(?:do|doe|can|could|will|would|is) (?:he|she)\b/;

/** A fact with the condition of the person that the question is about. */
export function factOfPerson(fact: StatedFact, mention: Mention, words: readonly Token[], graph: Graph): StatedFact {
  if (fact.holds !== true) return fact;
  const text = stemText(words, 0, words.length);
  if (!RELATIVE_WORD.test(text)) return fact;
  const family = familyOf(fact.condition, graph);
  const isOfSelf = OF_SELF.test(stemText(words, 0, mention.from));
  if (family !== null) return isOfSelf && FOR_RELATIVE.test(text) ? { ...fact, condition: family } : fact;
  const member = memberOf(fact.condition, graph);
  const namesRelative = RELATIVE_WORD.test(stemText(words, mention.from, mention.to));
  return member !== null && namesRelative && FOR_THEM.test(text) ? { ...fact, condition: member } : fact;
}

const keyOfText = (text: string): string => keyOf(tokenize(text).map(({ stem }) => stem));

/** The condition on the family of the person that another condition is about; null if the data has none. */
function familyOf({ name }: Condition, { conditions }: Graph): Condition | null {
  const key = keyOfText(`Family of a ${name}`);
  return [...conditions.values()].find((each) => keyOfText(each.name) === key) ?? null;
}

/** The condition on the person of whose family another condition is; null if the data has none. */
function memberOf({ name }: Condition, { conditions }: Graph): Condition | null {
  const key = keyOfText(name);
  return [...conditions.values()].find((each) => keyOfText(`Family of a ${each.name}`) === key) ?? null;
}
