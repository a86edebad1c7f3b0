/** A server that answers known documents only answers its own page in every view; a page of another build is answered by one that takes texts. */
import { expect, test } from 'vitest';
import { arrived, clean, massage, site } from './site.ts';

const closed = site({ trustedOnly: true });
const open = site();
const views: readonly (readonly [hash: string, shows: string])[] = [
  ['#/', 'TRICARE Prime'],
  ['#/ask?q=does%20tricare%20prime%20cover%20massage', 'TRICARE Prime'],
  [massage, 'Massage therapy'],
  ['#/matrix', 'Medigap'],
  ['#/walk/service/massage-therapy', 'Massage therapy'],
  ['#/curator', 'Gaps and conflicts'],
];

test.each(views)('%s is answered', async (hash, shows) => {
  const watched = await closed.visit(hash);
  // The table fetches its rows in parts after it has arrived.
  await watched.page.locator('main').filter({ hasText: shows }).waitFor();
  const text = await watched.page.locator('main').innerText();
  expect(text).toContain(shows);
  expect(text).not.toMatch(/known documents|does not answer|went wrong/);
  clean(watched);
});

test('a page that the server does not know by its ids sends its texts', async () => {
  const watched = await open.visit('#/curator');
  await watched.page.route('**/graphql', async (route) => {
    await (route.request().postData()?.includes('documentId') === true
      ? route.fulfill({ status: 400, json: { errors: [{ message: 'No document of this id is known here.' }] } })
      : route.continue());
  });
  await watched.page.goto(`${open.address()}/${massage}`);
  await arrived(watched.page);
  expect(await watched.page.locator('main').innerText()).toContain('Massage therapy');
});

test('and a text is not', async () => {
  const response = await fetch(`${closed.address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  expect(response.status).toBe(403);
});
