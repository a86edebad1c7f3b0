/** The flags of `covergraph import`, as they reach the importer. */
import { expect, test } from 'vitest';
import type { Importing } from '../../src/cli/ports.ts';
import { run } from '../helpers/terminal.ts';

/** What the command asks the importer for, or its exit code and message. */
async function asked(...argv: string[]): Promise<unknown> {
  const imports: Importing[] = [];
  const { code, out, err } = await run(['import', ...argv], {
    importFeed: (importing) => {
      imports.push(importing);
      return Promise.resolve(['the summary']);
    },
  });
  return code === 0 ? [imports, out] : [code, err];
}

const FOLDERS = ['--from', 'files', '--to', 'pack'];

test.each([
  [['cms-pbp', '--year', '2027', ...FOLDERS], { feed: 'cms-pbp', year: 2027, keepTexts: false, compress: false }],
  [
    ['cms-pbp', '--year', '2027', ...FOLDERS, '--keep-texts'],
    { feed: 'cms-pbp', year: 2027, keepTexts: true, compress: false },
  ],
  [['marketplace-puf', ...FOLDERS], { feed: 'marketplace-puf', year: 0, keepTexts: false, compress: false }],
  [
    ['marketplace-puf', ...FOLDERS, '--keep-texts'],
    { feed: 'marketplace-puf', year: 0, keepTexts: true, compress: false },
  ],
  [
    ['marketplace-puf', ...FOLDERS, '--compress'],
    { feed: 'marketplace-puf', year: 0, keepTexts: false, compress: true },
  ],
  [
    ['plan-compare', '--year', '2026', ...FOLDERS, '--via', 'saved-pages', '--edition', 'pages of January'],
    {
      feed: 'plan-compare',
      year: 2026,
      keepTexts: false,
      compress: false,
      via: 'saved-pages',
      edition: 'pages of January',
    },
  ],
])('import %j', async (argv, importing) => {
  expect(await asked(...argv)).toEqual([[{ ...importing, from: 'files', to: 'pack' }], 'the summary\n']);
});

test('a year that is none is refused', async () => {
  expect(await asked('cms-pbp', '--year', '27', ...FOLDERS)).toEqual([
    2,
    expect.stringContaining('--year is "27", which is not a contract year. Give a year such as 2027.'),
  ]);
});
