/** The table, the comparison, the page of an entry and the page for curators show everything that the API answers. */
import { expect, test } from 'vitest';
import { arrived, clean, site } from './site.ts';

const { visit, ask } = site();

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
}

test('the table has every plan, narrows by name, kind and answer, and each cell leads to its answer', async () => {
  const visitor = await visit('#/matrix?of=service/massage-therapy');
  const { page } = visitor;
  const { plans } = await ask<{ plans: Connection<{ slug: string }> }>(
    '{ plans(first: 100) { totalCount nodes { slug } } }',
  );
  await page.getByText(`${String(plans.totalCount)} of ${String(plans.totalCount)} plans`).waitFor();
  const { coverageMatrix } = await ask<{ coverageMatrix: { rows: { cells: { status: string }[] }[] } }>(
    'query($plans: [String!]!) { coverageMatrix(plans: $plans, of: [{ service: "massage-therapy" }]) { rows { cells { status } } } }',
    { plans: plans.nodes.map(({ slug }) => slug) },
  );
  const notCovered = coverageMatrix.rows.filter(({ cells }) => cells[0]?.status === 'NOT_COVERED').length;
  expect(notCovered).toBeGreaterThan(0);
  await page.getByLabel('With an answer').selectOption('NOT_COVERED');
  await page.getByText(`${String(notCovered)} of ${String(plans.totalCount)} plans`).waitFor();
  expect(page.url()).toContain('status=NOT_COVERED');
  await page.getByLabel('With an answer').selectOption('');
  await page.getByLabel('Plans named').fill('tricare select');
  await page.getByText(`1 of ${String(plans.totalCount)} plans`).waitFor();
  await page.locator('tbody td a .status').click();
  await page.locator('.verdict').waitFor();
  expect(await page.locator('h1').textContent()).toBe('Massage therapy under TRICARE Select');
  await page.goBack();
  expect(await page.getByLabel('Plans named').inputValue()).toBe('tricare select');
  clean(visitor);
});

test('the comparison of two plans shows only what differs', async () => {
  const visitor = await visit('#/matrix?of=billing-code/cpt-97124');
  const { page } = visitor;
  for (const name of ['Medicare Advantage', 'TRICARE Prime']) {
    await page.getByLabel('Plans named').fill(name);
    await page.getByLabel(`Mark ${name} to compare`, { exact: true }).check();
  }
  await page.getByRole('link', { name: 'Compare the 2 marked plans' }).click();
  await page.locator('.compare .differences tbody tr').first().waitFor();
  const { comparePlans } = await ask<{
    comparePlans: { differences: { aspect: string; values: { text: string }[] }[]; shared: { text: string }[] };
  }>(
    '{ comparePlans(plans: ["medicare-advantage", "tricare-prime"], of: { billingCode: "97124" }) { differences { aspect values { text } } shared { text } } }',
  );
  const expected = comparePlans.differences.filter(({ aspect }) => aspect !== 'STATUS');
  const rows = page.locator('.compare .differences tbody tr');
  expect(await rows.count()).toBe(expected.length + 1);
  for (const [index, { values }] of expected.entries()) {
    const row = ((await rows.nth(index + 1).textContent()) ?? '').toLowerCase();
    expect(values.filter(({ text }) => !row.includes(text.toLowerCase()))).toEqual([]);
    expect(new Set(values.map(({ text }) => text)).size).toBeGreaterThan(1);
  }
  clean(visitor);
});

test('a fact in the comparison of two plans changes both answers', async () => {
  const visitor = await visit('#/compare?plans=medicare-advantage,tricare-prime&of=billing-code/cpt-97124');
  const { page } = visitor;
  const { comparePlans } = await ask<{
    comparePlans: { determinations: { missing: { slug: string; question: string }[] }[] };
  }>(
    '{ comparePlans(plans: ["medicare-advantage", "tricare-prime"], of: { billingCode: "97124" }) { determinations { missing { slug question } } } }',
  );
  const [asked] = comparePlans.determinations.flatMap(({ missing }) => missing);
  if (asked === undefined) throw new Error('nothing is missing');
  await page.getByRole('group', { name: asked.question }).getByRole('radio', { name: 'No', exact: true }).check();
  await page.waitForURL(new RegExp(`unmet=${asked.slug}`));
  await arrived(page);
  expect(
    await page.getByRole('group', { name: asked.question }).getByRole('radio', { name: 'No', exact: true }).isChecked(),
  ).toBe(true);
  const given = await ask<{ comparePlans: { determinations: { summary: string }[] } }>(
    'query($unmet: [String!]) { comparePlans(plans: ["medicare-advantage", "tricare-prime"], of: { billingCode: "97124" }, given: { unmet: $unmet }) { determinations { summary } } }',
    { unmet: [asked.slug] },
  );
  expect(await page.locator('.compare .differences tbody tr').first().locator('td > p').allTextContents()).toEqual(
    given.comparePlans.determinations.map(({ summary }) => summary),
  );
  clean(visitor);
});

