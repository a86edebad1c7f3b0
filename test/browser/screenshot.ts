/** `npm run screenshot`: the picture of the page that the README shows, taken of the page as it is. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/server.ts';
import { launch, watch } from './page.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const server = await serve({ port: 0, host: '127.0.0.1', data: [path('data')], sources: [] });
const address = `http://127.0.0.1:${String(server.port)}`;
const browser = await launch();
const { page } = await watch(browser, address, {
  viewport: { width: 1160, height: 980 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
});
await page.goto(`${address}/#/answer/tricare-prime/service/massage-therapy`);
await page.locator('.checklist').first().waitFor();
mkdirSync(path('.github'), { recursive: true });
await page.screenshot({ path: path('.github/page.png') });
await browser.close();
await server.close();
