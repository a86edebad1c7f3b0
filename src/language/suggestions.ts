/** Questions to ask instead of one that was not understood. Every suggestion is itself understood. */
import { areaIndexOf } from '../graph/area-index.ts';
import { closest } from '../graph/did-you-mean.ts';
import type { Entry, Graph, Plan, Subject } from '../graph/entries.ts';
import type { ConceptKind } from '../model/words.ts';
import type { Interpretation } from './fill-slots.ts';
import { interpret } from './interpret.ts';
import { search } from './search.ts';

const MOST_SUGGESTIONS = 3;

/** Longer questions, in characters, are not rewritten, because each candidate has to be interpreted. */
const LONGEST_REWRITTEN = 300;

/**
 * At most three suggestions, nearest first: the question with an ambiguous or unknown name replaced, and then other
 * questions on the plans and subjects that it names.
 */
export function suggestions(graph: Graph, question: string, interpretation: Interpretation, today: string): string[] {
  const suggested = new Set<string>();
  for (const candidate of candidates(graph, question, interpretation)) {
    if (suggested.size >= MOST_SUGGESTIONS) break;
    if (candidate === question || suggested.has(candidate) || !isSentence(candidate)) continue;
    if (isUnderstood(interpret(graph, candidate, today))) suggested.add(candidate);
  }
  return [...suggested];
}

/** Whether a text reads as a question: it begins as one, and no word occurs twice in a row. */
function isSentence(text: string): boolean {
  return (
    /^(?:is|are|do|does|did|can|could|will|would|should|may|must|what|which|who|whom|how|where|when|why|if|i|my|we|our|im|i'm)\b/i.test(
      text,
    ) &&
    !/\b(\p{L}+) \1\b/iu.test(text) &&
    !/\b(?:a|an|the|for|with|from|by|in|of|on|at|my|and|or|under)\s*(?:[?.!,;]|$)/i.test(text)
  );
}

function* candidates(graph: Graph, question: string, interpretation: Interpretation): Iterable<string> {
  if (question.length <= LONGEST_REWRITTEN) {
    yield* disambiguated(question, interpretation);
    yield* corrected(graph, question, interpretation);
  }
  yield* relatedQuestions(graph, interpretation);
}

/** Whether a question is understood and names enough to be answered. */
function isUnderstood({ intent, notUnderstood, ambiguous, plans, subjects, places }: Interpretation): boolean {
  if (intent === null || notUnderstood.length > 0 || ambiguous.length > 0) return false;
  if (plans.length === 0) return subjects.length > 0;
  return (
    subjects.length + places.length > 0 || intent === 'DESCRIBE' || intent === 'OPTIONS' || intent === 'ELIGIBILITY'
  );
}

/** The question with each meaning of each ambiguous name written out: "the state of Georgia". */
function disambiguated(question: string, { ambiguous }: Interpretation): string[] {
  return ambiguous
    .filter(({ text }) => text !== '')
    .flatMap(({ text, entries, isCounty, choices = [] }) => {
      const countiesInStates = entries.map(({ name }) => `${text}, ${name}`);
      const counties = choices.length > 0 ? choices : countiesInStates;
      const names = isCounty === true ? counties : entries.map(unambiguousName);
      return names.map((name) => replaceTyped(question, text, name));
    });
}

/**
 * The question with typed words replaced. The words may have punctuation between them that the tokenizer left out, as in
 * "St. Louis", and the ending of a possessive.
 */
function replaceTyped(question: string, typed: string, replacement: string): string {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pattern = words.join("(?:['\u2019]s)?[^\\p{L}\\p{N}]+");
  if (words.length === 0) return question;
  return question.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u'), () => replacement);
}

function unambiguousName(entry: Entry): string {
  if (entry.kind !== 'TERRITORY') return entry.name;
  return `${entry.partOf.length > 0 ? 'the state of' : 'the country of'} ${entry.name}`;
}

