/** What remarks say of units, modifiers and several codes on one day. */
import type { Entry, Remark } from '../graph/entries.ts';
import { list, sentence } from '../graph/sentences.ts';
import type { AnswerFunction, AnswerRequest } from './answer-helpers.ts';
import type { BillingDetail } from './billing-details.ts';
import { remarksOperation } from './graphql-operations.ts';

const MOST_REMARKS = 4;

/** Adds the remarks on the billing details of a question, or that no source speaks of them. */
export function addBillingDetails(request: AnswerRequest): void {
  const { billingDetails, subjects, plans, answerText } = request;
  if (billingDetails.length === 0) return;
  const entries: readonly Entry[] = [...subjects, ...plans];
  const said = new Set<Remark>();
  const unsaid: string[] = [];
  for (const detail of billingDetails) {
    const remarks = remarksOn(detail, entries);
    if (remarks.length === 0) unsaid.push(detail.text);
    for (const remark of remarks.slice(0, MOST_REMARKS)) said.add(remark);
  }
  if (said.size > 0)
    answerText.add('What sources say of how this is billed; these are remarks, not rules of coverage:');
  for (const { text, modality, cites } of said)
    answerText.add(`- ${modality === 'MAY' ? 'Possibly: ' : ''}${sentence(text)}`, cites);
  if (unsaid.length > 0)
    answerText.add(`The remarks on what you named do not mention this: ${list([...new Set(unsaid)], 'and')}.`);
}

/** Answers a question about how a code is billed that names no plan. */
export const answerBilling: AnswerFunction = (request) => {
  addBillingDetails(request);
  return { concepts: request.subjects, operation: remarksOperation(request.subjects) };
};

const remarksOn = ({ terms }: BillingDetail, entries: readonly Entry[]): Remark[] =>
  entries.flatMap(({ remarks }) => remarks.filter(({ text }) => terms.some((term) => containsTerm(text, term))));

/** Whether a text contains a term as whole words, or in the plural. */
const containsTerm = (text: string, term: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${term}s?(?![\\p{L}\\p{N}])`, 'iu').test(text);
