/**
 * The data that comes with the program: the curated folder `data` and the packs in `packs`, with the snapshots that the
 * build made of them. Without a build, in development, it is the curated folder alone, because no snapshot is there and
 * a start would read and check every plan of the packs.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SnapshotPlace } from './store/snapshot-loader.ts';

/** A digest of the program, which the build writes into it. There is none when the sources run directly, in development. */
declare const PROGRAM_DIGEST: string | undefined;
/** A digest of the program; "sources" without a build. */
export const program = typeof PROGRAM_DIGEST === 'undefined' ? 'sources' : PROGRAM_DIGEST;

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The folder of the program. */
export const PROGRAM_FOLDER = pathOf('..');
/** The folder of the curated data. */
export const OWN_DATA = pathOf('../data');
/** The folders of the packs that are loaded with it, in order of name. */
export const OWN_PACKS: readonly string[] = program === 'sources' ? [] : packsIn(pathOf('../packs'));

/** The snapshots that the build wrote: of the curated data with the packs, and of the curated data alone. */
export const SNAPSHOTS: readonly SnapshotPlace[] = [
  ...(OWN_PACKS.length === 0 ? [] : [{ file: pathOf('./packs.snapshot'), folders: [OWN_DATA, ...OWN_PACKS] }]),
  { file: pathOf('./data.snapshot'), folders: [OWN_DATA] },
];

/** The folders within a folder, in order of name; none if it does not exist. */
export function packsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}
