/** Starts the real server and a browser, and queries the API directly, to compare the page with it. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ServerSettings } from '../../src/config/server.ts';
import { serve, type RunningServer } from '../../src/server.ts';
import { launch, watch, type Watched } from './page.ts';

export interface Site {
  /** Opens an address of the page in a new profile, and waits for its heading. */
  readonly visit: (hash: string, options?: BrowserContextOptions) => Promise<Watched>;
  readonly address: () => string;
  readonly browser: () => Browser;
  readonly ask: <Data>(query: string, variables?: object) => Promise<Data>;
}

/** One server, with these settings and the project's data, and one browser, for the tests of one file. */
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

/** Waits until the page has its heading and nothing is loading. */
export async function arrived(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], main .waiting') === null);
}

/** Expects no request to another server, and no error. */
export function clean({ outside, errors }: Watched): void {
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
}

/** Uses only this article, whatever else the data has; its answers were worked out by hand. */
export const byTheArticle = 'according-to=medicare-massage-article';
export const massage = `#/answer/tricare-prime/service/massage-therapy`;
