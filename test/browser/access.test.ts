/** The page for everybody: axe finds nothing in any view, in either scheme; it fits 360 pixels; a keyboard is enough; nothing moves where motion is not wanted. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { watch } from './page.ts';
import { arrived, byTheArticle, clean, massage, site } from './site.ts';

const { visit, browser, address } = site();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe objects to, with its place. */
async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

const views = {
  'the first view': '#/',
  'a question in plain words': `#/ask?q=${encodeURIComponent('How do Medicare Advantage and TRICARE Prime differ on massage?')}`,
  'what is not understood': '#/ask?q=glorp%20zzz',
  'an answer that depends': `${massage}?why=1`,
  'an answer with much in it': '#/answer/medicare-advantage/billing-code/cpt-97124',
  'a covered answer': `${massage}?met=prescribed,part-of-physical-therapy-program&${byTheArticle}`,
  'plans side by side': '#/compare?plans=medicare-advantage,tricare-prime,original-medicare&of=billing-code/cpt-97124',
  'the table': '#/matrix',
  'the walk': '#/walk/service/massage-therapy',
  'the curator': '#/curator',
  'a name that means nothing': '#/answer/tricare-prim/service/massage-therapy',
  'no page': '#/nowhere',
};

test.each(Object.entries(views))(
  '%s: axe finds nothing in light and dark with everything unfolded, and 360 pixels are wide enough',
  async (_, hash) => {
    const { page } = await visit(hash);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.waitForLoadState('networkidle');
    await arrived(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await objections(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await arrived(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);

test('axe is awake: it objects to a picture without a name', async () => {
  const { page } = await visit('#/');
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('img'));
  });
  expect((await objections(page)).some((each) => each.startsWith('image-alt'))).toBe(true);
});

test('plain pages too: axe finds nothing', async () => {
  const { page } = await watch(browser(), address());
  await page.goto(`${address()}/answer`);
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Ask in plain words').fill('What does TRICARE Prime require for massage?');
  await page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  expect(await objections(page)).toEqual([]);
});

test('a keyboard alone asks, answers a question of the answer, and opens the reasons', async () => {
  const visitor = await visit('#/');
  const { page } = visitor;
  const focus = async (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('Tab');
  expect(await focus()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tricare prime');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Does TRICARE Prime cover massage?');
  await page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`sixty presses of Tab do not reach ${selector}`);
  };
  await tabTo('.question input');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/#\/answer\/tricare-prime\/service\/massage-therapy\?(un)?met=/);
  await arrived(page);
  await tabTo('#why > summary');
  await page.keyboard.press('Enter');
  await page.locator('.tree').waitFor();
  expect(page.url()).toContain('why=1');
  clean(visitor);
});

test('a screen reader announces a new answer, and a toggle keeps its place and the focus', async () => {
  const { page } = await visit(`${massage}?${byTheArticle}`);
  const spoken = page.locator('[aria-live="polite"]').first();
  const yes = page
    .getByRole('group', { name: 'Has it been prescribed?' })
    .getByRole('radio', { name: 'No', exact: true });
  await yes.check();
  await page.locator('.verdict[data-status="NOT_COVERED"]').waitFor();
  await expect.poll(() => spoken.textContent()).toMatch(/^Not covered\. /);
  expect(await yes.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('nothing is animated if the user prefers reduced motion', async () => {
  const { page } = await visit(massage, { reducedMotion: 'reduce' });
  expect(
    await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none';
        }).length,
    ),
  ).toBe(0);
});
