/** What the first view costs on the wire, and what the server says of it. */
import { expect, test } from 'vitest';
import { watch } from './page.ts';
import { clean, site } from './site.ts';

const { browser, address } = site();

/** Compressed bytes of script before the first view stands. */
const mostScript = 30_000;

test('the first view is small, few requests, compressed, and its named files are kept for good', async () => {
  const visitor = await watch(browser(), address());
  const { page, asked } = visitor;
  const files: { readonly url: string; readonly headers: Record<string, string> }[] = [];
  page.on('response', (response) => {
    files.push({ url: response.url(), headers: response.headers() });
  });
  const begun = Date.now();
  await page.goto(`${address()}/`);
  await page.locator('.shown li').first().waitFor();
  const answered = Date.now() - begun;
  const scripts = files.filter(({ headers }) => headers['content-type']?.startsWith('text/javascript'));
  const bytes = scripts.reduce((sum, { headers }) => sum + Number(headers['content-length']), 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(mostScript);
  expect(asked.length).toBeLessThanOrEqual(8);
  for (const { url, headers } of files.filter((file) => file.url.includes('/assets/'))) {
    expect(headers['content-encoding'], url).toMatch(/^(br|gzip)$/);
    expect(headers['cache-control'], url).toBe('public, max-age=31536000, immutable');
    expect(url).toMatch(/-[A-Z0-9]{8}\.(js|css|svg)$/);
  }
  process.stdout.write(
    `first view: ${String(bytes)} bytes of compressed script, ${String(asked.length)} requests, first answers after ${String(answered)} ms\n`,
  );
  clean(visitor);
});

test('the picture of the graph is fetched when it is first looked at', async () => {
  const visitor = await watch(browser(), address());
  const { page, asked } = visitor;
  await page.goto(`${address()}/`);
  await page.locator('.shown li').first().waitFor();
  expect(asked.filter((each) => each.includes('/picture-'))).toEqual([]);
  await page.getByRole('link', { name: 'Walk the graph' }).click();
  await page.locator('.frame svg').waitFor();
  expect(asked.filter((each) => each.includes('/picture-'))).toHaveLength(1);
  clean(visitor);
});

test('the page may run only scripts of this server, and sends no referrer', async () => {
  const { headers } = await fetch(`${address()}/`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-cache');
});
