/** A page of a headless browser that can reach only one server. It records blocked requests and errors. */
import { chromium as browserType, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromium, silent } from './chromium.ts';

export interface Watched {
  readonly page: Page;
  /** Requested addresses of other servers, which were blocked. */
  readonly outside: string[];
  /** Errors on the console, and uncaught errors. */
  readonly errors: string[];
  /** The method and address of every request. */
  readonly asked: string[];
}

export const launch = (): Promise<Browser> => browserType.launch({ executablePath: chromium, args: [...silent] });

/** Opens a page in a new profile, which has no data of earlier visits. */
export async function watch(browser: Browser, server: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  const asked: string[] = [];
  await context.route(
    (address) => address.origin !== server && !['data:', 'blob:'].includes(address.protocol),
    async (route) => {
      outside.push(route.request().url());
      await route.abort();
    },
  );
  context.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, outside, errors, asked };
}
