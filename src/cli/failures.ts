/** Prints why a command failed. */
import { CliError, type FailureCode } from '../errors.ts';
import { isSystemError, systemErrorLine } from '../system-errors.ts';
import type { CliIo } from './ports.ts';

/** Prints the lines of an error on standard error; with `isJson` the response of the API that refused, if it did. */
export function printFailure({ warn }: Pick<CliIo, 'warn'>, error: CliError, isJson: boolean): FailureCode {
  warn(isJson && error.response !== null ? JSON.stringify(error.response, null, 2) : error.lines.join('\n'));
  return error.exitCode;
}

/** The error as one that is printed in words: an error of the operating system is no bug. Null for any other error. */
export function asCliError(error: unknown): CliError | null {
  if (error instanceof CliError) return error;
  return isSystemError(error) ? new CliError([systemErrorLine(error)]) : null;
}
