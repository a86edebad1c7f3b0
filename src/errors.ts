/** Errors that the command line reports as sentences, with an exit code. */

/** 1: the data or a setting has to change. 2: the command was mistyped. */
export type FailureCode = 1 | 2;

/** The reasons why a command cannot continue. This is not a bug, so no stack trace is printed. */
export class CliError extends Error {
  readonly lines: readonly string[];
  readonly exitCode: FailureCode;
  /** The API's response with its errors, which `--json` prints; null if the API did not refuse. */
  readonly response: object | null;
  constructor(lines: readonly string[], exitCode: FailureCode = 1, response: object | null = null) {
    super(lines.join('\n'));
    this.lines = lines;
    this.exitCode = exitCode;
    this.response = response;
  }
}

/** Data that breaks a constraint. The lines report the first problems; `inFull` returns the report of all of them. */
export class UnsoundData extends CliError {
  readonly inFull: () => CliError;
  constructor(report: (most: number) => readonly string[], most: number) {
    super(report(most));
    this.inFull = () => new CliError(report(Infinity));
  }
}

/** Runs `work`. If the data is refused and `isAllWanted` is true, rejects with the report of all problems. */
export async function reportingAll<Result>(isAllWanted: boolean, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAllWanted && error instanceof UnsoundData ? error.inFull() : error;
  }
}
