/** What can be wrong with a database, told so that its operator can mend it. No line holds the user's name or the password. */

const WORDS = {
  UNREACHABLE: [
    'The database cannot be reached',
    'See that it runs, that DATABASE_URL names its host and port, and that no firewall stands between.',
  ],
  NOT_ADMITTED: [
    'The database does not admit the user of DATABASE_URL',
    "See to the user's name and password, and to the server's rules on who may connect.",
  ],
  NO_DATABASE: ['The server has no database of the name in DATABASE_URL', 'Create it, or name another.'],
  NOT_ALLOWED: [
    'The user of DATABASE_URL may not do this',
    'To publish takes the rights to select, insert and update in the schema covergraph; to migrate, to create it; a server only selects.',
  ],
  NOT_MIGRATED: ['The database has not the tables of this program', 'Run covergraph migrate.'],
  NEWER_TABLES: [
    'The tables of the database are those of a newer program',
    'Publish with that one; this one can only read.',
  ],
  NOTHING_PUBLISHED: ['Nothing is published in the database yet', 'Run covergraph publish.'],
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
    'Restore the database from a copy, or publish the data again.',
  ],
  CONTENDED: ['Others write to the same rows without end', 'Run it again.'],
  FULL: ['The database has no room left', 'Give it more room; nothing was published.'],
} as const;
export type FaultCode = keyof typeof WORDS;

/** Whether to come again later helps by itself. */
const passing: readonly FaultCode[] = ['UNREACHABLE', 'NOTHING_PUBLISHED', 'NOT_MIGRATED', 'CONTENDED'];

/** A database that cannot do what was asked; no bug. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** What it is about, where the code does not say: a version, what the engine said. */
  readonly details: string;
  constructor(code: FaultCode, details = '') {
    super([details === '' ? WORDS[code][0] : `${WORDS[code][0]}: ${details}`, WORDS[code][1]].join('. '));
    this.code = code;
    this.details = details;
  }
  get passes(): boolean {
    return passing.includes(this.code);
  }
}

/** SQLSTATE classes and codes of PostgreSQL, which the engines like it keep; then those of Node's sockets. */
const CODES: readonly (readonly [RegExp, FaultCode])[] = [
  [/^28/, 'NOT_ADMITTED'],
  [/^3D000$/, 'NO_DATABASE'],
  [/^42501$/, 'NOT_ALLOWED'],
  [/^(?:42P01|3F000|42703)$/, 'NOT_MIGRATED'],
  [/^(?:40001|40P01)$/, 'CONTENDED'],
  [/^53[12]00$/, 'FULL'],
  [/^(?:08|57P|53)/, 'UNREACHABLE'],
  [/^(?:ECONN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOENT)/, 'UNREACHABLE'],
];
/** The driver tells these in words alone. */
const SAID =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exc?eeded|timeout expired|Query read timeout|Connection ended|Client was closed)/i;

/** A failure of the driver as a Fault where it is the database's; anything else as it is, for that is a bug. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return faultOf(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = CODES.find(([pattern]) => pattern.test(code));
  // What the engine says of rights names tables and no data; what it says of a login names the user.
  if (known) return new Fault(known[1], known[1] === 'NOT_ADMITTED' ? '' : error.message);
  return SAID.test(error.message) || /^The server does not support SSL/.test(error.message)
    ? new Fault('UNREACHABLE', error.message)
    : error;
}

/** True of a failure that the same transaction need not meet again. */
export function isContention(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === '40001' || error.code === '40P01' || error.code === '23505')
  );
}
