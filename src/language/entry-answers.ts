/** Answers about an entry itself: what it is, whom it is for, what it does, how good the evidence is. */
import type { Entry, Remark } from '../graph/entries.ts';
import { sentence } from '../graph/sentences.ts';
import type { RemarkTopic } from '../model/words.ts';
import type { Answering, AnswerRequest } from './answer-helpers.ts';
import { remarksOperation } from './graphql-operations.ts';
import { stemsOf } from './remark-terms.ts';

const MAY: Record<Remark['modality'], string> = { STATED: '', MAY: 'Possibly: ' };

/** A remark in its own words; one that its source gives as a possibility is told as one. */
function sayRemark({ writing }: AnswerRequest, { text, modality, cites }: Remark): void {
  writing.say(`- ${MAY[modality]}${sentence(text)}`, cites);
}

const named = ({ plans, subjects, asked, met, unmet, places }: AnswerRequest): readonly Entry[] => {
  const entries = [...plans, ...subjects];
  return entries.length > 0 ? entries : [...asked, ...met, ...unmet].length > 0 ? [...asked, ...met, ...unmet] : places;
};

/** The remarks that hold the words which nothing else in the question accounts for; all where there are none. */
const toThePoint = ({ about }: AnswerRequest, remarks: readonly Remark[]): readonly Remark[] => {
  const found = remarks.filter((remark) => about.every((stem) => stemsOf(remark).has(stem)));
  return about.length > 0 ? found : remarks;
};

function onTopics(...topics: readonly RemarkTopic[]): Answering {
  return (asked) => {
    const entries = named(asked);
    if (entries.length === 0) return null;
    for (const entry of entries) {
      const remarks = toThePoint(
        asked,
        entry.remarks.filter(({ topic }) => topics.includes(topic)),
      );
      asked.writing.say(
        remarks.length === 0
          ? `No source in the graph says this of ${entry.name}.`
          : `What the sources say of ${'phrase' in entry ? entry.phrase : entry.name}:`,
      );
      for (const remark of remarks) sayRemark(asked, remark);
    }
    return { concepts: entries, operation: remarksOperation(entries, topics.length === 1 ? topics[0] : undefined) };
  };
}

export const answerEligibility = onTopics('ELIGIBILITY');
export const answerEffects = onTopics('EFFECT', 'PURPOSE');
export const answerEvidence = onTopics('EVIDENCE');

const MOST_SAID = 12;
/** What it is first: description, definition and classification, then the rest. */
export const answerDescription: Answering = (asked) => {
  const entries = named(asked);
  if (entries.length === 0) return null;
  for (const entry of entries) {
    const names = entry.alternateNames.length > 0 ? `, also called ${entry.alternateNames.join(', ')}` : '';
    asked.writing.say(
      `${entry.name}${names}.${entry.description === null ? '' : ` ${sentence(entry.description)}`}`,
      entry.cites.slice(0, 2),
    );
    const first = (topic: RemarkTopic): number => ['DEFINITION', 'CLASSIFICATION', 'PURPOSE'].indexOf(topic) + 1 || 9;
    const remarks = [...toThePoint(asked, entry.remarks)].sort((a, b) => first(a.topic) - first(b.topic));
    for (const remark of remarks.slice(0, MOST_SAID)) sayRemark(asked, remark);
    if (entry.description === null && remarks.length === 0)
      asked.writing.say(`No source in the graph says more of what ${entry.name} is.`);
  }
  return { concepts: entries, operation: remarksOperation(entries) };
};
