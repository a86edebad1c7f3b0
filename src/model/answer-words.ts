/** Words for parts of an answer that every surface shows: the page, the pages without scripts, and the command line. */
import type { FORMALITY_TOPICS } from './words.ts';

/** The names of the topics of formalities, in the order in which answers list them. */
const FORMALITY_NAMES: Readonly<Record<(typeof FORMALITY_TOPICS)[number], string>> = {
  ORDER: 'Prescription or order',
  AUTHORIZATION: 'Prior authorization',
  REFERRAL: 'Referral',
  NETWORK: 'Provider network',
  DOCUMENTATION: 'Documentation',
  COST_SHARING: 'Cost sharing',
};

/** The name of the topic of a formality: "Prior authorization". The API has no verdict on any other topic. */
export const formalityName = (topic: string): string =>
  Object.entries(FORMALITY_NAMES).find(([each]) => each === topic)?.[1] ?? topic;

/** A limit or a cost of an answer, as the API lists it. */
interface Amount {
  readonly text: string;
  /** All of these groups are required; within a group any fact is enough. */
  readonly terms: readonly (readonly { readonly text: string }[])[];
}

/** A limit or a cost with the conditions on which it applies: "$20 copayment per visit, if referred". */
export function amountText({ text, terms }: Amount): string {
  if (terms.length === 0) return text;
  const groups = terms.map((group) => {
    const facts = group.map((fact) => fact.text).join(' or ');
    return group.length > 1 && terms.length > 1 ? `either ${facts}` : facts;
  });
  return `${text}, if ${groups.join(' and ')}`;
}
