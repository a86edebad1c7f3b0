/** The page is built from the sources as they are before it is tried. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function setup(): void {
  execFileSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../../src/web/build.ts', import.meta.url))],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
