/** Settings: a flag before the environment before what is built in, and all that is wrong at once. */
import { delimiter, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cannotListen, listeningAt } from '../../src/cli/reports.ts';
import { dayInNewYork } from '../../src/cli/day.ts';
import { readSettings, type ServeFlags } from '../../src/cli/serving.ts';

const read = (flags: ServeFlags, env: Record<string, string> = {}) =>
  readSettings(flags, {
    env,
    ownData: resolve('own'),
    isFolder: (path) => !path.includes('missing'),
    secretIn: (path) => (path.includes('missing') ? null : `${path}\n`),
  });

const plain = {
  origins: [],
  limits: {},
  cacheSeconds: 0,
  drainSeconds: 10,
  logLevel: 'warn',
  watch: false,
  adminToken: null,
  tracesTo: null,
  database: null,
};

describe('settings', () => {
  test('are built in where nothing is said', () => {
    expect(read({}).settings).toEqual({ ...plain, port: 4000, host: '127.0.0.1', data: [resolve('own')], sources: [] });
  });

  test('come from the environment, folders divided as in PATH', () => {
    expect(
      read({}, { PORT: '0', HOST: '::1', DATA_DIR: ['a', 'b'].join(delimiter), SOURCES_DIR: 'c' }).settings,
    ).toEqual({ ...plain, port: 0, host: '::1', data: [resolve('a'), resolve('b')], sources: [resolve('c')] });
  });

  test('come from flags first', () => {
    expect(
      read(
        { port: '1', host: 'localhost', data: ['x'], sources: ['y'] },
        { PORT: 'bad', HOST: 'b b', DATA_DIR: 'missing', SOURCES_DIR: 'missing' },
      ).settings,
    ).toEqual({ ...plain, port: 1, host: 'localhost', data: [resolve('x')], sources: [resolve('y')] });
  });

  test('of the environment that are empty count as not given', () => {
    expect(read({}, { PORT: '', HOST: '', DATA_DIR: '', SOURCES_DIR: '' })).toEqual(read({}));
  });

  test('that are wrong are listed together, each by its name and with what to do', () => {
    expect(
      read({ host: 'a b', data: ['missing-1', 'there', 'missing-2'] }, { PORT: '65536', SOURCES_DIR: 'missing-3' })
        .wrong,
    ).toEqual([
      '--host is "a b", which is no address to listen on: give a name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface',
      'PORT is "65536", which is no port: give a whole number from 1 to 65535, or 0 for any free one',
      `--data names ${resolve('missing-1')}, which is no folder that can be read: give the path of one that exists`,
      `--data names ${resolve('missing-2')}, which is no folder that can be read: give the path of one that exists`,
      `SOURCES_DIR names ${resolve('missing-3')}, which is no folder that can be read: give the path of one that exists`,
    ]);
  });

  test('of the server are read by flag and by environment alike', () => {
    const expected = {
      origins: ['https://a.example', '*'],
      limits: { cost: 500, depth: 7 },
      cacheSeconds: 60,
      drainSeconds: 3,
      logLevel: 'warn',
      watch: true,
    };
    expect(
      read({
        origin: ['https://a.example', '*'],
        limit: ['cost=500', 'depth=7'],
        cacheSeconds: '60',
        drainSeconds: '3',
        logLevel: 'warn',
        watch: true,
      }).settings,
    ).toMatchObject(expected);
    expect(
      read(
        {},
        {
          ORIGINS: 'https://a.example, *',
          LIMITS: 'cost=500,depth=7',
          CACHE_SECONDS: '60',
          DRAIN_SECONDS: '3',
          LOG_LEVEL: 'warn',
          WATCH: '1',
        },
      ).settings,
    ).toMatchObject(expected);
    expect(
      read({}, { ADMIN_TOKEN: 'sixteen-letters-', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' }).settings,
    ).toMatchObject({ adminToken: 'sixteen-letters-', tracesTo: 'http://collector:4318' });
  });

  test('a token may lie in a mounted file, which wins', () => {
    expect(
      read({}, { ADMIN_TOKEN: 'sixteen-letters-', ADMIN_TOKEN_FILE: 'a/mounted/secret' }).settings?.adminToken,
    ).toBe('a/mounted/secret');
  });

  test('of the server that are wrong are all listed, in the same breath as the others', () => {
    const wrong =
      read(
        { limit: ['cost=0', 'depht=5'], port: 'x', origin: ['https://a.example/path', 'a.example'] },
        {
          CACHE_SECONDS: 'soon',
          DRAIN_SECONDS: '-1',
          LOG_LEVEL: 'loud',
          WATCH: 'perhaps',
          ADMIN_TOKEN: 'short',
          OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
          DATA_DIR: 'missing',
        },
      ).wrong ?? [];
    const names =
      'bodyBytes, tokens, depth, aliases, directives, breadth, listItems, cells, entities, questionCharacters, cost, responseBytes, sendSeconds, validationErrors';
    expect(wrong).toEqual([
      '--port is "x", which is no port: give a whole number from 1 to 65535, or 0 for any free one',
      `DATA_DIR names ${resolve('missing')}, which is no folder that can be read: give the path of one that exists`,
      '--origin names "https://a.example/path", which is no origin: give a scheme and a host, such as https://app.example, without a path, or * for all',
      '--origin names "a.example", which is no origin: give a scheme and a host, such as https://app.example, without a path, or * for all',
      `--limit has "cost=0", which sets no limit: give NAME=NUMBER, where NAME is one of ${names}`,
      `--limit has "depht=5", which sets no limit: give NAME=NUMBER, where NAME is one of ${names}`,
      'CACHE_SECONDS is "soon", which is no number of seconds: give a whole number from 0 to 86400',
      'DRAIN_SECONDS is "-1", which is no number of seconds: give a whole number from 0 to 3600',
      'LOG_LEVEL is "loud", which is no level of the log: give one of debug, info, warn, error, silent',
      'WATCH is "perhaps", which is neither yes nor no: give 1 or 0',
      'ADMIN_TOKEN is too short to be a secret: give at least 16 characters',
      'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318", which is no address: give one such as http://127.0.0.1:4318',
    ]);
  });

  test.each([
    [
      { ADMIN_TOKEN: 'sixteen letters or more' },
      'ADMIN_TOKEN holds characters that a bearer token cannot have: use letters, digits and . _ ~ + / = -',
    ],
    [
      { ADMIN_TOKEN_FILE: 'missing' },
      'ADMIN_TOKEN_FILE names missing, which cannot be read: give the path of a file that holds the token',
    ],
  ])('a token that cannot be one is wrong: %j', (env, line) => {
    expect(read({}, env).wrong).toEqual([line]);
  });

  test('of a database come with its address, which may lie in a mounted file', () => {
    const address = 'postgres://somebody@db.example/covergraph';
    const builtIn = { address, waitSeconds: 30, pollSeconds: 2, versionsHeld: 2 };
    expect(read({}, { DATABASE_URL: address }).settings?.database).toEqual(builtIn);
    expect(
      read({}, { DATABASE_URL: address, DATABASE_WAIT: '5', POLL_SECONDS: '1', VERSIONS_HELD: '0' }).settings?.database,
    ).toEqual({ address, waitSeconds: 5, pollSeconds: 1, versionsHeld: 0 });
    expect(
      read({ databaseWait: '6', pollSeconds: '7', versionsHeld: '8' }, { DATABASE_URL: address, DATABASE_WAIT: 'x' })
        .settings?.database,
    ).toEqual({ address, waitSeconds: 6, pollSeconds: 7, versionsHeld: 8 });
    expect(
      readSettings(
        {},
        {
          env: { DATABASE_URL_FILE: 'a/secret' },
          ownData: 'own',
          isFolder: () => true,
          secretIn: () => `${address}\n`,
        },
      ).settings?.database,
    ).toEqual(builtIn);
    expect(read({}, { DATABASE_URL: '', DATABASE_URL_FILE: '' }).settings?.database).toBeNull();
  });

  test('of a database that are wrong are listed, without the password; folders beside it are one mistake or the other', () => {
    const wrong =
      read(
        { data: ['there'], watch: true, pollSeconds: '0', versionsHeld: 'many' },
        { DATABASE_URL: 'postgresql://somebody:swordfish@db.example/x' },
      ).wrong ?? [];
    expect(wrong).toEqual([
      '--versions-held is "many", which is no number of versions: give a whole number from 0 to 100',
      '--poll-seconds is "0", which is no number of seconds: give a whole number from 1 to 3600',
      '--data is about folders, and DATABASE_URL names a database to serve from: leave one of them out; covergraph publish puts folders into the database',
      '--watch is about folders, and DATABASE_URL names a database to serve from: leave one of them out; covergraph publish puts folders into the database',
    ]);
    expect(read({}, { DATABASE_URL: 'http://somebody:swordfish@db.example/x' }).wrong).toEqual([
      'DATABASE_URL holds no address of a database: give one such as postgres://USER:PASSWORD@HOST:5432/NAME',
    ]);
    expect(read({}, { DATABASE_URL_FILE: 'missing' }).wrong).toEqual([
      'DATABASE_URL_FILE names missing, which cannot be read: give the path of a file that holds the address',
    ]);
  });

  test.each(['65535', '0', '80'])('port %s is one', (port) => {
    expect(read({ port }).settings?.port).toBe(Number(port));
  });
  test.each(['65536', '-1', '4e3', '0x50', 'http', '80.5', '', ' '])('port "%s" is none', (port) => {
    expect(read({ port }).wrong).toHaveLength(1);
  });
});

describe('the line that says where it listens', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4000/graphql'],
    ['::1', 'http://[::1]:4000/graphql'],
    ['0.0.0.0', 'http://localhost:4000/graphql'],
    ['::', 'http://localhost:4000/graphql'],
  ])('on %s holds an address to open', (host, address) => {
    expect(listeningAt(host, 4000)).toBe(
      `Covergraph listens at ${address}, with a page for people at ${address.replace('graphql', '')}`,
    );
  });

  test.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'ESOMETHING'])(
    'is one line where it cannot: %s',
    (code) => {
      const { lines } = cannotListen(Object.assign(new Error('broken'), { code }), '::1', 80);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^Cannot listen at \[::1\]:80: /);
    },
  );
});

describe('today', () => {
  test.each([
    ['2026-11-24T04:59:59Z', '2026-11-23'],
    ['2026-11-24T05:00:00Z', '2026-11-24'], // winter: five hours behind
    ['2026-07-01T03:59:59Z', '2026-06-30'],
    ['2026-07-01T04:00:00Z', '2026-07-01'], // summer: four
    ['2027-01-01T00:00:00Z', '2026-12-31'],
  ])('at %s is %s in New York', (moment, day) => {
    expect(dayInNewYork(Date.parse(moment))).toBe(day);
  });

  test("is what New York's calendar says at every half hour of four years, and in other centuries", () => {
    const calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/New_York',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const from = Date.UTC(2025, 0, 1);
    const moments = [
      ...Array.from({ length: 4 * 366 * 48 }, (_, half) => from + half * 1_800_000),
      Date.UTC(1950, 6, 1, 4),
      Date.UTC(1943, 0, 5, 4, 30),
      Date.UTC(2099, 11, 31, 23),
    ];
    expect(moments.filter((moment) => dayInNewYork(moment) !== calendar.format(moment))).toEqual([]);
  });
});
