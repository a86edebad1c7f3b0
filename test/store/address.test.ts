/** Addresses of databases in the forms of libpq: each is read as libpq reads it, or refused in words; right values by its documentation. */
import { describe, expect, test } from 'vitest';
import { type DatabaseAddress, parseAddress } from '../../src/store/postgres/address.ts';
import { passwordFor } from '../../src/store/postgres/password-file.ts';

const parse = (text: string, env: Record<string, string> = { USER: 'me' }, files: Record<string, string> = {}) =>
  parseAddress(text, { env, readText: (path) => files[path] ?? null });
const read = (...given: Parameters<typeof parse>): DatabaseAddress => {
  const { address, problems } = parse(...given);
  if (address === undefined) throw new Error(JSON.stringify(problems));
  return address;
};
const hosts = (text: string, env?: Record<string, string>): string[] =>
  read(text, env).hosts.map(({ name, at, port }) => `${name}${name === at ? '' : `=${at}`}:${String(port)}`);
const problem = (...given: Parameters<typeof parse>): string =>
  parse(...given)
    .problems?.map((each) => `${each.where ?? ''} ${each.problem}`.trim())
    .join('; ') ?? 'none';

describe('a URI', () => {
  test.each<[string, Partial<DatabaseAddress>, string[]]>([
    ['postgres://u:p@h:5433/db', { user: 'u', password: 'p', database: 'db', sslMode: 'prefer' }, ['h:5433']],
    ['postgresql://u@h/db', { user: 'u', password: null, database: 'db' }, ['h:5432']],
    ['postgres://u@h', { user: 'u', database: 'u' }, ['h:5432']],
    ['postgres://u@h/', { database: 'u' }, ['h:5432']],
    ['postgres://h/db', { user: 'me', database: 'db' }, ['h:5432']],
    ['postgres://u:@h/db', { password: null }, ['h:5432']],
    ['postgres://u%40x:p%2F%3A%25@h/d%20b', { user: 'u@x', password: 'p/:%', database: 'd b' }, ['h:5432']],
    ['postgres://u:a:b@h/db', { password: 'a:b' }, ['h:5432']],
    ['postgres://u:a?b@h/db', { password: 'a?b' }, ['h:5432']],
    ['postgres://u@[::1]:5433/db', {}, ['::1:5433']],
    ['postgres://u@h1:5432,h2:5433,[::1]/db', {}, ['h1:5432', 'h2:5433', '::1:5432']],
    ['postgres://u@/db?host=/run/pg', {}, ['/run/pg:5432']],
    ['postgres://u@/db?host=/run/pg&port=5433', {}, ['/run/pg:5433']],
    ['postgres://u@%2Frun%2Fpg/db', {}, ['/run/pg:5432']],
    ['postgres:///db?host=a,b&port=1,2&user=w', { user: 'w' }, ['a:1', 'b:2']],
    ['postgres:///db?host=a,b&port=7', {}, ['a:7', 'b:7']],
    ['postgres://u@a/db?host=b', {}, ['b:5432']],
    ['postgres://u@name/db?hostaddr=10.0.0.1', {}, ['name=10.0.0.1:5432']],
    ['postgres://u@/db?hostaddr=10.0.0.1', {}, ['10.0.0.1:5432']],
    ['postgres://u@h/db?sslmode=require', { sslMode: 'require' }, ['h:5432']],
    ['postgres://u@h/db?ssl=true', { sslMode: 'require' }, ['h:5432']],
    ['postgres://u@h/db?options=-c%20statement_timeout%3D5000', { options: '-c statement_timeout=5000' }, ['h:5432']],
    ['postgres://u@h/db?application_name=x&connect_timeout=3', { applicationName: 'x', connectSeconds: 3 }, ['h:5432']],
    ['postgres://u@h/db?connect_timeout=0', { connectSeconds: 0 }, ['h:5432']],
    ['postgres://u@h/db?target_session_attrs=read-write', { session: 'read-write' }, ['h:5432']],
    ['postgres://u@h/db?load_balance_hosts=random', { isShuffled: true }, ['h:5432']],
    ['postgres://u@h/db?keepalives=0&keepalives_idle=30', { keepsAlive: false, keepAliveIdleSeconds: 30 }, ['h:5432']],
    ['postgres://u@h/db?channel_binding=disable&gssencmode=disable', { bindsChannel: false }, ['h:5432']],
    ['postgres://u@h/db?sslrootcert=system', { sslMode: 'verify-full', authorities: null }, ['h:5432']],
    ['postgres://u@h/db?sslmode=require&sslnegotiation=direct', { isTlsDirect: true }, ['h:5432']],
  ])('%s', (text, expected, expectedHosts) => {
    expect(read(text)).toMatchObject(expected);
    expect(hosts(text)).toEqual(expectedHosts);
  });
});

