/** Addresses of libpq's forms at real servers: several hosts, Unix sockets, TLS as sslmode says, the password file, session kinds. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/store/postgres/address.ts';
import { addressIn, HostPool, openClient } from '../../../src/store/postgres/hosts.ts';
import { freePort, query, startPostgres, type Postgres } from '../../postgres/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'covergraph-hosts-'));
const file = (name: string): string => join(folder, name);
/** One server without TLS, one with; the second has a Unix socket, and wants a password of one of its users. */
let plain: Postgres;
let secure: Postgres;
let plainPort: string;
let securePort: string;
let dead: string;

beforeAll(async () => {
  chmodSync(folder, 0o777);
  [plain, secure] = await Promise.all([startPostgres(), startPostgres(folder)]);
  [plainPort, securePort] = [plain, secure].map(({ address }) => new URL(address).port) as [string, string];
  dead = String(await freePort());
  certificates();
  const [{ data_directory: cluster }] = (await query(secure.address, 'show data_directory')) as [
    { data_directory: string },
  ];
  const { uid, gid } = statSync(cluster);
  for (const name of ['server.crt', 'server.key']) chownSync(file(name), uid, gid);
  for (const statement of [
    'create role only_tls login',
    'create role only_plain login',
    "create role guarded login password 'sword:fish'",
    `alter system set ssl_cert_file = '${file('server.crt')}'`,
    `alter system set ssl_key_file = '${file('server.key')}'`,
    'alter system set ssl = on',
  ])
    await query(secure.address, statement);
  writeFileSync(
    join(cluster, 'pg_hba.conf'),
    [
      'hostssl all only_tls 127.0.0.1/32 trust',
      'hostnossl all only_plain 127.0.0.1/32 trust',
      'host all guarded 127.0.0.1/32 scram-sha-256',
      'local all guarded scram-sha-256',
      'host all covergraph 127.0.0.1/32 trust',
      'local all covergraph trust',
    ].join('\n'),
  );
  await secure.stop();
  await secure.start();
});

afterAll(async () => {
  await Promise.all([plain.end(), secure.end()]);
  rmSync(folder, { recursive: true, force: true });
});

/** An authority, a certificate of it for "localhost" alone, and another authority. */
function certificates(): void {
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  for (const name of ['ca', 'other'])
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
  );
  writeFileSync(file('san'), 'subjectAltName=DNS:localhost');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-days',
    '2',
    '-extfile',
    'san',
    '-CAcreateserial',
    '-out',
    'server.crt',
  );
  chmodSync(file('server.key'), 0o600);
}

const options = { applicationName: 'hosts', connectSeconds: 5, queryTimeout: 0, most: 2 };

