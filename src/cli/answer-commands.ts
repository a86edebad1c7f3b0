/** The commands that print answers of the API: `ask`, `coverage`, `compare`, `matrix` and `show`. */
import type { Argv } from 'yargs';
import { readFolders } from '../config/folders.ts';
import { type Flags as SettingFlags, settingsOf } from '../config/reading.ts';
import type { Context } from '../schema/builder.ts';
import { CliError } from '../errors.ts';
import { choosing } from './choosing.ts';
import { printFailure } from './failures.ts';
import * as commands from './commands.ts';
import type { CliIo } from './ports.ts';
import type { CommandResult } from './queries.ts';
import type { CaseFlags } from './query-variables.ts';

type Queries = typeof import('./queries.ts');

interface Flags extends SettingFlags {
  readonly json?: boolean | undefined;
}

/** Prints a result: as JSON, as the API gives it, or as text. */
function print(io: CliIo, { data, text }: CommandResult, isJson: boolean): void {
  if (isJson) {
    io.say(JSON.stringify({ data }, null, 2));
    return;
  }
  const lines = text(io).map((line) => line.trimEnd());
  io.say(lines.join('\n'));
}

/** Loads the data and, at the same time, the module of queries, which other commands do not need. */
function loadQueries(io: CliIo, flags: Flags): Promise<[Queries, Context]> {
  return Promise.all([import('./queries.ts'), io.load(settingsOf(readFolders(flags, io.around)))]);
}

/** A handler that loads the data, runs a query and prints its result. */
const printing = <Arguments extends Flags>(
  io: CliIo,
  query: (queries: Queries, context: Context, flags: Arguments) => CommandResult,
) =>
  choosing(async (flags: Arguments): Promise<void> => {
    const [queries, context] = await loadQueries(io, flags);
    print(io, query(queries, context, flags), flags.json === true);
  });

/**
 * `ask`: the words of a question need no quotes. Without words it shows a prompt, and each line is a question, which takes what
 * it leaves out from the last one that was understood.
 */
const asking = (io: CliIo) =>
  choosing(async ({ question = [], ...flags }: Flags & { question?: string[] | undefined }): Promise<void> => {
    const [queries, context] = await loadQueries(io, flags);
    let previous: string | null = null;
    const printAnswer = (words: string): void => {
      const answer = queries.question(context, words, previous);
      print(io, answer, flags.json === true);
      previous = answer.operation ?? previous;
    };
    if (question.length > 0) {
      printAnswer(question.join(' '));
      return;
    }
    // A question that is refused does not end the prompt: the next line may be a better one.
    await io.prompt((line) => {
      try {
        if (line.trim() !== '') printAnswer(line);
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        printFailure(io, error, flags.json === true);
      }
    });
  });

/** Adds the commands to the grammar. */
export function withAnswers(grammar: Argv, io: CliIo): Argv {
  return grammar
    .command(
      'ask [question..]',
      'Ask a question in plain English; without one, a prompt for several',
      commands.ask,
      asking(io),
    )
    .command(
      'coverage <plan> <subject>',
      'Whether a plan covers something, and what it requires',
      commands.coverage,
      printing<Flags & CaseFlags & { plan: string; subject: string }>(
        io,
        (queries, context, { plan, subject, ...facts }) => queries.coverage(context, plan, subject, facts),
      ),
    )
    .command(
      'compare <plans..>',
      'Compare plans on one subject: --of SUBJECT',
      commands.compare,
      printing<Flags & CaseFlags & { plans: string[]; of: string }>(io, (queries, context, { plans, of, ...facts }) =>
        queries.compare(context, plans, of, facts),
      ),
    )
    .command(
      'matrix',
      'The answers for many plans and subjects, in short',
      commands.matrix,
      printing<Flags & CaseFlags & { plans: string[]; of: string[] }>(io, (queries, context, { plans, of, ...facts }) =>
        queries.matrix(context, plans, of, facts),
      ),
    )
    .command(
      'show <entry>',
      'Show any entry of the graph by its name, with its sources',
      commands.show,
      printing<Flags & { entry: string }>(io, (queries, context, { entry }) => queries.show(context, entry)),
    );
}
