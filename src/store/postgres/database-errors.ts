/**
 * The errors of a database, with messages that tell its operator what to do: every SQLSTATE by its class, important ones
 * by code, and all failures of TLS and of the network. No message contains the user's name or the password.
 *
 * Codes: PostgreSQL's manual, appendix A; TLS: Node's manual, "X509 certificate error codes".
 */

const LOST_CONNECTION = 'See that it runs, that DATABASE_URL names its host and port, and that no firewall is between.';
const REBUILD =
  'Run covergraph migrate; if that does not help, restore the database from a copy, or drop the schema covergraph, run covergraph migrate and publish the data again.';
const SEE_ITS_LOG = "See the database server's own log for the cause; then run it again.";

const WORDS = {
  UNREACHABLE: ['The database cannot be reached', LOST_CONNECTION],
  RESTARTING: [
    'The database server is starting, shutting down or recovering',
    'Wait until it takes connections; if it does not, see its log.',
  ],
  TOO_MANY_CONNECTIONS: [
    'The database server takes no more connections',
    'Raise its max_connections, close connections that others hold, or put a connection pooler such as PgBouncer before it; a server of this program holds four at most.',
  ],
  CANCELLED: [
    'The database cancelled the statement',
    'Raise statement_timeout or transaction_timeout for this user, or see who cancels statements.',
  ],
  LOCKED: [
    'The database waited too long for a lock',
    'See in pg_locks who holds it (a publisher, a migration, a manual session), and end that; or raise lock_timeout for this user.',
  ],
  NOT_ADMITTED: [
    'The database does not admit the user of DATABASE_URL',
    "See to the user's name and password, and to the server's rules on who may connect.",
  ],
  TLS_UNSUPPORTED: [
    'The database server offers no TLS',
    'Turn on ssl at the server, or take sslmode out of DATABASE_URL if the network between is trusted.',
  ],
  TLS_UNTRUSTED: [
    'The certificate of the database server is not trusted',
    'Give the certificate of the authority that signed it as sslrootcert=FILE in DATABASE_URL; for a self-signed certificate, that certificate itself.',
  ],
  TLS_EXPIRED: [
    'The certificate of the database server is not valid today',
    'Renew it, or set the clock of this machine or of the server.',
  ],
  TLS_WRONG_HOST: [
    'The certificate of the database server is for another host',
    'Use in DATABASE_URL a host name that the certificate holds, or issue one for this host.',
  ],
  TLS_FILE: [
    'A certificate or key file that DATABASE_URL names cannot be used',
    'See that sslrootcert, sslcert and sslkey name readable files in PEM form.',
  ],
  TLS_FAILED: [
    'The TLS handshake with the database server failed',
    'See that the address is that of a PostgreSQL server, and that both sides share a TLS version and a cipher; see its log.',
  ],
  NO_DATABASE: ['The server has no database of the name in DATABASE_URL', 'Create it, or name another.'],
  NOT_ALLOWED: [
    'The user of DATABASE_URL may not do this',
    'To publish takes the rights to select, insert and update in the schema covergraph, and to delete where a damaged version is mended; to prune, to delete; to migrate, to create it; a server only selects.',
  ],
  READ_ONLY: [
    'The database takes no writes',
    'Name the primary server in DATABASE_URL, not a standby; or turn off default_transaction_read_only for this user.',
  ],
  ENCODING: [
    'The database cannot hold all characters of the data',
    'Create one with ENCODING UTF8, name it in DATABASE_URL, then run covergraph migrate and publish again.',
  ],
  NOT_MIGRATED: ['The database has not the tables of this program', 'Run covergraph migrate.'],
  WRONG_TABLES: ['The tables of the database are not as covergraph migrate makes them', REBUILD],
  CONSTRAINT: [
    'A constraint of the tables refused what was to be written',
    `Run it again. If that fails too, the tables were changed. ${REBUILD}`,
  ],
  NEWER_TABLES: [
    'The tables of the database are those of a newer program',
    'Publish with that one; this one can only read.',
  ],
  NOTHING_PUBLISHED: ['Nothing is published in the database yet', 'Run covergraph publish.'],
  NO_CURRENT: [
    'The database does not say which version is current: covergraph.current_version has no row with key 1',
    'Run covergraph rollback --to N (covergraph versions lists them), or covergraph publish: either writes the row.',
  ],
  SEVERAL_CURRENT: [
    'The database names more than one version as current: covergraph.current_version has several rows with key 1',
    'Run covergraph rollback --to N, or covergraph publish: either makes all of them name one version.',
  ],
  CURRENT_MISSING: [
    'The database names a version as current that is not published',
    'Run covergraph rollback --to N (covergraph versions lists them), or covergraph publish.',
  ],
  NO_EARLIER_VERSION: ['There is no version before the current one', 'Name one: covergraph rollback --to N.'],
  UNKNOWN_VERSION: [
    'No version has this name',
    'See covergraph versions: a version is named by its number, or by the first eight or more characters of its digest.',
  ],
  UNREADABLE: [
    'The version cannot be read by this program',
    'Use the release that published it, or publish the data again with this one.',
  ],
  DAMAGED: [
    'What the database holds of the version is not what was published',
    'Publish the same data again, which replaces what is damaged; or restore the database from a copy.',
  ],
  CORRUPTED: [
    'The database server found its own files damaged',
    'Stop writing to it, and restore the database from a copy.',
  ],
  CONTENDED: ['Others write to the same rows without end', 'Run it again.'],
  FULL: ['The database has no room left', 'Give it more room; nothing was published.'],
  NO_MEMORY: ['The database server has no memory left', 'Give it more memory, or lower what others use of it.'],
  TOO_LARGE: [
    'The database allows less than this takes',
    'See which of its limits the message names, and raise that; nothing was published.',
  ],
  MACHINE: ['The database server had a fault of its machine or configuration', SEE_ITS_LOG],
  UNSUPPORTED: [
    'The database does not support what this program uses',
    'Use PostgreSQL 15 or newer; the README of the store lists what is used.',
  ],
  REFUSED: [
    'The database refused a statement',
    `Look the code up in "PostgreSQL Error Codes", appendix A of its manual. ${SEE_ITS_LOG}`,
  ],
} as const;
export type DatabaseErrorCode = keyof typeof WORDS;