/** Where a connection to the address ends: the port, and whether it has TLS; otherwise the message of the refusal. */
async function reached(text: string, env: Record<string, string> = {}): Promise<string> {
  const { address, problems } = parseAddress(text, {
    env,
    readText: (path) => (path.startsWith(folder) ? execFileSync('cat', [path], { encoding: 'utf8' }) : null),
  });
  if (address === undefined) throw new Error(JSON.stringify(problems));
  const pool = new HostPool(address, options);
  try {
    const client = await pool.connect();
    const { rows } = await client.query<{ port: string; tls: boolean; user: string }>(
      "select current_setting('port') as port, (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as tls",
    );
    client.release();
    const [found] = rows;
    return `${found?.port === plainPort ? 'plain' : 'secure'} ${found?.tls === true ? 'with TLS' : 'without'}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  } finally {
    await pool.end();
  }
}
const at = (user: string, hosts: string, more = ''): string => `postgres://${user}@${hosts}/postgres${more}`;
const local = (port: string): string => `127.0.0.1:${port}`;

describe('sslmode, as libpq has it', () => {
  test.each([
    ['', 'plain without', 'secure with TLS'],
    ['?sslmode=disable', 'plain without', 'secure without'],
    ['?sslmode=allow', 'plain without', 'secure without'],
    ['?sslmode=prefer', 'plain without', 'secure with TLS'],
    ['?sslmode=require', 'refused: The server does not support SSL connections', 'secure with TLS'],
    ['?sslmode=verify-full', 'refused: The server does not support SSL connections', 'refused: unable to verify'],
  ])('%s', async (mode, atPlain, atSecure) => {
    expect(await reached(at('covergraph', local(plainPort), mode))).toContain(atPlain);
    expect(await reached(at('covergraph', local(securePort), mode))).toContain(atSecure);
  });

  test('prefer goes on without TLS, and allow with it, where the rules of the server want that', async () => {
    expect(await reached(at('only_plain', local(securePort), '?sslmode=prefer'))).toBe('secure without');
    expect(await reached(at('only_tls', local(securePort), '?sslmode=allow'))).toBe('secure with TLS');
    expect(await reached(at('only_plain', local(securePort), '?sslmode=require'))).toMatch(/^refused: no pg_hba/);
    expect(await reached(at('only_tls', local(securePort), '?sslmode=disable'))).toMatch(/^refused: no pg_hba/);
  });

  test.each([
    ['127.0.0.1', 'require', 'ca', 'secure with TLS'],
    ['127.0.0.1', 'require', 'other', 'refused: '],
    ['127.0.0.1', 'verify-ca', 'ca', 'secure with TLS'],
    ['127.0.0.1', 'verify-ca', 'other', 'refused: '],
    ['127.0.0.1', 'verify-full', 'ca', 'refused: '],
    ['localhost', 'verify-full', 'ca', 'secure with TLS'],
    ['localhost', 'verify-full', 'other', 'refused: '],
    ['127.0.0.1', 'prefer', 'other', 'secure without'],
  ])('%s with %s and the authority %s: %s', async (host, mode, authority, expected) => {
    const address = at(
      'covergraph',
      `${host}:${securePort}`,
      `?sslmode=${mode}&sslrootcert=${file(`${authority}.crt`)}`,
    );
    expect((await reached(address)).startsWith(expected)).toBe(true);
  });

  test('the name is checked where the address is given as well', async () => {
    const more = `?hostaddr=127.0.0.1&sslmode=verify-full&sslrootcert=${file('ca.crt')}`;
    expect(await reached(at('covergraph', `localhost:${securePort}`, more))).toBe('secure with TLS');
    expect(await reached(at('covergraph', `db.example:${securePort}`, more))).toMatch(/^refused: .*db\.example/);
  });
});

describe('several hosts', () => {
  test('each is tried in turn', async () => {
    expect(await reached(at('covergraph', `${local(dead)},${local(plainPort)}`))).toBe('plain without');
    expect(await reached(at('covergraph', `${local(plainPort)},${local(dead)}`))).toBe('plain without');
    expect(await reached(at('covergraph', `${local(dead)},nowhere.invalid,${local(securePort)}`))).toBe(
      'secure with TLS',
    );
    expect(await reached(`host=127.0.0.1,127.0.0.1 port=${dead},${plainPort} user=covergraph dbname=postgres`)).toBe(
      'plain without',
    );
    expect(await reached(at('covergraph', `${local(dead)},${local(dead)}`))).toMatch(
      /^refused: .*ECONNREFUSED.*; .*ECONNREFUSED/,
    );
  });

  test('a host that refuses the login ends the search', async () => {
    expect(await reached(at('stranger', `${local(securePort)},${local(plainPort)}`))).toMatch(/^refused: no pg_hba/);
  });

  test('the way that worked is tried first: one connection for each further one', async () => {
    let connections = 0;
    const counting: Server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => counting.listen(0, '127.0.0.1', resolve));
    const port = String((counting.address() as AddressInfo).port);
    const pool = new HostPool(
      addressIn(at('covergraph', `${local(port)},${local(plainPort)}`, '?sslmode=disable')),
      options,
    );
    const [first, second] = [await pool.connect(), await pool.connect()];
    expect(connections).toBe(1);
    first.release();
    second.release();
    await pool.end();
    counting.close();
  });

  test('the one that has the wanted session is taken', async () => {
    await query(plain.address, 'alter system set default_transaction_read_only = on');
    await query(plain.address, 'select pg_reload_conf()');
    const hosts = `${local(plainPort)},${local(securePort)}`;
    await expect
      .poll(() => reached(at('covergraph', hosts, '?target_session_attrs=read-write')))
      .toBe('secure with TLS');
    expect(await reached(at('covergraph', hosts, '?target_session_attrs=any'))).toBe('plain without');
    expect(await reached(at('covergraph', hosts, '?target_session_attrs=read-only'))).toBe('plain without');
    expect(await reached(at('covergraph', hosts, '?target_session_attrs=primary'))).toBe('plain without');
    expect(await reached(at('covergraph', hosts, '?target_session_attrs=prefer-standby'))).toBe('plain without');
    expect(await reached(at('covergraph', hosts, '?target_session_attrs=standby'))).toMatch(
      /^refused: the server is not standby/,
    );
    await query(
      plain.address,
      'set default_transaction_read_only = off; alter system reset default_transaction_read_only',
    ).catch(() => undefined);
  });
});

describe('Unix sockets, passwords and variables', () => {
  test('a socket is reached in each form, without TLS whatever sslmode says', async () => {
    const more = `host=${folder}&port=${securePort}`;
    for (const address of [
      `postgres://covergraph@/postgres?${more}`,
      `postgres://covergraph@/postgres?${more}&sslmode=require`,
      `postgres://covergraph@${encodeURIComponent(folder)}:${securePort}/postgres`,
      `host=${folder} port=${securePort} user=covergraph dbname=postgres`,
    ])
      expect([address, await reached(address)]).toEqual([address, 'secure without']);
  });

  test('a password comes from the address, PGPASSWORD or the password file', async () => {
    const address = at('guarded', local(securePort));
    writeFileSync(
      file('pass'),
      `127.0.0.1:${securePort}:*:guarded:sword\\:fish\nlocalhost:*:*:guarded:sword\\:fish\n`,
      { mode: 0o600 },
    );
    expect(await reached(at('guarded:sword%3Afish', local(securePort)))).toBe('secure with TLS');
    expect(await reached(address, { PGPASSWORD: 'sword:fish' })).toBe('secure with TLS');
    expect(await reached(address, { PGPASSFILE: file('pass') })).toBe('secure with TLS');
    expect(await reached(`${address}?passfile=${file('pass')}`)).toBe('secure with TLS');
    expect(
      await reached(`postgres://guarded@/postgres?host=${folder}&port=${securePort}&passfile=${file('pass')}`),
    ).toBe('secure without');
    expect(await reached(address)).toBe('refused: no password is given');
    expect(await reached(address, { PGPASSWORD: 'x' })).toMatch(/^refused: password authentication failed/);
    chmodSync(file('pass'), 0o644);
    expect(await reached(address, { PGPASSFILE: file('pass') })).toBe('refused: no password is given');
  });

  test('options and the name reach the session, and the driver reads no variable of its own', async () => {
    process.env['PGHOST'] = 'nowhere.invalid';
    process.env['PGSSLMODE'] = 'verify-full';
    process.env['PGPASSWORD'] = 'x';
    const address = at('covergraph', local(plainPort), '?options=-c%20statement_timeout%3D1234&application_name=mine');
    const client = await openClient(addressIn(address), options, () => undefined);
    const { rows } = await client.query(
      "select current_setting('statement_timeout') as t, current_setting('application_name') as n",
    );
    await client.end();
    for (const name of ['PGHOST', 'PGSSLMODE', 'PGPASSWORD']) Reflect.deleteProperty(process.env, name);
    expect(rows).toEqual([{ t: '1234ms', n: 'mine' }]);
  });
});
