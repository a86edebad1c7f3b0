/** What a command line comes to, done once its grammar is read. */

/** Thrown and not returned: once a command's handler returns, yargs writes the whole help for nobody, a tenth of a start. */
export class Choice extends Error {
  readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    super('chosen');
    this.work = work;
  }
}

/** A command's handler that leaves its work to whoever reads the grammar. */
export const choosing =
  <Flags>(work: (flags: Flags) => Promise<void>) =>
  (flags: Flags): never => {
    throw new Choice(() => work(flags));
  };
