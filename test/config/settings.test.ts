/** Settings: a flag before the environment before what is built in; whatever is not understood stops the start. */
import { delimiter, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFolders } from '../../src/config/folders.ts';
import { demandDatabase } from '../../src/config/database.ts';
import { type Setting, SETTINGS } from '../../src/config/settings.ts';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { around, problems, read } from './around.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/config/settings.test.ts');

const builtIn = {
  data: [resolve('own')],
  sources: [],
  port: 4000,
  host: '127.0.0.1',
  adminPort: null,
  adminHost: '127.0.0.1',
  origins: [],
  limits: {},
  cacheSeconds: 0,
  responseCacheMb: 64,
  fragmentCacheMb: 32,
  compiledExecutor: true,
  drainSeconds: 10,
  keepAliveSeconds: 75,
  logLevel: 'warn',
  watch: false,
  trustedOnly: false,
  adminToken: null,
  tracesTo: null,
  database: null,
};
const limitNames = Object.keys(defaultLimits).join(', ');

describe('where a value comes from', () => {
  test('the built-in values if nothing is set', async () => {
    expect((await read()).settings).toEqual(builtIn);
  });

  test('the environment; lists with commas, paths as in PATH', async () => {
    const { settings } = await read(
      {},
      {
        PORT: '0',
        HOST: '::1',
        ADMIN_PORT: '4001',
        DATA_DIR: ['a', 'b'].join(delimiter),
        SOURCES_DIR: 'c',
        ORIGINS: 'https://a.example, https://b.example:8443,',
        LIMITS: 'cost=500, depth=7',
        CACHE_SECONDS: '60',
        RESPONSE_CACHE_MB: '0',
        FRAGMENT_CACHE_MB: '8',
        COMPILED_EXECUTOR: 'no',
        DRAIN_SECONDS: '3',
        KEEP_ALIVE_SECONDS: '120',
        LOG_LEVEL: 'info',
        WATCH: '1',
        TRUSTED_ONLY: 'true',
        WITHHOLD: 'node, nodes,',
        DOCUMENTS: ['d.json', 'e.json'].join(delimiter),
        ADMIN_TOKEN: 'sixteen-letters-',
      },
      { [resolve('d.json')]: '{}', [resolve('e.json')]: '{"a":"{ __typename }"}' },
    );
    expect(settings).toEqual({
      ...builtIn,
      port: 0,
      host: '::1',
      adminPort: 4001,
      adminHost: '::1',
      data: [resolve('a'), resolve('b')],
      sources: [resolve('c')],
      origins: ['https://a.example', 'https://b.example:8443'],
      limits: { cost: 500, depth: 7 },
      cacheSeconds: 60,
      responseCacheMb: 0,
      fragmentCacheMb: 8,
      compiledExecutor: false,
      drainSeconds: 3,
      keepAliveSeconds: 120,
      logLevel: 'info',
      watch: true,
      trustedOnly: true,
      withhold: ['node', 'nodes'],
      documents: [resolve('d.json'), resolve('e.json')],
      adminToken: 'sixteen-letters-',
    });
  });

  test('a flag, even where the environment is wrong', async () => {
    const { settings } = await read(
      {
        port: '1',
        host: 'localhost',
        'admin-host': '0.0.0.0',
        data: 'x',
        sources: ['y', 'z'],
        'trusted-only': false,
        withhold: 'plan',
      },
      {
        PORT: 'bad',
        HOST: 'b b',
        ADMIN_HOST: 'b b',
        DATA_DIR: 'missing',
        SOURCES_DIR: 'missing',
        TRUSTED_ONLY: 'yes',
        WITHHOLD: 'bad',
      },
    );
    expect(settings).toEqual({
      ...builtIn,
      port: 1,
      host: 'localhost',
      adminHost: '0.0.0.0',
      data: [resolve('x')],
      sources: [resolve('y'), resolve('z')],
      withhold: ['plan'],
    });
  });

  test('an empty variable, or one of spaces, is not set; spaces around a value do not count', async () => {
    const names = Object.values<Setting>(SETTINGS).map(({ variable }) => variable);
    for (const empty of ['', '  ', '\t\n'])
      expect((await read({}, Object.fromEntries(names.map((name) => [name, empty])))).settings).toEqual(builtIn);
    const { settings } = await read({ host: ' localhost ' }, { PORT: ' 80 ', TRUSTED_ONLY: ' 1', LOG_LEVEL: 'info\n' });
    expect(settings).toEqual({
      ...builtIn,
      host: 'localhost',
      adminHost: 'localhost',
      port: 80,
      trustedOnly: true,
      logLevel: 'info',
    });
  });

  test('an empty flag is an error, since somebody typed it; a switch needs no value', async () => {
    const flags = Object.values<Setting>(SETTINGS).flatMap(({ flag }) => flag ?? []);
    const switches = ['trusted-only', 'watch', 'compiled-executor'];
    for (const flag of flags.filter((each) => !switches.includes(each)))
      expect([flag, (await problems({ [flag]: '' }))[0]]).toEqual([
        flag,
        expect.stringMatching(new RegExp(`^--${flag} is empty: give a value`)),
      ]);
    for (const [flag, key] of [
      ['trusted-only', 'trustedOnly'],
      ['watch', 'watch'],
      ['compiled-executor', 'compiledExecutor'],
    ] as const)
      expect((await read({ [flag]: '' })).settings?.[key]).toBe(true);
  });

  test('a token in a mounted file goes before one in the environment', async () => {
    const { settings } = await read(
      {},
      { ADMIN_TOKEN: 'sixteen-letters-', ADMIN_TOKEN_FILE: 'secret' },
      { secret: 'from-a-mounted-file\n' },
    );
    expect(settings?.adminToken).toBe('from-a-mounted-file');
  });
});

