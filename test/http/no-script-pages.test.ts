/** The pages for browsers without scripts: what is put in is shown and never run, and what cannot be read is said. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/http/html.ts';
import { createHttp, type HttpOptions } from '../../src/http/http.ts';
import { schema } from '../../src/schema/index.ts';
import { context } from '../schema/ask.ts';
import { listening } from '../helpers/fake-server.ts';
import { send } from '../helpers/raw-request.ts';

const options = {
  schema,
  current: () => context,
  today: () => '2026-11-23',
  log: ({ error }) => {
    throw error;
  },
} satisfies HttpOptions;
const http = createHttp(options);
const post = async (
  fields: Record<string, string>,
  over = http,
): Promise<{ status: number; headers: Headers; body: string }> => {
  const given = await fetch(`${await listening(over)}/answer`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: given.status, headers: given.headers, body: await given.text() };
};
const massage = { plan: 'tricare-prime', of: 'service/massage-therapy' };

describe('an answer', () => {
  test('says the status, the sentence, what it turns on and who says so', async () => {
    const { status, body } = await post(massage);
    expect(status).toBe(200);
    for (const text of ['>It depends<', 'To be covered', 'What if?', 'Sources', 'no date given', 'name="fact-'])
      expect(body).toContain(text);
  });

  test('follows the facts of the form, yes, no and not known', async () => {
    const conditions = [...(await post(massage)).body.matchAll(/name="fact-([\w-]+)" value="yes"/g)].map(
      ([, slug]) => slug ?? '',
    );
    expect(conditions.length).toBeGreaterThan(1);
    expect(
      (await post({ ...massage, ...Object.fromEntries(conditions.map((slug) => [`fact-${slug}`, ''])) })).body,
    ).toContain('>It depends<');
    const refused = await post({ ...massage, ...Object.fromEntries(conditions.map((slug) => [`fact-${slug}`, 'no'])) });
    expect(refused.body).toContain('>Not covered<');
    expect(refused.body).toMatch(/value="no" checked/);
  });

  test('of a code is found by the code', async () => {
    expect((await post({ plan: 'original-medicare', of: 'billing-code/cpt-97124' })).body).toContain(
      'under Original Medicare',
    );
  });

  test('of a plan that means nothing is the error of the API, with what was meant', async () => {
    const { status, body } = await post({ ...massage, plan: 'tricare-prim' });
    expect(status).toBe(200);
    expect(body).toContain('This question has no answer');
  });

  test('is stored by no cache and runs no script', async () => {
    const { headers } = await post(massage);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

test('a question is shown as it was asked and never as markup', async () => {
  const { body } = await post({ question: '"><script>alert(1)</script>' });
  expect(body).not.toContain('<script>');
  expect(body).toContain('&quot;&gt;&lt;script&gt;');
});

test.each([
  ['PUT', 405],
  ['DELETE', 405],
])('%s is refused with %i', async (method, status) => {
  expect((await fetch(`${await listening(http)}/answer`, { method })).status).toBe(status);
});
test('where only trusted documents are answered, the pages still are', async () => {
  const { body } = await post(massage, createHttp({ ...options, trustedDocumentsOnly: true }));
  expect(body).toContain('>It depends<');
});
test('a form that is too large is refused', async () => {
  expect((await post({ question: 'x'.repeat(200_000) })).status).toBe(413);
});

describe('a form', () => {
  const sent = async (body: Uint8Array | string, headers: Record<string, string>) => {
    const response = await send(`${await listening(http)}/answer`, { method: 'POST', body, headers });
    return { status: response.status, headers: response.headers, body: response.body.toString() };
  };
  const form = 'application/x-www-form-urlencoded';
  const fields = new URLSearchParams(massage).toString();

  test.each([
    ['in any case', fields, { 'content-type': 'Application/X-WWW-Form-URLencoded; Charset="UTF-8"' }],
    ['compressed', gzipSync(fields), { 'content-type': form, 'content-encoding': 'gzip' }],
  ])('is read %s', async (_, body, headers) => {
    expect((await sent(body, headers)).body).toContain('>It depends<');
  });

  test.each([
    [415, 'in JSON', '{}', { 'content-type': 'application/json' }],
    [415, 'with files', 'x', { 'content-type': 'multipart/form-data; boundary=x' }],
    [415, 'in another charset', fields, { 'content-type': `${form}; charset=latin1` }],
    [415, 'without a content type', fields, {}],
    [415, 'in an unknown coding', fields, { 'content-type': form, 'content-encoding': 'zstd' }],
    [
      413,
      'that is too large once unpacked',
      gzipSync('x'.repeat(100_001)),
      { 'content-type': form, 'content-encoding': 'gzip' },
    ],
    [400, 'that is cut off', gzipSync(fields).subarray(0, 20), { 'content-type': form, 'content-encoding': 'gzip' }],
    [400, 'that is not UTF-8', 'question=caf%E9', { 'content-type': form }],
  ])('is refused with %i %s, on a page that says why', async (status, _, body, headers) => {
    const response = await sent(body, headers);
    expect([response.status, response.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(response.body).toMatch(/<h1>That cannot be read here<\/h1><p>.{20,}<\/p>/);
  });
});

test('a template escapes text, numbers and lists, keeps its own markup, and leaves out null and false', () => {
  const own = html`<b>${'a & b'}</b>`;
  expect(html`<p title="${'"\''}">${[own, '<i>', 3, null, false]}</p>`.markup).toBe(
    '<p title="&quot;&#39;"><b>a &amp; b</b>&lt;i&gt;3</p>',
  );
});
