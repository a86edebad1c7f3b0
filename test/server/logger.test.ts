/** The log says what happened and never what was asked, since that concerns a person's health. */
import { expect, test } from 'vitest';
import { createLogger } from '../../src/server/logger.ts';
import { real } from '../helpers/real-server.ts';
import { listening, standIn } from '../helpers/fake-server.ts';

type Line = Readonly<Record<string, unknown>>;
function logging() {
  let text = '';
  const log = createLogger('debug', {
    write: (line) => {
      text += line;
    },
  });
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line),
  };
}
test('a request that was not answered has the reason, and one that was has none', () => {
  const { log, lines } = logging();
  const observed = { requestId: 'r', method: 'GET', from: 0, to: 1, bytes: 0, headers: {} };
  const requestLog = { route: '/graphql', caches: [] };
  log.observer.answered({ ...observed, status: null, abortReason: 'timed_out', requestLog });
  log.observer.answered({ ...observed, status: 200, abortReason: null, requestLog });
  expect(lines().map(({ msg, status, reason }) => [msg, status, reason])).toEqual([
    ['request.aborted', null, 'timed_out'],
    ['request.completed', 200, undefined],
  ]);
});

const clock = () => performance.now();
/** Sent in every place where a client can put text. */
const private_ = 'swordfish';
const json = { 'content-type': 'application/json' };
const asked: readonly (readonly [where: string, path: string, init: RequestInit])[] = [
  ['an address', `/graphql?query={plan(slug:"${private_}"){slug}}`, {}],
  ['an address without a route', `/${private_}?${private_}`, {}],
  [
    'variables',
    '/graphql',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: 'query ($s: String!) { plan(slug: $s) { slug } }', variables: { s: private_ } }),
    },
  ],
  [
    'an operation name',
    '/graphql',
    { method: 'POST', headers: json, body: JSON.stringify({ query: `query ${private_} { ${private_}: __typename }` }) },
  ],
  [
    'facts',
    '/graphql',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        query: `{ coverage(plan: "medicare", of: { service: "massage-therapy" }, given: { met: ["${private_}"] }) { status } }`,
      }),
    },
  ],
  [
    'a question',
    '/graphql',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: `{ ask(question: "does medicare cover massage for my ${private_}") { text } }` }),
    },
  ],
  [
    "an entity's key",
    '/graphql',
    { method: 'POST', headers: json, body: JSON.stringify({ query: `{ node(id: "${private_}") { id } }` }) },
  ],
  ['a body that is not JSON', '/graphql', { method: 'POST', headers: json, body: `{ "${private_}` }],
  [
    'a syntax error',
    '/graphql',
    { method: 'POST', headers: json, body: JSON.stringify({ query: `{ "${private_}" ` }) },
  ],
  [
    'headers',
    '/graphql?query={__typename}',
    {
      headers: {
        authorization: `Bearer ${private_}`,
        cookie: private_,
        'user-agent': private_,
        referer: `http://localhost/${private_}`,
        'x-forwarded-for': private_,
        'x-request-id': `${private_}\u00e4`,
      },
    },
  ],
  ['a form', '/answer', { method: 'POST', body: new URLSearchParams({ question: `massage for my ${private_}` }) }],
];

test.each(asked)(
  'the log does not hold the text of %s, and holds the request under the id that the client received',
  async (_, path, init) => {
    const { log, text, lines } = logging();
    const response = await fetch(
      `${await listening(real({ observers: [log.observer], log: log.failed, clock }).http)}${path}`,
      init,
    );
    await response.text();
    await expect.poll(() => lines().length).toBe(1);
    expect(lines()[0]).toMatchObject({
      level: 'info',
      requestId: response.headers.get('x-request-id'),
      status: response.status,
      msg: 'request.completed',
    });
    expect(text()).not.toContain(private_);
  },
);

test('an unexpected error is logged under the id that the client received, without the quoted parts of its message', async () => {
  const { log, lines } = logging();
  const { http } = standIn({ observers: [log.observer], log: log.failed, clock });
  const response = await fetch(`${await listening(http)}/graphql?query={myDiagnosis:bug}`, {
    headers: { 'x-request-id': 'from-the-proxy-1' },
  });
  expect(await response.text()).toContain('from-the-proxy-1');
  await expect.poll(() => lines().length).toBe(2);
  expect(lines()).toEqual([
    expect.objectContaining({
      level: 'error',
      requestId: 'from-the-proxy-1',
      field: 'Query.bug',
      msg: 'request.failed',
      stack: expect.arrayContaining([expect.stringContaining('fake-server.ts')]) as unknown,
    }),
    expect.objectContaining({ requestId: 'from-the-proxy-1', errorCodes: ['INTERNAL'] }),
  ]);
  const quoting = logging();
  quoting.log.failed({
    requestId: 'x',
    field: 'Query.plan',
    error: new TypeError(`cannot read "${private_}" of '${private_}'`),
  });
  quoting.log.failed({
    requestId: 'x',
    field: 'Query.plan',
    error: new TypeError(`cannot read "\n    at ${private_}"`),
  });
  expect(quoting.lines().map(({ stack }) => (stack as string[]).every((frame) => /:\d+:\d+\)?$/.test(frame)))).toEqual([
    true,
    true,
  ]);
  expect(quoting.text()).not.toContain(private_);
});

test('a silent log writes nothing about an unexpected error', () => {
  let text = '';
  createLogger('silent', {
    write: (line) => {
      text += line;
    },
  }).failed({ requestId: 'x', field: 'Query.plan', error: new TypeError('no') });
  expect(text).toBe('');
});

test('a request line has these keys and no others', async () => {
  const { log, lines } = logging();
  await (
    await fetch(
      `${await listening(real({ observers: [log.observer], clock }).http)}/graphql?query={plans(first:1){nodes{slug}}}`,
    )
  ).text();
  await expect.poll(() => lines().length).toBe(1);
  expect(Object.keys(lines()[0] ?? {}).sort()).toEqual([
    'bytes',
    'caches',
    'cost',
    'dataVersion',
    'level',
    'method',
    'milliseconds',
    'msg',
    'operation',
    'requestId',
    'route',
    'status',
    'time',
  ]);
});

test.each([
  ['LOADED', 'info', 'data.loaded'],
  ['UNCHANGED', 'info', 'data.unchanged'],
  ['UNSOUND', 'error', 'data.rejected'],
  ['UNREACHABLE', 'error', 'data.unreachable'],
  ['FAILED', 'error', 'data.failed'],
] as const)('a load that ends as %s is logged at level %s as %s', (outcome, level, msg) => {
  const { log, lines } = logging();
  log.reloaded({ at: '', outcome, dataVersion: 'v1', problems: [] });
  expect(lines()).toEqual([expect.objectContaining({ level, msg, outcome })]);
});

test('data that is refused is logged as an error with its problems', () => {
  const { log, lines } = logging();
  log.reloaded({ at: '', outcome: 'UNSOUND', dataVersion: 'v1', problems: ['plans/a.yaml:1:1 what is wrong'] });
  log.reloaded({ at: '', outcome: 'LOADED', dataVersion: 'v2', problems: [] });
  expect(lines().map(({ level, outcome, problems }) => [level, outcome, problems])).toEqual([
    ['error', 'UNSOUND', ['plans/a.yaml:1:1 what is wrong']],
    ['info', 'LOADED', []],
  ]);
});
