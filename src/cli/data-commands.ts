/** The commands that work on data files: `check`, `import` and `verify`. */
import type { Argv } from 'yargs';
import { readFolders } from '../config/folders.ts';
import { type Flags, settingsOf } from '../config/reading.ts';
import { CliError, reportingAll } from '../errors.ts';
import { choosing } from './choosing.ts';
import * as commands from './commands.ts';
import { fingerprintExplained } from './messages.ts';
import type { CliIo, Importing } from './ports.ts';

/** The flags of every import. */
interface PackFlags {
  readonly from: string;
  readonly to: string;
  readonly compress: boolean;
}
/** The flags of the imports of files in which issuers and plans write texts. */
interface TextPackFlags extends PackFlags {
  readonly keepTexts: boolean;
}

interface PageFlags extends PackFlags {
  readonly year: string;
  readonly via?: string | undefined;
  readonly edition?: string | undefined;
}

/** Adds the commands to the grammar. */
export function withData(grammar: Argv, io: CliIo): Argv {
  return grammar
    .command(
      'check',
      'Check a data set against every law, and print what is wrong',
      commands.check,
      choosing((flags: Flags & { all: boolean; explain?: string | undefined }) =>
        flags.explain === 'fingerprint' ? explainFingerprint(io) : check(io, flags),
      ),
    )
    .command('import', "Make a pack from a publisher's files, to load with the data", (command) =>
      command
        .command(
          'cms-pbp',
          "CMS's Plan Benefit Package: the benefits of Medicare Advantage plans",
          commands.importPbp,
          choosing(({ year, from, to, compress, keepTexts }: TextPackFlags & { year: string }) =>
            importFeed(io, { feed: 'cms-pbp', year: contractYear(year), from, to, compress, keepTexts }),
          ),
        )
        .command(
          'marketplace-puf',
          "CMS's public use files of the marketplace: the benefits of plans on HealthCare.gov",
          commands.importPuf,
          choosing(({ from, to, compress, keepTexts }: TextPackFlags) =>
            importFeed(io, { feed: 'marketplace-puf', year: 0, from, to, compress, keepTexts }),
          ),
        )
        .command(
          'plan-compare',
          "Medicare.gov's Plan Compare: what its pages say of Medicare Advantage plans, as a table",
          commands.importPages,
          choosing(({ year, from, to, compress, via, edition }: PageFlags) =>
            importFeed(io, {
              feed: 'plan-compare',
              year: contractYear(year),
              from,
              to,
              compress,
              keepTexts: false,
              ...(via === undefined ? {} : { via: slugOf(via) }),
              ...(edition === undefined ? {} : { edition }),
            }),
          ),
        )
        .demandCommand(1, 'Choose what to import. For the list, run: covergraph import --help'),
    )
    .command(
      'verify <file>',
      'Check a saved answer, step by step, against the data',
      commands.verify,
      choosing((flags: Flags & { file: string }) => verify(io, flags)),
    );
}

async function check(io: CliIo, flags: Flags & { all: boolean }): Promise<void> {
  const folders = settingsOf(readFolders(flags, io.around));
  const { graph } = await reportingAll(flags.all, () => io.load(folders, true));
  const { plans, rules, sources } = graph;
  io.say(
    `The data is sound: ${String(plans.size)} plans, ${String(rules.size)} rules, ${String(sources.size)} sources.`,
  );
}

async function explainFingerprint(io: CliIo): Promise<void> {
  io.say(fingerprintExplained);
  const fingerprint = await io.fingerprint();
  if (fingerprint !== null) io.say(fingerprint);
}

async function importFeed(io: CliIo, feed: Importing): Promise<void> {
  const report = await io.importFeed(feed);
  io.say(report.join('\n'));
}

/** Throws a CliError unless the text is a year from 2000 to 2099. */
function contractYear(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new CliError([`--year is "${text}", which is not a contract year. Give a year such as 2027.`], 2);
}

/** Throws a CliError unless the text is a slug. */
function slugOf(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return text;
  throw new CliError(
    [`--via is "${text}", which is not the slug of a source. Give one such as saved-plan-compare-pages.`],
    2,
  );
}

/** Prints what the checker found. Throws a CliError with the same lines if it did not accept the answer. */
async function verify(io: CliIo, { file, ...flags }: Flags & { file: string }): Promise<void> {
  const [{ checkReceipt }, text, { graph }] = await Promise.all([
    import('./receipt.ts'),
    io.read(file),
    io.load(settingsOf(readFolders(flags, io.around))),
  ]);
  const { accepted, lines } = checkReceipt(graph, text, file);
  if (!accepted) throw new CliError(lines, 1);
  io.say(lines.join('\n'));
}
