/** The sections of an answer on the page and without scripts: formalities, ways, terms, later days, scope. Values by hand. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { examplePlan } from '../helpers/example-plan.ts';
import { watch } from './page.ts';
import { arrived, clean, massage, site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'covergraph-'));
for (const [path, text] of examplePlan(new Date().toISOString())) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const { visit, browser, address } = site({
  data: [fileURLToPath(new URL('../../data', import.meta.url)), folder],
});
const acupuncture = '#/answer/example-plan/service/acupuncture';

/** The visible text of a section, its lines without empty ones. */
async function linesOf(page: Page, title: string): Promise<string[]> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) }).last();
  return (await section.innerText())
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('on the page', () => {
  test('each way to be covered has its own requirements, limits and costs', async () => {
    const visitor = await visit(acupuncture);
    const ways = visitor.page.locator('.routes .pathways > li');
    expect(await ways.count()).toBe(2);
    const [onOrder = '', onNeed = ''] = await ways.allInnerTexts();
    expect(onOrder).toMatch(/^prescribed/);
    for (const text of ['Prior authorization (required)', '20 visits per calendar year'])
      expect(onOrder).toContain(text);
    expect(onOrder).not.toContain('$20');
    expect(onNeed).toMatch(/^medically necessary/);
    expect(onNeed).toContain('$20 copayment per visit');
    expect(onNeed).not.toContain('20 visits');
    clean(visitor);
  });

  test('limits and costs have the conditions on which they apply', async () => {
    const visitor = await visit(acupuncture);
    expect(await linesOf(visitor.page, 'Limits')).toContain('20 visits per calendar year, if prescribed');
    expect(await linesOf(visitor.page, 'What the person pays')).toContain(
      "$5 copayment per visit in network, if given by a provider in the plan's network",
    );
    clean(visitor);
  });

  test('formalities have verdicts that follow the facts, with their sources', async () => {
    const visitor = await visit(acupuncture);
    const { page } = visitor;
    const verdict = async (topic: string): Promise<string> =>
      page
        .locator('.formalities li', { has: page.getByText(topic, { exact: true }) })
        .locator('.formality')
        .innerText();
    expect(await verdict('Prior authorization')).toBe('may be required');
    expect(await verdict('Referral')).toBe('not required');
    const silent = page.locator('.formalities details.more');
    expect(await silent.locator('summary').innerText()).toBe('2 points not stated');
    await silent.locator('summary').click();
    expect(await silent.locator('b').allInnerTexts()).toEqual(['Provider network', 'Documentation']);
    const passages = page.locator('.formalities li', { has: page.getByText('Referral', { exact: true }) });
    await passages.locator('.cited summary').click();
    expect(await passages.locator('.cited').innerText()).toContain('Brochure of the example plan');
    await page.goto(`${address()}/${acupuncture}?met=prescribed`);
    await page.locator('.verdict[data-status="COVERED"]').waitFor();
    expect(await verdict('Prior authorization')).toBe('required');
    await page.goto(`${address()}/${acupuncture}?met=prescribed,prior-authorization`);
    await page.locator('[data-formality="MET"]').waitFor();
    expect(await verdict('Prior authorization')).toBe('met');
    clean(visitor);
  });

  test('what is given stands after what is still open', async () => {
    const visitor = await visit('#/answer/tricare-prime/service/massage-therapy?met=part-of-physical-therapy-program');
    const states = await visitor.page
      .locator('.checklist')
      .first()
      .locator('li[data-state]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-state')));
    expect(states).toEqual(['UNKNOWN', 'UNKNOWN', 'MET']);
    expect(await visitor.page.locator('.routes').innerText()).not.toContain('part of a physical therapy program');
    clean(visitor);
  });

  test('the answer of next year is there with its terms', async () => {
    const visitor = await visit(acupuncture);
    const lines = await linesOf(visitor.page, 'What will change');
    expect(lines.slice(1, 3)).toEqual([`From January 1, ${String(new Date().getUTCFullYear() + 1)}:`, 'It depends']);
    expect(lines).toContain('20 visits per calendar year, if prescribed');
    clean(visitor);
  });

  test('what was read and what was not is listed', async () => {
    const visitor = await visit(acupuncture);
    const lines = await linesOf(visitor.page, 'Where we looked');
    expect(lines).toContain('The evidence of coverage of the example plan');
    expect(lines.at(-1)).toBe('1 source read');
    clean(visitor);
  });

  test('what one source states in addition is set apart, and a source that decides is named', async () => {
    const visitor = await visit(massage);
    const lines = (await linesOf(visitor.page, 'Also stated')).join(' ');
    for (const text of ['Prescribed', 'Prior authorization', 'Cost sharing', 'Does Medicare Cover Massage Therapy?'])
      expect(lines).toContain(text);
    const scope = (await linesOf(visitor.page, 'Where we looked')).join(' ');
    expect(scope).toMatch(/Without TRICARE West benefits A to Z, letter M:\s+Not covered/);
    clean(visitor);
  });

  test('a comparison has a row for each formality that an answer speaks of', async () => {
    const visitor = await visit('#/compare?plans=tricare-prime,medicare-advantage&of=billing-code/cpt-97124');
    const rows = await visitor.page.locator('.formalities tbody tr').allInnerTexts();
    const row = (name: string): string => rows.find((text) => text.startsWith(name)) ?? '';
    expect(row('Prior authorization')).toMatch(/different[^]*Required:[^]*The plan's own rules apply:/);
    // TRICARE Prime has prices; of Medicare Advantage only the article says that the plan's own rules apply.
    expect(row('Cost sharing')).toMatch(/different[^]*Required:[^]*The plan's own rules apply:/);
    expect(row('Prescription or order')).toMatch(/similar[^]*Required:[^]*Required:/);
    const shared = (await linesOf(visitor.page, 'Required by all')).join(' ');
    for (const text of ['Prescribed by a doctor', 'Prior authorization', 'Cost sharing'])
      expect(shared).toContain(text);
    clean(visitor);
  });

  test('the picture of a plan that excludes and covers massage does not say that it covers it', async () => {
    const visitor = await visit('#/walk/plan/tricare-prime');
    await visitor.page.locator('.frame svg').waitFor();
    expect(await visitor.page.locator('.dot[href="#/walk/service/massage-therapy"]').getAttribute('class')).toBe(
      'dot depends',
    );
    await visitor.page.goto(`${address()}/#/walk/source/medicare-massage-article`);
    await arrived(visitor.page);
    await visitor.page.locator('.frame svg').waitFor();
    expect(await visitor.page.locator('.dot.covers, .dot.excludes').count()).toBe(0);
    clean(visitor);
  });

  test('no section is wider than a small screen, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await visit(acupuncture, { viewport: { width: 360, height: 800 }, colorScheme });
      expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      clean(visitor);
    }
  });
});

test('without scripts the same sections are there', async () => {
  const { page, errors } = await watch(browser(), address(), { javaScriptEnabled: false });
  await page.goto(`${address()}/answer`);
  await page.getByLabel('Does this plan').selectOption({ label: 'Example plan' });
  await page.getByLabel('cover this?').selectOption({ label: 'Acupuncture' });
  await page.getByRole('button', { name: 'Ask' }).last().click();
  const ways = (await linesOf(page, 'Ways to be covered')).join('\n');
  expect(ways).toMatch(/prescribed Covered\nprior authorization: required\n20 visits per calendar year\n/);
  expect(await linesOf(page, 'Limits')).toContain('20 visits per calendar year, if prescribed');
  const formalities = (await linesOf(page, 'Paperwork and approvals')).join('\n');
  expect(formalities).toMatch(/Prior authorization May be required:/);
  expect(formalities).toMatch(/Referral Not required:/);
  expect((await linesOf(page, 'What will change'))[1]).toMatch(/^From \d{4}-01-01: It depends$/);
  expect(await linesOf(page, 'Where we looked')).toContain('The evidence of coverage of the example plan');
  expect(errors).toEqual([]);
});
