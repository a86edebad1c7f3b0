/** Matters that people ask about and that the data does not hold, so that an answer can say so. */

/** The matter of a question that can be about coverage too. */
const WHOM_TO_CALL = 'Whom to call';

const MATTERS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:appeal(?:s|ed|ing)?|dispute|grievance)\b|\b(?:fight|contest|challenge) (?:it|this|that|the (?:denial|decision))\b/i,
    'How to appeal or dispute a decision',
  ],
  [
    /\b(?:whom?|who) (?:do|should|can|could|must) (?:i|we) (?:call|contact|ask|talk to|speak to)\b|\bphone number\b/i,
    WHOM_TO_CALL,
  ],
  [
    /\b(?:HSA|FSA|health savings account|flexible spending)s?\b/i,
    'What health savings and flexible spending accounts pay',
  ],
  [/\b(?:diagnosis|icd)(?:[- ]?10)? codes?\b/i, 'Which diagnosis codes a claim needs'],
  [
    /\b(?:switch|change) (?:my )?plans?\b|\b(?:switch|change)\b.*\b(?:by when|deadline)\b/i,
    'When and how plans can be changed',
  ],
];

/** A sentence that says that the matter of a question is not in the data; null if the question is about none of these. */
export function matterNotHeld(question: string): string | null {
  const matter = MATTERS.find(([pattern]) => pattern.test(question))?.[1];
  return matter === undefined ? null : `${matter} is not in the data, so that is not answered here.`;
}

/** The same sentence for a question that has another answer too; null if that answer may be all that was asked for. */
export function otherMatterNotHeld(question: string): string | null {
  const sentence = matterNotHeld(question);
  return sentence?.startsWith(WHOM_TO_CALL) === true ? sentence : null;
}
