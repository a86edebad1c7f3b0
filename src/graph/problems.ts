/** A problem of the data: its place, the constraint that it violates, what is wrong and what to do. */

/** A place in the data: the kind and slug of a document, and a path inside it. `kind: ''` is the data set as a whole. */
export interface ProblemPlace {
  readonly kind: string;
  readonly slug: string;
  readonly path: readonly (string | number)[];
}

export interface Problem {
  /** The name of the violated constraint. */
  readonly law: string;
  readonly place: ProblemPlace;
  /** What is wrong: a sentence without a full stop. */
  readonly message: string;
  /** What to do: a sentence. */
  readonly remedy: string;
  /**
   * True if the data violates the constraint on some days only. Such data was valid when it was published, so a server
   * starts with a warning, while `check` and `publish` refuse it.
   */
  readonly dependsOnDay?: boolean;
}
