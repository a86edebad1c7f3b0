/**
 * The address of a database in the forms that PostgreSQL's own programs take (libpq, "Connection Strings"): a URI or
 * keywords, with several hosts, and with what PG* variables say where the address does not. The driver's own parser takes
 * URIs alone, ignores a misspelt parameter and gives sslmode another meaning, so it is not used.
 *
 * What libpq knows and the driver cannot do is refused in words; nothing is read differently from libpq but this:
 * without a host there is no default (libpq has one for Unix sockets, built in), and verify-full without sslrootcert
 * trusts the authorities that Node trusts (libpq wants sslrootcert=system to be written).
 */
import { isIP } from 'node:net';
import { join } from 'node:path';
import { closest } from '../../graph/did-you-mean.ts';

export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

export const SESSIONS = ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'] as const;
export type Session = (typeof SESSIONS)[number];

export interface DatabaseHost {
  /** A name, an IP address, or the folder of a Unix socket, which begins with a slash. */
  readonly name: string;
  /** What to connect to where that is not looked up by the name (hostaddr). */
  readonly at: string;
  readonly port: number;
}

export interface DatabaseAddress {
  /** At least one, in the order in which they are tried. */
  readonly hosts: readonly DatabaseHost[];
  readonly isShuffled: boolean;
  readonly session: Session;
  readonly user: string;
  /** Null: it is looked up in the password file when the server asks for one. */
  readonly password: string | null;
  readonly passwordFile: string | null;
  readonly database: string;
  readonly sslMode: SslMode;
  readonly isTlsDirect: boolean;
  /** PEM texts. */
  readonly authorities: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly keyPassword: string | null;
  readonly leastTls: TlsVersion | null;
  readonly mostTls: TlsVersion | null;
  readonly bindsChannel: boolean;
  readonly applicationName: string | null;
  /** Null: what the program chooses; 0: no limit. */
  readonly connectSeconds: number | null;
  /** Run-time parameters of the session, such as `-c statement_timeout=5000`. */
  readonly options: string | null;
  readonly keepsAlive: boolean;
  readonly keepAliveIdleSeconds: number;
}
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** `where`: the PG* variable at fault; left out, it is the address. `problem` continues a sentence that begins with it. */
export interface AddressProblem {
  readonly where?: string;
  readonly problem: string;
}
export type ParsedAddress =
  | { readonly address: DatabaseAddress; readonly problems?: never }
  | { readonly address?: never; readonly problems: readonly AddressProblem[] };

export interface AddressSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file; null where it cannot be read. */
  readonly readText: (path: string) => string | null;
}

interface Parameter {
  readonly variable?: string;
  /** What is allowed; null: any text. A pattern has to match the whole. */
  readonly allowed?: readonly string[] | RegExp;
  readonly description: string;
}

