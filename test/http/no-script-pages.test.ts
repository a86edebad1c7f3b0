/** The pages for browsers without scripts. Input is escaped, and the page says what could not be read. */
import { describe, expect, test } from 'vitest';
import { html } from '../../src/http/html.ts';
import { createHttp, type HttpOptions } from '../../src/http/http.ts';
import { schema } from '../../src/schema/index.ts';
import { context } from '../schema/ask.ts';
import { listening } from '../helpers/fake-server.ts';

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
  test('shows the status, the summary, the requirements and the sources', async () => {
    const { status, body } = await post(massage);
    expect(status).toBe(200);
    for (const text of ['>It depends<', 'Coverage turns on', 'What if?', 'Sources', 'no date given', 'name="fact-'])
      expect(body).toContain(text);
  });

  test('depends on the facts in the form: yes, no and unknown', async () => {
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

  test('is found by billing code', async () => {
    expect((await post({ plan: 'original-medicare', of: 'billing-code/cpt-97124' })).body).toContain(
      'under Original Medicare',
    );
  });

  test('for an unknown plan is the error of the API, with suggestions', async () => {
    const { status, body } = await post({ ...massage, plan: 'tricare-prim' });
    expect(status).toBe(200);
    expect(body).toContain('This question has no answer');
  });

  test('is not stored by caches, and its policy allows no scripts', async () => {
    const { headers } = await post(massage);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

test('a question is shown as text, never as markup', async () => {
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
test('the pages work on a server for trusted documents only', async () => {
  const { body } = await post(massage, createHttp({ ...options, trustedDocumentsOnly: true }));
  expect(body).toContain('>It depends<');
});
test('a form that is too large is refused', async () => {
  expect((await post({ question: 'x'.repeat(200_000) })).status).toBe(413);
});

test('a template escapes strings, numbers and lists, keeps markup of templates, and omits null and false', () => {
  const own = html`<b>${'a & b'}</b>`;
  expect(html`<p title="${'"\''}">${[own, '<i>', 3, null, false]}</p>`.markup).toBe(
    '<p title="&quot;&#39;"><b>a &amp; b</b>&lt;i&gt;3</p>',
  );
});
