/** The grammar of the command line, and the run of the command that was typed. */
import yargs, { type Argv } from 'yargs';
import type { Flags as SettingFlags } from '../config/reading.ts';
import { CliError } from '../errors.ts';
import { withAnswers } from './answer-commands.ts';
import { Choice, choosing } from './choosing.ts';
import * as commands from './commands.ts';
import { withData } from './data-commands.ts';
import { withNew } from './new-entries.ts';
import type { CliIo } from './ports.ts';
import { withVersions } from './version-commands.ts';

/** Runs the command in `argv`. Rejects with a CliError if it fails, or if `argv` is not a command. */
export async function runCommand(argv: readonly string[], io: CliIo): Promise<void> {
  let printed = '';
  const choice = await choiceOf(() =>
    grammar(io).parseAsync([...argv], {}, (_error: unknown, _argv: unknown, output: string) => {
      printed = output;
    }),
  );
  await choice?.work();
  if (printed !== '') io.say(printed);
}

/** The command that was typed; null if help, the version or the script for completion was asked for. */
async function choiceOf(parse: () => Promise<unknown>): Promise<Choice | null> {
  try {
    await parse();
    return null;
  } catch (error) {
    if (error instanceof Choice) return error;
    throw error;
  }
}

/** Every command, in the order in which the help lists them. */
function grammar(io: CliIo): Argv {
  const start = yargs()
    .scriptName('covergraph')
    .usage('$0 COMMAND\n\nWhat a health plan covers, on which conditions, and which sources say so.')
    .locale('en')
    .version(io.version())
    .wrap(io.columns);
  return withServer(withVersions(withNew(withData(withAnswers(start, io), io), io), io), io)
    .completion('completion', 'Print a script for completion in bash or zsh')
    .demandCommand(1, 'Choose a command. For the list, run: covergraph --help')
    .epilogue(commands.exitCodes)
    .strict()
    .exitProcess(false)
    .fail((message: string, error: Error | undefined) => {
      if (error instanceof Error && error.name !== 'YError') throw error;
      throw new CliError([message, '', 'For help, run: covergraph --help, or covergraph COMMAND --help'], 2);
    });
}

/** Adds `serve` and `schema`. */
function withServer(start: Argv, io: CliIo): Argv {
  return start
    .command(
      'serve',
      'Start the server, which answers over GraphQL and has a web page',
      commands.serve,
      choosing(async ({ _: words = [], ...flags }: SettingFlags & { _?: readonly unknown[] }) => {
        const { serve } = await import('./serving.ts');
        const unnamed = words.slice(1).map(String);
        await serve(flags, io, unnamed);
      }),
    )
    .command(
      'schema',
      "Print the public schema, in GraphQL's schema language",
      commands.schemaCommand,
      choosing(async () => {
        const { publicSchema } = await import('./queries.ts');
        io.say(publicSchema());
      }),
    );
}