const number = /^-?\d{1,9}$/;
/** What is supported, by libpq's names. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  host: { variable: 'PGHOST', description: 'Names, IP addresses or folders of Unix sockets, with commas between' },
  hostaddr: { variable: 'PGHOSTADDR', description: 'IP addresses to connect to; host is then only for TLS' },
  port: { variable: 'PGPORT', description: 'One for all hosts, or one for each' },
  dbname: { variable: 'PGDATABASE', description: 'The database; by default named as the user' },
  user: { variable: 'PGUSER', description: 'The user; by default that of the operating system' },
  password: { variable: 'PGPASSWORD', description: 'The password' },
  passfile: { variable: 'PGPASSFILE', description: 'A file of passwords; by default .pgpass in the home folder' },
  sslmode: { variable: 'PGSSLMODE', allowed: SSL_MODES, description: 'How TLS is used; by default prefer' },
  sslrootcert: { variable: 'PGSSLROOTCERT', description: 'PEM file of authorities, or system' },
  sslcert: { variable: 'PGSSLCERT', description: 'PEM file of the client certificate' },
  sslkey: { variable: 'PGSSLKEY', description: 'PEM file of its key' },
  sslpassword: { description: 'The password of that key' },
  sslsni: { variable: 'PGSSLSNI', allowed: ['1'], description: 'The name of the host is always sent in TLS' },
  sslnegotiation: { variable: 'PGSSLNEGOTIATION', allowed: ['postgres', 'direct'], description: 'How TLS begins' },
  ssl_min_protocol_version: {
    variable: 'PGSSLMINPROTOCOLVERSION',
    allowed: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    description: 'The oldest version of TLS',
  },
  ssl_max_protocol_version: {
    variable: 'PGSSLMAXPROTOCOLVERSION',
    allowed: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    description: 'The newest version of TLS',
  },
  channel_binding: {
    variable: 'PGCHANNELBINDING',
    allowed: ['disable', 'prefer'],
    description: 'Channel binding; require is refused, because the driver cannot promise it',
  },
  gssencmode: {
    variable: 'PGGSSENCMODE',
    allowed: ['disable', 'prefer'],
    description: 'GSSAPI encryption is never used; require is refused',
  },
  target_session_attrs: {
    variable: 'PGTARGETSESSIONATTRS',
    allowed: SESSIONS,
    description: 'Which of several servers to use',
  },
  load_balance_hosts: {
    variable: 'PGLOADBALANCEHOSTS',
    allowed: ['disable', 'random'],
    description: 'Whether hosts are tried in random order',
  },
  connect_timeout: {
    variable: 'PGCONNECT_TIMEOUT',
    allowed: number,
    description: 'Seconds for each host; 0: no limit; by default 5',
  },
  application_name: { variable: 'PGAPPNAME', description: 'The name in pg_stat_activity; by default covergraph' },
  fallback_application_name: { description: 'The same where no other is given' },
  options: { variable: 'PGOPTIONS', description: 'Settings of the session, such as -c statement_timeout=5000' },
  client_encoding: {
    variable: 'PGCLIENTENCODING',
    allowed: /^(?:utf-?8|unicode|auto)$/i,
    description: 'UTF8 or auto; the driver reads nothing else',
  },
  keepalives: { allowed: ['0', '1'], description: 'Whether TCP keepalives are sent' },
  keepalives_idle: { allowed: number, description: 'Seconds until the first of them' },
};

/** What libpq knows and is refused, with what to do. */
export const REFUSED: Readonly<Record<string, { readonly variable?: string; readonly why: string }>> = {
  service: { variable: 'PGSERVICE', why: 'write what the service file holds into the address' },
  servicefile: { variable: 'PGSERVICEFILE', why: 'write what the service file holds into the address' },
  require_auth: { variable: 'PGREQUIREAUTH', why: 'use sslmode=verify-full, and the rules of the server' },
  requirepeer: { variable: 'PGREQUIREPEER', why: 'use TLS with sslmode=verify-full' },
  sslcrl: { variable: 'PGSSLCRL', why: 'use sslmode=verify-full and short-lived certificates' },
  sslcrldir: { variable: 'PGSSLCRLDIR', why: 'use sslmode=verify-full and short-lived certificates' },
  sslcertmode: { variable: 'PGSSLCERTMODE', why: 'give sslcert and sslkey, or leave them out' },
  sslcompression: { variable: 'PGSSLCOMPRESSION', why: 'TLS is never compressed; leave it out' },
  replication: { why: 'leave it out' },
  krbsrvname: { variable: 'PGKRBSRVNAME', why: 'use a password or a client certificate' },
  gsslib: { variable: 'PGGSSLIB', why: 'use a password or a client certificate' },
  gssdelegation: { variable: 'PGGSSDELEGATION', why: 'use a password or a client certificate' },
  scram_client_key: { why: 'use a password or a client certificate' },
  scram_server_key: { why: 'use a password or a client certificate' },
  min_protocol_version: { variable: 'PGMINPROTOCOLVERSION', why: 'leave it out' },
  max_protocol_version: { variable: 'PGMAXPROTOCOLVERSION', why: 'leave it out' },
  keepalives_interval: { why: 'use keepalives_idle, or settings of the system' },
  keepalives_count: { why: 'use keepalives_idle, or settings of the system' },
  tcp_user_timeout: { why: 'use connect_timeout, or settings of the system' },
  statement_timeout: { why: 'use options=-c%20statement_timeout%3DMILLISECONDS' },
  lock_timeout: { why: 'use options=-c%20lock_timeout%3DMILLISECONDS' },
  query_timeout: { why: 'use options=-c%20statement_timeout%3DMILLISECONDS' },
  uselibpqcompat: { why: 'sslmode always has the meaning of libpq here; leave it out' },
  encoding: { why: 'use client_encoding=UTF8, or leave it out' },
};

