/**
 * Ends the process with a message if the program is not built, as after `npm ci --ignore-scripts`. The npm scripts that run
 * the program load this first; a script `prestart` would be skipped with the setting ignore-scripts of npm.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'dist');
const missing = ['cli.js', 'signals.js', 'start.js', 'program.js'].filter((name) => !existsSync(join(dist, name)));
if (missing.length > 0) {
  process.stderr.write(
    `Covergraph is not built: dist has no ${missing.join(', ')}. To build it, run: npm run build\n` +
      '(npm ci builds it as well, unless it runs with --ignore-scripts or the setting ignore-scripts.)\n',
  );
  process.exit(1);
}
