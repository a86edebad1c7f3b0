/** An answer as a person meets it: asked, read, tried with other facts, taken back, passed on, and looked into. */
import { describe, expect, test } from 'vitest';
import { arrived, byTheArticle, clean, massage, site } from './site.ts';

const { visit, ask, address } = site();

/** The status as the page shows it, and the sentence next to it. */
async function verdict(page: Awaited<ReturnType<typeof visit>>['page']): Promise<string> {
  await arrived(page);
  return (await page.locator('.verdict .status.large').textContent()) ?? '';
}

test('a question in plain words is answered with a word, the sentence of the API, and what it turns on', async () => {
  const visitor = await visit('#/');
  const { page } = visitor;
  await page
    .getByRole('combobox', { name: 'Ask in plain words, or type a name' })
    .fill('What does TRICARE Prime require for massage?');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/ask\?q=/);
  await page.locator('.verdict').waitFor();
  const { coverage } = await ask<{ coverage: { summary: string; requirements: { text: string }[] } }>(
    '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { summary requirements(roles: [FOR_COVERAGE, ONCE_COVERED]) { text } } }',
  );
  expect(await page.locator('.verdict .sentence').textContent()).toBe(coverage.summary);
  expect(await verdict(page)).toBe('It depends');
  const listed = (await page.locator('.checklist > li > div > p:first-child').allTextContents()).map((text) =>
    text.toLowerCase(),
  );
  expect(coverage.requirements.length).toBeGreaterThan(0);
  for (const [index, { text }] of coverage.requirements.entries()) expect(listed[index]).toContain(text.toLowerCase());
  clean(visitor);
});

describe('what if', () => {
  test('each answer re-derives at once, has an address, and is undone by the way back', async () => {
    const visitor = await visit(`${massage}?${byTheArticle}`);
    const { page } = visitor;
    const say = async (question: string, choice: string): Promise<void> => {
      await page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();
    };
    expect(await verdict(page)).toBe('It depends');
    await say('Has it been prescribed?', 'Yes');
    await page.waitForURL(/met=prescribed&/);
    await page.locator('.checklist [data-state="MET"]').waitFor();
    expect(await verdict(page)).toBe('It depends');
    await say('Is it part of a physical therapy program?', 'Yes');
    await page.locator('.verdict[data-status="COVERED"]').waitFor();
    await say('Has it been prescribed?', 'No');
    await page.locator('.verdict[data-status="NOT_COVERED"]').waitFor();
    expect(page.url()).toContain('unmet=prescribed');
    expect(await verdict(page)).toBe('Not covered');
    await page.goBack();
    await page.locator('.verdict[data-status="COVERED"]').waitFor();
    await page.goBack();
    await page.locator('.verdict[data-status="CONDITIONAL"]').waitFor();
    await page.goForward();
    await page.locator('.verdict[data-status="COVERED"]').waitFor();
    clean(visitor);
  });

  test('a shared address opens the same answer for someone else', async () => {
    const visitor = await visit(`${massage}?met=prescribed,part-of-occupational-therapy-program&${byTheArticle}`);
    expect(await verdict(visitor.page)).toBe('Covered');
    expect(await visitor.page.locator('.question input:checked + span').allTextContents()).toEqual(['Yes', 'Yes']);
    clean(visitor);
  });

  test('no fact and no question is in an address that the server receives', async () => {
    const visitor = await visit(`${massage}?met=prescribed&in=MX&${byTheArticle}`);
    const { page, asked } = visitor;
    await page
      .getByRole('group', { name: 'Is it part of a physical therapy program?' })
      .getByRole('radio', { name: 'No', exact: true })
      .check();
    await page.waitForURL(/unmet=/);
    await arrived(page);
    await page.goto(`${address()}/#/ask?q=${encodeURIComponent('I was prescribed massage; does TRICARE Prime pay?')}`);
    await arrived(page);
    expect(asked.filter((each) => /prescribed|therapy|MX|tricare/i.test(each))).toEqual([]);
    expect(asked.filter((each) => each.endsWith('/graphql')).every((each) => each.startsWith('POST '))).toBe(true);
    expect(asked.filter((each) => each.startsWith('POST ')).length).toBeGreaterThan(2);
    clean(visitor);
  });
});

test('why: every step of the proof is in the tree, folds away, and ends at passages; rejected rules say why', async () => {
  const visitor = await visit(`${massage}?why=1`);
  const { page } = visitor;
  await page.locator('.tree').waitFor();
  const { coverage } = await ask<{
    coverage: { proof: { text: string; citations: unknown[] }[]; rejectedRules: { text: string }[] };
  }>(
    '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { proof { text citations { locator } } rejectedRules { text } } }',
  );
  const tree = (await page.locator('.tree').textContent()) ?? '';
  expect(coverage.proof.filter(({ text }) => !tree.includes(text))).toEqual([]);
  expect(await page.locator('.tree .cited').count()).toBeGreaterThanOrEqual(
    coverage.proof.filter(({ citations }) => citations.length > 0).length - 1,
  );
  const rejected = await page.locator('.rejected li > p').allTextContents();
  expect(coverage.rejectedRules.filter(({ text }) => !rejected.some((shown) => shown.includes(text)))).toEqual([]);
  const rule = page.locator('.tree li li').first();
  await page.locator('.tree summary').first().click();
  expect(await rule.isVisible()).toBe(false);
  clean(visitor);
});

test('the sources name place and date, and what each side says stands side by side', async () => {
  const visitor = await visit('#/answer/medicare-advantage/billing-code/cpt-97124');
  const { page } = visitor;
  const { coverage } = await ask<{
    coverage: {
      citations: { locator: string; source: { name: string } }[];
      disagreements: { title: string; positions: { says: string }[] }[];
    };
  }>(
    '{ coverage(plan: "medicare-advantage", of: { billingCode: "97124" }) { citations { locator source { name } } disagreements { title positions { says } } } }',
  );
  const sources = (await page.locator('.sources').textContent()) ?? '';
  expect(
    coverage.citations.filter(({ locator, source }) => !sources.includes(locator) || !sources.includes(source.name)),
  ).toEqual([]);
  expect(sources).toMatch(/checked \w+ \d+, 20\d\d/);
  expect(coverage.disagreements.length).toBeGreaterThan(0);
  for (const [index, { positions }] of coverage.disagreements.entries()) {
    expect(
      await page.locator('.disagreement').nth(index).locator('.position > p:first-of-type').allTextContents(),
    ).toEqual(positions.map(({ says }) => says));
  }
  clean(visitor);
});

test('the exact operation opens in GraphiQL and answers the same there', async () => {
  const visitor = await visit(`${massage}?met=prescribed,part-of-physical-therapy-program&${byTheArticle}`);
  const { page, asked } = visitor;
  const [explorer] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Open in GraphiQL' }).click(),
  ]);
  await explorer.locator('section.graphiql-query-editor').getByText('IsItCovered').first().waitFor();
  await explorer.getByRole('button', { name: /^Execute query/ }).click();
  await explorer.locator('section.result-window').getByText('"COVERED"').first().waitFor();
  expect(asked.filter((each) => each.includes('prescribed'))).toEqual([]);
  clean(visitor);
});

test('an unknown name is reported, with suggestions', async () => {
  const { page } = await visit('#/answer/tricare-prim/service/massage-therapy');
  expect(await page.getByRole('alert').textContent()).toContain('TRICARE Prime');
});