const FORMS =
  'use postgres://USER:PASSWORD@HOST:5432/NAME, or keywords such as host=HOST port=5432 dbname=NAME user=USER';

class Wrong extends Error {}
type Given = Readonly<Record<string, string>>;

/** Parses an address, and completes it from PG* variables. No message repeats the address, which may hold a password. */
export function parseAddress(text: string, around: AddressSurroundings): ParsedAddress {
  try {
    const given = parametersIn(text.trim());
    const problems = Object.entries(given).flatMap(([name, value]) => {
      const problem = problemOf(name, value);
      return problem === null ? [] : [{ problem: `has ${problem}` }];
    });
    const [known, ofVariables] = withVariables(given, around.env);
    if (problems.length + ofVariables.length > 0) return { problems: [...problems, ...ofVariables] };
    return completed(known, around);
  } catch (error) {
    if (error instanceof Wrong) return { problems: [{ problem: error.message }] };
    throw error;
  }
}

function parametersIn(text: string): Given {
  const [, rest] = /^postgres(?:ql)?:\/\/([^]*)$/.exec(text) ?? [];
  if (rest !== undefined) return inUri(rest);
  // Keywords begin with one; what has another scheme may have an equals sign later on.
  if (/^\w+\s*=/.test(text)) return inKeywords(text);
  throw new Wrong(`is not an address of a database: ${FORMS}`);
}

/** As libpq reads a URI: user and password end at the first @ before any slash. */
function inUri(rest: string): Given {
  const [, login] = /^([^@/]*)@/.exec(rest) ?? [];
  const after = login === undefined ? rest : rest.slice(login.length + 1);
  const [, authority = '', name = '', query = ''] = /^([^/?]*)(?:\/([^?]*))?(?:\?([^]*))?$/.exec(after) ?? [];
  return withoutEmpty({
    ...(login === undefined ? {} : loginInUri(login)),
    ...(authority === '' ? {} : hostsInUri(authority)),
    ...(name === '' ? {} : { dbname: decoded(name, 'the name of the database') }),
    ...queryInUri(query),
  });
}

/** USER or USER:PASSWORD. */
function loginInUri(text: string): Given {
  const colon = text.indexOf(':');
  if (colon < 0) return { user: decoded(text, 'the user') };
  return { user: decoded(text.slice(0, colon), 'the user'), password: decoded(text.slice(colon + 1), 'the password') };
}

/** HOST or HOST:PORT, several with commas between. */
function hostsInUri(authority: string): Given {
  const hosts = authority.split(',').map(hostInUri);
  const host = hosts.map((each) => each.host).join(',');
  if (hosts.every(({ port }) => port === '')) return { host };
  return { host, port: hosts.map(({ port }) => port).join(',') };
}

/** NAME=VALUE, several with & between. */
function queryInUri(query: string): Given {
  const given: Record<string, string> = {};
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [key = '', value, ...more] = pair.split('=');
    if (value === undefined || more.length > 0)
      throw new Wrong('has a parameter after ? that is not NAME=VALUE: write = and & in a value as %3D and %26');
    const parameter = decoded(key, 'a parameter');
    // libpq takes this one form of JDBC's.
    if (parameter === 'ssl' && value === 'true') given['sslmode'] = 'require';
    else given[parameter] = decoded(value, `the parameter ${shown(parameter)}`);
  }
  return given;
}

function hostInUri(text: string): { host: string; port: string } {
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]+)\]|([^:[\]]*))(?::(\d*))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || host.includes('@'))
    throw new Wrong(
      'has a host that cannot be read: write HOST:PORT, an IPv6 address in brackets, and @ : / in a password as %40 %3A %2F',
    );
  if (bracketed !== undefined && isIP(bracketed.replace(/%.*$/, '')) !== 6)
    throw new Wrong('has brackets around what is not an IPv6 address: leave out the brackets');
  return { host: decoded(host, 'the host'), port };
}

function decoded(text: string, what: string): string {
  try {
    const plain = decodeURIComponent(text);
    if (!plain.includes('\0')) return plain;
  } catch {
    // The error below says what is wrong.
  }
  throw new Wrong(`has a % in ${what} that is not followed by two hexadecimal digits of UTF-8: write % as %25`);
}

