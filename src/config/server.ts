/** The settings of the server: read in one go, and everything that is wrong is listed at once. */
import { resolve } from 'node:path';
import type { Limits } from '../http/query-limits/limits.ts';
import { readManifest } from '../http/persisted-documents.ts';
import { databaseOf, type DatabaseSettings } from './database.ts';
import { type Folders, foldersOf } from './folders.ts';
import {
  type ConfigResult,
  createReader,
  type Flags,
  secretOf,
  type SettingsReader,
  type Surroundings,
  unknownFlags,
} from './reading.ts';
import { flagsOf, type LogLevel, SETTINGS } from './settings.ts';
import { telemetryOf, type TracingSettings } from './telemetry.ts';
import { quoted, suggestion } from './values.ts';

export interface ServerSettings extends Folders {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** The operator's port, for health, metrics and reloading; 0: any free port; null: they are at the port for clients. */
  readonly adminPort: number | null;
  /** The address that the operator's port listens on. */
  readonly adminHost: string;
  /** Origins whose pages may read answers; `*`: all. */
  readonly origins: readonly string[];
  /** Those that are not left as they are built in. */
  readonly limits: Partial<Limits>;
  readonly cacheSeconds: number;
  /** The size of the response cache in megabytes; 0 turns it off. */
  readonly responseCacheMb: number;
  /** The size of the fragment cache in megabytes; 0 turns it off. */
  readonly fragmentCacheMb: number;
  /** Whether operations that are asked again are compiled. */
  readonly compiledExecutor: boolean;
  /** How long requests in progress may take to end at SIGTERM. */
  readonly drainSeconds: number;
  /** How long an idle connection stays open. */
  readonly keepAliveSeconds: number;
  readonly logLevel: LogLevel;
  /** Whether a change of a data file loads the data again. */
  readonly watch: boolean;
  /** The bearer token for metrics, reloading and the problems of the data; null: those are not there. */
  readonly adminToken: string | null;
  /** Where traces go, and how; a text is the address of a collector, with the defaults of all else. Null: there are none. */
  readonly tracesTo: TracingSettings | string | null;
  /** The database whose current version is served and followed; null: the folders are served. */
  readonly database: DatabaseSettings | null;
  /** Root fields that larger graphs are not offered; left out: those so generic that they would collide. */
  readonly withhold?: readonly string[];
  /** Files of trusted documents besides those that come with the program, as absolute paths. */
  readonly documents?: readonly string[];
  /** Whether trusted documents are answered and no others. */
  readonly trustedOnly: boolean;
}

/** Reads the flags of `serve` and the environment. `unnamed` are words of the command line that belong to no flag. */
export async function readServerSettings(
  flags: Flags,
  around: Surroundings,
  unnamed: readonly string[] = [],
): Promise<ConfigResult<ServerSettings>> {
  const reader = createReader(flags, around.env);
  refuseUnknown(reader, flags, unnamed);
  reader.one(SETTINGS.codeCache); // src/start.ts has used it already; here only its spelling is checked
  const isMistyped = reader.problems.length > 0;
  const withhold = await withholdOf(reader);
  const documents = documentsOf(reader, around);
  const host = reader.one(SETTINGS.host) ?? '';
  const settings: ServerSettings = {
    host,
    port: reader.one(SETTINGS.port) ?? 0,
    adminPort: reader.one(SETTINGS.adminPort),
    adminHost: reader.one(SETTINGS.adminHost) ?? host,
    ...foldersOf(reader, around),
    origins: originsOf(reader),
    limits: limitsOf(reader),
    ...operationSettings(reader),
    ...(withhold === null ? {} : { withhold }),
    ...(documents === null ? {} : { documents }),
    adminToken: secretOf(reader, around, SETTINGS.adminToken, SETTINGS.adminTokenFile)?.text ?? null,
    tracesTo: telemetryOf(reader, around),
    database: databaseOf(reader, around),
  };
  if (reader.problems.length === 0) return { settings };
  return { problems: [...new Set(reader.problems)], exitCode: isMistyped ? 2 : 1 };
}

