/** With scripts off: a question is asked, answered and asked again with facts, on plain pages. */
import { expect, test } from 'vitest';
import { watch } from './page.ts';
import { site } from './site.ts';

const { browser, address } = site();

test('a plain form gives a readable answer, and its questions derive it again', async () => {
  const { page, outside, errors, asked } = await watch(browser(), address(), { javaScriptEnabled: false });
  await page.goto(address());
  await page.getByLabel('Ask in plain words').fill('What does TRICARE Prime require for massage?');
  await page.getByRole('button', { name: 'Ask' }).click();
  expect(await page.locator('h1').textContent()).toBe('Massage therapy under TRICARE Prime');
  expect(await page.locator('.status').first().textContent()).toBe('It depends');
  for (const title of ['To be covered', 'What if?', 'What would be enough', 'Sources'])
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
  const questions = page.locator('fieldset');
  for (let index = 0; index < (await questions.count()); index += 1)
    await questions.nth(index).getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByRole('button', { name: 'Derive again' }).click();
  expect(await page.locator('.status').first().textContent()).toBe('Not covered');
  expect(asked.filter((each) => !/^(GET|POST) [^?#]*$/.test(each) || /massage|tricare/i.test(each))).toEqual([]);
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('a plan and a service can be chosen from lists', async () => {
  const { page, errors } = await watch(browser(), address(), { javaScriptEnabled: false });
  await page.goto(`${address()}/answer`);
  await page.getByLabel('Does this plan').selectOption({ label: 'Original Medicare' });
  await page.getByLabel('cover this?').selectOption({ label: 'Massage therapy' });
  await page.getByRole('button', { name: 'Ask' }).last().click();
  expect(await page.locator('h1').textContent()).toBe('Massage therapy under Original Medicare');
  expect(errors).toEqual([]);
});
