/** Imports in a folder of their own, and the graph of the project's data together with the pack. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { Importer } from '../../src/importers/importer.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { at } from '../schema/ask.ts';

export const fixture = (name: string): string => at(`test/importers/fixtures/${name}`);
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A folder that goes when the tests of the file are over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  made.push(folder);
  return folder;
}

/** Imports into `pack` of a scratch folder. */
export async function imported(
  feed: Importer,
  from: string,
  readOn = '2026-11-23',
  into = scratch(),
): Promise<{ pack: string; lines: string[] }> {
  const pack = join(into, 'pack');
  return { pack, lines: await runImport(feed, { from, to: pack, readOn, progress: () => undefined }) };
}

/** The project's data and the pack; fails with every problem, also those that only reasoning shows. */
export async function graphWith(pack: string): Promise<Graph> {
  const { graph, problems, locate } = await loadFolders({ data: [at('data'), pack], sources: [] });
  const all = [...problems, ...(graph ? engineConstraints(graph).map(locate) : [])];
  if (!graph || all.length > 0) throw new Error(all.map(printProblem).join('\n'));
  return graph;
}

/** Every file of a pack by its path, with its bytes as text. */
export function bytesOf(pack: string): Record<string, string> {
  const names = readdirSync(pack, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((name) => [name.slice(pack.length + 1), readFileSync(name, 'latin1')]));
}
