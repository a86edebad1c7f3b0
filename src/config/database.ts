/** The settings of the database. Its address is never a flag, because other users of the machine can see flags. */
import { type DatabaseAddress, parseAddress } from '../store/postgres/address.ts';
import { type ConfigResult, createReader, secretOf, type SettingsReader, type Surroundings } from './reading.ts';
import { SETTINGS } from './settings.ts';

export interface DatabaseSettings {
  /** If it is a text, it is parsed as libpq does, without the PG* variables. */
  readonly address: DatabaseAddress | string;
  /** How long a start waits for the database and for its first version. */
  readonly waitSeconds: number;
  /** The time from one poll of the current version to the next. */
  readonly pollSeconds: number;
  /** How many older versions stay in memory for questions with `asOf`; 0: such questions are refused. */
  readonly versionsHeld: number;
}

/** The address of the database, for a command that needs one. */
export function demandDatabase(around: Surroundings): ConfigResult<DatabaseAddress> {
  const reader = createReader({}, around.env);
  const settings = addressOf(reader, around);
  if (settings !== null && reader.problems.length === 0) return { settings };
  return {
    problems:
      reader.problems.length > 0
        ? reader.problems
        : [
            'DATABASE_URL is not set: give the address of the database, such as postgres://USER:PASSWORD@HOST:5432/NAME, or in DATABASE_URL_FILE the path of a file that holds it',
          ],
  };
}

/** The database that a server uses; null if none is set. Adds problems to the reader's list. */
export function databaseOf(reader: SettingsReader, around: Surroundings): DatabaseSettings | null {
  const address = addressOf(reader, around);
  const rest = {
    waitSeconds: reader.one(SETTINGS.databaseWait) ?? 0,
    pollSeconds: reader.one(SETTINGS.pollSeconds) ?? 1,
    versionsHeld: reader.one(SETTINGS.versionsHeld) ?? 0,
  };
  if (isDatabaseSet(reader)) refuseFolders(reader);
  else refuseWithoutDatabase(reader);
  return address === null ? null : { address, ...rest };
}

const isDatabaseSet = (reader: SettingsReader): boolean =>
  [SETTINGS.databaseUrl, SETTINGS.databaseUrlFile].some((setting) => reader.given(setting) !== null);

/** Folders and a database are two sources of data, and only one of them could be used. */
function refuseFolders(reader: SettingsReader): void {
  for (const setting of [SETTINGS.data, SETTINGS.sources, SETTINGS.watch]) {
    const given = reader.given(setting);
    const isOff = setting === SETTINGS.watch && reader.one(SETTINGS.watch) === false;
    if (given === null || isOff) continue;
    reader.problems.push(
      `${given.name} is about folders, and DATABASE_URL names a database to serve from: leave one of them out; covergraph publish puts folders into the database`,
    );
  }
}

/** Refuses flags only: variables in the environment may be meant for other commands. */
function refuseWithoutDatabase(reader: SettingsReader): void {
  for (const setting of [SETTINGS.databaseWait, SETTINGS.pollSeconds, SETTINGS.versionsHeld]) {
    const given = reader.given(setting);
    if (given?.isFlag === true)
      reader.problems.push(
        `${given.name} is about a database, and none is set: give its address in DATABASE_URL, or leave the flag out`,
      );
  }
}

function addressOf(reader: SettingsReader, around: Surroundings): DatabaseAddress | null {
  const found = secretOf(reader, around, SETTINGS.databaseUrl, SETTINGS.databaseUrlFile);
  if (found === null) return null;
  const { address, problems } = parseAddress(found.text, { env: around.env, readText: around.readText });
  if (address !== undefined) return address;
  reader.problems.push(...problems.map(({ where, problem }) => `${where ?? found.name} ${problem}`));
  return null;
}
