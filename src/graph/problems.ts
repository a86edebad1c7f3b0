/** What is wrong with a data set: every problem at once, each with its place, the law it breaks and what to do. */

/** Where in the data: the document by kind and slug, and the way into it. `kind: ''` is the data set as a whole. */
export interface ProblemPlace {
  readonly kind: string;
  readonly slug: string;
  readonly path: readonly (string | number)[];
}

export interface Problem {
  /** The law broken, by its name in the table of laws. */
  readonly law: string;
  readonly place: ProblemPlace;
  /** What is wrong, in a sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /**
   * True where the data breaks the law on some days and keeps it on others. Such data was sound when it was released, so
   * a start goes on with a warning; checking and publishing refuse it.
   */
  readonly dependsOnDay?: boolean;
}
