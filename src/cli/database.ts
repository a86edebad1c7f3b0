/** Where the database of versions is, by the environment or a mounted file: never by a flag, which other users of a machine can see. */
import type { FolderFlags, Read, Surroundings } from './settings.ts';

export interface DatabaseFlags {
  readonly databaseWait?: string | undefined;
  readonly pollSeconds?: string | undefined;
  readonly versionsHeld?: string | undefined;
}

export interface DatabaseSettings {
  readonly address: string;
  /** How long a start waits for the database, and for something to be published there. */
  readonly waitSeconds: number;
  /** From one look at the current version to the next. */
  readonly pollSeconds: number;
  /** How many older versions are held for questions that name them; 0: such questions are refused. */
  readonly versionsHeld: number;
}

/** The address; null where none is set. */
export function readDatabase({ env, secretIn }: Surroundings): Read<string | null> {
  const file = env['DATABASE_URL_FILE'] ?? '';
  const name = file === '' ? 'DATABASE_URL' : 'DATABASE_URL_FILE';
  const address = file === '' ? (env['DATABASE_URL'] ?? '') : secretIn(file)?.trim();
  if (address === undefined)
    return { wrong: [`${name} names ${file}, which cannot be read: give the path of a file that holds the address`] };
  if (address === '') return { settings: null };
  // What it holds may be a password, so it is not repeated.
  if (!/^postgres(?:ql)?:\/\//.test(address) || !URL.canParse(address))
    return {
      wrong: [`${name} holds no address of a database: give one such as postgres://USER:PASSWORD@HOST:5432/NAME`],
    };
  return { settings: address };
}

/** For a command that has nothing to do without one. */
export function demandDatabase(around: Surroundings): Read<string> {
  const { settings, wrong } = readDatabase(around);
  if (wrong !== undefined) return { wrong };
  return settings === null
    ? {
        wrong: [
          'DATABASE_URL is not set: give the address of the database, such as postgres://USER:PASSWORD@HOST:5432/NAME, or in DATABASE_URL_FILE the path of a file that holds it',
        ],
      }
    : { settings };
}

type Whole = (
  flag: string,
  given: string | undefined,
  variable: string,
  builtIn: string,
  most: number,
  what: string,
) => number;

/** What a server is told of its database; null where it has none. What is wrong is added to the list. */
export function readFollowing(
  flags: DatabaseFlags & FolderFlags & { readonly watch?: boolean | undefined },
  around: Surroundings,
  whole: Whole,
  wrong: string[],
): DatabaseSettings | null {
  const { settings: address, wrong: unread = [] } = readDatabase(around);
  wrong.push(...unread);
  const read = {
    waitSeconds: whole(
      '--database-wait',
      flags.databaseWait,
      'DATABASE_WAIT',
      '30',
      86_400,
      'number of seconds: give a whole number from 0 to 86400',
    ),
    pollSeconds: whole(
      '--poll-seconds',
      flags.pollSeconds,
      'POLL_SECONDS',
      '2',
      3_600,
      'number of seconds: give a whole number from 1 to 3600',
    ),
    versionsHeld: whole(
      '--versions-held',
      flags.versionsHeld,
      'VERSIONS_HELD',
      '2',
      100,
      'number of versions: give a whole number from 0 to 100',
    ),
  };
  if (read.pollSeconds === 0)
    wrong.push('--poll-seconds is "0", which is no number of seconds: give a whole number from 1 to 3600');
  if (address === null || address === undefined) return null;
  for (const [flag, isGiven] of [
    ['--data', flags.data?.length],
    ['--sources', flags.sources?.length],
    ['--watch', flags.watch],
  ] as const) {
    if (isGiven)
      wrong.push(
        `${flag} is about folders, and DATABASE_URL names a database to serve from: leave one of them out; covergraph publish puts folders into the database`,
      );
  }
  return { address, ...read };
}
