/**
 * Runs after every `npm ci` and builds `dist`. Everything that the build needs is an ordinary dependency, so it also works
 * after `npm ci --omit=dev`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

// npm start begins with exec, so that signals to npm reach the server and not a shell. Windows' shell has no such command.
if (process.platform === 'win32' && existsSync('node_modules/.bin'))
  writeFileSync('node_modules/.bin/exec.cmd', '@%*\r\n');

const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' });
process.exitCode = status ?? 1;
