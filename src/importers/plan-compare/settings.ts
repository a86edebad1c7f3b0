/** What the operator says of the files. */
export interface PlanCompareSettings {
  readonly year: number;
  /** The slug of the source in which the pages were read, if it was not the agency's own site. */
  readonly via?: string;
  /** The age of the copy. */
  readonly edition?: string;
}
