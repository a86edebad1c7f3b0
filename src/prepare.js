/**
 * Builds after an install that brought the development tools. Where they were left out (`npm ci --omit=dev`) there is nothing
 * to build with, and what was built before is kept; without either, the install says what is missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

const run = (command) => {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

// npm start begins with exec, so that signals to npm reach the server and not a shell. Windows' shell has no such command.
if (process.platform === 'win32' && existsSync('node_modules/.bin'))
  writeFileSync('node_modules/.bin/exec.cmd', '@%*\r\n');

if (existsSync('node_modules/typescript') && existsSync('node_modules/tsx')) {
  run('tsx codegen.ts --ignored');
  run('npm run build');
} else if (!existsSync('dist/cli.js')) {
  process.stderr.write(
    'There is no dist here and nothing to build it with: run npm ci once with the development tools, then npm ci --omit=dev.\n',
  );
  process.exit(1);
}