/** `keyword = value`, in single quotes where it holds spaces; a backslash before a quote or a backslash. */
function inKeywords(text: string): Given {
  const given: Record<string, string> = {};
  const pair = /\s*(\w+)\s*=\s*(?:'((?:[^'\\]|\\[^])*)'|((?:[^\s'\\]|\\[^])*))(?=\s|$)/y;
  while (text.slice(pair.lastIndex).trim() !== '') {
    const [, key = '', inQuotes, plain = ''] = pair.exec(text) ?? [];
    if (key === '')
      throw new Wrong(
        'has keywords that cannot be read: write KEY=VALUE with spaces between, and quotes around a value with spaces',
      );
    given[key] = (inQuotes ?? plain).replace(/\\([^])/g, '$1');
  }
  return withoutEmpty(given);
}

const withoutEmpty = (given: Record<string, string>): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));

function problemOf(name: string, value: string): string | null {
  const known = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  if (known === undefined) {
    if (Object.hasOwn(REFUSED, name)) return `${name}, which is not supported: ${REFUSED[name]?.why ?? ''}`;
    const [near] = closest(name, Object.keys(PARAMETERS));
    return `${shown(name)}, which is not a parameter of PostgreSQL: remove it${near === undefined ? '' : `; did you mean ${shown(near)}?`}`;
  }
  const { allowed } = known;
  if (allowed === undefined) return null;
  const isAllowed = allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value);
  if (isAllowed) return null;
  const words = allowed instanceof RegExp ? known.description : allowed.join(', ');
  const near = allowed instanceof RegExp ? [] : closest(value, allowed);
  const advice = value === 'no-verify' ? '; what the driver calls no-verify is require' : '';
  const meant = near[0] === undefined || advice !== '' ? advice : `; did you mean ${shown(near[0])}?`;
  return `${name}=${shown(value)}, which is not supported: allowed are ${words}${meant}`;
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 60)).replace(/[^\u0020-\u007e]/g, '?');

function withVariables(given: Given, env: AddressSurroundings['env']): [Given, AddressProblem[]] {
  const known: Record<string, string> = { ...given };
  const problems: AddressProblem[] = [];
  for (const [name, { variable }] of Object.entries(PARAMETERS)) {
    const value = variable === undefined ? '' : (env[variable] ?? '');
    if (variable === undefined || value === '' || known[name] !== undefined) continue;
    const problem = problemOf(name, value);
    if (problem === null) known[name] = value;
    else problems.push({ where: variable, problem: `sets ${problem}` });
  }
  for (const { variable, why } of Object.values(REFUSED))
    if (variable !== undefined && (env[variable] ?? '') !== '')
      problems.push({ where: variable, problem: `is set, which is not supported: ${why}` });
  return [known, problems];
}

/** The address of the parameters, with libpq's defaults for those that are left out. */
function completed(given: Given, { env, readText }: AddressSurroundings): ParsedAddress {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const user = given['user'] ?? env['USER'] ?? env['LOGNAME'] ?? env['USERNAME'] ?? '';
  if (user === '') throw new Wrong('names no user: write USER@ before the host, or user=USER');
  return {
    address: {
      ...tlsOf(given, home, readText),
      hosts: hostsOf(given),
      isShuffled: given['load_balance_hosts'] === 'random',
      session: (given['target_session_attrs'] ?? 'any') as Session,
      user,
      password: given['password'] ?? null,
      passwordFile: given['passfile'] ?? (home === '' ? null : join(home, '.pgpass')),
      database: given['dbname'] ?? user,
      bindsChannel: given['channel_binding'] !== 'disable',
      ...sessionOptions(given),
      ...keepAliveOptions(given),
    },
  };
}

type SessionOptions = Pick<DatabaseAddress, 'applicationName' | 'connectSeconds' | 'options'>;
function sessionOptions(given: Given): SessionOptions {
  const timeout = given['connect_timeout'];
  return {
    applicationName: given['application_name'] ?? given['fallback_application_name'] ?? null,
    connectSeconds: timeout === undefined ? null : Math.max(0, Number(timeout)),
    options: given['options'] ?? null,
  };
}

function keepAliveOptions(given: Given): Pick<DatabaseAddress, 'keepsAlive' | 'keepAliveIdleSeconds'> {
  const idle = Number(given['keepalives_idle'] ?? 0);
  return { keepsAlive: given['keepalives'] !== '0', keepAliveIdleSeconds: Math.max(0, idle) };
}

