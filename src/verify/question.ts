/** The question of a receipt, in entries of the graph. read-question.ts reads it from the receipt. */
import type { Condition, Graph, Passage, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import type { SourceAuthority } from '../model/words.ts';

export interface Question {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly subject: Subject;
  /** Null: care at home. */
  readonly territory: Territory | null;
  /** An ISO day. */
  readonly on: string;
  /** Whether the day was left out, so that `on` is the day of asking. */
  readonly onAssumed: boolean;
  /**
   * 1 for a condition that is met, 0 for one that is not; for one that counts, the number. Met, unmet, counted, each by
   * slug.
   */
  readonly given: ReadonlyMap<Condition, number>;
  /** By slug; null where all sources are heard. */
  readonly accordingTo: readonly Source[] | null;
  readonly minimumAuthority: SourceAuthority | null;
  readonly hears: (passage: Passage) => boolean;
}
