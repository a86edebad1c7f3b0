/** A page that stays open: over midnight it asks again, and after a failure it can. */
import { expect, test } from 'vitest';
import { watch } from './page.ts';
import { arrived, massage, site } from './site.ts';

const { browser, address } = site();

test('a page that is open over midnight in New York asks again for what it shows, once', async () => {
  const { page } = await watch(browser(), address());
  const begun = Date.parse('2026-11-24T03:00:00Z');
  await page.clock.install({ time: begun });
  let now = begun;
  const asked: string[] = [];
  // The server's clock goes with the page's, and the answer says how often it was asked for.
  await page.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    asked.push(body);
    const response = await route.fetch();
    const text = (await response.text()).replace(
      /"summary":"/,
      `"summary":"Answer ${String(asked.filter((each) => each === body).length)}. `,
    );
    await route.fulfill({
      response,
      body: text,
      headers: { ...response.headers(), date: new Date(now).toUTCString() },
    });
  });
  const advance = async (minutes: number): Promise<void> => {
    now += minutes * 60_000;
    await page.clock.fastForward(minutes * 60_000);
  };
  await page.goto(`${address()}/${massage}`);
  await page.locator('.sentence', { hasText: 'Answer 1.' }).first().waitFor();
  await arrived(page);
  const before = asked.length;
  await advance(119);
  expect(asked).toHaveLength(before);
  await advance(2);
  await page.locator('.sentence', { hasText: 'Answer 2.' }).first().waitFor();
  await advance(60);
  const answers = asked.filter((each) => each.includes('massage-therapy'));
  expect(answers.length).toBe(2 * new Set(answers).size);
});

test('a page that lost its network asks again when it is back, and when the visitor wishes', async () => {
  const { page } = await watch(browser(), address());
  await page.goto(`${address()}/`);
  await arrived(page);
  const context = page.context();
  await context.setOffline(true);
  await page.goto(`${address()}/${massage}`).catch(() => undefined);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, massage);
  await page.getByText('The server does not answer').waitFor();
  await context.setOffline(false);
  await page.locator('.verdict').waitFor();

  let isFailing = true;
  await page.route('**/graphql', (route) => (isFailing ? route.abort() : route.continue()));
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    massage.replace('tricare-prime', 'medicare-advantage'),
  );
  await page.getByText('The server does not answer').waitFor();
  isFailing = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.verdict').waitFor();
  expect(await page.getByText('The server does not answer').count()).toBe(0);
});