/** The question with its only unknown name replaced by a similar name of the graph, or left out. */
function corrected(graph: Graph, question: string, { notUnderstood, plans, subjects }: Interpretation): string[] {
  const [name, ...otherNames] = notUnderstood;
  if (name === undefined || otherNames.length > 0) return [];
  if (/ (?:county|parish)$/i.test(name)) return withOtherCounty(graph, question, name);
  const withSimilarName = search(graph, name, kindsToSuggest(plans.length > 0, subjects.length > 0))
    .slice(0, 2)
    .map((entry) => question.replace(name, 'phrase' in entry ? entry.phrase : entry.name));
  // Without a number the question would mean something else: a day would become a year, a plan its whole contract.
  if (plans.length === 0 || subjects.length === 0 || /\d/.test(name)) return withSimilarName;
  return [...withSimilarName, ...withoutName(question, name)];
}

/** The kinds of entries that may replace an unknown name: those of which the question names none. */
function kindsToSuggest(namesPlan: boolean, namesSubject: boolean): readonly ConceptKind[] {
  if (!namesPlan) return ['PLAN'];
  return namesSubject ? ['SERVICE', 'TECHNIQUE'] : ['SERVICE', 'TECHNIQUE', 'BILLING_CODE'];
}

/** The question with a similar county in place of an unknown one, and without it. */
function withOtherCounty(graph: Graph, question: string, county: string): string[] {
  const nounAt = county.lastIndexOf(' ');
  const similar = closest(county.slice(0, nounAt), areaIndexOf(graph).countyNames());
  return [
    ...similar.map((name) => question.replace(county, `${name}${county.slice(nounAt)}`)),
    ...['in', 'near', 'for', 'from'].map((preposition) => question.replace(` ${preposition} ${county}`, '')),
  ];
}

/** The prepositions, articles and conjunctions at the end of a text; what follows them can be left out together with them. */
const BEFORE_NAME =
  /(?:\b(?:for|with|from|by|in|of|on|at|to|near|under|and|or)\s+)(?:\b(?:the|a|an|my|his|her|our)\s+)*$/i;

/** The question without a name and the preposition before it. Empty if there is none: the rest would be no sentence. */
function withoutName(question: string, name: string): string[] {
  const at = question.indexOf(name);
  const before = question.slice(0, at);
  if (at === -1 || !BEFORE_NAME.test(before)) return [];
  const rest = `${before.replace(BEFORE_NAME, '')}${question.slice(at + name.length)}`;
  return [
    rest
      .replace(/\s+/g, ' ')
      .replace(/\s+([?.!,])/g, '$1')
      .trim(),
  ];
}

/** "Does TRICARE Prime cover", "Do Marketplace plans cover". */
const doesCover = ({ name }: Plan, subject: Subject): string =>
  `${isPlural(name) ? 'Do' : 'Does'} ${name} cover ${subject.phrase}?`;
const isPlural = (name: string): boolean => /\bplans$/i.test(name);

/** Questions on the first plan and subject named, and then on the plans with the most rules. */
function* relatedQuestions(graph: Graph, { plans, subjects }: Interpretation): Iterable<string> {
  const [plan] = plans;
  const [subject] = subjects;
  if (plan && subject) yield doesCover(plan, subject);
  if (subject) {
    yield `Which plans cover ${subject.phrase}?`;
    yield `What is ${subject.phrase}?`;
  }
  if (plan) {
    for (const ruled of subjectsOfRules(plan)) yield doesCover(plan, ruled);
    yield `What ${isPlural(plan.name) ? 'do' : 'does'} ${plan.name} cover?`;
    yield `What ${isPlural(plan.name) ? 'are' : 'is'} ${plan.name}?`;
  }
  for (const other of [...graph.plans.values()].sort((a, b) => b.rules.length - a.rules.length)) {
    const [mostRuled] = subjectsOfRules(other);
    if (mostRuled) yield `What ${isPlural(other.name) ? 'do' : 'does'} ${other.name} require for ${mostRuled.phrase}?`;
  }
}

/** The subjects of a plan's own rules, the subject of most rules first. */
function subjectsOfRules({ rules }: Plan): Subject[] {
  const ruleCounts = new Map<Subject, number>();
  for (const { subject } of rules) ruleCounts.set(subject, (ruleCounts.get(subject) ?? 0) + 1);
  return [...ruleCounts].sort(([, a], [, b]) => b - a).map(([subject]) => subject);
}
