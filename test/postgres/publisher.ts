/** A publisher as a process, to be killed: publishes the own data with TRICARE Prime under the name given. */
import { openDatabase } from '../../src/store/postgres/database.ts';
import { renamed } from './published.ts';

const store = openDatabase(process.env['DATABASE_URL'] ?? '', 'to write');
await store.publish(renamed(process.argv[2] ?? ''));
await store.close();