/** A setting that cannot be parsed is a problem; then no settings are returned, and the values after ?? are never used. */
function operationSettings(
  reader: SettingsReader,
): Pick<
  ServerSettings,
  | 'cacheSeconds'
  | 'responseCacheMb'
  | 'fragmentCacheMb'
  | 'compiledExecutor'
  | 'drainSeconds'
  | 'keepAliveSeconds'
  | 'logLevel'
  | 'watch'
  | 'trustedOnly'
> {
  return {
    cacheSeconds: reader.one(SETTINGS.cacheSeconds) ?? 0,
    responseCacheMb: reader.one(SETTINGS.responseCacheMb) ?? 0,
    fragmentCacheMb: reader.one(SETTINGS.fragmentCacheMb) ?? 0,
    compiledExecutor: reader.one(SETTINGS.compiledExecutor) ?? false,
    drainSeconds: reader.one(SETTINGS.drainSeconds) ?? 0,
    keepAliveSeconds: reader.one(SETTINGS.keepAliveSeconds) ?? 1,
    logLevel: reader.one(SETTINGS.logLevel) ?? 'warn',
    watch: reader.one(SETTINGS.watch) ?? false,
    trustedOnly: reader.one(SETTINGS.trustedOnly) ?? true,
  };
}

function refuseUnknown(reader: SettingsReader, flags: Flags, unnamed: readonly string[]): void {
  const known = flagsOf('serve').flatMap(({ flag }) => flag ?? []);
  const dashed = known.map((name) => `--${name}`);
  for (const name of unknownFlags(flags, known)) {
    const typed = `${name.length === 1 ? '-' : '--'}${name}`;
    reader.problems.push(
      `${quoted(typed).slice(1, -1)} is not a flag of covergraph serve: see covergraph serve --help${suggestion(typed, dashed)}`,
    );
  }
  for (const word of unnamed)
    reader.problems.push(
      `${quoted(word)} belongs to no flag of covergraph serve: put the flag before it, or leave it out`,
    );
}

function originsOf(reader: SettingsReader): readonly string[] {
  const origins = reader.many(SETTINGS.origins) ?? [];
  if (origins.includes('*') && origins.length > 1)
    reader.problems.push(
      `${reader.given(SETTINGS.origins)?.name ?? ''} has * and further origins: give * alone for all, or leave it out`,
    );
  return [...new Set(origins)];
}

function limitsOf(reader: SettingsReader): Partial<Limits> {
  const given = reader.many(SETTINGS.limits) ?? [];
  const names = given.map(([name]) => name);
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
    reader.problems.push(`${reader.given(SETTINGS.limits)?.name ?? ''} sets ${name} more than once: set it once`);
  return Object.fromEntries(given);
}

/** Null where nothing is set. The schema is made only where there is a name to look up in it. */
async function withholdOf(reader: SettingsReader): Promise<readonly string[] | null> {
  const names = reader.many(SETTINGS.withhold);
  if (names === null) return null;
  const name = reader.given(SETTINGS.withhold)?.name ?? '';
  if (names.includes('none')) {
    if (names.length > 1)
      reader.problems.push(`${name} has none and further fields: give none alone to offer all, or leave it out`);
    return [];
  }
  const { schema } = await import('../schema/index.ts');
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  for (const each of names.filter((field) => !fields.includes(field)))
    reader.problems.push(
      `${name} has ${quoted(each)}, which is not a root field: use the names of root fields, or none alone${suggestion(each, fields)}`,
    );
  return [...new Set(names)];
}

/** Null where nothing is set. */
function documentsOf(reader: SettingsReader, { readText }: Surroundings): readonly string[] | null {
  const files = reader.many(SETTINGS.documents)?.map((file) => resolve(file)) ?? null;
  for (const file of files ?? []) {
    const why = whyNoDocuments(readText(file));
    if (why !== null)
      reader.problems.push(
        `${reader.given(SETTINGS.documents)?.name ?? ''} names ${quoted(file)}, and no documents can be read from it (${why}): give a JSON file of texts by ids, or Apollo's manifest`,
      );
  }
  return files;
}

function whyNoDocuments(text: string | null): string | null {
  if (text === null) return 'the file cannot be read';
  try {
    readManifest(text);
    return null;
  } catch (error) {
    return error instanceof Error ? quoted(error.message).slice(1, -1) : 'unknown error';
  }
}
