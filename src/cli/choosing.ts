/**
 * How a command of the grammar passes its work on: yargs calls the handler of the command that was typed, the handler
 * throws a `Choice`, and `runCommand` catches it and does the work.
 */

/**
 * The command that was typed. It is thrown, not returned, because yargs formats the whole help text, which is not used
 * here, after a handler returns: a tenth of the time that a command takes to start.
 */
export class Choice extends Error {
  readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    super('A command was chosen.');
    this.work = work;
  }
}

/** Makes a yargs handler that throws the command's work as a `Choice`. */
export const choosing =
  <Flags>(work: (flags: Flags) => Promise<void>) =>
  (flags: Flags): never => {
    throw new Choice(() => work(flags));
  };
