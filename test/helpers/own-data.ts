/** The project's own data as files in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../data');

/** By paths that begin with `data/`; read once, so that every comparison is with the same data. */
export const ownData: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|md)$/.test(name))
    .sort()
    .map((name) => [`data/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name), 'utf8')]),
);
