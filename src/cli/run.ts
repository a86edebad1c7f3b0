/** Runs one command line without touching the process: takes arguments, prints text, returns an exit code. */
import { readFolders } from '../config/folders.ts';
import { settingsOf } from '../config/reading.ts';
import type { FailureCode } from '../errors.ts';
import { asCliError, printFailure } from './failures.ts';
import type { CliIo } from './ports.ts';

export type { CliIo } from './ports.ts';

/**
 * Runs the command in `argv` and resolves to its exit code: 0 if it succeeded (for `serve`: if the server now listens),
 * else the code of the CliError, whose lines are printed on standard error. An error of the operating system, such as a full
 * disk, is printed in words, with code 1. Rejects only if the program has a bug.
 */
export async function run(argv: readonly string[], io: CliIo): Promise<0 | FailureCode> {
  try {
    await runArguments(argv, io);
    return 0;
  } catch (error) {
    const failure = asCliError(error);
    if (failure === null) throw error;
    return printFailure(io, failure, argv.includes('--json'));
  }
}

async function runArguments(argv: readonly string[], io: CliIo): Promise<void> {
  const names = await completedNames(argv, io);
  if (names !== null) {
    io.say(names.join('\n'));
    return;
  }
  // `serve` alone, which npm start and containers run, needs no parser: loading yargs would slow the start.
  if (argv.length === 1 && argv[0] === 'serve') {
    const { serve } = await import('./serving.ts');
    await serve({}, io);
    return;
  }
  const { runCommand } = await import('./run-command.ts');
  await runCommand(argv, io);
}

/**
 * The names that the shell may complete the current word to. Null if the shell did not ask for completion, or if the word
 * is a command or a flag, which yargs completes.
 */
async function completedNames(argv: readonly string[], { around, load }: CliIo): Promise<string[] | null> {
  if (argv[0] !== '--get-yargs-completions') return null;
  const [, command = '', ...words] = argv.slice(1);
  const current = words.pop();
  if (current === undefined || current.startsWith('-')) return null;
  const { namesFor, shelfAt } = await import('./completion.ts');
  const shelf = shelfAt(command, words);
  return shelf === null ? null : namesFor(await load(settingsOf(readFolders({}, around))), shelf, current);
}
