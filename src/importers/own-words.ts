/**
 * What is kept of a text in the words of an issuer or a plan: what it mentions, and the words themselves only if the operator
 * asked for them. The words may hold the copyrighted descriptor of a billing code, so a pack that holds them is the operator's own.
 */

const MENTIONS = {
  massage: /massage/i,
  authorization: /prior(?:\s|-)*auth|pre-?auth|pre-?cert/i,
  prescriber:
    /\bprescrib|\bprescription(?!s? drugs?\b)|\bordered by\b|\b(?:physician|doctor|practitioner|provider)(?:['’]s)?\s+(?:written\s+)?orders?\b/i,
  referral: /\breferr(?:al|ed)/i,
} as const;
/** What a text can be found to mention. */
export type Mention = keyof typeof MENTIONS;

/** A text in the words of an issuer or a plan. */
export interface OwnWords {
  readonly mentions: readonly Mention[];
  /** The words on one line, shortened where they are very long; null unless the operator asked to keep them. */
  readonly words: string | null;
}

/** A passage of a source has at most 2,000 characters. */
const MOST_CHARACTERS = 1_800;

/** What is stored of a text as the cell of a row; empty for an empty text. */
export function storedWords(text: string, keepTexts: boolean): string {
  if (text === '') return '';
  const mentions = (Object.keys(MENTIONS) as Mention[]).filter((mention) => MENTIONS[mention].test(text));
  const line = text.replace(/\s+/g, ' ').trim();
  const words = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS).trim()} [...]` : line;
  const kept: OwnWords = { mentions, words: keepTexts ? words : null };
  return JSON.stringify(kept);
}

/** Reads what `storedWords` stored; null for a blank cell. */
export function ownWordsOf(cell: string | undefined): OwnWords | null {
  return cell === undefined || cell === '' ? null : (JSON.parse(cell) as OwnWords);
}

/** A passage that quotes the words, or the given sentence if they were not kept. */
export function quotationOr({ words }: OwnWords, sentence: string): string {
  return words === null ? sentence : `In its own words: "${words}"`;
}

/** The conditions that may apply because a text mentions something. A mention never makes a condition certain, and never removes one. */
export const HEDGED_CONDITIONS: readonly (readonly [mention: Mention, condition: string, says: string])[] = [
  ['authorization', 'prior-authorization', 'Speaks of authorization beforehand.'],
  ['prescriber', 'prescribed', 'Speaks of a prescription or an order.'],
  ['referral', 'referral', 'Speaks of a referral.'],
];

/** The line with which a pack warns that it quotes texts. */
export const QUOTATION_NOTICE =
  "This pack quotes texts in the words of issuers and plans, which may be protected by copyright. It is for the operator's own use: do not publish it.";