describe('a switch', () => {
  const on = ['1', 'true', 'TRUE', 'True', 'yes', 'YES', 'Yes', 'on', 'ON', ' yes ', 'yEs'];
  const off = ['0', 'false', 'FALSE', 'no', 'NO', 'off', 'Off', ' 0'];
  test.each(['TRUSTED_ONLY', 'WATCH'])('%s takes every usual spelling of yes and no, in any case', async (name) => {
    const key = name === 'WATCH' ? 'watch' : 'trustedOnly';
    for (const text of on) expect([text, (await read({}, { [name]: text })).settings?.[key]]).toEqual([text, true]);
    for (const text of off) expect([text, (await read({}, { [name]: text })).settings?.[key]]).toEqual([text, false]);
  });

  test.each(['TRUSTED_ONLY', 'WATCH'])('%s refuses anything else, and never takes it for no', async (name) => {
    const odd = ['y', 'n', 'enabled', 'enable', 'tru', 'yess', '2', '-1', '01', 'null', 'undefined', '"true"', 'ja'];
    for (const text of odd)
      expect(await problems({}, { [name]: text })).toEqual([
        `${name} is ${JSON.stringify(text)}, which is neither yes nor no: use one of true, yes, on, 1, false, no, off, 0`,
      ]);
    const known = new Set([...on, ...off].map((text) => text.trim().toLowerCase()));
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        fc.pre(text.trim() !== '' && !known.has(text.trim().toLowerCase()));
        expect(await problems({}, { [name]: text })).toHaveLength(1);
      }),
      { seed: SEED },
    );
  });
});

