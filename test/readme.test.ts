/** What the README shows is what is there: examples, answers, commands and their exit codes. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../src/schema/index.ts';
import { loadFolders } from '../src/store/folders.ts';
import { run } from './cli/terminal.ts';
import { byIntent, outsideQuestions, ownQuestions, score } from './golden/asked.ts';
import { graph as data } from './golden/ask.ts';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const readme = readFileSync(path('README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
const examples = new Map(
  readdirSync(path('src/examples'))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => [readFileSync(path(`src/examples/${name}`), 'utf8'), name]),
);

it('gives the answer that the README shows to the question that it shows', async () => {
  const { graph } = await loadFolders({ data: [path('data')], sources: [] });
  if (!graph) throw new Error('the data is unsound');
  const { data, errors } = graphqlSync({
    schema,
    source: blocks('graphql')[0] ?? '',
    contextValue: { graph, today: '2026-11-23', loadedAt: '2026-11-23T00:00:00Z' },
  });
  expect(errors).toBeUndefined();
  expect(JSON.parse(blocks('json')[0] ?? '')).toEqual(JSON.parse(JSON.stringify(data)));
});

it('shows operations only as they stand in src/examples', () => {
  expect(blocks('graphql').length).toBeGreaterThan(0);
  expect(blocks('graphql').filter((text) => !examples.has(text))).toEqual([]);
});

it('links to GraphiQL with an example in the address, encoded and whole', () => {
  const links = [...readme.matchAll(/\]\((http:\/\/127\.0\.0\.1:4000\/graphql\?[^)]*)\)/g)].map(
    ([, link]) => new URL(link ?? ''),
  );
  expect(links.map(({ searchParams }) => [...searchParams.keys()])).toEqual([['query']]);
  expect(links.map(({ searchParams }) => examples.get(searchParams.get('query') ?? ''))).toEqual([
    'what-does-tricare-prime-require-for-massage.graphql',
  ]);
});

const commands = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line.startsWith('npx --no covergraph '));
describe('the command', () => {
  it('is shown five times', () => {
    expect(commands).toHaveLength(5);
  });

  it.each(commands)('%s is answered', async (line) => {
    const { code, err } = await run(line.split(' ').slice(3));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

it('names the exit codes that --help names', async () => {
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  const help = plain((await run(['--help'])).out);
  const rows = [...readme.matchAll(/^\| (\d) +\| ([^:|]*)/gm)].map(
    ([, code, when]) => `${code ?? ''} ${(when ?? '').trim()}`,
  );
  expect(rows.map((row) => row[0])).toEqual(['0', '1', '2']);
  for (const row of rows) expect(help).toContain(row);
});

it('tells how well plain English is understood as it is', () => {
  const [own, outside] = [ownQuestions(), outsideQuestions()].map((questions) =>
    byIntent(questions.map((expected) => score(data, expected))),
  );
  const told = (row: { asked: number; right: number } | undefined): string =>
    row ? `${String(row.right)} of ${String(row.asked)}` : '';
  const rows = [...readme.matchAll(/^\| ([A-Z_]+|no answer owed|all) +\| ([^|]*) \| ([^|]*) \|$/gm)].map(
    ([, intent = '', first = '', second = '']) => [intent, first.trim(), second.trim()],
  );
  expect(rows.length).toBe(17);
  for (const [intent = '', first, second] of rows)
    expect([intent, first, second]).toEqual([intent, told(own?.get(intent)), told(outside?.get(intent))]);
});
