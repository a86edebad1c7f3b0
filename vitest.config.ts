/** Two parts: `main` needs what `npm ci` brought, `browser` needs a Chromium beside it. Every test file is in exactly one. */
import { createRequire } from 'node:module';
import { configDefaults, defineConfig } from 'vitest/config';

const browser = 'test/browser/**/*.test.ts';
/** graphql 16 comes twice, as CommonJS and as modules; Node takes the first for everybody, and so must what is tested. */
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    projects: [
      { extends: true, test: { name: 'main', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, browser], testTimeout: 30_000 } },
      { extends: true, test: { name: 'browser', include: [browser], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
