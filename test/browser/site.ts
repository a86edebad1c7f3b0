/** The server as it is started by hand, a browser before it, and the API asked directly, to hold the page against. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ServerSettings } from '../../src/config/server.ts';
import { serve, type RunningServer } from '../../src/server.ts';
import { launch, watch, type Watched } from './page.ts';

export interface Site {
  /** A fresh visitor at an address of the page, once its heading is there. */
  readonly visit: (hash: string, options?: BrowserContextOptions) => Promise<Watched>;
  readonly address: () => string;
  readonly browser: () => Browser;
  readonly ask: <Data>(query: string, variables?: object) => Promise<Data>;
}

/** For the tests of one file: one server, set as given beside its data, and one browser. */
export function site(settings: Partial<ServerSettings> = {}): Site {
  let browser: Browser;
  let server: RunningServer;
  const address = (): string => `http://127.0.0.1:${String(server.port)}`;
  beforeAll(async () => {
    server = await serve({
      port: 0,
      host: '127.0.0.1',
      data: [fileURLToPath(new URL('../../data', import.meta.url))],
      sources: [],
      ...settings,
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    address,
    browser: () => browser,
    visit: async (hash, options) => {
      const watched = await watch(browser, address(), options);
      await watched.page.goto(`${address()}/${hash}`);
      await arrived(watched.page);
      return watched;
    },
    ask: async <Data>(query: string, variables: object = {}) => {
      const response = await fetch(`${address()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return ((await response.json()) as { data: Data }).data;
    },
  };
}

/** The heading stands, and nothing on the page is on its way any more. */
export async function arrived(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], main .waiting') === null);
}

/** Nothing left the server, and nothing went wrong. */
export function clean({ outside, errors }: Watched): void {
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
}

/** The article alone is heard, whatever else the data holds: the answers of these are worked out by hand. */
export const byTheArticle = 'according-to=medicare-massage-article';
export const massage = `#/answer/tricare-prime/service/massage-therapy`;
