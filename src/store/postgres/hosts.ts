/**
 * Connects to one of several hosts, with or without TLS, in the order of libpq: each host in turn, with each kind of
 * connection that sslmode allows. The driver connects to one host in one way, so there is a pool for each way in use.
 */
import { readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient } from 'pg';
import { type DatabaseAddress, type DatabaseHost, parseAddress, type Session } from './address.ts';
import { passwordIn } from './password-file.ts';

/** One host, with or without TLS. */
interface Attempt {
  readonly host: DatabaseHost;
  /** False: without TLS. */
  readonly tls: ConnectionOptions | false;
}

/** Options of all connections. */
export interface HostOptions {
  readonly applicationName: string;
  /** Of each connection, where the address does not say; in seconds. */
  readonly connectSeconds: number;
  /** In milliseconds; 0: no limit. */
  readonly queryTimeout: number;
  /** Connections to the host in use. */
  readonly most: number;
}

/** The address that a text holds, without any PG* variable. Throws an Error where it holds none. */
export function addressIn(text: string): DatabaseAddress {
  const readText = (path: string): string | null => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  };
  const { address, problems } = parseAddress(text, { env: {}, readText });
  if (address === undefined) throw new Error(`the address ${problems.map(({ problem }) => problem).join('; ')}`);
  return address;
}

/** A pool over the hosts of an address. The attempt that worked last is tried first. */
export class HostPool {
  readonly #address: DatabaseAddress;
  readonly #options: HostOptions;
  readonly #attempts: readonly (readonly Attempt[])[];
  readonly #pools = new Map<Attempt, Pool>();
  readonly #checked = new WeakSet<ClientBase>();
  #worked: Attempt | null = null;

  constructor(address: DatabaseAddress, options: HostOptions) {
    this.#address = address;
    this.#options = options;
    this.#attempts = attemptsOf(address);
  }

