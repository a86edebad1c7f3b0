/** Makes whole HTTP requests: an operation sent in one of the possible ways, correct or nearly correct; or bytes that are no request. */
import { readFileSync } from 'node:fs';
import { Choices } from './choices.ts';
import { operation } from './operations.ts';
import { hostile, mangled, name, question } from './words.ts';

export type Input = Wired | Raw;

export interface Wired {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body in UTF-8; empty if there is none. */
  readonly body: string;
}

/** The bytes to send, as Latin-1 text. */
export interface Raw {
  readonly raw: string;
}

const documentIds = Object.keys(
  JSON.parse(readFileSync(new URL('../../schema/trusted-documents.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >,
);

export function inputOf(bytes: Uint8Array): Input {
  const choices = new Choices(bytes);
  if (choices.chance(3)) return raw(choices);
  return choices.chance(8) ? elsewhere(choices) : asked(choices);
}

function asked(choices: Choices): Wired {
  const headers: Record<string, string> = {
    accept: !choices.chance(20)
      ? 'application/json'
      : choices.pick([
          'application/graphql-response+json',
          '*/*',
          'text/html',
          '',
          'application/json;q=0',
          'multipart/mixed',
          'a/b, c;q=x',
          'x'.repeat(4_000),
        ]),
  };
  for (const [header, value] of choices.several(3, () => extra(choices))) headers[header] = value;
  const body = parameters(choices);
  if (choices.chance(22))
    return {
      method: !choices.chance(10) ? 'GET' : choices.pick(['HEAD', 'DELETE', 'OPTIONS', 'PATCH']),
      path: `/graphql${!choices.chance(3) ? `?${search(choices, body)}` : choices.pick(['', '?', '?query', '?query=%', '?query=%FF', '/', '?variables={'])}`,
      headers,
      body: '',
    };
  const [type, text] = !choices.chance(15)
    ? (['application/json', JSON.stringify(body)] as const)
    : choices.pick<() => readonly [string, string]>([
        () => ['application/x-www-form-urlencoded', search(choices, body)],
        () => ['application/graphql', typeof body['query'] === 'string' ? body['query'] : ''],
        () => ['text/plain', JSON.stringify(body)],
        () => ['application/json; charset=latin1', JSON.stringify(body)],
        () => ['application/graphql-response+json', JSON.stringify(body)],
        () => [
          'multipart/form-data; boundary=x',
          `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify(body)}\r\n--x--`,
        ],
        () => ['', JSON.stringify(body)],
        () => ['application/json', `[${JSON.stringify(body)},${JSON.stringify(body)}]`],
        () => [
          'application/json',
          choices.pick([
            '',
            'null',
            '7',
            '"x"',
            '[]',
            '{',
            '{}',
            '\uFEFF{}',
            '{"query":{}}',
            '['.repeat(30_000),
            '{"query":"{__typename}","query":7}',
            '{"__proto__":{"query":"{__typename}"}}',
          ]),
        ],
      ])();
  return {
    method: 'POST',
    path: '/graphql',
    headers: { ...headers, ...(type === '' ? {} : { 'content-type': type }) },
    body: choices.chance(6) ? mangled(choices, text) : text,
  };
}

/** Makes the parameters of one request, sometimes one of a wrong type. */
function parameters(choices: Choices): Record<string, unknown> {
  const { query, variables } = operation(choices);
  const body: Record<string, unknown> = choices.chance(4)
    ? {
        documentId: !choices.chance(30) ? choices.pick([documentIds[0] ?? '', ...documentIds]) : choices.pick(hostile),
        variables,
      }
    : { query, ...(Object.keys(variables).length > 0 || choices.chance(10) ? { variables } : {}) };
  if (choices.chance(6))
    body[choices.pick(['query', 'variables', 'operationName', 'extensions', 'documentId', 'other', '__proto__'])] =
      choices.pick<unknown>([null, 7, [], {}, 'x', true, '{}', [[]], { a: { b: [] } }, choices.pick(hostile)]);
  if (choices.chance(10)) body['operationName'] = choices.pick(['Asked', 'Other', '', '\u0000', '__proto__']);
  if (choices.chance(10))
    body['extensions'] = choices.pick<unknown>([
      { cost: true },
      { cost: 'x' },
      { persistedQuery: { version: 1, sha256Hash: 'ab' } },
      { persistedQuery: null },
      { persistedQuery: { sha256Hash: 7 } },
      { persistedQuery: [] },
      [],
    ]);
  return body;
}

function search(choices: Choices, body: Record<string, unknown>): string {
  const fields = new URLSearchParams(
    Object.entries(body).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  return choices.chance(5) ? mangled(choices, fields.toString()) : fields.toString();
}

const extra = (choices: Choices): readonly [string, string] =>
  choices.pick<() => readonly [string, string]>([
    () => ['x-graphql-cost', '1'],
    () => ['x-request-id', choices.pick(['a-known-id-1', 'short', 'x'.repeat(500), '"quoted"', 'a b c d e f'])],
    () => [
      'accept-encoding',
      choices.pick(['gzip', 'br', 'gzip;q=0, br;q=0', '*', 'identity;q=0', 'zstd', ';;;', 'br;q=NaN']),
    ],
    () => ['if-none-match', choices.pick(['*', '""', 'W/"x"', '"x", "y"', 'x'.repeat(3_000)])],
    () => ['origin', choices.pick(['https://app.example', 'null', 'x', 'https://app.example\u00ff'])],
    () => ['content-encoding', choices.pick(['gzip', 'br', 'identity', 'x'])],
    () => ['authorization', choices.pick(['Bearer', 'Bearer x', 'Basic eDp5', 'Bearer a b', 'x'])],
    () => ['cookie', 'a=b; __proto__=x'],
    () => [
      'traceparent',
      choices.pick(['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-0-0-0', 'x', 'ff-'.repeat(50)]),
    ],
    () => ['access-control-request-method', choices.pick(['POST', 'TRACE', ''])],
    () => ['apollo-federation-include-trace', 'ftv1'],
    () => ['x-apollo-tracing', '1'],
    () => ['content-type', choices.pick(['application/json', 'text/html', ';', 'application/json; charset=\u00ff'])],
    () => ['expect', choices.pick(['100-continue', 'x'])],
  ])();

function elsewhere(choices: Choices): Wired {
  const form = (fields: [string, string][]): Wired => ({
    method: 'POST',
    path: '/answer',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: choices.chance(10)
      ? mangled(choices, new URLSearchParams(fields).toString())
      : new URLSearchParams(fields).toString(),
  });
  return choices.pick<() => Wired>([
    () => form([['question', question(choices)]]),
    () =>
      form([
        ['plan', name(choices, 'plan')],
        [
          'of',
          `${choices.pick(['service', 'technique', 'billing-code', 'x'])}/${name(choices, choices.pick(['service', 'technique', 'code']))}`,
        ],
        ['in', name(choices, 'territory')],
        ...choices.several<[string, string]>(6, () => [
          `fact-${name(choices, 'condition')}`,
          choices.pick(['yes', 'no', '', '3', '999999999999', 'x']),
        ]),
      ]),
    () => ({
      method: choices.pick(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE']),
      path: choices.pick([
        '/',
        '/answer',
        '/health/live',
        '/health/ready',
        '/metrics',
        '/admin/reload',
        '/admin/../metrics',
        '/assets/',
        '/assets/../../package.json',
        '/assets/%2e%2e/%2e%2e/package.json',
        '//',
        '/graphql/',
        '/graphql%00',
        '/%',
        '/index.html',
        '/licences.txt',
        `/${'x'.repeat(5_000)}`,
        '/GRAPHQL',
        '/.env',
        '/graphql;x',
        'http://other.example/graphql?query={__typename}',
        '*',
      ]),
      headers: Object.fromEntries(choices.several(3, () => extra(choices))),
      body: '',
    }),
  ])();
}

const lines: readonly [string, ...string[]] = [
  'GET /graphql HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n{}',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /graphql HTTP/9.9\r\nhost: x\r\n\r\n',
  '\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
  `GET / HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(2_100)}\r\n`,
  `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
];

function raw(choices: Choices): Raw {
  const text = choices.pick(lines);
  return { raw: choices.chance(50) ? mangled(choices, text).replace(/[\u0100-\uffff]/g, '?') : text };
}
