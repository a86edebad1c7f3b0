/**
 * Splits a text with several questions into them. Sentences that state something and ask nothing are part of each question,
 * because they say of whom and of what case all of them are.
 */
import type { Interpretation } from './fill-slots.ts';

const SENTENCE_END =
  /(?<=[?!])\s+|(?<=[a-z0-9)"\u201d]{2}\.|\b(?:part|plan|letter) [a-z]\.)(?<!\b(?:dr|st|mr|mrs|ms|vs|no|approx|etc|ft|mt)\.)\s+|;\s+|\n+/i;
/** Where a second question begins within a sentence: "and what about", "and do I need". The words from "what" on belong to it. */
const CLAUSE_START =
  /(?:,\s*|\s+)(?:(?:and|or|but|plus|also|and also)\s+)?(?=(?:what|how) about\b)|(?:,\s*|\s+)(?:and|but|plus|and also)\s+(?=(?:if\b[^,]*,?\s*)?(?:do|does|did|is|are|can|could|will|would|should|how (?:much|many|often|long)|what|which|who|when|why)\s)/i;
const ASKS =
  /^(?:(?:and|but|so|also|ok|okay|hi|hello|or|then)[,\s]+)*(?:do|does|did|is|are|am|can|could|will|would|should|may|must|how|what|whats|what's|which|who|whom|whose|where|when|why|if)\b/i;

/** "Is that so?": asks nothing but what the text asks or states itself. */
const ASKS_WHETHER_TRUE = /^(?:is|are) (?:that|this|it|they) (?:so|true|right|correct|ok|okay)\b[^,]*$/i;

/** One of the questions in a text. */
export interface SplitQuestion {
  /** The words that ask. */
  readonly asked: string;
  /** The same with the statements of the text before it. */
  readonly question: string;
}

/** The questions in a text. One element if the text holds one question. */
export function splitQuestion(text: string): SplitQuestion[] {
  const sentences = text
    .split(SENTENCE_END)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const statements: string[] = [];
  const questions: string[] = [];
  for (const sentence of sentences) {
    if (ASKS_WHETHER_TRUE.test(sentence) || (!sentence.endsWith('?') && !ASKS.test(sentence)))
      statements.push(sentence);
    else questions.push(...clausesOf(sentence));
  }
  if (questions.length < 2) return [{ asked: text, question: text }];
  return questions.map((asked) => ({ asked, question: [...statements.map(ended), asked].join(' ') }));
}

const ended = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

/** The questions within one sentence. */
function clausesOf(sentence: string): string[] {
  const clauses = sentence
    .split(CLAUSE_START)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  // What comes before the first question belongs to it: "I have Prime, what about massage".
  return clauses.length > 1 && !ASKS.test(clauses[0] ?? '') ? [sentence] : clauses;
}

/** Intents whose answers begin with whether the care is covered, so that they answer a question about that too. */
const STATES_COVERAGE: ReadonlySet<unknown> = new Set(['COVERAGE', 'REQUIREMENTS', 'COST', 'EXPLAIN']);

/**
 * Whether one answer to a whole text says all that the answers to its questions would: if these are about the same plans, subjects,
 * place, day and facts, and ask for the same or one of them only for coverage.
 */
export function saysTheSame(whole: Interpretation, parts: readonly Interpretation[]): boolean {
  const intents = new Set(parts.map(({ intent }) => intent).filter((intent) => intent !== whole.intent));
  const isIntentKept =
    intents.size === 0 || (STATES_COVERAGE.has(whole.intent) && [...intents].every((each) => each === 'COVERAGE'));
  return isIntentKept && whole.notUnderstood.length === 0 && parts.every((part) => caseOf(part) === caseOf(whole));
}

/** A text that is the same for two interpretations of the same plans, subjects, place, day and facts. */
function caseOf({ plans, subjects, territory, day, met, unmet, counts }: Interpretation): string {
  const slugs = (entries: readonly { readonly slug: string }[]): string =>
    entries
      .map(({ slug }) => slug)
      .sort()
      .join();
  const counted = [...counts].map(([{ slug }, count]) => `${slug}=${String(count)}`).join();
  return [slugs(plans), slugs(subjects), territory?.slug, day, slugs(met), slugs(unmet), counted].join(';');
}
