/**
 * Runs after every `npm ci` and builds `dist`. Everything that the build needs is an ordinary dependency, so it also works
 * after `npm ci --omit=dev`.
 */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' });
process.exitCode = status ?? 1;
