/** What the page remembers of answers: for the day that they were made for, on the data that they were made from, and no failure. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TypedDocumentString } from '../../src/web/generated/graphql.ts';

const document = { toString: () => '{ n }', __meta__: { documentId: 'sha256:1' } } as unknown as TypedDocumentString<
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
  const { ask, dataGeneration, remembered } = await import('../../src/web/api.ts');
  return {
    dataGeneration,
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
    ['too many requests', () => Response.json({ message: 'slow down' }, { status: 429 }), 'UNREACHABLE'],
    ['no data', () => Response.json({ data: null }), 'UNREACHABLE'],
    ['data of another operation', () => Response.json({ data: { other: 1 } }), 'UNREACHABLE'],
    ['a list', () => Response.json([]), 'UNREACHABLE'],
    ['a page to sign in', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'UNREACHABLE'],
  ])('%s', async (_, response, code) => {
    const { ask, problems, remembered } = await opened();
    world.next = [response];
    expect(await problems()).toEqual([code]);
    expect([remembered(), await ask(), await ask()]).toEqual([null, 2, 2]);
  });
});

describe('other data', () => {
  test('are noticed once for each version, also while replicas have two', async () => {
    const { ask, dataGeneration } = await opened();
    await ask({ x: 0 });
    expect(dataGeneration()).toBe(0);
    for (const [x, dataVersion, generation] of [
      [1, 'v2', 1],
      [2, 'v1', 1],
      [3, 'v2', 1],
      [4, 'v3', 2],
    ] as const) {
      world.dataVersion = dataVersion;
      await ask({ x });
      expect(dataGeneration()).toBe(generation);
    }
    // A minute later, the first version again: a rollback.
    at('2026-11-23T17:02:00Z');
    world.dataVersion = 'v1';
    await ask({ x: 5 });
    expect(dataGeneration()).toBe(3);
  });
});

describe('a request', () => {
  /** Answers the requests by these, in turn, and returns the parts of the requests that matter. */
  function answering(...replies: readonly (() => Response)[]) {
    const sent: { readonly redirect: unknown; readonly isById: boolean }[] = [];
    vi.stubGlobal('fetch', (_: string, { body, redirect }: { body: string; redirect: string }) => {
      sent.push({ redirect, isById: body.includes('documentId') });
      return Promise.resolve().then(() => (replies[sent.length - 1] ?? answer)());
    });
    return sent;
  }
  const redirected = (): Response =>
    Object.defineProperty(Response.json(null, { status: 200 }), 'type', { value: 'opaqueredirect' });
  const message = async (): Promise<string> => {
    vi.resetModules();
    const { ask } = await import('../../src/web/api.ts');
    return (await ask(document, {})).problems.map((problem) => problem.message).join();
  };

  test('that is redirected follows, and says to sign in where another site does not let it', async () => {
    const sent = answering(redirected);
    expect(await message()).toBe('');
    expect(sent.map(({ redirect }) => redirect)).toEqual(['manual', 'follow']);
    answering(redirected, () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await message()).toContain('You may have to sign in again');
  });

  test('of another build is sent as text, and one that is refused then says to reload', async () => {
    const unknown = () => Response.json({ errors: [{ message: 'unknown id' }] }, { status: 400 });
    const sent = answering(unknown);
    expect(await message()).toBe('');
    expect(sent.map(({ isById }) => isById)).toEqual([true, false]);
    answering(unknown, () => Response.json({ errors: [{ message: 'known only' }] }, { status: 403 }));
    expect(await message()).toBe('A new version of this page is available. Reload the page.');
  });

  test('without a response is given up after twenty seconds; one that the page gave up is no failure', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    });
    vi.resetModules();
    const { ask } = await import('../../src/web/api.ts');
    const late = ask(document, {});
    vi.advanceTimersByTime(19_999);
    expect(await Promise.race([late, Promise.resolve('waiting')])).toBe('waiting');
    vi.advanceTimersByTime(1);
    expect((await late).problems).toMatchObject([
      { code: 'UNREACHABLE', message: 'The server did not answer within 20 seconds. Try again.' },
    ]);
    const stop = new AbortController();
    const given = ask(document, {}, stop.signal);
    stop.abort();
    await expect(given).rejects.toThrow('aborted');
    expect(vi.getTimerCount()).toBe(0);
  });
});
