/** Failures that are reported to the person who runs the program, as sentences and an exit code. */

/** 1: the data or a setting has to be changed; 2: the command has to be typed differently. */
export type FailureCode = 1 | 2;

/** A command that cannot continue, with every reason. It is not a bug, so no stack is shown. */
export class CliError extends Error {
  readonly lines: readonly string[];
  readonly exitCode: FailureCode;
  /** What `--json` prints where the API refused: its errors, as it gives them. */
  readonly response: object | null;
  constructor(lines: readonly string[], exitCode: FailureCode = 1, response: object | null = null) {
    super(lines.join('\n'));
    this.lines = lines;
    this.exitCode = exitCode;
    this.response = response;
  }
}

/** Data that breaks a law. The lines are a report of the first problems; `inFull` makes the report of all of them. */
export class UnsoundData extends CliError {
  readonly inFull: () => CliError;
  constructor(report: (most: number) => readonly string[], most: number) {
    super(report(most));
    this.inFull = () => new CliError(report(Infinity));
  }
}

/** Does the work; where data is refused, and all of its problems are wanted, with the report of all. */
export async function reportingAll<Result>(isAllWanted: boolean, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAllWanted && error instanceof UnsoundData ? error.inFull() : error;
  }
}
