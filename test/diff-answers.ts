/** `npm run diff:answers -- REV`: which answers the data of the working tree gives otherwise than that of a git revision, and which rules make the difference. */
import { fileURLToPath } from 'node:url';
import { report } from './diff/report.ts';

const [revision, ...more] = process.argv.slice(2);
const root = process.env['REPOSITORY'] ?? fileURLToPath(new URL('..', import.meta.url));
if (revision === undefined || more.length > 0) {
  console.error('Name one revision of git: npm run diff:answers -- main');
  process.exitCode = 1;
} else {
  const { lines, failed } = await report(root, revision);
  (failed ? console.error : console.log)(lines.join('\n'));
  process.exitCode = failed ? 1 : 0;
}
