/** Answers about an entry itself: what it is, whom it is for, what effects it has, how good the evidence is. */
import type { Entry, Remark } from '../graph/entries.ts';
import { sentence } from '../graph/sentences.ts';
import type { RemarkTopic } from '../model/words.ts';
import type { AnswerFunction, AnswerRequest } from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { remarksOperation } from './graphql-operations.ts';
import { stemsOf } from './remark-terms.ts';

const MODALITY_PREFIX: Record<Remark['modality'], string> = { STATED: '', MAY: 'Possibly: ' };

/** Adds a remark in its own words. One that its source gives as a possibility is marked as one. */
function addRemark(answerText: AnswerText, { text, modality, cites }: Remark): void {
  answerText.add(`- ${MODALITY_PREFIX[modality]}${sentence(text)}`, cites);
}

/** What the question is about: its plans and subjects; if there are none its conditions, and otherwise its places. */
function entriesToDescribe({ plans, subjects, conditionsAsked, met, unmet, places }: AnswerRequest): readonly Entry[] {
  const conditions = [...conditionsAsked, ...met, ...unmet];
  if (plans.length + subjects.length > 0) return [...plans, ...subjects];
  return conditions.length > 0 ? conditions : places;
}

/** The remarks that contain all terms of the question that nothing else in it uses. */
const remarksWithTerms = ({ remarkTerms }: AnswerRequest, remarks: readonly Remark[]): readonly Remark[] =>
  remarks.filter((remark) => remarkTerms.every((term) => stemsOf(remark).has(term)));

/** An answer function that lists the remarks on some topics. */
function answerFromRemarks(...topics: readonly RemarkTopic[]): AnswerFunction {
  return (request) => {
    const { answerText } = request;
    const entries = entriesToDescribe(request);
    if (entries.length === 0) return null;
    for (const entry of entries) {
      const remarks = remarksWithTerms(
        request,
        entry.remarks.filter(({ topic }) => topics.includes(topic)),
      );
      answerText.add(
        remarks.length === 0
          ? `No source in the graph says this of ${entry.name}.`
          : `What the sources say of ${'phrase' in entry ? entry.phrase : entry.name}:`,
      );
      for (const remark of remarks) addRemark(answerText, remark);
    }
    return { concepts: entries, operation: remarksOperation(entries, topics.length === 1 ? topics[0] : undefined) };
  };
}

/** Answers whom a plan is for. */
export const answerEligibility = answerFromRemarks('ELIGIBILITY');
/** Answers what a service or technique is for and what it does. */
export const answerEffects = answerFromRemarks('EFFECT', 'PURPOSE');
/** Answers how good the evidence for a service or technique is. */
export const answerEvidence = answerFromRemarks('EVIDENCE');

const MOST_REMARKS = 12;

/** Topics that a description begins with, in order. */
const FIRST_TOPICS: readonly RemarkTopic[] = ['DEFINITION', 'CLASSIFICATION', 'PURPOSE'];

/** Answers what entries are: names and description, and then remarks in the order of `FIRST_TOPICS`. */
export const answerDescription: AnswerFunction = (request) => {
  const entries = entriesToDescribe(request);
  if (entries.length === 0) return null;
  for (const entry of entries) addDescription(request, entry);
  return { concepts: entries, operation: remarksOperation(entries) };
};

function addDescription(request: AnswerRequest, entry: Entry): void {
  const { answerText } = request;
  const { name, alternateNames, description } = entry;
  const alsoCalled = alternateNames.length > 0 ? `, also called ${alternateNames.join(', ')}` : '';
  answerText.add(
    `${name}${alsoCalled}.${description === null ? '' : ` ${sentence(description)}`}`,
    entry.cites.slice(0, 2),
  );
  const remarks = [...remarksWithTerms(request, entry.remarks)].sort(
    (a, b) => topicOrder(a.topic) - topicOrder(b.topic),
  );
  for (const remark of remarks.slice(0, MOST_REMARKS)) addRemark(answerText, remark);
  if (description === null && remarks.length === 0)
    answerText.add(`No source in the graph says more of what ${name} is.`);
}

function topicOrder(topic: RemarkTopic): number {
  const position = FIRST_TOPICS.indexOf(topic);
  return position === -1 ? FIRST_TOPICS.length : position;
}
