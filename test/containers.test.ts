/** The Containerfile copies what exists and what the build needs, and its health check and that of compose.yaml work. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { healthRoutes } from '../src/http/health.ts';
import { listening } from './helpers/fake-server.ts';
import { graph, real } from './helpers/real-server.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};
const { proxy, ...replicas } = compose.services;

const instructions = (name: string): string[] =>
  read('Containerfile')
    .split('\n')
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));

/** The sources of each COPY from the folder of the build, not from another stage. */
const copied = instructions('COPY')
  .filter((line) => !line.startsWith('--from='))
  .flatMap((line) => line.split(' ').slice(0, -1));

/** Serves the health addresses and resolves to the port. */
async function portOf(isLeaving: boolean): Promise<string> {
  const status = {
    current: () => ({ graph, loadedAt: '2026-11-23T00:00:00Z' }),
    lastReload: () =>
      ({ at: '2026-11-23T00:00:00Z', outcome: 'LOADED', dataVersion: graph.version, problems: [] }) as const,
    isLeaving: () => isLeaving,
  };
  return new URL(await listening(real({ routes: healthRoutes(status, null) }).http)).port;
}

/** Runs the command of a health check as the container would, and resolves to its exit code. */
async function exitCode(
  [program = '', ...flags]: readonly string[],
  env: Readonly<Record<'PORT' | 'ADMIN_PORT', string>> | { readonly PORT: string },
): Promise<unknown> {
  const child = spawn(program === 'node' ? process.execPath : program, flags, { env: { ...env }, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as unknown[];
  return code;
}

describe('the Containerfile', () => {
  test('copies files that exist and that .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  test('copies every folder whose scripts run while npm ci installs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const run = Array.from(`${scripts['prepare'] ?? ''} ${scripts['build'] ?? ''}`.matchAll(/(\w+)\/[\w/.-]+\.[jt]s/g));
    expect(run.map(([path]) => path)).toEqual(['scripts/prepare.js', 'scripts/build.ts', 'src/web/build.ts']);
    expect(run.filter(([, folder = '']) => !copied.includes(folder))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  test('builds each replica from the Containerfile, and starts the proxy once they are healthy', () => {
    expect(Object.keys(replicas).length).toBeGreaterThan(1);
    for (const { build, user } of Object.values(replicas)) {
      expect(existsSync(join(root, build?.context ?? '', build?.dockerfile ?? 'missing'))).toBe(true);
      expect(user).toBe('node');
    }
    expect(proxy?.depends_on).toEqual(
      Object.fromEntries(Object.keys(replicas).map((name) => [name, { condition: 'service_healthy' }])),
    );
  });
});

test('compose.yaml asks for health at the port of the operator, which the proxy does not pass on', () => {
  const ports = new Set(Object.values(replicas).map(({ environment }) => environment?.['ADMIN_PORT']));
  expect([...ports]).toEqual(['4001']);
  const { content } = compose.configs['caddyfile'] ?? { content: '' };
  expect(content).toContain('health_port 4001\n');
  expect(Array.from(content.matchAll(/\b(first|second):(\d+)/g), ([address]) => address)).toEqual([
    'first:4000',
    'second:4000',
  ]);
});

describe('the health check', () => {
  const [, ofImage = '[]'] = instructions('HEALTHCHECK')[0]?.split(' CMD ') ?? [];
  const checks: [where: string, command: readonly string[]][] = [
    ['Containerfile', JSON.parse(ofImage) as string[]],
    ...Object.entries(replicas).map(([name, { healthcheck }]): [string, readonly string[]] => [
      `compose.yaml: ${name}`,
      healthcheck?.test[0] === 'CMD' ? healthcheck.test.slice(1) : [],
    ]),
  ];

  test.each(checks)('of %s exits with 0 if the server is ready, and with 1 if it is not', async (_, command) => {
    const [ready, leaving, none] = [await portOf(false), await portOf(true), '1'];
    expect(await exitCode(command, { PORT: ready })).toBe(0);
    expect(await exitCode(command, { PORT: leaving })).toBe(1);
    expect(await exitCode(command, { PORT: none })).toBe(1);
    expect(await exitCode(command, { PORT: none, ADMIN_PORT: ready })).toBe(0);
    expect(await exitCode(command, { PORT: ready, ADMIN_PORT: leaving })).toBe(1);
  });
});
