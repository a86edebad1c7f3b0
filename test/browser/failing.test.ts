/** The page when something fails: it says what and what to do, to the eye and to a screen reader, and asks again when asked to. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { failing, failures, type Failure, type Switch } from './failing.ts';
import { arrived, massage, site } from './site.ts';

const { visit, address } = site();

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
/** The text of the element that has the focus; empty if it is the body. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));
/** What the live region for answers says. */
const spoken = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('[aria-live="polite"]')?.textContent ?? '');
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });
const failureNamed = (name: string): readonly [Failure, string] => {
  const found = failures[name];
  if (found === undefined) throw new Error(`there is no failure named ${name}`);
  return found;
};
const never: Failure = () => new Promise(() => undefined);

describe('each failure of an answer', () => {
  let page: Page;
  let api: Switch;
  beforeAll(async () => {
    ({ page } = await visit('#/'));
    api = await failing(page, null);
  });

  test.each(Object.entries(failures).map(([name, failure], index) => [name, index, ...failure] as const))(
    '%s: is shown, read aloud once and has the focus; trying again gets the answer',
    async (_, index, failure, message) => {
      // A day of its own, so that no answer is in memory.
      const hash = `${massage}?on=2027-01-${String(index + 1).padStart(2, '0')}`;
      api.failure = failure;
      await goTo(page, hash);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toContain(message);
      expect(await alert.count()).toBe(1);
      expect(await page.locator('main .waiting, main .verdict').count()).toBe(0);
      await expect.poll(() => focused(page)).toContain(message);
      expect(await spoken(page)).toBe('');
      expect(await page.getByText('Ask without any facts').count()).toBe(0);

      const before = api.requests;
      await tryAgain(page).click();
      await expect.poll(() => api.requests).toBeGreaterThan(before);
      await alert.waitFor();
      await expect.poll(() => focused(page)).toContain(message);

      api.failure = null;
      await tryAgain(page).click();
      await page.locator('.verdict').waitFor();
      expect(await alert.count()).toBe(0);
      await expect.poll(() => focused(page)).toBe('Massage therapy under TRICARE Prime');
      expect(await spoken(page)).toContain('TRICARE Prime');
    },
  );
});

const question = '#/ask?q=Does%20TRICARE%20Prime%20cover%20massage%3F';
const views: readonly (readonly [hash: string, shows: string])[] = [
  ['#/', 'section[aria-labelledby="shown"] li'],
  [question, '.verdict'],
  ['#/ask?q=plans%20in%20Allegheny%20County%2C%20Pennsylvania', '.asked-view h1'],
  [`${massage}?why=1`, '.tree'],
  ['#/compare?plans=tricare-prime,medicare-advantage&of=service/massage-therapy', '.compare tbody tr'],
  ['#/matrix?of=service/massage-therapy', 'tbody td .status'],
  ['#/walk/plan/tricare-prime', '.frame svg'],
  ['#/walk/source/medicare-massage-article', '.frame svg'],
  ['#/curator', '.disagreement'],
];

describe.each(views)('%s', (hash, shows) => {
  test.each(['no network', '429 with a delay', 'data of another operation'])(
    'with %s, says so instead of loading for ever, and is whole after trying again',
    async (name) => {
      const { page } = await visit('#/nowhere');
      const [failure, message] = failureNamed(name);
      const api = await failing(page, failure);
      await goTo(page, hash);
      const main = page.locator('main');
      await main.getByText(message).first().waitFor();
      await page.waitForFunction(() => document.querySelector('main .waiting') === null);
      expect(await page.getByRole('alert').filter({ hasText: message }).count()).toBe(1);
      expect(await main.getByText(/Looking…|Loading the plans…|Still looking…/).count()).toBe(0);
      await expect.poll(() => focused(page)).not.toBe('');
      api.failure = null;
      const before = api.requests;
      await tryAgain(page).first().click();
      await page.locator(shows).first().waitFor();
      expect(api.requests).toBeGreaterThan(before);
      await expect.poll(() => main.getByText(message).count()).toBe(0);
      await expect.poll(() => focused(page)).not.toBe('');
    },
  );
});

