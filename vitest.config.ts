/**
 * The projects of the tests. Every test file belongs to exactly one of them:
 *
 * - `unit` (`npm test`): needs only what `npm ci` installed.
 * - `integration` (`npm run test:all`): starts processes, builds, or repeats work for many seconds.
 * - `browser`, `gateway`, `postgres` (`npm run test:all`): need Chromium, the packages of test/federation/gateway, or
 *   PostgreSQL and HAProxy.
 * - `long` (`npm run test:long`): takes minutes.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const browser = ['test/browser/**/*.test.ts'];
const gateway = ['test/**/*.gateway.test.ts'];
const postgres = ['test/**/*.postgres.test.ts', 'test/integration/postgres/**/*.test.ts'];
const long = ['test/long/**/*.test.ts'];
const integration = [
  'test/acceptance/renaming.test.ts',
  'test/build.test.ts',
  'test/cli/commands.test.ts',
  'test/cli/new.test.ts',
  'test/clients/typed-documents.test.ts',
  'test/diff/**/*.test.ts',
  'test/engine/derivations.test.ts', // replaces a module, which needs isolation
  'test/fuzz/**/*.test.ts',
  'test/http/cost.test.ts',
  'test/importers/plan-compare-rows.test.ts', // loads 5,044 plans
  'test/mutations/**/*.test.ts',
  'test/schema/matrix.test.ts',
  'test/server/**/*.test.ts',
  'test/store/compiled.test.ts',
  'test/verify/faulty-wording.test.ts', // replaces a module, which needs isolation
  'test/verify/verify.test.ts',
];

/**
 * The CommonJS build of graphql, which Node loads for every package. Vite would load the ES modules for this project's own
 * imports, and graphql refuses to work with objects of its second copy.
 */
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...integration, ...browser, ...gateway, ...postgres, ...long],
          // Test files share the modules that are loaded already, which saves about half of the time. So a file must not
          // replace modules (vi.mock) or leave globals changed; a file that has to belongs to `integration`.
          pool: 'threads',
          isolate: false,
          // Only stops tests that hang: a busy machine may take many times longer than a quiet one.
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'integration', include: integration, testTimeout: 120_000 } },
      { extends: true, test: { name: 'long', include: long, testTimeout: 180_000 } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: 'test/browser/built.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'gateway', include: gateway, testTimeout: 60_000, hookTimeout: 90_000, fileParallelism: false },
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
