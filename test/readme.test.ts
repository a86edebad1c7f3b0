/** What the README and the pages on the command line and on plain English show is what the program does. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../src/schema/index.ts';
import { loadFolders } from '../src/store/folders.ts';
import { run } from './helpers/terminal.ts';
import { byIntent, outsideQuestions, ownQuestions, score } from './helpers/ask-accuracy.ts';
import { graph as data } from './helpers/curated-data.ts';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const readme = readFileSync(path('README.md'), 'utf8');
const commandLine = readFileSync(path('docs/command-line.md'), 'utf8');
const plainEnglish = readFileSync(path('docs/plain-english.md'), 'utf8');
const blocks = (language: string, page = readme): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text ?? '');
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

it('shows only operations of src/examples, unchanged', () => {
  expect(blocks('graphql').length).toBeGreaterThan(0);
  expect(blocks('graphql').filter((text) => !examples.has(text))).toEqual([]);
});

it('links to GraphiQL with an example in the address, encoded and whole', () => {
  const links = [...readme.matchAll(/\]\((http:\/\/127\.0\.0\.1:4000\/graphql\?[^)]*)\)/g)].map(
    ([, link]) => new URL(link ?? ''),
  );
  expect(links.map(({ searchParams }) => [...searchParams.keys()])).toEqual([['query']]);
  expect(links.map(({ searchParams }) => examples.get(searchParams.get('query') ?? ''))).toEqual([
    'does-tricare-prime-cover-massage.graphql',
  ]);
});

const commandsOf = (page: string): string[] =>
  blocks('sh', page)
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx --no covergraph '));
const commands = [readme, commandLine, plainEnglish].flatMap(commandsOf);
describe('the command', () => {
  it('is found in each of the three pages', () => {
    for (const page of [readme, commandLine, plainEnglish]) expect(commandsOf(page)).not.toEqual([]);
  });

  it.each(commands)('%s is answered', async (line) => {
    const { code, err } = await run(line.split(' ').slice(3));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

it('names the exit codes that --help names', async () => {
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  const help = plain((await run(['--help'])).out);
  const rows = [...commandLine.matchAll(/^\| (\d) +\| ([^:|]*)/gm)].map(
    ([, code, when]) => `${code ?? ''}: ${(when ?? '').trim()}`,
  );
  expect(rows.map((row) => row[0])).toEqual(['0', '1', '2']);
  for (const row of rows) expect(help).toContain(row);
});

it('states the measured figures of how well plain English is understood', () => {
  const [own, outside] = [ownQuestions(), outsideQuestions()].map((questions) =>
    byIntent(questions.map((expected) => score(data, expected))),
  );
  const formatRow = (row: { asked: number; right: number } | undefined): string =>
    row ? `${String(row.right)} of ${String(row.asked)}` : '';
  const rows = [...plainEnglish.matchAll(/^\| ([A-Z_]+|no answer owed|all) +\| ([^|]*) \| ([^|]*) \|$/gm)].map(
    ([, intent = '', first = '', second = '']) => [intent, first.trim(), second.trim()],
  );
  expect(rows.length).toBe(17);
  for (const [intent = '', first, second] of rows)
    expect([intent, first, second]).toEqual([intent, formatRow(own?.get(intent)), formatRow(outside?.get(intent))]);
});

it('says how many plans, services and sources there are', () => {
  const { plans, services, sources } = data;
  const sizes = `${String(plans.size)} plans, ${String(services.size)} services and ${String(sources.size)} sources`;
  expect(readme.replace(/\s+/g, ' ')).toContain(sizes);
});
