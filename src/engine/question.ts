/** The input of the engine: a question that holds entries of the graph. Names were resolved before. */
import type { Condition, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import type { SourceAuthority } from '../model/words.ts';

/** One coverage question: whether the plan covers the subject on these facts, at this place and on this day. */
export interface Question {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  /** The count so far of each condition that counts something; whole numbers, 0 or more. */
  readonly counts: ReadonlyMap<Condition, number>;
  /** Where the care is given; null means at home. */
  readonly territory: Territory | null;
  /** The day of the care, as an ISO 8601 date. */
  readonly on: string;
  /** True if no day was given and `on` is today. */
  readonly onAssumed: boolean;
  /** The only sources to include; null means all of them. */
  readonly accordingTo: readonly Source[] | null;
  /** The lowest authority of the sources to include; null means any. */
  readonly minimumAuthority: SourceAuthority | null;
}

/** Thrown if the given facts cannot hold together: a condition is both met and unmet, also by implication or exclusion. */
export class ContradictingFacts extends Error {
  override readonly name = 'ContradictingFacts';
  readonly first: Condition;
  readonly second: Condition;

  constructor(first: Condition, second: Condition, message: string) {
    super(message);
    this.first = first;
    this.second = second;
  }
}
