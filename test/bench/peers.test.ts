/** The bench's own honesty: peers pinned, set up as their own pages say, on the one graphql that all share. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'peers');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };

describe('the peers of the bench', () => {
  test.each(['mercurius.js', 'apollo.js', 'yoga.js'])(
    '%s names the page of its documentation that it follows',
    (name) => {
      expect(read(name).split('*/')[0]).toMatch(/https:\/\/(mercurius\.dev|www\.apollographql\.com|the-guild\.dev)\//);
    },
  );
  test('every server in the folder is measured', () => {
    const servers = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'served.js');
    const bench = readFileSync(join(import.meta.dirname, 'bench.ts'), 'utf8');
    expect(servers.length).toBe(5);
    expect(servers.filter((name) => !bench.includes(`'${name}'`))).toEqual([]);
  });
  test('each is pinned to one version', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
  test('no graphql of their own, and no word of where packages came from', () => {
    expect(Object.keys(lock.packages)).not.toContain('node_modules/graphql');
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(existsSync(join(folder, 'node_modules/graphql'))).toBe(false);
  });
});
