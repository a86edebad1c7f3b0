/** The commands: what is typed after the name of the program, and what each of them does. */
import yargs, { type Argv } from 'yargs';
import { readFolders } from '../config/folders.ts';
import { type Flags as SettingFlags, settingsOf } from '../config/reading.ts';
import type { Context } from '../schema/builder.ts';
import type { Asking } from './query-variables.ts';
import { Choice, choosing } from './choosing.ts';
import * as commands from './commands.ts';
import type { TextLayout } from './text-layout.ts';
import { CliError, reportingAll } from '../errors.ts';
import { withNew } from './new-entries.ts';
import { fingerprintExplained } from './messages.ts';
import type { CliIo } from './run.ts';
import { withVersions } from './version-commands.ts';

interface Flags extends SettingFlags {
  readonly json?: boolean | undefined;
}

/** Does what was typed. Rejects with a Refusal where that cannot be done, or is no command. */
export async function runCommand(argv: readonly string[], terminal: CliIo): Promise<void> {
  let printed = '';
  const choice = await choiceOf(() =>
    grammar(terminal).parseAsync([...argv], {}, (_error: unknown, _argv: unknown, output: string) => {
      printed = output;
    }),
  );
  await choice?.work();
  if (printed !== '') terminal.say(printed);
}

/** Null where nothing was chosen: then help, the version or the script for completion was asked for. */
async function choiceOf(read: () => Promise<unknown>): Promise<Choice | null> {
  try {
    await read();
    return null;
  } catch (error) {
    if (error instanceof Choice) return error;
    throw error;
  }
}

