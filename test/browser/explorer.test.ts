/** GraphiQL in a real browser with no way out: it opens, holds the main question, runs it, and shows the documentation. */
import { expect, test } from 'vitest';
import { watch } from './page.ts';
import { site } from './site.ts';

const { browser, address } = site();

test('the first tab asks whether a plan covers something, and its answer comes at one press', async () => {
  const { page, outside, errors } = await watch(browser(), address());
  await page.goto(`${address()}/graphql`);
  const question = page.locator('section.graphiql-query-editor');
  await question.getByText('WhatDoesTricarePrimeRequireForMassage').first().waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const answer = page.locator('section.result-window');
  await answer.getByText('"CONDITIONAL"').first().waitFor();
  expect(await answer.textContent()).not.toContain('"errors"');
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('the documentation opens and describes the main question', async () => {
  const { page, outside, errors } = await watch(browser(), address());
  await page.goto(`${address()}/graphql`);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
  await page.locator('.graphiql-doc-explorer').getByText('coverageMatrix', { exact: true }).waitFor();
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('a link that carries a question opens with it', async () => {
  const { page, outside, errors } = await watch(browser(), address());
  await page.goto(`${address()}/graphql?query=${encodeURIComponent('{ __typename }')}`);
  await page.locator('section.graphiql-query-editor').getByText('__typename').waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('section.result-window').getByText('"Query"').waitFor();
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('what is typed stays behind the hash, where a reload does not send it', async () => {
  const { page, asked, outside, errors } = await watch(browser(), address());
  await page.goto(`${address()}/graphql#query=${encodeURIComponent('{ __typename }')}`);
  const editor = page.locator('section.graphiql-query-editor');
  await editor.getByText('__typename').waitFor();
  await editor.locator('.view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' # prescribed');
  await page.waitForURL(/#query=.*prescribed/);
  await page.reload();
  await editor.getByText('# prescribed').waitFor();
  expect(asked.filter((address) => address.includes('prescribed'))).toEqual([]);
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

test('and the watch is awake: a page that asks another host is seen', async () => {
  const { page, outside } = await watch(browser(), address());
  await page.goto(`${address()}/nowhere`);
  await page.evaluate(() => fetch('https://elsewhere.example/x').catch(() => null));
  expect(outside).toEqual(['https://elsewhere.example/x']);
});