describe('a value that is not understood', () => {
  test('is listed with all others, each with its name, its value and what to do', async () => {
    const wrong = await problems(
      {
        limit: ['cost=0', 'depht=5'],
        port: 'x',
        origin: ['https://a.example/path', 'a.example'],
        'drain-seconds': '3601',
        withhold: ['serch', 'nodess'],
        prot: 5,
      },
      {
        HOST: 'a b',
        CACHE_SECONDS: 'soon',
        KEEP_ALIVE_SECONDS: '0',
        LOG_LEVEL: 'loud',
        WATCH: 'perhaps',
        TRUSTED_ONLY: 'maybe',
        ADMIN_TOKEN: 'short',
        DOCUMENTS: 'missing.json',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
        DATA_DIR: ['missing-1', 'there', 'missing-2'].join(delimiter),
        SOURCES_DIR: 'missing-3',
      },
    );
    expect(wrong).toEqual([
      '--prot is not a flag of covergraph serve: see covergraph serve --help; did you mean "--port"?',
      '--withhold has "serch", which is not a root field: use the names of root fields, or none alone; did you mean "search"?',
      '--withhold has "nodess", which is not a root field: use the names of root fields, or none alone; did you mean "nodes"?',
      `DOCUMENTS names ${JSON.stringify(resolve('missing.json'))}, and no documents can be read from it (the file cannot be read): give a JSON file of texts by ids, or Apollo's manifest`,
      'HOST is "a b", which is not an address to listen on: use a host name or an IP address without a port, such as 127.0.0.1, or 0.0.0.0 for all interfaces',
      '--port is "x", which is not a port: use a whole number from 0 to 65535 (0: any free port)',
      ...['missing-1', 'missing-2'].map(
        (name) =>
          `DATA_DIR names ${JSON.stringify(resolve(name))}, which is not a folder that can be read: give the path of one that exists`,
      ),
      `SOURCES_DIR names ${JSON.stringify(resolve('missing-3'))}, which is not a folder that can be read: give the path of one that exists`,
      '--origin has "https://a.example/path", which is not an origin: use a scheme and a host, such as https://app.example, without a path; list each origin by itself, or * alone for all; did you mean "https://a.example"?',
      '--origin has "a.example", which is not an origin: use a scheme and a host, such as https://app.example, without a path; list each origin by itself, or * alone for all',
      '--limit has "cost=0", which sets no limit: use cost=NUMBER with a whole number from 1 to 999999999',
      `--limit has "depht=5", which sets no limit: use NAME=NUMBER, where NAME is one of ${limitNames}; did you mean "depth"?`,
      'CACHE_SECONDS is "soon", which is not a number of seconds: use a whole number from 0 to 86400',
      '--drain-seconds is "3601", which is not a number of seconds: use a whole number from 0 to 3600',
      'KEEP_ALIVE_SECONDS is "0", which is not a number of seconds: use a whole number from 1 to 3600',
      'LOG_LEVEL is "loud", which is not a level of the log: use one of debug, info, warn, error, silent',
      'WATCH is "perhaps", which is neither yes nor no: use one of true, yes, on, 1, false, no, off, 0',
      'TRUSTED_ONLY is "maybe", which is neither yes nor no: use one of true, yes, on, 1, false, no, off, 0',
      'ADMIN_TOKEN is too short to be a secret: use at least 16 characters',
      'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318", which is not an address of a collector: use one such as http://127.0.0.1:4318',
    ]);
  });

  test('of one number: beyond its bounds, or in a form that is not plain digits', async () => {
    const bounds = {
      PORT: [0, 65_535],
      ADMIN_PORT: [0, 65_535],
      CACHE_SECONDS: [0, 86_400],
      DRAIN_SECONDS: [0, 3_600],
      KEEP_ALIVE_SECONDS: [1, 3_600],
      DATABASE_WAIT: [0, 86_400],
      POLL_SECONDS: [1, 3_600],
      VERSIONS_HELD: [0, 100],
    } as const;
    for (const [name, [least, most]] of Object.entries(bounds)) {
      for (const text of [String(least), String(most)])
        expect([name, text, await problems({}, { [name]: text })]).toEqual([name, text, []]);
      const odd = [String(least - 1), String(most + 1), '4e1', '0x5', '5.0', '5s', '+5', '५', '1 0', '1,0', 'Infinity'];
      for (const text of odd)
        expect([name, text, (await problems({}, { [name]: text })).length]).toEqual([name, text, 1]);
    }
  });

  test('of an origin: a pattern, a default port, capitals, no scheme, a list with *', async () => {
    for (const text of [
      'https://*.example.com',
      'https://*',
      '*.example.com',
      'http://localhost:*',
      'https://app.example:443',
      'https://App.example',
      'https://app.example/',
      'app.example',
      'null',
      'https://user@app.example',
      'file:///x',
      '**',
    ])
      expect([text, (await problems({}, { ORIGINS: text })).length]).toEqual([text, 1]);
    expect(await problems({ origin: ['*', 'https://a.example'] })).toEqual([
      '--origin has * and further origins: give * alone for all, or leave it out',
    ]);
    expect((await problems({}, { ORIGINS: 'https://app.example:443' }))[0]).toMatch(
      /did you mean "https:\/\/app\.example"\?$/,
    );
    for (const text of ['*', 'https://app.example', 'http://localhost:5173', 'http://[::1]:8080'])
      expect([text, (await problems({}, { ORIGINS: text })).length]).toEqual([text, 0]);
  });

  test('of a host: a port, a pattern, an address beyond its range', async () => {
    for (const text of ['localhost:4000', '*', '256.1.1.1', '1.2.3', '::g', '[::1', 'a_b', '-a', 'http://a', 'a b'])
      expect([text, (await problems({}, { HOST: text })).length]).toEqual([text, 1]);
    for (const [text, host] of [
      ['localhost', 'localhost'],
      ['0.0.0.0', '0.0.0.0'],
      ['::', '::'],
      ['[::1]', '::1'],
      ['my-host.example', 'my-host.example'],
    ])
      expect((await read({}, { HOST: text ?? '' })).settings?.host).toBe(host);
  });

  test('of a list: names that are not known, patterns, none with others, twice the same, only separators', async () => {
    for (const text of ['serch', 'node*', '*', 'Node', 'node nodes', 'node;nodes', '_service', 'none,node'])
      expect([text, (await problems({}, { WITHHOLD: text })).length]).toEqual([text, 1]);
    expect((await read({}, { WITHHOLD: 'none' })).settings?.withhold).toEqual([]);
    for (const text of [
      'cost',
      'cost=',
      '=5',
      'cost=5=6',
      'cost=-1',
      'cost=1e3',
      'Cost=5',
      '*=5',
      'cost:5',
      'cost=1.5',
    ])
      expect([text, (await problems({}, { LIMITS: text })).length]).toEqual([text, 1]);
    expect(await problems({ limit: ['cost=5', 'cost=6'] })).toEqual(['--limit sets cost more than once: set it once']);
    for (const [name, between] of [
      ['ORIGINS', ','],
      ['LIMITS', ' , ,'],
      ['WITHHOLD', ','],
      ['DATA_DIR', delimiter],
      ['DOCUMENTS', delimiter],
    ] as const)
      expect([name, await problems({}, { [name]: between })]).toEqual([
        name,
        [
          `${name} is ${JSON.stringify(between.trim())}, which lists nothing: give at least one entry, or leave it unset`,
        ],
      ]);
  });

  test('of a limit that the schema holds as well: higher would change nothing', async () => {
    for (const [name, most] of [
      ['cells', 2_500],
      ['entities', 1_000],
      ['questionCharacters', 1_000],
    ] as const) {
      expect(await problems({ limit: `${name}=${String(most)}` })).toEqual([]);
      expect(await problems({ limit: `${name}=${String(most + 1)}` })).toEqual([
        `--limit has "${name}=${String(most + 1)}", which sets no limit: use ${name}=NUMBER with a whole number from 1 to ${String(most)}`,
      ]);
    }
  });

  test('of a file: not there, empty, not what it has to be; the value of a secret is never repeated', async () => {
    expect(
      await problems(
        {},
        { ADMIN_TOKEN_FILE: 'missing', DATABASE_URL_FILE: 'empty', DOCUMENTS: 'list.json' },
        { empty: ' \n', [resolve('list.json')]: '[]' },
      ),
    ).toEqual([
      `DOCUMENTS names ${JSON.stringify(resolve('list.json'))}, and no documents can be read from it (it has to be a JSON object of texts by ids, or Apollo's manifest of operations): give a JSON file of texts by ids, or Apollo's manifest`,
      'ADMIN_TOKEN_FILE names "missing", which cannot be read: give the path of a file that holds the value',
      'DATABASE_URL_FILE names "empty", which is empty: give the path of a file that holds the value',
    ]);
    for (const [env, files] of [
      [{ ADMIN_TOKEN: 'swordfish with spaces' }, {}],
      [{ ADMIN_TOKEN: 'swordfish' }, {}],
      [{ ADMIN_TOKEN_FILE: 'secret' }, { secret: 'swordfish' }],
      [{ DATABASE_URL: 'mysql://somebody:swordfish@x/y' }, {}],
      [{ DATABASE_URL: 'postgres://somebody:swordfish@x:99999/y' }, {}],
      [{ DATABASE_URL: 'postgres://somebody:sword%fish@x/y' }, {}],
      [{ DATABASE_URL: "host=x user=somebody password='swordfish" }, {}],
      [{ DATABASE_URL_FILE: 'secret' }, { secret: 'http://somebody:swordfish@x/y' }],
      [{ OTEL_EXPORTER_OTLP_HEADERS: 'authorization Bearer swordfish' }, {}],
      [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://somebody:swordfish@x/y' }, {}],
    ] as const) {
      const wrong = await problems({}, { ...env }, { ...files });
      expect(wrong).toHaveLength(1);
      expect(wrong[0]).not.toMatch(/sword[f%]/);
    }
  });

  test('is shown without control characters or changes of direction, and cut', async () => {
    const [shown = ''] = await problems({}, { LOG_LEVEL: `\u001b[31m\u202e\u009b${'x'.repeat(500)}` });
    expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(shown).toContain('\\u001b[31m\\u202e\\u009bxxx');
    expect(shown.length).toBeLessThan(300);
  });
});

describe('the form of a flag', () => {
  test('given twice where one is taken; negated where it is no switch; with a dot', async () => {
    expect(await problems({ port: ['1', '2'] })).toEqual(['--port is given 2 times: give it once']);
    expect(await problems({ 'trusted-only': ['yes', 'no'] })).toEqual([
      '--trusted-only is given 2 times: give it once',
    ]);
    for (const raw of [false, { cost: 5 }])
      expect(await problems({ limit: raw })).toEqual([
        '--limit is given in a form that it does not have: use --limit followed by its value',
      ]);
  });
});

describe('a database and folders', () => {
  const url = 'postgres://somebody@db.example/covergraph';
  test('the address comes with the settings that are about it', async () => {
    const { settings } = await read({}, { DATABASE_URL: url });
    expect(settings?.database).toMatchObject({ waitSeconds: 30, pollSeconds: 2, versionsHeld: 2 });
    expect(settings?.database?.address).toMatchObject({ user: 'somebody', database: 'covergraph' });
    const flags = { 'database-wait': '6', 'poll-seconds': '7', 'versions-held': '8' };
    expect(
      (await read(flags, { DATABASE_URL_FILE: 'a', DATABASE_WAIT: 'x' }, { a: `${url}\n` })).settings?.database,
    ).toMatchObject({ waitSeconds: 6, pollSeconds: 7, versionsHeld: 8 });
  });

  test('both would say where the data comes from, by flag or by variable', async () => {
    const why = (name: string): string =>
      `${name} is about folders, and DATABASE_URL names a database to serve from: leave one of them out; covergraph publish puts folders into the database`;
    expect(await problems({ data: 'there', watch: '' }, { DATABASE_URL: url, SOURCES_DIR: 'x' })).toEqual(
      ['--data', 'SOURCES_DIR', '--watch'].map(why),
    );
    expect(await problems({}, { DATABASE_URL: url, WATCH: 'yes', DATA_DIR: 'x' })).toEqual(
      ['DATA_DIR', 'WATCH'].map(why),
    );
    expect(await problems({ watch: false }, { DATABASE_URL: url })).toEqual([]);
  });

  test('a flag about a database needs one; a variable may be there for other commands', async () => {
    expect(await problems({ 'poll-seconds': '5', 'versions-held': '0' })).toEqual(
      ['--poll-seconds', '--versions-held'].map(
        (name) =>
          `${name} is about a database, and none is set: give its address in DATABASE_URL, or leave the flag out`,
      ),
    );
    expect(await problems({}, { POLL_SECONDS: '5' })).toEqual([]);
  });

  test('a command that has nothing to do without one says so', () => {
    expect(demandDatabase(around()).problems).toEqual([
      'DATABASE_URL is not set: give the address of the database, such as postgres://USER:PASSWORD@HOST:5432/NAME, or in DATABASE_URL_FILE the path of a file that holds it',
    ]);
    expect(demandDatabase(around({ DATABASE_URL: 'db.example' })).problems).toHaveLength(1);
    expect(demandDatabase(around({ DATABASE_URL: url })).settings?.user).toBe('somebody');
  });
});

test('commands that read folders read them in the same way', () => {
  expect(readFolders({ data: ['a', 'b'] }, around({ DATA_DIR: 'c' })).settings).toEqual({
    data: [resolve('a'), resolve('b')],
    sources: [],
  });
  expect(readFolders({ data: '' }, around()).problems).toEqual([
    '--data is empty: give a value (path), or leave the flag out',
  ]);
  expect(readFolders({}, around({ SOURCES_DIR: 'missing' })).problems).toHaveLength(1);
});