test.each([
  'plan/tricare-prime',
  'service/massage-therapy',
  'billing-code/cpt-97124',
  'technique/petrissage',
  'territory/us',
  'condition/prescribed',
  'source/medicare-massage-article',
])('around %s, the picture and the list name the same entries', async (entry) => {
  const visitor = await visit(`#/walk/${entry}`);
  const { page } = visitor;
  await page.locator('.frame svg').waitFor();
  const addresses = async (within: string): Promise<string[]> =>
    [
      ...new Set(
        await page.locator(within).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
      ),
    ]
      .filter((href) => href !== `#/walk/${entry}`)
      .sort();
  const drawn = await addresses('.frame svg a');
  const listed = await addresses('section[aria-labelledby="around"] > details > ul > li > a');
  expect(drawn.length).toBe(Math.min(36, listed.length));
  expect(drawn.filter((href) => !listed.includes(href))).toEqual([]);
  clean(visitor);
});

test('in the picture the arrow keys go to the entry in their direction, and Enter opens it', async () => {
  const visitor = await visit('#/walk/service/massage-therapy');
  const { page } = visitor;
  await page.locator('.dot.center').focus();
  const focused = async (): Promise<{ x: number; name: string }> =>
    page.evaluate(() => ({
      x: document.activeElement?.getBoundingClientRect().x ?? 0,
      name: document.activeElement?.getAttribute('href') ?? '',
    }));
  const middle = await focused();
  await page.keyboard.press('ArrowRight');
  const right = await focused();
  expect(right.x).toBeGreaterThan(middle.x);
  await page.keyboard.press('ArrowLeft');
  expect((await focused()).x).toBeLessThan(right.x);
  await page.keyboard.press('ArrowRight');
  const { name } = await focused();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash === name);
  await arrived(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Massage therapy' }).waitFor();
  clean(visitor);
});

test('the curator sees the claims, the oldest sources, every disagreement and every pair that no source states', async () => {
  const visitor = await visit('#/curator');
  const { page } = visitor;
  const { dataset, disagreements, plans, services } = await ask<{
    dataset: { completeness: { text: string }[] };
    disagreements: Connection<{ title: string }>;
    plans: Connection<{ slug: string }>;
    services: Connection<{ slug: string }>;
  }>(
    '{ dataset { completeness { text } } disagreements(first: 20) { totalCount nodes { title } } plans(first: 100) { totalCount nodes { slug } } services(first: 100) { totalCount nodes { slug } } }',
  );
  const { coverageMatrix } = await ask<{ coverageMatrix: { rows: { cells: { status: string }[] }[] } }>(
    'query($plans: [String!]!, $of: [SubjectInput!]!) { coverageMatrix(plans: $plans, of: $of) { rows { cells { status } } } }',
    { plans: plans.nodes.map(({ slug }) => slug), of: services.nodes.map(({ slug }) => ({ service: slug })) },
  );
  const open = coverageMatrix.rows.flatMap(({ cells }) => cells).filter(({ status }) => status === 'NOT_STATED').length;
  await page
    .getByText(
      `${open.toLocaleString('en-US')} of ${(plans.totalCount * services.totalCount).toLocaleString('en-US')} plan and service pairs checked`,
    )
    .waitFor();
  const claims = await page.locator('.claim').allTextContents();
  expect(dataset.completeness.length).toBeGreaterThan(0);
  expect(dataset.completeness.filter(({ text }) => !claims.some((claim) => claim.includes(text)))).toEqual([]);
  expect(await page.locator('.disagreement h3').allTextContents()).toEqual(
    disagreements.nodes.map(({ title }) => title),
  );
  await page.getByText(`${disagreements.totalCount.toLocaleString('en-US')} in all`).waitFor();
  await page.getByRole('heading', { name: 'Stale citations' }).waitFor();
  clean(visitor);
});

test('a list that fails to load on the page for curators says so, and never that it is empty', async () => {
  const { page } = await visit('#/');
  let isFailing = true;
  await page.route('**/graphql', (route) => (isFailing ? route.abort() : route.continue()));
  await page.evaluate(() => {
    location.hash = '#/curator';
  });
  const unknown = page.getByText('The sources could not be loaded, so we do not know which were checked too long ago.');
  await unknown.waitFor();
  expect(await page.getByText('No source was checked too long ago.').count()).toBe(0);
  const disagreements = page.locator('section', {
    has: page.getByRole('heading', { name: 'Where the sources disagree' }),
  });
  await disagreements.getByText('The server does not answer.').waitFor();
  isFailing = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  const { sources } = await ask<{ sources: Connection<{ isStale: boolean }> }>(
    '{ sources(first: 100) { totalCount nodes { isStale } } }',
  );
  const stale = sources.nodes.filter(({ isStale }) => isStale).length;
  const verdict = stale === 0 ? 'No source was checked too long ago.' : /checked too long ago: what cites them/;
  await page.getByText(verdict).waitFor();
  expect(await unknown.count()).toBe(0);
});

test('a pair of plan and service whose answer fails to load is not counted as checked', async () => {
  const { page } = await visit('#/');
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await (text.includes('"coverageMatrix"') ? route.abort() : route.fulfill({ response, body: text }));
  });
  await page.evaluate(() => {
    location.hash = '#/curator';
  });
  await page.getByText('The rest could not be checked.').waitFor();
  await page.getByText('0 of 0 plan and service pairs checked').waitFor();
});
