/** The data satisfies every constraint. Passages are compared with the original texts if those are present. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { validateGraph } from '../../src/store/validate-graph.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';

const originals = fileURLToPath(new URL('../../../shared/sources', import.meta.url));

it('breaks no law', async () => {
  const loaded = await loadFolders({
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: existsSync(originals) ? [originals] : [],
  });
  const { problems, warnings } = await validateGraph(loaded);
  expect([...problems, ...warnings].map(printProblem)).toEqual([]);
});
