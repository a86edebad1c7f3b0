/** What the database tests need in addition to the program. */
import { existsSync } from 'node:fs';
import { binaries } from './postgres.ts';

/** Where Debian puts it, or where HAPROXY says. */
export const haproxy = process.env['HAPROXY'] ?? '/usr/sbin/haproxy';

export const lacksPostgres: string | null =
  binaries === null
    ? 'a PostgreSQL in /usr/lib/postgresql (or where POSTGRES_BIN says)'
    : !existsSync(haproxy)
      ? `a HAProxy at ${haproxy} (or where HAPROXY says)`
      : !existsSync('dist/cli.js')
        ? 'dist (npm run build)'
        : null;
