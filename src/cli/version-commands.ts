/** The commands on published versions: what is typed, and what they say. Where the database is, they read as all of them do. */
import type { Argv } from 'yargs';
import { demandDatabase } from '../config/database.ts';
import { readFolders } from '../config/folders.ts';
import { type Flags as SettingFlags, settingsOf } from '../config/reading.ts';
import type { VersionStore } from '../store/postgres/database.ts';
import { choosing } from './choosing.ts';
import * as commands from './commands.ts';
import { dayInNewYork } from '../clock.ts';
import { reportingAll } from '../errors.ts';
import type { CliIo } from './run.ts';

type Told = readonly [data: unknown, lines: (said: typeof import('./format-versions.ts')) => string[]];

export function withVersions(grammar: Argv, { around, documents, inDatabase, now, say }: CliIo): Argv {
  const told = <Flags extends object>(
    use: 'to read' | 'to write',
    work: (store: VersionStore, flags: Flags) => Promise<Told>,
  ) =>
    choosing(async (flags: Flags): Promise<void> => {
      const [data, lines] = await inDatabase(settingsOf(demandDatabase(around)), use, (store) => work(store, flags));
      say(
        'json' in flags && flags.json === true
          ? JSON.stringify({ data }, null, 2)
          : lines(await import('./format-versions.ts')).join('\n'),
      );
    });
  return grammar
    .command(
      'publish',
      'Publish a checked data set as a new version in a database',
      commands.publish,
      told<SettingFlags & { note?: string | undefined; all: boolean }>(
        'to write',
        async (store, { note = null, ...flags }) => {
          const folders = settingsOf(readFolders(flags, around));
          const published = await store.publish({
            ...(await reportingAll(flags.all, () => documents(folders))),
            note,
            at: now(),
          });
          return [published, ({ publishedLines }) => publishedLines(published)];
        },
      ),
    )
    .command(
      'rollback',
      'Make an older version current again',
      commands.rollback,
      told<{ to?: string | undefined }>('to write', async (store, { to = null }) => {
        const moved = await store.rollback(to);
        return [moved, ({ rollbackLines }) => rollbackLines(moved)];
      }),
    )
    .command(
      'versions',
      'What was published, and which version is current',
      commands.versions,
      told('to read', async (store) => {
        const found = await store.versions();
        return [found, ({ versionLines }) => versionLines(found)];
      }),
    )
    .command(
      'diff <before> <after>',
      'What differs between two versions: entries, and answers',
      commands.diff,
      told<{ before: string; after: string }>('to read', async (store, { before, after }) => {
        await store.check();
        const [was, is] = [await store.open(await store.find(before)), await store.open(await store.find(after))];
        const changes = await store.changes(was.number, is.number);
        return [
          { before: was.number, after: is.number, entries: changes },
          ({ differenceLines }) =>
            differenceLines({ before: was, after: is, changes, on: dayInNewYork(Date.parse(now())) }),
        ];
      }),
    )
    .command(
      'migrate',
      'Make the tables that versions are kept in, or bring them up to this release',
      commands.migrate,
      told('to write', async (store) => {
        const applied = await store.migrate();
        const newer = await store.newerSteps();
        return [{ applied, newer }, ({ migratedLines }) => migratedLines(applied, newer)];
      }),
    );
}
