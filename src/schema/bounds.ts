import { LONGEST_OPERATION } from '../language/operation-limits.ts';

/** The most that one field answers. Fields enforce these numbers, and costs and limits are computed from them. */
export const bounds = {
  /** Pairs of a plan and a subject in one `coverageMatrix`. */
  pairs: 2_500,
  /** Candidates that are derived to fill one page, or to count a list. */
  candidates: 2_500,
  /** Entries of one page. */
  page: 100,
  /** Entries of a page where the client gives no size. */
  defaultPage: 20,
  /** Plans in one `comparePlans`. */
  comparedPlans: 10,
  /** Alternatives of one answer, and how many there are where `first` is left out. */
  alternatives: 20,
  defaultAlternatives: 5,
  /** Ids in one `nodes`. */
  nodes: 100,
  /** Representations in one `_entities`. */
  entities: 1_000,
  /** Characters of a question in plain English. */
  questionCharacters: 1_000,
  /** Characters of the operation that a question goes on from. */
  previousCharacters: LONGEST_OPERATION,
  /** Characters of a search text that are used; the rest is ignored. */
  searchCharacters: 200,
  /** Unknown names of one request that get suggestions. */
  suggestedNames: 5,
} as const;
