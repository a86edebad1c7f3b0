/** Every way in which TLS to a real server fails has a sentence that names what to mend. Certificates are made for the test, by openssl. */
import { spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { freePort, query, startPostgres } from '../../postgres/postgres.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'covergraph-tls-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await postgres.end();
});

const path = (name: string): string => join(folder, name);
function openssl(...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
}
/** A key, and a certificate of it for `host`, by its own key or that of the authority; valid for so many days. */
function certificate(name: string, host: string, days: number, authority?: string): void {
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, ...subject);
  const signer =
    authority === undefined
      ? ['-signkey', `${name}.key`]
      : ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-copy_extensions',
    'copy',
    '-days',
    String(days),
    '-out',
    `${name}.crt`,
    ...signer,
  );
}
openssl(
  'req',
  '-x509',
  '-newkey',
  'rsa:2048',
  '-nodes',
  '-keyout',
  'ca.key',
  '-out',
  'ca.crt',
  '-subj',
  '/CN=an authority',
  '-days',
  '2',
);
openssl(
  'req',
  '-x509',
  '-newkey',
  'rsa:2048',
  '-nodes',
  '-keyout',
  'other.key',
  '-out',
  'other.crt',
  '-subj',
  '/CN=another',
  '-days',
  '2',
);
certificate('self', 'localhost', 2);
certificate('good', 'localhost', 2, 'ca');
certificate('expired', 'localhost', -1, 'ca');
certificate('elsewhere', 'db.example', 2, 'ca');

const [{ data_directory: cluster } = {}] = await query(postgres.address, 'show data_directory');
const owner = statSync(String(cluster));

/** Puts a certificate in the server; null: it offers no TLS. */
async function offer(name: string | null, version = 'TLSv1.2'): Promise<void> {
  for (const ending of name === null ? [] : ['crt', 'key']) {
    const to = join(String(cluster), `server.${ending}`);
    copyFileSync(path(`${String(name)}.${ending}`), to);
    chownSync(to, owner.uid, owner.gid);
    spawnSync('chmod', ['600', to]);
  }
  await query(postgres.address, `alter system set ssl_min_protocol_version = '${version}'`);
  await query(postgres.address, `alter system set ssl = ${name === null ? 'off' : 'on'}`);
  await query(postgres.address, 'select pg_reload_conf()');
  const expected = name === null ? 'off' : 'on';
  for (let tries = 0; tries < 100; tries += 1) {
    const [{ ssl } = {}] = await query(postgres.address, 'show ssl');
    if (ssl === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`ssl is not ${expected}`);
}

const { port } = new URL(postgres.address);
const addressWith = (parameters: string, at = port): string =>
  `postgres://covergraph@localhost:${at}/postgres?${parameters}`;
const trusting = (ca: string): string => `sslmode=verify-full&sslrootcert=${encodeURIComponent(path(ca))}`;

async function failure(address: string): Promise<{ code: unknown; passes: unknown; message: string }> {
  const store = openDatabase(address, 'to read');
  try {
    await store.look();
    throw new Error('it did not fail');
  } catch (error) {
    const { code, passes, message } = error as { code?: unknown; passes?: unknown; message: string };
    return { code, passes, message };
  } finally {
    await store.close();
  }
}

describe('a server', () => {
  test.each([
    ['with a self-signed certificate', 'self', 'sslmode=verify-full', 'TLS_UNTRUSTED', /sslrootcert=FILE/],
    ['whose authority is not known', 'good', 'sslmode=verify-full', 'TLS_UNTRUSTED', /sslrootcert=FILE/],
    ['signed by another authority', 'good', trusting('other.crt'), 'TLS_UNTRUSTED', /sslrootcert=FILE/],
    ['whose certificate expired', 'expired', trusting('ca.crt'), 'TLS_EXPIRED', /Renew it/],
    [
      'whose certificate is for another host',
      'elsewhere',
      trusting('ca.crt'),
      'TLS_WRONG_HOST',
      /host name that the certificate holds/,
    ],
    ['without TLS', null, trusting('ca.crt'), 'TLS_UNSUPPORTED', /Turn on ssl at the server/],
    ['of which the certificate file is none', 'good', trusting('good.csr'), 'TLS_UNTRUSTED', /sslrootcert=FILE/],
  ])('%s', async (_, certified, parameters, code, remedy) => {
    await offer(certified);
    const said = await failure(addressWith(parameters));
    expect(said).toMatchObject({ code, passes: false, message: expect.stringMatching(remedy) as string });
  });

  test('of which the certificate file is missing is refused before a connection is tried', () => {
    expect(() => openDatabase(addressWith(trusting('no-such-file')), 'to read')).toThrow(
      /no-such-file" as sslrootcert, which cannot be read: give the path of a PEM file/,
    );
  });

  test('is connected to if its certificate is right', async () => {
    await offer('good');
    expect((await failure(addressWith(trusting('ca.crt')))).code).toBe('NOT_MIGRATED');
  });

  test('that requires TLS gives a clear message to a client that connects without it', async () => {
    await offer('good');
    await query(
      postgres.address,
      `create table hba (line text); insert into hba values ('hostssl all all all trust'), ('host all covergraph 127.0.0.1/32 trust'), ('local all all trust');
       copy hba to '${String(cluster)}/pg_hba.conf'; drop table hba; create role guarded login; select pg_reload_conf()`,
    );
    const unencrypted = `${postgres.address.replace('covergraph@', 'guarded@')}?sslmode=disable`;
    await expect.poll(async () => (await failure(unencrypted)).code, { timeout: 5_000 }).toBe('NOT_ADMITTED');
    const { message } = await failure(unencrypted);
    expect(message).toContain('add ?sslmode=require to DATABASE_URL');
    expect(message).not.toContain('guarded');
  });
});

/** What is at the port of a database and is none, or breaks off. */
describe('a program that does not speak TLS', () => {
  test.each<[string, (socket: Socket) => unknown, string]>([
    ['refuses the request for TLS with an error', (socket) => socket.write('E'), 'TLS_FAILED'],
    [
      'says yes, and then speaks no TLS',
      (socket) =>
        socket.write('S').valueOf() && setTimeout(() => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 100),
      'TLS_FAILED',
    ],
    [
      'says yes, and closes',
      (socket) => socket.write('S', () => setTimeout(() => socket.destroy(), 100)),
      'TLS_FAILED',
    ],
    ['closes at once', (socket) => socket.destroy(), 'UNREACHABLE'],
  ])('%s', async (_, behave, code) => {
    const at = await freePort();
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => behave(socket));
    });
    await new Promise<void>((resolve) => {
      server.listen(at, 'localhost', resolve);
    });
    expect(await failure(addressWith('sslmode=verify-full', String(at)))).toMatchObject({ code });
    server.close();
  });
});
