/** `npm run diff:schema`: what clients of the committed schema would notice of the one in the working tree; exits 1 where a break is not in the changelog. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printSchema } from 'graphql';
import { schema } from '../src/schema/index.ts';
import { changes, unnamed } from './schema/changes.ts';
import { committed } from './schema/committed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [{ from, sdl }] = committed(root);
const found = changes(sdl, printSchema(schema));
const missing = unnamed(found, readFileSync(`${root}/CHANGELOG.md`, 'utf8'));
console.log(
  `Against ${from}: ${String(found.breaking.length)} breaking and ${String(found.dangerous.length)} dangerous changes.`,
);
for (const change of found.breaking)
  console.log(
    `breaking: ${change}${missing.includes(change) ? ' Name it in CHANGELOG.md, under Unreleased, in these words.' : ''}`,
  );
for (const change of found.dangerous) console.log(`dangerous: ${change}`);
process.exitCode = missing.length > 0 ? 1 : 0;