  connect(): Promise<PoolClient> {
    return firstThatWorks(
      inOrder(this.#attempts, this.#worked),
      sessionsOf(this.#address),
      async (attempt, session) => {
        const client = await this.#pool(attempt).connect();
        try {
          if (!this.#checked.has(client)) await checkSession(client, session);
        } catch (error) {
          client.release(true);
          throw error;
        }
        this.#checked.add(client);
        this.#worked = attempt;
        return client;
      },
    );
  }

  async query(text: string): Promise<void> {
    const client = await this.connect();
    try {
      await client.query(text);
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #pool(attempt: Attempt): Pool {
    const known = this.#pools.get(attempt);
    if (known) return known;
    const { queryTimeout, most } = this.#options;
    const pool = new Pool({
      ...configOf(this.#address, attempt, this.#options),
      max: most,
      ...(queryTimeout > 0 ? { query_timeout: queryTimeout } : {}),
    });
    pool.on('error', () => undefined); // an idle connection that breaks is not used again; the next query gets a new one
    this.#pools.set(attempt, pool);
    return pool;
  }
}

/** A connection outside any pool. `prepare` is called before it connects, for listeners. */
export function openClient(
  address: DatabaseAddress,
  options: Pick<HostOptions, 'applicationName' | 'connectSeconds'>,
  prepare: (client: Client) => void,
): Promise<Client> {
  return firstThatWorks(attemptsOf(address), sessionsOf(address), async (attempt, session) => {
    const client = new Client(configOf(address, attempt, options));
    prepare(client);
    try {
      await client.connect();
      await checkSession(client, session);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  });
}

/** prefer-standby looks for a standby at all hosts before it takes any. */
const sessionsOf = ({ session }: DatabaseAddress): readonly Exclude<Session, 'prefer-standby'>[] =>
  session === 'prefer-standby' ? ['standby', 'any'] : [session];

/** The result of the first attempt that works; otherwise rejects with the error of it, or with those of all hosts. */
async function firstThatWorks<Result>(
  hosts: readonly (readonly Attempt[])[],
  sessions: readonly Exclude<Session, 'prefer-standby'>[],
  work: (attempt: Attempt, session: Exclude<Session, 'prefer-standby'>) => Promise<Result>,
): Promise<Result> {
  const failures: unknown[] = [];
  for (const session of sessions) {
    for (const attempts of hosts) {
      const outcome = await tryHost(attempts, (attempt) => work(attempt, session));
      if ('result' in outcome) return outcome.result;
      const { failure } = outcome;
      // As in libpq, a server that refuses the login ends the search. So does a pool without a free connection.
      if (isRefused(failure) || isBusy(failure)) throw failure;
      failures.push(failure);
    }
  }
  if (failures.length === 1) throw failures[0];
  throw new AggregateError(failures, failures.map((each) => (each instanceof Error ? each.message : '')).join('; '));
}

/** Tries a host in each way until one works, or until an error has nothing to do with TLS. */
async function tryHost<Result>(
  attempts: readonly Attempt[],
  work: (attempt: Attempt) => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly failure: unknown }> {
  let failure: unknown;
  for (const attempt of attempts) {
    try {
      return { result: await work(attempt) };
    } catch (error) {
      failure = error;
      if (!concernsTls(error)) break;
    }
  }
  return { failure };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const isRefused = (error: unknown): boolean => /^28...$/.test(codeOf(error));
const isBusy = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** Codes of sockets and names: with another way of TLS they would be the same. */
const ofNetwork = /^(?:ECONN(?!RESET)|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ENOENT|EACCES)/;
/** Whether the same host may take the connection with TLS where it was tried without, or the other way round. */
function concernsTls(error: unknown): boolean {
  if (!(error instanceof Error) || isBusy(error)) return false;
  if (error instanceof AggregateError || ofNetwork.test(codeOf(error))) return false;
  if (/^[0-9A-Z]{5}$/.test(codeOf(error)) && !/^E[A-Z]{4}$/.test(codeOf(error))) return isRefused(error);
  return !/timeout/i.test(error.message);
}

/** The hosts with the ways that sslmode allows, in the order in which they are tried. */
function attemptsOf(address: DatabaseAddress): Attempt[][] {
  const hosts = address.isShuffled ? shuffled(address.hosts) : address.hosts;
  return hosts.map((host) => waysOf(address, host).map((tls) => ({ host, tls })));
}

/** The ways of a host stay together, and those of the host that worked come first. */
function inOrder(hosts: readonly (readonly Attempt[])[], worked: Attempt | null): readonly (readonly Attempt[])[] {
  if (worked === null) return hosts;
  const first = hosts.find((attempts) => attempts.includes(worked)) ?? [];
  return [
    [worked, ...first.filter((attempt) => attempt !== worked)],
    ...hosts.filter((attempts) => attempts !== first),
  ];
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** On a Unix socket there is no TLS, whatever sslmode says. */
function waysOf(address: DatabaseAddress, host: DatabaseHost): (ConnectionOptions | false)[] {
  if (host.at.startsWith('/')) return [false];
  const tls = tlsOf(address, host);
  if (address.sslMode === 'disable') return [false];
  if (address.sslMode === 'allow') return [false, tls];
  return address.sslMode === 'prefer' ? [tls, false] : [tls];
}

/** As libpq does, a certificate is checked wherever authorities are given, and the name of the host with verify-full alone. */
function tlsOf(address: DatabaseAddress, { name, at }: DatabaseHost): ConnectionOptions {
  const { sslMode, authorities, certificate, key, keyPassword, leastTls, mostTls } = address;
  const isFull = sslMode === 'verify-full';
  return {
    rejectUnauthorized: isFull || authorities !== null,
    checkServerIdentity: (_host, presented) => (isFull ? checkServerIdentity(name, presented) : undefined),
    ...(name === at ? {} : { servername: name }),
    ...(authorities === null ? {} : { ca: authorities }),
    ...(certificate === null || key === null ? {} : { cert: certificate, key }),
    ...(keyPassword === null ? {} : { passphrase: keyPassword }),
    ...(leastTls === null ? {} : { minVersion: leastTls }),
    ...(mostTls === null ? {} : { maxVersion: mostTls }),
  };
}

/** Everything is said, so that the driver reads no variable of its own. */
function configOf(
  address: DatabaseAddress,
  { host, tls }: Attempt,
  options: Pick<HostOptions, 'applicationName' | 'connectSeconds'>,
): ClientConfig {
  const seconds = address.connectSeconds ?? options.connectSeconds;
  return {
    host: host.at,
    port: host.port,
    user: address.user,
    database: address.database,
    password: address.password ?? (() => lookedUp(address, host)),
    ssl: tls,
    sslnegotiation: address.isTlsDirect && tls !== false ? 'direct' : 'postgres',
    enableChannelBinding: address.bindsChannel,
    application_name: address.applicationName ?? options.applicationName,
    client_encoding: 'UTF8',
    keepAlive: address.keepsAlive,
    keepAliveInitialDelayMillis: address.keepAliveIdleSeconds * 1_000,
    connectionTimeoutMillis: seconds * 1_000,
    ...(address.options === null ? {} : { options: address.options }),
  };
}

/** Called when the server asks for a password and the address has none. Rejects as a refused login does. */
async function lookedUp(
  { passwordFile, database, user }: DatabaseAddress,
  { name, port }: DatabaseHost,
): Promise<string> {
  const host = name.startsWith('/') ? 'localhost' : name;
  const password = passwordFile === null ? null : await passwordIn(passwordFile, { host, port, database, user });
  if (password === null) throw Object.assign(new Error('no password is given'), { code: '28P01' });
  return password;
}

/** Rejects where the server is not of the kind that target_session_attrs wants. */
async function checkSession(client: ClientBase, session: Exclude<Session, 'prefer-standby'>): Promise<void> {
  if (session === 'any') return;
  const { rows } = await client.query<{ standby: boolean; readonly: boolean }>(
    "select pg_is_in_recovery() as standby, pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as readonly",
  );
  const { standby = false, readonly = false } = rows[0] ?? {};
  const fits = { 'read-write': !readonly, 'read-only': readonly, primary: !standby, standby }[session];
  // SQLSTATE 08004: the server rejected the connection.
  if (!fits) throw Object.assign(new Error(`the server is not ${session}`), { code: '08004' });
}