function grammar(terminal: CliIo): Argv {
  const { around, say } = terminal;
  const context = (flags: Flags): Promise<Context> => terminal.load(settingsOf(readFolders(flags, around)));
  /** Says the answer to what was asked: as the API gives it, or in words. */
  const told = <Arguments extends Flags>(
    ask: (
      answers: typeof import('./queries.ts'),
      context: Context,
      flags: Arguments,
    ) => { data: object; text: (page: TextLayout) => string[] },
  ) =>
    choosing(async (flags: Arguments): Promise<void> => {
      const [answers, loaded] = await Promise.all([import('./queries.ts'), context(flags)]);
      const { data, text } = ask(answers, loaded, flags);
      say(
        flags.json === true
          ? JSON.stringify({ data }, null, 2)
          : text(terminal)
              .map((line) => line.trimEnd())
              .join('\n'),
      );
    });

  const asking = yargs()
    .scriptName('covergraph')
    .usage('$0 COMMAND\n\nWhat a health plan covers, on which conditions, and who says so.')
    .locale('en')
    .version(terminal.version())
    .wrap(terminal.columns)
    .command(
      'ask [question..]',
      'A question in plain English; without one, a prompt for several',
      commands.ask,
      choosing(asked),
    )
    .command(
      'coverage <plan> <subject>',
      'Whether a plan covers something, and what it requires',
      commands.coverage,
      told<Flags & Asking & { plan: string; subject: string }>((answers, loaded, { plan, subject, ...asking }) =>
        answers.coverage(loaded, plan, subject, asking),
      ),
    )
    .command(
      'compare <plans..>',
      'Plans side by side on one subject: --of SUBJECT',
      commands.compare,
      told<Flags & Asking & { plans: string[]; of: string }>((answers, loaded, { plans, of, ...asking }) =>
        answers.compare(loaded, plans, of, asking),
      ),
    )
    .command(
      'matrix',
      'Many plans and subjects at a glance',
      commands.matrix,
      told<Flags & Asking & { plans: string[]; of: string[] }>((answers, loaded, { plans, of, ...asking }) =>
        answers.matrix(loaded, plans, of, asking),
      ),
    )
    .command(
      'show <entry>',
      'Anything in the graph, by its name: what it is and who says so',
      commands.show,
      told<Flags & { entry: string }>((answers, loaded, { entry }) => answers.show(loaded, entry)),
    )
    .command(
      'check',
      'Check a data set against every law, and print what is wrong',
      commands.check,
      choosing((flags: Flags & { all: boolean; explain?: string | undefined }) =>
        flags.explain === 'fingerprint' ? explain() : check(flags),
      ),
    )
    .command('import', "Make a pack of a publisher's files, to load beside the data", (command) =>
      command
        .command(
          'cms-pbp',
          "CMS's Plan Benefit Package: the benefits of Medicare Advantage plans",
          commands.importPbp,
          choosing(importPbp),
        )
        .command(
          'marketplace-puf',
          "CMS's public use files of the marketplace: the benefits of plans on HealthCare.gov",
          commands.importPuf,
          choosing(async ({ from, to }: { from: string; to: string }) => {
            say((await terminal.importFeed({ feed: 'marketplace-puf', year: 0, from, to })).join('\n'));
          }),
        )
        .demandCommand(1, 'Say what to import: see covergraph import --help.'),
    )
    .command(
      'verify <file>',
      'Check a saved answer, step by step, against the data',
      commands.verify,
      choosing(verify),
    );
  return withVersions(withNew(asking, terminal), terminal)
    .command(
      'serve',
      'Answer questions about coverage over GraphQL',
      commands.serve,
      choosing(async ({ _: [, ...unnamed] = [], ...flags }: SettingFlags & { _?: readonly unknown[] }) =>
        (await import('./serving.ts')).serve(flags, terminal, unnamed.map(String)),
      ),
    )
    .command(
      'schema',
      "Print the public schema, in GraphQL's schema language",
      commands.schemaCommand,
      choosing(async () => {
        say((await import('./queries.ts')).publicSchema());
      }),
    )
    .completion('completion', 'Print a script for completion in bash or zsh')
    .demandCommand(1, 'Say what to do: one of the commands in covergraph --help.')
    .epilogue(commands.exitCodes)
    .strict()
    .exitProcess(false)
    .fail((message: string, error: Error | undefined) => {
      throw error instanceof Error && error.name !== 'YError'
        ? error
        : new CliError([message, '', `See covergraph --help, or --help after a command.`], 2);
    });

  /** The words of a question need no quotes; without any, every line typed is one. */
  async function asked({ question = [], ...flags }: Flags & { question?: string[] | undefined }): Promise<void> {
    const [answers, loaded] = await Promise.all([import('./queries.ts'), context(flags)]);
    const tell = (words: string): void => {
      const { data, text } = answers.question(loaded, words);
      say(
        flags.json === true
          ? JSON.stringify({ data }, null, 2)
          : text(terminal)
              .map((line) => line.trimEnd())
              .join('\n'),
      );
    };
    if (question.length > 0) tell(question.join(' '));
    else
      await terminal.prompt((line) => {
        if (line.trim() !== '') tell(line);
      });
  }

  async function check(flags: Flags & { all: boolean }): Promise<void> {
    const folders = settingsOf(readFolders(flags, around));
    const {
      graph: { plans, rules, sources },
    } = await reportingAll(flags.all, () => terminal.load(folders, true));
    say(
      `The data is sound: ${String(plans.size)} plans, ${String(rules.size)} rules, ${String(sources.size)} sources.`,
    );
  }

  async function verify({ file, ...flags }: Flags & { file: string }): Promise<void> {
    const [{ checkReceipt }, text, { graph }] = await Promise.all([
      import('./receipt.ts'),
      terminal.read(file),
      context(flags),
    ]);
    const { accepted, lines } = checkReceipt(graph, text, file);
    if (!accepted) throw new CliError(lines, 1);
    say(lines.join('\n'));
  }

  async function importPbp({ year, from, to }: { year: string; from: string; to: string }): Promise<void> {
    if (!/^20\d\d$/.test(year))
      throw new CliError([`--year is "${year}", which is no contract year: give one such as 2027.`], 2);
    say((await terminal.importFeed({ feed: 'cms-pbp', year: Number(year), from, to })).join('\n'));
  }

  async function explain(): Promise<void> {
    say(fingerprintExplained);
    const fingerprint = await terminal.fingerprint();
    if (fingerprint !== null) say(fingerprint);
  }
}