type TlsParameters = Pick<
  DatabaseAddress,
  'sslMode' | 'isTlsDirect' | 'authorities' | 'certificate' | 'key' | 'keyPassword' | 'leastTls' | 'mostTls'
>;
/** How TLS is used, with the texts of its files. Throws Wrong for combinations that libpq refuses. */
function tlsOf(given: Given, home: string, readText: AddressSurroundings['readText']): TlsParameters {
  const sslMode = sslModeOf(given);
  const pem = (name: string, builtIn: string): string | null =>
    pemFile(name, given[name] ?? null, home === '' ? null : join(home, '.postgresql', builtIn), readText);
  const authorities = given['sslrootcert'] === 'system' ? null : pem('sslrootcert', 'root.crt');
  if (sslMode === 'verify-ca' && authorities === null)
    throw new Wrong(
      'has sslmode=verify-ca without sslrootcert: give the PEM file of the authority, or use verify-full',
    );
  const isTlsDirect = given['sslnegotiation'] === 'direct';
  if (isTlsDirect && ['disable', 'allow', 'prefer'].includes(sslMode))
    throw new Wrong(`has sslnegotiation=direct with sslmode=${sslMode}: use sslmode=require or stronger`);
  const certificate = pem('sslcert', 'postgresql.crt');
  const key = pem('sslkey', 'postgresql.key');
  if ((certificate === null) !== (key === null))
    throw new Wrong('has one of sslcert and sslkey without the other: give both or neither');
  return {
    sslMode,
    isTlsDirect,
    authorities,
    certificate,
    key,
    keyPassword: given['sslpassword'] ?? null,
    leastTls: (given['ssl_min_protocol_version'] ?? null) as TlsVersion | null,
    mostTls: (given['ssl_max_protocol_version'] ?? null) as TlsVersion | null,
  };
}

function sslModeOf(given: Given): SslMode {
  const isSystem = given['sslrootcert'] === 'system';
  const sslMode = (given['sslmode'] ?? (isSystem ? 'verify-full' : 'prefer')) as SslMode;
  if (isSystem && sslMode !== 'verify-full')
    throw new Wrong(`has sslrootcert=system with sslmode=${sslMode}: use sslmode=verify-full`);
  return sslMode;
}

/**
 * The text of a PEM file: of the one at `path`, which has to be readable, or of the one that libpq uses if no path is set,
 * which need not exist.
 */
function pemFile(
  name: string,
  path: string | null,
  builtIn: string | null,
  readText: AddressSurroundings['readText'],
): string | null {
  if (path === null) return builtIn === null ? null : readText(builtIn);
  const text = readText(path);
  if (text === null)
    throw new Wrong(`names ${shown(path)} as ${name}, which cannot be read: give the path of a PEM file`);
  return text;
}

function hostsOf(given: Given): DatabaseHost[] {
  const addresses = given['hostaddr']?.split(',') ?? [];
  const names = given['host']?.split(',') ?? addresses;
  if (names.length === 0 || names.some((name) => name === ''))
    throw new Wrong(
      'names no host: write HOST after @, or host=HOST; for a Unix socket ?host=FOLDER, such as %2Frun%2Fpostgresql',
    );
  if (addresses.length > 0 && addresses.length !== names.length)
    throw new Wrong(
      `has ${String(names.length)} hosts and ${String(addresses.length)} addresses: give one hostaddr for each`,
    );
  if (addresses.some((each) => isIP(each) === 0)) throw new Wrong('has a hostaddr that is not an IP address: use host');
  const ports = given['port']?.split(',') ?? [''];
  if (ports.length !== 1 && ports.length !== names.length)
    throw new Wrong(
      `has ${String(names.length)} hosts and ${String(ports.length)} ports: give one port, or one for each`,
    );
  return names.map((name, index) => {
    const text = (ports.length === 1 ? ports[0] : ports[index]) ?? '';
    const port = text === '' ? 5_432 : Number(text);
    if (!/^\d{0,5}$/.test(text) || port < 1 || port > 65_535)
      throw new Wrong(`has port ${shown(text)}, which is not a port: use a whole number from 1 to 65535`);
    return { name, at: addresses[index] ?? name, port };
  });
}
