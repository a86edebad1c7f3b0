/** A page of a headless browser that reaches one server and nothing else, and keeps what it was refused and what went wrong. */
import { chromium as browserType, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromium, silent } from './chromium.ts';

export interface Watched {
  readonly page: Page;
  /** Addresses asked for that are not the server's own. */
  readonly outside: string[];
  /** Errors on the console, uncaught ones included. */
  readonly errors: string[];
  /** Every address asked for, as a server's log would have it. */
  readonly asked: string[];
}

export const launch = (): Promise<Browser> => browserType.launch({ executablePath: chromium, args: [...silent] });

/** A fresh profile, so that no tab of an earlier visit is remembered. */
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
