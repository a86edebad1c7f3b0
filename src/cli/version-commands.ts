/** The commands on published versions in a database: `publish`, `rollback`, `prune`, `versions`, `diff` and `migrate`. */
import type { Argv } from 'yargs';
import { dayInNewYork } from '../clock.ts';
import { demandDatabase } from '../config/database.ts';
import { readFolders } from '../config/folders.ts';
import { type Flags as SettingFlags, settingsOf } from '../config/reading.ts';
import { CliError, reportingAll } from '../errors.ts';
import type { VersionStore } from '../store/postgres/database.ts';
import { choosing } from './choosing.ts';
import * as commands from './commands.ts';
import type { CliIo } from './ports.ts';

type Formats = typeof import('./format-versions.ts');

/** What a command prints: `data` as JSON with --json, else `lines`. */
interface VersionReport {
  readonly data: unknown;
  readonly lines: (formats: Formats) => string[];
}

/** A handler that works with the database of the settings and prints a report. */
const reporting = <Flags extends object>(
  { around, inDatabase, say }: CliIo,
  use: 'to read' | 'to write',
  work: (store: VersionStore, flags: Flags) => Promise<VersionReport>,
) =>
  choosing(async (flags: Flags): Promise<void> => {
    const { data, lines } = await inDatabase(settingsOf(demandDatabase(around)), use, (store) => work(store, flags));
    if ('json' in flags && flags.json === true) {
      say(JSON.stringify({ data }, null, 2));
      return;
    }
    say(lines(await import('./format-versions.ts')).join('\n'));
  });

/** Adds the commands to the grammar. */
export function withVersions(grammar: Argv, io: CliIo): Argv {
  return grammar
    .command('publish', 'Publish a checked data set as a new version in a database', commands.publish, publish(io))
    .command('rollback', 'Make an older version current again', commands.rollback, rollback(io))
    .command('prune', 'Remove old versions from a database', commands.prune, prune(io))
    .command('versions', 'List the published versions, and which one is current', commands.versions, versions(io))
    .command(
      'diff <before> <after>',
      'Show how two versions differ, in entries and in answers',
      commands.diff,
      diff(io),
    )
    .command(
      'migrate',
      'Create the tables that hold versions, or update them to this release',
      commands.migrate,
      migrate(io),
    );
}

const publish = (io: CliIo) =>
  reporting<SettingFlags & { note?: string | undefined; all: boolean }>(
    io,
    'to write',
    async (store, { note = null, ...flags }) => {
      const folders = settingsOf(readFolders(flags, io.around));
      const publication = await reportingAll(flags.all, () => io.documents(folders));
      const published = await store.publish({ ...publication, note, at: io.now() });
      return { data: published, lines: ({ publishedLines }) => publishedLines(published) };
    },
  );

const rollback = (io: CliIo) =>
  reporting<{ to?: string | undefined }>(io, 'to write', async (store, { to = null }) => {
    const change = await store.rollback(to);
    return { data: change, lines: ({ rollbackLines }) => rollbackLines(change) };
  });

const prune = (io: CliIo) => {
  const reported = reporting<Prune & { keep: number; days: number | null }>(
    io,
    'to write',
    async (store, { keep, days, includeRollback, dryRun }) => {
      const before = days === null ? null : new Date(Date.parse(io.now()) - days * DAY).toISOString();
      const pruned = await store.prune({ keep, before, includeRollback, isDryRun: dryRun });
      return { data: pruned, lines: ({ prunedLines }) => prunedLines(pruned) };
    },
  );
  return (flags: Prune & { keep: string; olderThan?: string | undefined }): never =>
    reported({
      ...flags,
      keep: countOf('--keep', flags.keep, 1),
      days: flags.olderThan === undefined ? null : countOf('--older-than', flags.olderThan, 0),
    });
};

interface Prune {
  includeRollback: boolean;
  dryRun: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** Throws a CliError unless the text is a whole number from `least` to 99,999. */
function countOf(flag: string, text: string, least: number): number {
  const count = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (count >= least) return count;
  throw new CliError([`${flag} is "${text}". Give a whole number from ${String(least)} to 99999.`], 2);
}

const versions = (io: CliIo) =>
  reporting(io, 'to read', async (store) => {
    const list = await store.versions();
    return { data: list, lines: ({ versionLines }) => versionLines(list) };
  });

const diff = (io: CliIo) =>
  reporting<{ before: string; after: string }>(io, 'to read', async (store, flags) => {
    await store.check();
    const before = await store.open(await store.find(flags.before));
    const after = await store.open(await store.find(flags.after));
    const changes = await store.changes(before.number, after.number);
    const on = dayInNewYork(Date.parse(io.now()));
    return {
      data: { before: before.number, after: after.number, entries: changes },
      lines: ({ differenceLines }) => differenceLines({ before, after, changes, on }),
    };
  });

const migrate = (io: CliIo) =>
  reporting(io, 'to write', async (store) => {
    const applied = await store.migrate();
    const newer = await store.newerSteps();
    return { data: { applied, newer }, lines: ({ migratedLines }) => migratedLines(applied, newer) };
  });
