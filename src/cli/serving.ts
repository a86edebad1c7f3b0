/** What the server is told by flags and environment: read in one go, everything wrong listed at once, each with what to do. */
import { defaultLimits, type Limits } from '../http/limits.ts';
import { type DatabaseFlags, type DatabaseSettings, readFollowing } from './database.ts';
import { readOffering, type Offering, type OfferingFlags } from './offering.ts';
import type { Terminal } from './run.ts';
import { type FolderFlags, type Folders, type Read, readFolders, settingsOf, type Surroundings } from './settings.ts';

export interface ServeFlags extends FolderFlags, OfferingFlags, DatabaseFlags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly limit?: readonly string[] | undefined;
  readonly cacheSeconds?: string | undefined;
  readonly drainSeconds?: string | undefined;
  readonly logLevel?: string | undefined;
  readonly watch?: boolean | undefined;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Settings extends Folders, Offering {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Origins whose pages may ask; `*`: all. */
  readonly origins: readonly string[];
  /** Those that are not left as they are built in. */
  readonly limits: Partial<Limits>;
  readonly cacheSeconds: number;
  /** How long requests under way may take to end once the process is told to stop. */
  readonly drainSeconds: number;
  readonly logLevel: LogLevel;
  /** Whether a change of a data file loads the data again. */
  readonly watch: boolean;
  /** What a bearer has to show for metrics, reloading and the problems of the data; null: those are not there. */
  readonly adminToken: string | null;
  /** Where traces go, as OTLP over HTTP; null: there are none. */
  readonly tracesTo: string | null;
  /** Whose current version is served and followed; null: the folders are served. */
  readonly database: DatabaseSettings | null;
}

const shortestToken = 16;
const limitNames = Object.keys(defaultLimits);

/** Listens as it is told to. Rejects with a Refusal where it cannot. */
export async function serve(
  flags: ServeFlags,
  { around, serve: listen, say }: Pick<Terminal, 'around' | 'serve' | 'say'>,
): Promise<void> {
  say(await listen(settingsOf(readSettings(flags, around))));
}

/** A flag wins over the environment, the environment over what is built in. */
export function readSettings(flags: ServeFlags, around: Surroundings): Read<Settings> {
  const { env } = around;
  const wrong: string[] = [];
  const chosen = (
    flag: string,
    given: string | undefined,
    variable: string,
    builtIn: string,
  ): [name: string, value: string] => {
    if (given !== undefined) return [flag, given];
    const set = env[variable];
    return set !== undefined && set !== '' ? [variable, set] : [flag, builtIn];
  };
  const several = (
    flag: string,
    given: readonly string[] | undefined,
    variable: string,
  ): [name: string, values: readonly string[]] =>
    given !== undefined && given.length > 0
      ? [flag, given]
      : [
          variable,
          (env[variable] ?? '')
            .split(',')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        ];
  const whole = ([name, text]: [string, string], most: number, what: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number <= most)) wrong.push(`${name} is "${text}", which is no ${what}`);
    return number;
  };

  const [hostName, host] = chosen('--host', flags.host, 'HOST', '127.0.0.1');
  if (!/^[\w.:-]+$/.test(host))
    wrong.push(
      `${hostName} is "${host}", which is no address to listen on: give a name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface`,
    );
  const port = whole(
    chosen('--port', flags.port, 'PORT', '4000'),
    65_535,
    'port: give a whole number from 1 to 65535, or 0 for any free one',
  );
  const folders = readFolders(flags, around);
  wrong.push(...(folders.wrong ?? []));
  const [originName, origins] = several('--origin', flags.origin, 'ORIGINS');
  for (const origin of origins.filter((each) => each !== '*' && !isOrigin(each)))
    wrong.push(
      `${originName} names "${origin}", which is no origin: give a scheme and a host, such as https://app.example, without a path, or * for all`,
    );
  const limits = readLimits(...several('--limit', flags.limit, 'LIMITS'), wrong);
  const cacheSeconds = whole(
    chosen('--cache-seconds', flags.cacheSeconds, 'CACHE_SECONDS', '0'),
    86_400,
    'number of seconds: give a whole number from 0 to 86400',
  );
  const drainSeconds = whole(
    chosen('--drain-seconds', flags.drainSeconds, 'DRAIN_SECONDS', '10'),
    3_600,
    'number of seconds: give a whole number from 0 to 3600',
  );
  const [levelName, level] = chosen('--log-level', flags.logLevel, 'LOG_LEVEL', 'warn');
  const logLevel = LOG_LEVELS.find((each) => each === level);
  if (logLevel === undefined)
    wrong.push(`${levelName} is "${level}", which is no level of the log: give one of ${LOG_LEVELS.join(', ')}`);
  const watch = flags.watch ?? readSwitch('WATCH', env['WATCH'], wrong);
  const adminToken = readToken(around, wrong);
  const tracesTo = readAddress('OTEL_EXPORTER_OTLP_ENDPOINT', env['OTEL_EXPORTER_OTLP_ENDPOINT'], wrong);
  const database = readFollowing(
    flags,
    around,
    (flag, given, variable, builtIn, ...of) => whole(chosen(flag, given, variable, builtIn), ...of),
    wrong,
  );
  if (wrong.length > 0 || folders.wrong !== undefined || logLevel === undefined) return { wrong };
  return {
    settings: {
      ...folders.settings,
      ...readOffering(flags, env),
      port,
      host,
      origins,
      limits,
      cacheSeconds,
      drainSeconds,
      logLevel,
      watch,
      adminToken,
      tracesTo,
      database,
    },
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function readLimits(name: string, given: readonly string[], wrong: string[]): Partial<Limits> {
  return Object.fromEntries(
    given.flatMap((each) => {
      const [limit = '', number = ''] = each.split('=', 2);
      if (limitNames.includes(limit) && /^[1-9]\d{0,8}$/.test(number)) return [[limit, Number(number)]];
      wrong.push(
        `${name} has "${each}", which sets no limit: give NAME=NUMBER, where NAME is one of ${limitNames.join(', ')}`,
      );
      return [];
    }),
  );
}

function readSwitch(name: string, text: string | undefined, wrong: string[]): boolean {
  if (text === undefined || ['', '0', 'false'].includes(text)) return false;
  if (!['1', 'true'].includes(text)) wrong.push(`${name} is "${text}", which is neither yes nor no: give 1 or 0`);
  return true;
}

/** From the environment or a mounted file, never a flag: other users of a machine can see flags. */
function readToken({ env, secretIn }: Surroundings, wrong: string[]): string | null {
  const file = env['ADMIN_TOKEN_FILE'] ?? '';
  const name = file === '' ? 'ADMIN_TOKEN' : 'ADMIN_TOKEN_FILE';
  const token = file === '' ? (env['ADMIN_TOKEN'] ?? '') : secretIn(file)?.trim();
  if (token === undefined)
    wrong.push(`${name} names ${file}, which cannot be read: give the path of a file that holds the token`);
  else if (token !== '' && !/^[\w.~+/=-]+$/.test(token))
    wrong.push(`${name} holds characters that a bearer token cannot have: use letters, digits and . _ ~ + / = -`);
  else if (token !== '' && token.length < shortestToken)
    wrong.push(`${name} is too short to be a secret: give at least ${String(shortestToken)} characters`);
  return token === undefined || token === '' ? null : token;
}

function readAddress(name: string, text: string | undefined, wrong: string[]): string | null {
  if (text === undefined || text === '') return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    wrong.push(`${name} is "${text}", which is no address: give one such as http://127.0.0.1:4318`);
  return text.replace(/\/$/, '');
}
