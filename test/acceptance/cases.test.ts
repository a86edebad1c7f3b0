/** Every curated rule is tried: it decides a case, and each of its conditions is seen true, false and unknown in one. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadFolders } from '../../src/store/folders.ts';
import { graphOf } from '../engine/world.ts';
import { neverTried } from '../reports/tried.ts';

it('every rule decides a case, and every condition is true, false and unknown in some case', async () => {
  const { graph } = await loadFolders({ data: [fileURLToPath(new URL('../../data', import.meta.url))], sources: [] });
  if (!graph) throw new Error('the data is unsound');
  expect(neverTried(graph, '2026-11-23')).toEqual([]);
});

it('reports a rule that decides no case, and a condition that is never true, false or unknown', () => {
  const graph = graphOf({ grant: { covered: 'massage', when: 'c1' } });
  expect(neverTried(graph, '2026-11-23')).toEqual([
    'plan/grant decides no case',
    'plan/grant: no case in which c1 is true',
    'plan/grant: no case in which c1 is false',
    'plan/grant: no case in which c1 is unknown',
  ]);
});
