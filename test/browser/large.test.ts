/** A graph of eight thousand plans: the table scrolls to its end, asks only for what is in view, and holds no more of the document than at its start. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '../../src/http/http.ts';
import { readManifest } from '../../src/http/persisted-documents.ts';
import { schema } from '../../src/schema/index.ts';
import { readSite } from '../../src/server.ts';
import { graphOf } from '../graph/documents.ts';
import { launch, watch } from './page.ts';

const plans = 8_000;
const services = 12;
/** Elements of the whole document, whichever part of the table is in view. */
const mostElements = 2_000;

const numbered = <Value>(count: number, make: (number: number) => readonly [string, Value]): Record<string, Value> =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => make(number)));
const graph = graphOf({
  territories: { US: { name: 'United States' } },
  conditions: { c1: { name: 'Condition', topic: 'order', cites: ['handbook#p'] } },
  services: numbered(services, (number) => [
    `service-${String(number)}`,
    { name: `Service ${String(number)}`, cites: ['handbook#p'] },
  ]),
  plans: numbered(plans, (number) => [
    `plan-${String(number).padStart(4, '0')}`,
    {
      name: `Plan ${String(number).padStart(4, '0')}`,
      level: 'plan',
      cites: ['handbook#p'],
      rules: {
        some: {
          [number % 3 === 0 ? 'excluded' : 'covered']: `service-${String(number % services)}`,
          ...(number % 2 === 0 ? {} : { when: 'c1' }),
          cites: ['handbook#p'],
        },
      },
    },
  ]),
});

let server: Server;
let browser: Browser;
const address = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
beforeAll(async () => {
  const current = { graph, loadedAt: '2026-11-23T00:00:00Z' };
  server = createServer(
    createHttp({
      trustedDocuments: readManifest(
        readFileSync(new URL('../../schema/trusted-documents.json', import.meta.url), 'utf8'),
      ),
      schema,
      current: () => current,
      today: () => '2026-11-23',
      log: ({ error }) => {
        throw error;
      },
      site: readSite(),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test('eight thousand rows scroll with as few elements at the end as at the start', async () => {
  const { page, outside, errors, asked } = await watch(browser, address());
  await page.goto(`${address()}/#/matrix`);
  await page.getByText('8,000 of 8,000 plans', { exact: true }).waitFor({ timeout: 60_000 });
  await page.locator('tbody td .status').first().waitFor();
  const elements = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
  const named = asked.length;
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Object.assign(globalThis, { longest: Math.max(duration, (globalThis as { longest?: number }).longest ?? 0) });
    }).observe({ type: 'longtask' });
  });
  const seen: number[] = [await elements()];
  for (let part = 1; part <= 40; part += 1) {
    await page.locator('.scroller.tall').evaluate((element, share) => {
      element.scrollTop = element.scrollHeight * share;
    }, part / 40);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(resolve);
          });
        }),
    );
    seen.push(await elements());
  }
  await page.getByRole('link', { name: 'Plan 7999', exact: true }).waitFor();
  await page.locator('tr[aria-rowindex="8001"] td .status').first().waitFor();
  expect(Math.max(...seen)).toBeLessThan(mostElements);
  expect(asked.length - named).toBeLessThanOrEqual(41);
  const longest = await page.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
  process.stdout.write(
    `8,000 rows: at most ${String(Math.max(...seen))} elements, longest task while scrolling ${longest === 0 ? 'below 50' : longest.toFixed(0)} ms\n`,
  );
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('a filter by name narrows eight thousand to one, and by answer first asks to narrow', async () => {
  const { page } = await watch(browser, address());
  await page.goto(`${address()}/#/matrix`);
  await page.getByText('8,000 of 8,000 plans', { exact: true }).waitFor({ timeout: 60_000 });
  expect(await page.getByLabel('With an answer').isDisabled()).toBe(true);
  await page.getByLabel('Plans named').fill('Plan 4321');
  await page.getByText('1 of 8,000 plans').waitFor();
  expect(await page.getByLabel('With an answer').isDisabled()).toBe(false);
});