describe('the same question', () => {
  const box = (page: Page) => page.getByRole('combobox', { name: 'Ask in plain words, or type a name' });
  const ways: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    Enter: (page) => box(page).press('Enter'),
    'the button': (page) => page.getByRole('button', { name: 'Ask', exact: true }).first().click(),
    'the same text typed again': async (page) => {
      await box(page).fill('Does TRICARE Prime cover massage?');
      await box(page).press('Enter');
    },
  };

  test.each(Object.entries(ways))('asked again by %s gets an answer and the focus', async (_, way) => {
    const { page } = await visit(question);
    // The address as a person may write it is not the one that the page writes.
    for (const hash of [question.replaceAll('Prime', '%50rime'), question]) {
      await page.reload();
      await arrived(page);
      await goTo(page, '#/nowhere');
      await page.reload();
      const api = await failing(page, failureNamed('no network')[0]);
      await goTo(page, hash);
      await page.getByRole('alert').waitFor();
      const before = api.requests;
      await way(page);
      await expect.poll(() => api.requests).toBeGreaterThan(before);
      await page.getByRole('alert').waitFor();
      await expect.poll(() => focused(page)).toContain('The server does not answer.');
      api.failure = null;
      await way(page);
      await page.locator('.verdict').waitFor();
      await expect.poll(() => focused(page)).toContain('TRICARE Prime');
      await expect.poll(() => spoken(page)).toContain('TRICARE Prime');
      await page.unroute('**/graphql');
    }
  });

  test('a link to the page that failed asks again', async () => {
    const { page } = await visit('#/nowhere');
    const api = await failing(page, failureNamed('502 in HTML')[0]);
    await page.getByRole('link', { name: 'Gaps and conflicts' }).click();
    await page.getByRole('alert').waitFor();
    api.failure = null;
    await page.getByRole('link', { name: 'Gaps and conflicts' }).click();
    await page.locator('.disagreement').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('on the way back asks again, for nothing of a failure is kept', async () => {
    const { page } = await visit('#/nowhere');
    const api = await failing(page, failureNamed('429 with a delay')[0]);
    await goTo(page, massage);
    await page.getByRole('alert').waitFor();
    await goTo(page, '#/nowhere');
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    api.failure = null;
    await page.goBack();
    await page.locator('.verdict').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('a response that does not arrive', () => {
  test('is given up after twenty seconds', async () => {
    const { page } = await visit('#/nowhere');
    await page.clock.install();
    await failing(page, never);
    await goTo(page, massage);
    await page.getByText('Working it out…').waitFor();
    await page.clock.fastForward(19_000);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.fastForward(1_500);
    await page.getByText('The server did not answer within 20 seconds. Try again.').waitFor();
    expect(await page.getByText('Working it out…').count()).toBe(0);
  });

  test('after midnight leaves nothing of the day before on the page', async () => {
    const { page } = await visit('#/nowhere');
    const begun = Date.parse('2026-11-24T04:00:00Z');
    await page.clock.install({ time: begun });
    let now = begun;
    const api = await failing(page, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), date: new Date(now).toUTCString() } });
    });
    await goTo(page, massage);
    await page.locator('.verdict').waitFor();
    api.failure = never;
    now += 61 * 60_000;
    await page.clock.fastForward(61 * 60_000);
    await page.getByText('Working it out…').waitFor();
    expect(await page.locator('.verdict').count()).toBe(0);
  });
});