/** Errors that may end without a change by the operator, so waiting helps. */
const PASSING: ReadonlySet<DatabaseErrorCode> = new Set<DatabaseErrorCode>([
  'UNREACHABLE',
  'RESTARTING',
  'TOO_MANY_CONNECTIONS',
  'CANCELLED',
  'LOCKED',
  'NOTHING_PUBLISHED',
  'NOT_MIGRATED',
  'CONTENDED',
  'NO_MEMORY',
]);
/** Errors of a published version, not of the database. */
const OF_THE_VERSION: ReadonlySet<DatabaseErrorCode> = new Set<DatabaseErrorCode>([
  'UNKNOWN_VERSION',
  'UNREADABLE',
  'DAMAGED',
]);

/** A database that cannot do what was requested. It is not a bug, so it is reported without a stack trace. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  /** What the code does not say: the version, or the message of the engine. May be empty. */
  readonly details: string;
  constructor(code: DatabaseErrorCode, details = '') {
    super([details === '' ? WORDS[code][0] : `${WORDS[code][0]}: ${details}`, WORDS[code][1]].join('. '));
    this.code = code;
    this.details = details;
  }
  /** Whether trying again later may help. */
  get passes(): boolean {
    return PASSING.has(this.code);
  }
  /** Whether the published version is at fault, and the database works. */
  get isOfTheVersion(): boolean {
    return OF_THE_VERSION.has(this.code);
  }
}

type Codes = readonly (readonly [RegExp, DatabaseErrorCode])[];

/** The first pattern that matches decides: single codes come before their class. */
const SQLSTATES: Codes = [
  [/^28/, 'NOT_ADMITTED'],
  [/^(?:3D000|57P04)$/, 'NO_DATABASE'],
  [/^42501$/, 'NOT_ALLOWED'],
  [/^(?:42P01|3F000)$/, 'NOT_MIGRATED'],
  [/^(?:42703|42804|42883|42P18|42846|42725)$/, 'WRONG_TABLES'],
  [/^(?:22P05|22021)$/, 'ENCODING'],
  [/^22/, 'WRONG_TABLES'],
  [/^(?:57014|25P03|25P04)$/, 'CANCELLED'],
  [/^55(?:P03|006)$/, 'LOCKED'],
  [/^57P0[123]$/, 'RESTARTING'],
  [/^(?:25006|25007)$/, 'READ_ONLY'],
  [/^53100$/, 'FULL'],
  [/^53200$/, 'NO_MEMORY'],
  [/^53300$/, 'TOO_MANY_CONNECTIONS'],
  [/^53400$/, 'TOO_LARGE'],
  [/^53/, 'TOO_MANY_CONNECTIONS'],
  [/^(?:40|72)/, 'CONTENDED'],
  [/^(?:23|44)/, 'CONSTRAINT'],
  [/^54/, 'TOO_LARGE'],
  [/^XX00[12]$/, 'CORRUPTED'],
  [/^(?:58|F0|XX)/, 'MACHINE'],
  [/^0A/, 'UNSUPPORTED'],
  [/^(?:08|57)/, 'UNREACHABLE'],
  [/^[0-9A-Z]{5}$/, 'REFUSED'],
];

