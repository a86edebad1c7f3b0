/** Page, plain pages and GraphiQL below the path of a proxy, which removes the path from each address that it passes on. */
import { createServer, request as requestOf, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watch } from './page.ts';
import { arrived, clean, massage, site } from './site.ts';

const { browser, address } = site();
const path = '/tools/covergraph';
let proxy: Server;
const origin = (): string => `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`;
const below = (rest: string): string => `${origin()}${path}/${rest}`;

/** Passes on what is below the path, and answers everything else with 404, which the browser reports as an error. */
beforeAll(async () => {
  proxy = createServer((received, answer) => {
    const target = received.url ?? '';
    if (!target.startsWith(`${path}/`)) {
      received.resume();
      answer.writeHead(404).end();
      return;
    }
    const forwarded = requestOf(
      address() + target.slice(path.length),
      { method: received.method, headers: received.headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    received.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
});

/** Expects that every request went below the path. The browser asks for the icon of the site at its root by itself. */
function expectBelow(asked: readonly string[]): void {
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((each) => !each.includes(`${origin()}${path}/`) && !/ (?:blob|data):/.test(each))).toEqual([]);
}

test('the page opens an answer, with its styles', async () => {
  const watched = await watch(browser(), origin());
  const { page, asked } = watched;
  await page.goto(below(massage));
  await arrived(page);
  expect(await page.locator('h1').first().textContent()).toContain('Massage therapy');
  const styleSheets = await page.evaluate(() => document.styleSheets.length);
  expect(styleSheets).toBeGreaterThan(0);
  expectBelow(asked);
  clean(watched);
});

test('a question that is asked there is answered, and links lead to what is there', async () => {
  const watched = await watch(browser(), origin());
  const { page, asked } = watched;
  await page.goto(below(''));
  await arrived(page);
  for (const link of ['GraphiQL', 'Licenses']) {
    const href = await page
      .getByRole('link', { name: link })
      .first()
      .evaluate((each) => (each as HTMLAnchorElement).href);
    expect(href.startsWith(below(''))).toBe(true);
    expect((await fetch(href, { headers: { accept: 'text/html, */*;q=0.1' } })).status).toBe(200);
  }
  expectBelow(asked);
  clean(watched);
});

describe('without scripts', () => {
  test('the form of the page and those of the plain pages lead on', async () => {
    const watched = await watch(browser(), origin(), { javaScriptEnabled: false });
    const { page, asked } = watched;
    await page.goto(below(''));
    await page.getByLabel('Ask in plain words').fill('What does TRICARE Prime require for massage?');
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('h1').textContent()).toBe('Massage therapy under TRICARE Prime');
    await page.getByRole('button', { name: 'Derive again' }).click();
    expect(await page.locator('h1').textContent()).toBe('Massage therapy under TRICARE Prime');
    await page.getByRole('navigation').getByRole('link', { name: 'Ask' }).click();
    await page.getByLabel('Does this plan').selectOption({ label: 'Original Medicare' });
    await page.getByLabel('cover this?').selectOption({ label: 'Massage therapy' });
    await page.getByRole('button', { name: 'Ask' }).last().click();
    expect(await page.locator('h1').textContent()).toBe('Massage therapy under Original Medicare');
    await page.getByRole('link', { name: 'Covergraph' }).click();
    expect(page.url()).toBe(below(''));
    expectBelow(asked);
    clean(watched);
  });
});

test('GraphiQL runs an operation', async () => {
  const watched = await watch(browser(), origin());
  const { page, asked } = watched;
  await page.goto(below(`graphql?query=${encodeURIComponent('{ __typename }')}`));
  await page.locator('section.graphiql-query-editor').getByText('__typename').waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('section.result-window').getByText('"Query"').waitFor();
  expectBelow(asked);
  clean(watched);
});

test('no address in the page, its styles or the plain pages begins at the root', async () => {
  for (const name of ['', 'answer']) {
    const text = await (await fetch(below(name), { headers: { accept: 'text/html' } })).text();
    const addresses = [...text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, each]) => each ?? '');
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((each) => each.startsWith('/'))).toEqual([]);
    for (const each of addresses) {
      const found = await fetch(new URL(each, below(name)), { headers: { accept: '*/*' } });
      expect([each, found.status]).toEqual([each, 200]);
      if (each.endsWith('.css')) expect(await found.text()).not.toMatch(/url\(["']?\//);
    }
  }
});
