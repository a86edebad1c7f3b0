/** How much one field answers at most. Each number is written here alone: fields refuse by it, and prices and limits are made from it. */
export const bounds = {
  /** Pairs of a plan and a subject in one `coverageMatrix`. */
  pairs: 2_500,
  /** Candidates that are derived to fill one page, or to count a list. */
  candidates: 2_500,
  /** Entries of one page. */
  page: 100,
  /** Entries of a page whose size is left out. */
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
  /** Characters of a search text that are looked for; the rest is left out. */
  searchCharacters: 200,
  /** Refused names of one request for which similar names are looked for. */
  suggestedNames: 5,
} as const;
