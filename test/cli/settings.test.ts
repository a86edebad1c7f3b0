/** Settings: a flag before the environment before what is built in, and all that is wrong at once. */
import { delimiter, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cannotListen, listeningAt } from '../../src/cli/reports.ts';
import { dayInNewYork } from '../../src/cli/day.ts';
import { readSettings, type Flags } from '../../src/cli/settings.ts';

const read = (flags: Flags, env: Record<string, string> = {}) =>
  readSettings(flags, { env, ownData: resolve('own'), isFolder: (path) => !path.includes('missing') });

describe('settings', () => {
  test('are built in where nothing is said', () => {
    expect(read({}).settings).toEqual({ port: 4000, host: '127.0.0.1', data: [resolve('own')], sources: [] });
  });

  test('come from the environment, folders divided as in PATH', () => {
    expect(read({}, { PORT: '0', HOST: '::1', DATA_DIR: ['a', 'b'].join(delimiter), SOURCES_DIR: 'c' }).settings)
      .toEqual({ port: 0, host: '::1', data: [resolve('a'), resolve('b')], sources: [resolve('c')] });
  });

  test('come from flags first', () => {
    expect(read({ port: '1', host: 'localhost', data: ['x'], sources: ['y'] }, { PORT: 'bad', HOST: 'b b', DATA_DIR: 'missing', SOURCES_DIR: 'missing' }).settings)
      .toEqual({ port: 1, host: 'localhost', data: [resolve('x')], sources: [resolve('y')] });
  });

  test('of the environment that are empty count as not given', () => {
    expect(read({}, { PORT: '', HOST: '', DATA_DIR: '', SOURCES_DIR: '' })).toEqual(read({}));
  });

  test('that are wrong are listed together, each by its name and with what to do', () => {
    expect(read({ host: 'a b', data: ['missing-1', 'there', 'missing-2'] }, { PORT: '65536', SOURCES_DIR: 'missing-3' }).wrong).toEqual([
      '--host is "a b", which is no address to listen on: give a name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface',
      'PORT is "65536", which is no port: give a whole number from 1 to 65535, or 0 for any free one',
      `--data names ${resolve('missing-1')}, which is no folder that can be read: give the path of one that exists`,
      `--data names ${resolve('missing-2')}, which is no folder that can be read: give the path of one that exists`,
      `SOURCES_DIR names ${resolve('missing-3')}, which is no folder that can be read: give the path of one that exists`,
    ]);
  });

  test.each(['65535', '0', '80'])('port %s is one', (port) => { expect(read({ port }).settings?.port).toBe(Number(port)); });
  test.each(['65536', '-1', '4e3', '0x50', 'http', '80.5', '', ' '])('port "%s" is none', (port) => { expect(read({ port }).wrong).toHaveLength(1); });
});

describe('the line that says where it listens', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4000/graphql'], ['::1', 'http://[::1]:4000/graphql'], ['0.0.0.0', 'http://localhost:4000/graphql'], ['::', 'http://localhost:4000/graphql'],
  ])('on %s holds an address to open', (host, address) => { expect(listeningAt(host, 4000)).toBe(`Covergraph listens at ${address}, with a page for people at ${address.replace('graphql', '')}`); });

  test.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'ESOMETHING'])('is one line where it cannot: %s', (code) => {
    const { lines } = cannotListen(Object.assign(new Error('broken'), { code }), '::1', 80);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Cannot listen at \[::1\]:80: /);
  });
});

describe('today', () => {
  test.each([
    ['2026-11-24T04:59:59Z', '2026-11-23'], ['2026-11-24T05:00:00Z', '2026-11-24'], // winter: five hours behind
    ['2026-07-01T03:59:59Z', '2026-06-30'], ['2026-07-01T04:00:00Z', '2026-07-01'], // summer: four
    ['2027-01-01T00:00:00Z', '2026-12-31'],
  ])('at %s is %s in New York', (moment, day) => { expect(dayInNewYork(new Date(moment))).toBe(day); });
});
