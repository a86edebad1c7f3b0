/** The bodies of requests: content type, charset, encoding and bytes (RFC 9110, section 8; RFC 8259, section 8.1). */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listening, standIn } from '../helpers/fake-server.ts';
import { send, type RawResponse } from '../helpers/raw-request.ts';

const operation = Buffer.from(JSON.stringify({ query: '{ hello(name: "Señor 日") }' }));
const greeting = 'hello Señor 日';
const limits = { bodyBytes: 5_000 };

async function post(body: Uint8Array | string, headers: Record<string, string> = {}): Promise<RawResponse> {
  const address = await listening(standIn({ limits }).http);
  return send(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}
interface Parsed {
  readonly data?: { readonly hello: string };
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}
const parsed = ({ body }: RawResponse): Parsed => JSON.parse(body.toString()) as Parsed;
const outcome = (response: RawResponse): unknown => [
  response.status,
  parsed(response).data?.hello ?? parsed(response).errors?.[0]?.message,
];

describe('the content type', () => {
  test.each([
    'application/json',
    'Application/JSON',
    ' application/json ; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset="UTF-8"',
    'application/json; charset="utf\\-8"',
    'application/json;CHARSET=utf8',
    'application/json; version=1',
    'application/graphql+json',
  ])('"%s" is read', async (type) => {
    expect(outcome(await post(operation, { 'content-type': type }))).toEqual([200, greeting]);
  });

  test.each([
    ['application/json; charset=iso-8859-1', /charset "iso-8859-1".*Send UTF-8/],
    ['application/json; charset="UTF-16LE"', /charset "UTF-16LE".*Send UTF-8/],
    ['application/json; charset=', /charset "".*Send UTF-8/],
    ['application/graphql; charset=latin1', /charset "latin1".*Send UTF-8/],
    ['text/csv', /content type "text\/csv".*application\/json/],
    ['text/plain;charset=UTF-8', /content type "text\/plain".*application\/json/],
    ['multipart/form-data; boundary=x', /"multipart\/form-data".*application\/json/],
    ['application/jsonp', /"application\/jsonp"/],
    ['', /content type "".*application\/json/],
  ])('"%s" is refused with 415, which says what to send', async (type, message) => {
    const response = await post(operation, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(parsed(response).errors?.[0]?.message).toMatch(message);
    expect(response.headers['accept']).toContain('application/');
  });

  test('is needed', async () => {
    const address = await listening(standIn().http);
    const response = await send(`${address}/graphql`, { method: 'POST', body: operation });
    expect(response.status).toBe(415);
    expect(parsed(response).errors?.[0]?.message).toContain('no content type');
  });

  test('of a document or a form is read in any case too', async () => {
    expect(
      outcome(await post('{ hello(name: "a") }', { 'content-type': 'Application/GraphQL; Charset=UTF-8' })),
    ).toEqual([200, 'hello a']);
    const form = new URLSearchParams({ query: '{ hello(name: "é") }' }).toString();
    expect(outcome(await post(form, { 'content-type': 'APPLICATION/X-WWW-FORM-URLENCODED' }))).toEqual([
      200,
      'hello é',
    ]);
  });
});

describe('the bytes', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  test('may begin with a byte order mark', async () => {
    expect(outcome(await post(Buffer.concat([mark, operation])))).toEqual([200, greeting]);
    const text = Buffer.concat([mark, Buffer.from('{ hello(name: "a") }')]);
    expect(outcome(await post(text, { 'content-type': 'application/graphql' }))).toEqual([200, 'hello a']);
  });

  test('may hold the replacement character itself', async () => {
    const body = Buffer.from(JSON.stringify({ query: '{ hello(name: "\uFFFD") }' }));
    expect(outcome(await post(body))).toEqual([200, 'hello \uFFFD']);
  });

  const latin1 = Buffer.from('{"query":"{ hello(name: \\"caf\xe9\\") }"}', 'latin1');
  const inUtf16 = Buffer.from(`\uFEFF${operation.toString()}`, 'utf16le');
  const surrogate = Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]);
  const overlong = Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]);
  const cutOff = operation.subarray(0, operation.indexOf('日') + 2);
  test.each([
    ['ISO 8859-1', latin1],
    ['UTF-16', inUtf16],
    ['a surrogate', surrogate],
    ['an overlong form', overlong],
    ['a character that is cut off', cutOff],
  ])('in %s are refused with 400', async (_, body) => {
    for (const type of ['application/json', 'application/graphql'])
      expect(outcome(await post(body, { 'content-type': type }))).toEqual([
        400,
        'The body is not UTF-8: it has bytes that encode no character. Encode the text as UTF-8.',
      ]);
  });

  test('percent-encoded in an address or a form are refused with 400 if they are not UTF-8', async () => {
    const address = await listening(standIn().http);
    const get = async (name: string) => outcome(await send(`${address}/graphql?query={hello(name:%22${name}%22)}`));
    expect(await get('caf%C3%A9')).toEqual([200, 'hello café']);
    expect(await get('caf%E9')).toEqual([400, expect.stringContaining('The address is not UTF-8')]);
    const form = await post('query={hello(name:%22caf%E9%22)}', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(outcome(form)).toEqual([400, expect.stringContaining('The body is not UTF-8')]);
  });

  test.each([
    ['', 'The body is empty.'],
    [' \n', 'The body is empty.'],
    ['{"query":', 'The body is not valid JSON'],
    ['{"query": "{ today }",}', 'The body is not valid JSON (at character 23)'],
    ['"{ today }"', 'The body is JSON, but not an object.'],
    ['null', 'The body is JSON, but not an object.'],
    ['3', 'The body is JSON, but not an object.'],
  ])('%j are refused with 400 in both media types', async (body, message) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await post(body, { accept });
      expect(outcome(response)).toEqual([400, expect.stringContaining(message)]);
      expect(response.headers['content-type']).toBe(`${accept}; charset=utf-8`);
    }
  });
});

