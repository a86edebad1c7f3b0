/** A person who opens GraphiQL and presses its button gets an answer. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadValidGraph } from '../../src/store/validate-graph.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { exampleTabs } from '../../src/http/graphiql-tabs.ts';
import { schema } from '../../src/schema/index.ts';
import { ask, standIn } from '../helpers/fake-server.ts';

const graph = await loadValidGraph(
  await loadFolders({ data: [fileURLToPath(new URL('../../data', import.meta.url))], sources: [] }),
);
const { http } = standIn({ schema, current: () => ({ graph, loadedAt: '2026-11-23T00:00:00Z' }) });

test.each(exampleTabs)('%s is answered as it stands', async (name) => {
  const { data, errors } = await ask(
    http,
    readFileSync(new URL(`../../src/examples/${name}.graphql`, import.meta.url), 'utf8'),
  );
  expect(errors).toBeUndefined();
  expect(data).not.toBeNull();
});

test('the first asks what TRICARE Prime requires for massage', async () => {
  const { data } = await ask(
    http,
    readFileSync(new URL(`../../src/examples/${exampleTabs[0] ?? ''}.graphql`, import.meta.url), 'utf8'),
  );
  expect(data).toMatchObject({ coverage: { status: 'CONDITIONAL' } });
});
