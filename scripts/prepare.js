/**
 * The npm script `prepare`, which runs after every `npm ci` and builds `dist`. The build needs ordinary dependencies only,
 * so this also works after `npm ci --omit=dev`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

// `npm start` uses the shell's exec, so that a signal to npm reaches the server. The shell of Windows has no such command.
if (process.platform === 'win32' && existsSync('node_modules/.bin'))
  writeFileSync('node_modules/.bin/exec.cmd', '@%*\r\n');

const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' });
process.exitCode = status ?? 1;