describe('the content encoding', () => {
  test.each([
    ['gzip', gzipSync(operation)],
    ['GZip', gzipSync(operation)],
    ['x-gzip', gzipSync(operation)],
    ['deflate', deflateSync(operation)],
    ['deflate', deflateRawSync(operation)],
    ['br', brotliCompressSync(operation)],
    ['identity', operation],
    [' , gzip ,', gzipSync(operation)],
    ['deflate, gzip', gzipSync(deflateSync(operation))],
    ['br, identity, gzip', gzipSync(brotliCompressSync(operation))],
  ])('%s is undone', async (coding, body) => {
    expect(outcome(await post(body, { 'content-encoding': coding }))).toEqual([200, greeting]);
  });

  test('of a form and of a document is undone too', async () => {
    const document = gzipSync('{ hello(name: "a") }');
    expect(
      outcome(await post(document, { 'content-type': 'application/graphql', 'content-encoding': 'gzip' })),
    ).toEqual([200, 'hello a']);
  });

  test.each(['zstd', 'gzip, compress', 'gzip, gzip, gzip, gzip', 'aes128gcm'])(
    '%s is refused with 415, which names the codings that are read',
    async (coding) => {
      const response = await post(gzipSync(operation), { 'content-encoding': coding });
      expect([response.status, response.headers['accept-encoding']]).toEqual([415, 'gzip, deflate, br']);
      expect(parsed(response).errors?.[0]?.message).toContain('gzip, deflate, br');
    },
  );

  test.each([
    ['gzip', operation],
    ['gzip', gzipSync(operation).subarray(0, 30)],
    ['gzip, deflate', gzipSync(deflateSync(operation))],
    ['br', gzipSync(operation)],
    ['deflate', Buffer.from('')],
  ])('%s over other bytes is refused with 400', async (coding, body) => {
    const response = await post(body, { 'content-encoding': coding });
    expect(outcome(response)).toEqual([400, expect.stringContaining('cannot be decompressed')]);
    expect(response.body.toString()).not.toContain('\uFFFD');
  });

  const padded = (bytes: number): Buffer =>
    Buffer.from(operation.toString().padEnd(bytes - (operation.length - operation.toString().length)));
  test('counts the bytes that come out: up to the limit they are answered, one more is 413', async () => {
    expect(padded(5_000)).toHaveLength(5_000);
    expect(outcome(await post(gzipSync(padded(5_000)), { 'content-encoding': 'gzip' }))).toEqual([200, greeting]);
    const response = await post(gzipSync(padded(5_001)), { 'content-encoding': 'gzip' });
    expect(response.status).toBe(413);
    expect(parsed(response).errors?.[0]?.extensions).toEqual({
      code: 'BAD_REQUEST',
      limit: 'bodyBytes',
      allowed: 5_000,
    });
  });

  test.each(['gzip', 'br', 'gzip, gzip'])('%s of fifty million zeros is cut at the limit', async (coding) => {
    const zeros = Buffer.alloc(50_000_000);
    const bombs = { gzip: () => gzipSync(zeros), br: () => brotliCompressSync(zeros) };
    const bomb = coding === 'gzip, gzip' ? gzipSync(bombs.gzip()) : bombs[coding as 'gzip' | 'br']();
    const address = await listening(standIn({ limits: { bodyBytes: 100_000 } }).http);
    const response = await send(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': coding },
      body: bomb,
    });
    expect(response.status).toBe(413);
  });
});
