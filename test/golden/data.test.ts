/** The data keeps every law, its words held against the originals where they are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { engineLaws } from '../../src/engine/laws.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { graph } from './ask.ts';

const originals = fileURLToPath(new URL('../../../shared/sources', import.meta.url));

it('breaks no law', async () => {
  const { problems } = await loadFolders({
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: existsSync(originals) ? [originals] : [],
  });
  expect(problems.map(printProblem)).toEqual([]);
  expect(engineLaws(graph)).toEqual([]);
});