test('an answer is asked for again when another answer shows that the data has changed', async () => {
  const { page } = await visit('#/nowhere');
  let version = 'a';
  const seen: string[] = [];
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    seen.push(version);
    const text = (await response.text())
      .replace(/"dataVersion":"[^"]*"\}\}$/, `"dataVersion":"${version}"}}`)
      .replace(/"summary":"/, `"summary":"Of ${version}. `);
    await route.fulfill({ response, body: text });
  });
  await goTo(page, massage);
  await page.locator('.verdict', { hasText: 'Of a.' }).waitFor();
  version = 'b';
  await page.getByRole('link', { name: 'Why?' }).click();
  await page.locator('.verdict', { hasText: 'Of b.' }).waitFor();
  const count = seen.length;
  // Replicas with two versions at the same time do not make the page ask for ever.
  version = 'a';
  await goTo(page, massage.replace('tricare-prime', 'medicare-advantage'));
  await page.locator('.verdict', { hasText: 'Of a.' }).waitFor();
  await arrived(page);
  expect(seen.length).toBeLessThanOrEqual(count + 2);
});

describe('an error of one field', () => {
  test('is shown together with the answer that arrived', async () => {
    const { page } = await visit('#/nowhere');
    await failing(page, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as object;
      await route.fulfill({ response, json: { ...body, errors: [{ message: 'One field failed.' }] } });
    });
    for (const [hash, shows] of views) {
      await goTo(page, hash);
      await page.locator(shows).first().waitFor();
      if (!hash.startsWith('#/matrix')) await page.getByText('One field failed.').first().waitFor();
    }
  });

  test('keeps the focus of a control that is still there', async () => {
    const { page } = await visit('#/nowhere');
    await failing(page, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.abort();
    });
    await goTo(page, '#/');
    const box = page.getByRole('combobox').first();
    await box.focus();
    await page.getByRole('alert').waitFor();
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('of a fact that was chosen moves the focus to the message, and back to the answer', async () => {
    const { page } = await visit(massage);
    const api = await failing(page, failureNamed('503 with a delay')[0]);
    await page.locator('.question input').first().click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.verdict').count()).toBe(0);
    await expect.poll(() => focused(page)).toContain('status 503');
    api.failure = null;
    await tryAgain(page).click();
    await page.locator('.verdict').waitFor();
    await expect.poll(() => focused(page)).toBe('Massage therapy under TRICARE Prime');
  });
});

describe('a name that means nothing', () => {
  test('of a plan: leads to the plan that was meant, and not to the same question without facts', async () => {
    const { page } = await visit('#/answer/tricare-prim/service/massage-therapy?met=prescribed');
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).not.toContain('tricare-prime');
    expect(await page.getByText('Ask without any facts').count()).toBe(0);
    await alert.getByRole('link', { name: 'TRICARE Prime' }).click();
    await page.locator('.verdict').waitFor();
    expect(page.url()).toContain('#/answer/tricare-prime/service/massage-therapy?met=prescribed');
  });

  test('of a service: leads to the service that was meant', async () => {
    const { page } = await visit('#/answer/tricare-prime/service/mssage-therapy');
    await page.getByRole('alert').getByRole('link', { name: 'Massage therapy' }).click();
    await page.getByRole('heading', { name: 'Massage therapy under TRICARE Prime' }).waitFor();
  });

  test('of a fact: offers the question without facts', async () => {
    const { page } = await visit(`${massage}?met=prescribd`);
    await page.getByRole('link', { name: 'Ask without any facts' }).click();
    await page.locator('.verdict').waitFor();
  });

  test('of an entry: says that there is none, and leads to the one that was meant', async () => {
    const { page } = await visit('#/walk/service/mssage-therapy');
    expect(await page.locator('h1').textContent()).toBe('We have no such entry');
    await page.getByRole('alert').getByRole('link', { name: 'Massage therapy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Massage therapy' }).waitFor();
  });
});

test('eleven plans are too many to compare, and removing one is enough', async () => {
  const plans = Array.from({ length: 11 }, (_, index) => `medigap-plan-${String(index)}`);
  const { page } = await visit(`#/compare?plans=${plans.join()}&of=service/massage-therapy`);
  const api = await failing(page, null);
  await page
    .getByText('These are 11 plans. At most 10 can be compared at once: remove some of them.', { exact: true })
    .waitFor();
  expect(await page.locator('main').textContent()).not.toContain('coverageMatrix');
  await page.getByRole('link', { name: 'Remove medigap-plan-0', exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(api.requests).toBeGreaterThan(0);
  expect(await page.getByText(/These are/).count()).toBe(0);
});

describe('a script that the server no longer has', () => {
  const message = 'A part of this page could not be loaded. There may be a new version: reload the page.';
  const lost: Failure = (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Not found' });

  test.each([
    ['#/matrix', 'overviews', 'tbody td .status'],
    ['#/curator', 'overviews', '.disagreement'],
    ['#/walk/service/massage-therapy', 'picture', '.frame svg'],
  ])('%s says so, and reloading helps', async (hash, script, shows) => {
    const { page } = await visit('#/nowhere');
    const scripts = `**/assets/${script}-*.js`;
    await page.route(scripts, lost);
    await goTo(page, hash);
    await page.getByRole('alert').filter({ hasText: message }).waitFor();
    expect(await page.locator('main .waiting').count()).toBe(0);
    if (script === 'overviews') await expect.poll(() => focused(page)).toContain(message);
    else expect(await page.locator('h1').textContent()).toBe('Massage therapy');
    await page.unroute(scripts);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.locator(shows).first().waitFor();
  });

  test('the first one: the document itself says so and leads to the form without scripts', async () => {
    const { page } = await visit('#/nowhere');
    await page.route('**/assets/main-*.js', lost);
    await page.reload();
    const link = page.getByRole('link', { name: 'use the form without scripts' });
    await link.waitFor();
    await link.click();
    await page.waitForURL(`${address()}/answer`);
  });

  test('the first one, while it is loading: nothing is said', async () => {
    const { page } = await visit('#/nowhere');
    expect(await page.getByText('The scripts of this page are not loaded.').count()).toBe(0);
  });
});

test('a page of a build that the server does not know is asked to be reloaded', async () => {
  const { page } = await visit('#/nowhere');
  await failing(page, async (route) => {
    const isById = route.request().postData()?.includes('documentId') === true;
    await route.fulfill({ status: isById ? 400 : 403, json: { errors: [{ message: 'Only known documents.' }] } });
  });
  await goTo(page, massage);
  await page.getByText('A new version of this page is available. Reload the page.').waitFor();
});