describe('keywords', () => {
  test.each<[string, Partial<DatabaseAddress>, string[]]>([
    ['host=h dbname=db user=u', { user: 'u', database: 'db', password: null }, ['h:5432']],
    ['host = h  port = 5433   user=u', { user: 'u', database: 'u' }, ['h:5433']],
    ["host=h user=u password='two words'", { password: 'two words' }, ['h:5432']],
    ["host=h user=u password='it\\'s a \\\\'", { password: "it's a \\" }, ['h:5432']],
    ['host=h user=u password=a\\ b', { password: 'a b' }, ['h:5432']],
    ["host=h user=u password=''", { password: null }, ['h:5432']],
    ['host=a,b port=1,2 user=u', {}, ['a:1', 'b:2']],
    ['host=/run/pg dbname=db', { user: 'me', database: 'db' }, ['/run/pg:5432']],
    ['host=h dbname=db sslmode=disable', { sslMode: 'disable' }, ['h:5432']],
    ['  host=h\n\tdbname=db  ', { database: 'db' }, ['h:5432']],
  ])('%s', (text, expected, expectedHosts) => {
    expect(read(text)).toMatchObject(expected);
    expect(hosts(text)).toEqual(expectedHosts);
  });
});

describe('what the address does not say', () => {
  test('comes from PG* variables, and what it says goes before them', () => {
    const env = {
      PGHOST: 'eh',
      PGPORT: '5433',
      PGUSER: 'eu',
      PGPASSWORD: 'ep',
      PGDATABASE: 'ed',
      PGSSLMODE: 'disable',
      PGOPTIONS: '-c a=b',
      PGAPPNAME: 'ea',
      PGCONNECT_TIMEOUT: '9',
      PGTARGETSESSIONATTRS: 'primary',
      PGPASSFILE: 'file',
    };
    expect(read('postgres://', env)).toMatchObject({
      user: 'eu',
      password: 'ep',
      database: 'ed',
      sslMode: 'disable',
      options: '-c a=b',
      applicationName: 'ea',
      connectSeconds: 9,
      session: 'primary',
      passwordFile: 'file',
    });
    expect(hosts('postgres://', env)).toEqual(['eh:5433']);
    const own = 'postgres://u:p@h:1/d?sslmode=allow&target_session_attrs=any&application_name=a';
    expect(read(own, env)).toMatchObject({
      user: 'u',
      password: 'p',
      database: 'd',
      sslMode: 'allow',
      session: 'any',
      applicationName: 'a',
    });
    expect(hosts(own, env)).toEqual(['h:1']);
    expect(hosts('postgres://u@h/d', env)).toEqual(['h:5433']);
  });

  test('a wrong or unsupported variable is named', () => {
    expect(problem('postgres://u@h/d', { PGSSLMODE: 'requird' })).toBe(
      'PGSSLMODE sets sslmode="requird", which is not supported: allowed are disable, allow, prefer, require, verify-ca, verify-full; did you mean "require"?',
    );
    expect(problem('postgres://u@h/d', { PGSERVICE: 'x' })).toBe(
      'PGSERVICE is set, which is not supported: write what the service file holds into the address',
    );
    expect(problem('postgres://u@h/d?sslmode=require', { PGSSLMODE: 'requird' })).toBe('none');
  });

  test('certificates: named files, then those in the home folder', () => {
    const files = { 'ca.pem': 'CA', 'c.pem': 'C', 'k.pem': 'K', '/h/.postgresql/root.crt': 'HOME' };
    expect(
      read('postgres://u@h/d?sslmode=verify-ca&sslrootcert=ca.pem&sslcert=c.pem&sslkey=k.pem', {}, files),
    ).toMatchObject({ authorities: 'CA', certificate: 'C', key: 'K' });
    expect(read('postgres://u@h/d?sslmode=verify-full', { HOME: '/h' }, files)).toMatchObject({
      authorities: 'HOME',
      passwordFile: '/h/.pgpass',
    });
    expect(read('postgres://u@h/d?sslmode=verify-full', {}, files)).toMatchObject({ authorities: null });
  });
});

