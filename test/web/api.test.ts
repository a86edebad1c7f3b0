/** What the page remembers of answers: for the day that they were made for, on the data that they were made from, and no failure. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TypedDocumentString } from '../../src/web/generated/graphql.ts';

const document = { toString: () => '{ a }', __meta__: { documentId: 'sha256:1' } } as unknown as TypedDocumentString<
  { n: number },
  object
>;

/** A server and the two clocks, none of which is the machine's. */
const world = {
  /** Milliseconds by which the visitor's clock is ahead of the server's. */
  ahead: 0,
  server: 0,
  dataVersion: 'v1',
  requests: 0,
  /** What the next answers are; a plain answer once it is empty. */
  next: [] as (() => Response)[],
};
const at = (moment: string): void => {
  world.server = Date.parse(moment);
  vi.setSystemTime(world.server + world.ahead);
};
const headers = () => ({ date: new Date(world.server).toUTCString() });
const answer = (parts: object = {}): Response =>
  Response.json(
    { data: { n: world.requests }, extensions: { dataVersion: world.dataVersion }, ...parts },
    { headers: headers() },
  );
const failing = (code: string) => () => answer({ errors: [{ message: 'no', extensions: { code } }] });

/** The module as a page that was just opened has it. */
async function opened() {
  vi.resetModules();
  const { ask, remembered } = await import('../../src/web/api.ts');
  return {
    ask: async (variables: object = {}) => (await ask(document, variables)).data?.n ?? null,
    problems: async () => (await ask(document, {})).problems.map(({ code }) => code),
    remembered: (variables: object = {}) => remembered(document, variables)?.data?.n ?? null,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  Object.assign(world, { ahead: 0, dataVersion: 'v1', requests: 0, next: [] });
  at('2026-11-23T17:00:00Z');
  vi.stubGlobal('fetch', () => {
    world.requests += 1;
    const next = world.next.shift();
    return Promise.resolve().then(() => (next ?? answer)());
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an answer is remembered', () => {
  test('for the same question on the same day', async () => {
    const { ask, remembered } = await opened();
    expect([await ask(), await ask(), remembered(), world.requests]).toEqual([1, 1, 1, 1]);
    expect([await ask({ x: 1 }), remembered({ x: 2 })]).toEqual([2, null]);
  });

  // New York's midnight in UTC: in winter, in summer, and around both changes of the clock.
  test.each([
    ['2026-11-24T05:00:00Z'],
    ['2026-07-02T04:00:00Z'],
    ['2026-03-08T05:00:00Z'],
    ['2026-03-09T04:00:00Z'],
    ['2026-11-01T04:00:00Z'],
    ['2026-11-02T05:00:00Z'],
    ['2027-01-01T05:00:00Z'],
  ])('until midnight in New York, at %s, whatever the clock of the visitor says', async (midnight) => {
    for (const ahead of [0, 3 * 3_600_000, -40 * 86_400_000]) {
      world.ahead = ahead;
      world.requests = 0;
      const moment = Date.parse(midnight);
      at(new Date(moment - 7_200_000).toISOString());
      const { ask, remembered } = await opened();
      await ask({ first: 'the clock is known once there was an answer' });
      expect(await ask()).toBe(2);
      at(new Date(moment - 1_000).toISOString());
      expect([await ask(), remembered()]).toEqual([2, 2]);
      at(new Date(moment).toISOString());
      expect(remembered()).toBeNull();
      expect([await ask(), await ask()]).toEqual([3, 3]);
    }
  });

  test('except if midnight passed while it was worked out', async () => {
    at('2026-11-24T04:59:59Z');
    const { ask, remembered } = await opened();
    world.next = [
      () => {
        at('2026-11-24T05:00:00Z');
        return answer();
      },
    ];
    expect(await ask()).toBe(1);
    expect([remembered(), await ask(), await ask()]).toEqual([null, 2, 2]);
  });

  test('until an answer of another data version arrives', async () => {
    const { ask, remembered } = await opened();
    await ask();
    world.dataVersion = 'v2';
    await ask({ x: 1 });
    expect([remembered(), remembered({ x: 1 })]).toEqual([null, 2]);
  });

  test('up to a maximum number of answers', async () => {
    const { ask, remembered } = await opened();
    for (let x = 0; x < 201; x += 1) await ask({ x });
    expect([remembered({ x: 0 }), remembered({ x: 200 })]).toEqual([null, 201]);
  });
});

describe('a failure is not remembered', () => {
  test.each<[string, () => Response, string]>([
    ['a bug', failing('INTERNAL'), 'INTERNAL'],
    ['a refusal', failing('UNKNOWN_PLAN'), 'UNKNOWN_PLAN'],
    ['an answer in part', () => answer({ data: { n: 0 }, errors: [{ message: 'no' }] }), 'INTERNAL'],
    [
      'no network',
      () => {
        throw new TypeError('fetch failed');
      },
      'UNREACHABLE',
    ],
    ['the page of a proxy', () => new Response('<html>', { status: 502 }), 'UNREACHABLE'],
    ['nothing', () => new Response(null, { status: 503 }), 'UNREACHABLE'],
  ])('%s', async (_, response, code) => {
    const { ask, problems, remembered } = await opened();
    world.next = [response];
    expect(await problems()).toEqual([code]);
    expect([remembered(), await ask(), await ask()]).toEqual([null, 2, 2]);
  });
});
