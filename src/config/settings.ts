/**
 * The one table of settings. The command line, `--help`, what the server reads and docs/configuration.md are all made
 * from it, so a setting that is added here is complete but for its use. The variables that OpenTelemetry and PostgreSQL
 * define have tables of their own, in telemetry.ts and store/postgres/address.ts.
 */
import { defaultLimits, type Limits } from '../http/query-limits/limits.ts';
import { contractBounds } from '../http/query-limits/field-costs.ts';
import {
  anyText,
  listenAddress,
  oneOf,
  origin,
  path,
  quoted,
  suggestion,
  type ValueType,
  wholeNumber,
  yesOrNo,
} from './values.ts';

export interface Setting<Value = unknown> {
  /** Without the dashes; null: never a flag, because other users of a machine can see flags. */
  readonly flag: string | null;
  readonly variable: string;
  /** Of the value, or of each entry of a list. */
  readonly type: ValueType<Value>;
  /** What divides the entries of a list in the environment: commas, or what divides PATH. Left out: one value. */
  readonly list?: 'commas' | 'as in PATH';
  /** As the documentation states it; of one value also as it is parsed. Null: none. */
  readonly default: string | null;
  readonly description: string;
  /** The commands that take it. */
  readonly commands: readonly string[];
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SERVE = ['serve'];
const WITH_DATA = ['ask', 'coverage', 'compare', 'matrix', 'show', 'check', 'verify', 'publish', 'serve'];
const WITH_DATABASE = ['serve', 'migrate', 'publish', 'rollback', 'prune', 'versions', 'diff'];

export const SETTINGS = {
  data: {
    flag: 'data',
    variable: 'DATA_DIR',
    type: path,
    list: 'as in PATH',
    default: 'the data that comes with the program',
    description: 'A folder of data; later folders may add entries and may not redefine one',
    commands: WITH_DATA,
  },
  sources: {
    flag: 'sources',
    variable: 'SOURCES_DIR',
    type: path,
    list: 'as in PATH',
    default: 'none',
    description: 'A folder with the originals of sources, as text, to quote from and check against',
    commands: WITH_DATA,
  },
  port: {
    flag: 'port',
    variable: 'PORT',
    type: wholeNumber('a port', 0, 65_535, ' (0: any free port)'),
    default: '4000',
    description: 'The port to listen on',
    commands: SERVE,
  },
  host: {
    flag: 'host',
    variable: 'HOST',
    type: listenAddress,
    default: '127.0.0.1',
    description: 'The address to listen on',
    commands: SERVE,
  },
  adminPort: {
    flag: 'admin-port',
    variable: 'ADMIN_PORT',
    type: wholeNumber('a port', 0, 65_535, ' (0: any free port)'),
    default: null,
    description:
      'A port of its own for /health, /metrics and /admin/reload; the latter two are then not at the port for clients',
    commands: SERVE,
  },
  adminHost: {
    flag: 'admin-host',
    variable: 'ADMIN_HOST',
    type: listenAddress,
    default: null,
    description: 'The address of the admin port; without it, that of the port for clients',
    commands: SERVE,
  },
  origins: {
    flag: 'origin',
    variable: 'ORIGINS',
    type: origin,
    list: 'commas',
    default: 'none',
    description: 'An origin whose pages may read answers (CORS), or * for all',
    commands: SERVE,
  },
  limits: {
    flag: 'limit',
    variable: 'LIMITS',
    type: limit(),
    list: 'commas',
    default: 'see Limits',
    description: 'The most that one request may ask for, as NAME=NUMBER',
    commands: SERVE,
  },
  trustedOnly: {
    flag: 'trusted-only',
    variable: 'TRUSTED_ONLY',
    type: yesOrNo,
    default: 'no',
    description: 'Answer trusted documents, by their ids, and nothing else',
    commands: SERVE,
  },
  documents: {
    flag: 'documents',
    variable: 'DOCUMENTS',
    type: path,
    list: 'as in PATH',
    default: 'those of the examples and of the page',
    description: 'A JSON file of further trusted documents: texts by ids, or the manifest that Apollo writes',
    commands: SERVE,
  },
  withhold: {
    flag: 'withhold',
    variable: 'WITHHOLD',
    type: { ...anyText, allowed: 'name of a root field, or none' },
    list: 'commas',
    default: 'node, nodes, search, dataset',
    description: 'A root field that is not offered to larger graphs, though it is served; none alone: all are offered',
    commands: SERVE,
  },
  cacheSeconds: {
    flag: 'cache-seconds',
    variable: 'CACHE_SECONDS',
    type: wholeNumber('a number of seconds', 0, 86_400),
    default: '0',
    description:
      'How long an answer to a GET may be used without asking again; it ends at midnight in New York in any case',
    commands: SERVE,
  },
  responseCacheMb: {
    flag: 'response-cache-mb',
    variable: 'RESPONSE_CACHE_MB',
    type: wholeNumber('a number of megabytes', 0, 100_000),
    default: '64',
    description: 'The memory for whole answers in megabytes; 0 turns the response cache off',
    commands: SERVE,
  },
  fragmentCacheMb: {
    flag: 'fragment-cache-mb',
    variable: 'FRAGMENT_CACHE_MB',
    type: wholeNumber('a number of megabytes', 0, 100_000),
    default: '32',
    description: 'The memory for parts of answers in megabytes; 0 turns the fragment cache off',
    commands: SERVE,
  },
  compiledExecutor: {
    flag: 'compiled-executor',
    variable: 'COMPILED_EXECUTOR',
    type: yesOrNo,
    default: 'yes',
    description:
      'Compile operations that are asked again; no: graphql-js executes every operation, without fragment cache',
    commands: SERVE,
  },
  drainSeconds: {
    flag: 'drain-seconds',
    variable: 'DRAIN_SECONDS',
    type: wholeNumber('a number of seconds', 0, 3_600),
    default: '10',
    description: 'How long requests in progress may take to end at SIGTERM',
    commands: SERVE,
  },
  keepAliveSeconds: {
    flag: 'keep-alive-seconds',
    variable: 'KEEP_ALIVE_SECONDS',
    type: wholeNumber('a number of seconds', 1, 3_600),
    default: '75',
    description: 'How long an idle connection stays open; choose more than the idle timeout of the proxy in front',
    commands: SERVE,
  },
  logLevel: {
    flag: 'log-level',
    variable: 'LOG_LEVEL',
    type: oneOf('a level of the log', LOG_LEVELS),
    default: 'warn',
    description: 'What is logged on standard error; info has a line for each request',
    commands: SERVE,
  },
  watch: {
    flag: 'watch',
    variable: 'WATCH',
    type: yesOrNo,
    default: 'no',
    description: 'Load the data again when a file changes',
    commands: SERVE,
  },
  codeCache: {
    flag: null,
    variable: 'CODE_CACHE',
    type: yesOrNo,
    default: 'yes',
    description: 'Start with code that V8 compiled before; every command reads it, before any flag',
    commands: SERVE,
  },
  adminToken: {
    flag: null,
    variable: 'ADMIN_TOKEN',
    type: bearerToken(),
    default: null,
    description: 'The bearer token for /metrics and /admin/reload; without one they are not there',
    commands: SERVE,
  },
  adminTokenFile: {
    flag: null,
    variable: 'ADMIN_TOKEN_FILE',
    type: path,
    default: null,
    description: 'A file that holds the token; it takes the place of ADMIN_TOKEN',
    commands: SERVE,
  },
  databaseUrl: {
    flag: null,
    variable: 'DATABASE_URL',
    type: { ...anyText, allowed: 'address of a PostgreSQL database, see Database addresses' },
    default: null,
    description: 'The database of published versions; serve then serves its current version in place of folders',
    commands: WITH_DATABASE,
  },
  databaseUrlFile: {
    flag: null,
    variable: 'DATABASE_URL_FILE',
    type: path,
    default: null,
    description: 'A file that holds the address; it takes the place of DATABASE_URL',
    commands: WITH_DATABASE,
  },
  databaseWait: {
    flag: 'database-wait',
    variable: 'DATABASE_WAIT',
    type: wholeNumber('a number of seconds', 0, 86_400),
    default: '30',
    description: 'How many seconds a start waits for the database, and for a version in it',
    commands: SERVE,
  },
  pollSeconds: {
    flag: 'poll-seconds',
    variable: 'POLL_SECONDS',
    type: wholeNumber('a number of seconds', 1, 3_600),
    default: '2',
    description: 'How often the database is asked for its current version',
    commands: SERVE,
  },
  versionsHeld: {
    flag: 'versions-held',
    variable: 'VERSIONS_HELD',
    type: wholeNumber('a number of versions', 0, 100),
    default: '2',
    description: 'How many older versions are held for questions with asOf; 0: such questions are refused',
    commands: SERVE,
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The settings that a command takes as flags. */
export const flagsOf = (command: string): Setting[] =>
  Object.values<Setting>(SETTINGS).filter(({ flag, commands }) => flag !== null && commands.includes(command));

/** What `--help` says of a setting. */
export function helpFor({ flag, variable, list, type, default: builtIn, description }: Setting): string {
  const sentences = [
    description,
    ...(list === undefined ? [] : ['May be given more than once']),
    `Allowed: ${type.allowed}`,
    `Variable: ${variable}${list === 'commas' ? ', with commas between' : ''}`,
    ...(builtIn === null ? [] : [`Default: ${builtIn}`]),
  ];
  return flag === null ? description : sentences.join('. ');
}

/** Above these the schema itself refuses, so a higher limit would change nothing. */
const MOST: Partial<Record<keyof Limits, number>> = {
  cells: contractBounds.cells,
  entities: contractBounds.entities,
  questionCharacters: contractBounds.questionCharacters,
};
const mostOfAll = 999_999_999;
/** The highest value that a limit may be set to. */
export const mostOfLimit = (name: keyof Limits): number => MOST[name] ?? mostOfAll;

function limit(): ValueType<readonly [keyof Limits, number]> {
  const names = Object.keys(defaultLimits) as (keyof Limits)[];
  return {
    allowed: 'NAME=NUMBER, see Limits',
    parse: (text) => {
      const [given = '', number = '', ...more] = text.split('=').map((part) => part.trim());
      const name = names.find((each) => each === given);
      if (name === undefined)
        return {
          problem: `has ${quoted(text)}, which sets no limit: use NAME=NUMBER, where NAME is one of ${names.join(', ')}${suggestion(given, names)}`,
        };
      const value = /^\d{1,9}$/.test(number) && more.length === 0 ? Number(number) : Number.NaN;
      return value >= 1 && value <= mostOfLimit(name)
        ? { value: [name, value] }
        : {
            problem: `has ${quoted(text)}, which sets no limit: use ${name}=NUMBER with a whole number from 1 to ${String(mostOfLimit(name))}`,
          };
    },
  };
}

function bearerToken(): ValueType<string> {
  const shortest = 16;
  return {
    allowed: `at least ${String(shortest)} letters, digits and . _ ~ + / = -`,
    parse: (text) => {
      if (!/^[\w.~+/=-]+$/.test(text))
        return { problem: 'has characters that a bearer token cannot have: use letters, digits and . _ ~ + / = -' };
      if (text.length < shortest)
        return { problem: `is too short to be a secret: use at least ${String(shortest)} characters` };
      return { value: text };
    },
  };
}
