/** The question as the engine takes it: entries, never names. A name that means nothing has been refused at the door. */
import type { Condition, Graph, Plan, Source, Subject, Territory } from '../graph/entries.ts';
import type { SourceAuthority } from '../model/words.ts';

export interface Question {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  /** How many there are so far of what a condition counts; whole numbers, zero or more. */
  readonly counts: ReadonlyMap<Condition, number>;
  /** Null where the asker left it out: care at home. */
  readonly territory: Territory | null;
  /** An ISO day. */
  readonly on: string;
  /** True where the asker left the day out and `on` is today. */
  readonly onAssumed: boolean;
  /** Null where all sources are heard. */
  readonly accordingTo: readonly Source[] | null;
  readonly minimumAuthority: SourceAuthority | null;
}

/** Facts that cannot hold together: a condition both met and unmet, also by implication or exclusion. */
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