describe('refused, in words that name what is wrong and without the password', () => {
  test.each([
    ['db.example', 'is not an address of a database: use postgres://'],
    ['mysql://u:swordfish@h/d', 'is not an address of a database'],
    ['postgres:/u:swordfish@h/d', 'is not an address of a database'],
    ['http://h/?host=x', 'is not an address of a database'],
    ['postgres://u:swordfish@/db', 'names no host'],
    ['dbname=db', 'names no host'],
    ['postgres://u:swordfish@h:99999/db', 'which is not a port'],
    ['postgres://u@h:0/db', 'which is not a port'],
    ['postgres://u@h:x/db', 'has a host that cannot be read'],
    ['postgres://u@a,,b/db', 'names no host'],
    ['postgres://u:sword@fish@h/db', 'has a host that cannot be read'],
    ['postgres://u@[h]/db', 'brackets around what is not an IPv6 address'],
    ['postgres://u@::1/db', 'has a host that cannot be read'],
    ['postgres://u:100%@h/db', 'has a % in the password'],
    [
      'postgres://u@h/db?ssmode=require',
      'has "ssmode", which is not a parameter of PostgreSQL: remove it; did you mean "sslmode"?',
    ],
    ['postgres://u@h/db?sslmode=requird', 'did you mean "require"?'],
    ['postgres://u@h/db?sslmode=Require', 'did you mean "require"?'],
    ['postgres://u@h/db?sslmode=no-verify', 'what the driver calls no-verify is require'],
    ['postgres://u@h/db?ssl=1', 'has "ssl", which is not a parameter of PostgreSQL'],
    ['postgres://u@h/db?ssl=false', 'has "ssl", which is not a parameter of PostgreSQL'],
    ['postgres://u@h/db?uselibpqcompat=true', 'sslmode always has the meaning of libpq'],
    ['postgres://u@h/db?sslmode', 'not NAME=VALUE'],
    ['postgres://u@h/db?options=-c%20a=b', 'not NAME=VALUE'],
    ['postgres://u@h/db?statement_timeout=5', 'use options=-c%20statement_timeout'],
    ['postgres://u@h/db?service=x', 'write what the service file holds'],
    ['postgres://u@h/db?channel_binding=require', 'allowed are disable, prefer'],
    ['postgres://u@h/db?gssencmode=require', 'allowed are disable, prefer'],
    ['postgres://u@h/db?requirepeer=x', 'requirepeer, which is not supported'],
    ['postgres://u@h/db?client_encoding=latin1', 'UTF8 or auto'],
    ['postgres://u@h/db?target_session_attrs=master', 'allowed are any, read-write'],
    ['postgres://u@h/db?connect_timeout=soon', 'which is not supported'],
    ['postgres://u@a,b/db?port=1,2,3', 'has 2 hosts and 3 ports'],
    ['postgres://u@a,b/db?hostaddr=1.1.1.1', 'has 2 hosts and 1 addresses'],
    ['postgres://u@a/db?hostaddr=name', 'a hostaddr that is not an IP address'],
    ['postgres://u@h/db?sslmode=verify-ca', 'verify-ca without sslrootcert'],
    ['postgres://u@h/db?sslrootcert=system&sslmode=require', 'use sslmode=verify-full'],
    ['postgres://u@h/db?sslrootcert=nowhere', 'names "nowhere" as sslrootcert, which cannot be read'],
    ['postgres://u@h/db?sslnegotiation=direct', 'use sslmode=require or stronger'],
    ["host=h password='swordfish", 'has keywords that cannot be read'],
    ['host=h swordfish', 'has keywords that cannot be read'],
    ['host=h hots=x', 'did you mean "host"?'],
  ])('%s', (text, words) => {
    const said = problem(text);
    expect(said).toContain(words);
    expect(said).not.toMatch(/fish/);
  });

  test('no user anywhere', () => {
    expect(problem('postgres://h/db', {})).toContain('names no user');
  });

  test('several at once', () => {
    const { problems } = parse('postgres://u@h/db?ssmode=x&sslmode=y', { PGSERVICE: 's', PGSSLSNI: '0' });
    expect(problems?.length).toBe(4);
  });
});

test('the password file is read as libpq reads it: the first line that fits', () => {
  const text = [
    '# a comment:5432:db:u:no',
    'other:5432:db:u:other',
    'h:5432:db:u:plain',
    'h:*:*:u:any database',
    '*:*:*:col\\:on:p\\:a\\\\ss:more',
    'localhost:5432:*:*:socket',
    '::1:5432:*:*:unreachable',
    '\\:\\:1:5432:*:*:six',
  ].join('\n');
  const of = (host: string, port: number, database: string, user: string) =>
    passwordFor(text, { host, port, database, user });
  expect(of('h', 5432, 'db', 'u')).toBe('plain');
  expect(of('h', 5433, 'db', 'u')).toBe('any database');
  expect(of('x', 1, 'y', 'col:on')).toBe('p:a\\ss');
  expect(of('localhost', 5432, 'db', 'z')).toBe('socket');
  expect(of('::1', 5432, 'db', 'z')).toBe('six');
  expect(of('h', 5432, 'db', 'z')).toBeNull();
});
