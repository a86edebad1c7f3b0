/** The README's answer is the server's. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphqlSync } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../src/schema/index.ts';
import { loadFolders } from '../src/store/folders.ts';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const readme = readFileSync(path('README.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

it('gives the answer that the README shows to the question that it shows', async () => {
  const { graph } = await loadFolders({ data: [path('data')], sources: [] });
  if (!graph) throw new Error('the data is unsound');
  const { data, errors } = graphqlSync({ schema, source: block('graphql'), contextValue: { graph, today: '2026-11-23', loadedAt: '2026-11-23T00:00:00Z' } });
  expect(errors).toBeUndefined();
  expect(JSON.parse(block('json'))).toEqual(JSON.parse(JSON.stringify(data)));
});
