/** Five parts: `main` needs what `npm ci` brought, `browser` a Chromium beside it, `gateway` the packages of test/federation/gateway, `postgres` a PostgreSQL and a HAProxy; `long` takes minutes and is not in `npm test`. Every test file is in exactly one. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const browser = 'test/browser/**/*.test.ts';
const gateway = 'test/**/*.gateway.test.ts';
const postgres = ['test/**/*.postgres.test.ts', 'test/integration/postgres/**/*.test.ts'];
/** Too long for `npm test`; `npm run test:long` runs them. */
const long = 'test/long/**/*.test.ts';
/** graphql 16 comes twice, as CommonJS and as modules; Node takes the first for everybody, and so must what is tested. */
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, browser, gateway, ...postgres, long],
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'long', include: [long], testTimeout: 180_000 } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browser],
          globalSetup: 'test/browser/built.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'gateway', include: [gateway], testTimeout: 60_000, hookTimeout: 90_000, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: postgres,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