/** Codes of Node's TLS, as its manual lists them, then those of its sockets. */
const NODE_CODES: Codes = [
  [/^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CRL_HAS_EXPIRED|CRL_NOT_YET_VALID)$/, 'TLS_EXPIRED'],
  [/^(?:ERR_TLS_CERT_ALTNAME_INVALID|ERR_TLS_CERT_ALTNAME_FORMAT|HOSTNAME_MISMATCH)$/, 'TLS_WRONG_HOST'],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_|UNABLE_TO_|INVALID_(?:CA|PURPOSE)$)/,
    'TLS_UNTRUSTED',
  ],
  [/^(?:PATH_LENGTH_EXCEEDED|ERROR_IN_|CRL_)/, 'TLS_UNTRUSTED'],
  [/^(?:ERR_OSSL_|ERR_CRYPTO_)/, 'TLS_FILE'],
  [/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/, 'TLS_FAILED'],
  [
    /^(?:ECONN|ENOTFOUND|EHOST|ENET|ETIMEDOUT|EPIPE|EAI_|ENOENT|EADDRNOTAVAIL|EACCES|EPERM|ENOTCONN|EMFILE|ENFILE|ENOBUFS|EINVAL)/,
    'UNREACHABLE',
  ],
];

/** Errors of the driver that have a message and no code. */
const DRIVER_SAYS: Codes = [
  [/^The server does not support SSL/, 'TLS_UNSUPPORTED'],
  [/^There was an error establishing an SSL connection/, 'TLS_FAILED'],
  [/^Client network socket disconnected before secure TLS connection/, 'TLS_FAILED'],
  [/^SASL/, 'NOT_ADMITTED'],
  [
    /^(?:Connection terminated|Client has encountered a connection error|timeout exc?eeded|timeout expired|Query read timeout|Connection ended|Client was closed|Received unexpected)/i,
    'UNREACHABLE',
  ],
];

const found = (codes: Codes, text: string): DatabaseErrorCode | undefined =>
  codes.find(([pattern]) => pattern.test(text))?.[1];

/**
 * Turns an error of the driver into a DatabaseError. Any other error is a bug and is returned as it is. Every SQLSTATE gives
 * a DatabaseError, including those that this program does not know.
 */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return toDatabaseError(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (isOfAFile(error)) return new DatabaseError('TLS_FILE', error.message);
  // A closed connection has this code only while TLS is being agreed on; its words tell that apart.
  const known = found(DRIVER_SAYS, error.message) ?? found(NODE_CODES, code) ?? found(SQLSTATES, code);
  return known === undefined ? error : faultFor(known, code, error.message);
}

/** The message of a failed login names the user, so it is left out. The message of a refused statement gets its SQLSTATE. */
function faultFor(known: DatabaseErrorCode, code: string, message: string): DatabaseError {
  if (known === 'NOT_ADMITTED') return new DatabaseError(known, loginDetails(message));
  const isState = /^[0-9A-Z]{5}$/.test(code) && found(NODE_CODES, code) === undefined;
  return new DatabaseError(known, isState ? `${message} (SQLSTATE ${code})` : message);
}

function loginDetails(message: string): string {
  if (/password must be a/.test(message)) return 'it asks for a password, and DATABASE_URL has none';
  if (/no pg_hba\.conf entry.*(?:no encryption|SSL off)/i.test(message))
    return 'its rules have no entry for a connection without encryption; if they demand encryption, add ?sslmode=require to DATABASE_URL';
  return /^SASL: Only mechanism|SCRAM-SHA-256-PLUS/.test(message)
    ? 'it wants a kind of login that is not supported'
    : '';
}

/** A certificate or key that the driver reads when it connects. */
function isOfAFile(error: Error): boolean {
  return 'syscall' in error && ['open', 'read'].includes(String(error.syscall)) && 'path' in error;
}

/** Whether the same transaction may succeed if it runs again. */
export function isContention(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === '40001' || error.code === '40P01' || error.code === '23505')
  );
}
