/** The data keeps every law, its words held against the originals where they are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { examined } from '../../src/store/loading.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';

const originals = fileURLToPath(new URL('../../../shared/sources', import.meta.url));

it('breaks no law', async () => {
  const loaded = await loadFolders({
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: existsSync(originals) ? [originals] : [],
  });
  const { problems, warnings } = await examined(loaded);
  expect([...problems, ...warnings].map(printProblem)).toEqual([]);
});
