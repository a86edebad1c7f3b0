/**
 * Apollo's compatibility suite of subgraphs against this project's layer: its test files, its two other subgraphs and its
 * columns, with the schema that it prescribes. Its Docker, router and process manager are not used: Hive Gateway stands in
 * for the router, and Vitest for Jest. Federated tracing is no part of the layer; in that column Yoga's own plugin answers.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { useApolloInlineTrace } from '@graphql-yoga/plugin-apollo-inline-trace';
import { createYoga } from 'graphql-yoga';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productSubgraph } from './compatibility/products.ts';
import { composed } from './composed.ts';
import { freePort, startGateway, type Gateway } from './gateway.ts';
import { gatewayFolder } from './installed.ts';
import { startServer, type Listening } from './siblings/sibling.ts';

const suite = new URL('@apollo/federation-subgraph-compatibility-tests/', gatewayFolder);

/** The fifteen, by the names under which the suite groups its tests. */
const COLUMNS = [
  'introspection',
  '@key single',
  '@key multiple',
  '@key composite',
  'repeatable @key',
  '@requires',
  '@provides',
  'ftv1',
  '@link',
  '@shareable',
  '@tag',
  '@override',
  '@inaccessible',
  '@composeDirective',
  '@interfaceObject',
];

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}
const servers: (Listening | Gateway)[] = [];
const others: ChildProcess[] = [];
let assertions: readonly Assertion[];

beforeAll(async () => {
  const yoga = createYoga({
    schema: productSubgraph.schema,
    plugins: [useApolloInlineTrace()],
    graphiql: false,
    logging: false,
  });
  const products = await startServer(
    createServer((request, response) => {
      void yoga(request, response);
    }),
  );
  servers.push(products);
  const parts = [{ name: 'products', sdl: productSubgraph.sdl(), url: products.url }];
  for (const name of ['users', 'inventory']) {
    const port = String(await freePort());
    const child = fork(fileURLToPath(new URL(`dist/subgraphs/${name}/index.js`, suite)), {
      env: { ...process.env, [`${name.toUpperCase()}_PORT`]: port },
      silent: true,
    });
    others.push(child);
    await once(child, 'message');
    parts.push({
      name,
      sdl: readFileSync(new URL(`dist/subgraphs/${name}/${name}.graphql`, suite), 'utf8'),
      url: `http://localhost:${port}/`,
    });
  }
  const { supergraph = '', errors } = composed('apollo', parts);
  expect(errors).toEqual([]);
  const gateway = await startGateway(supergraph);
  servers.push(gateway);
  assertions = await runSuite({ PRODUCTS_URL: products.url, ROUTER_URL: gateway.url });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  for (const child of others) child.kill('SIGKILL');
});

async function runSuite(addresses: Readonly<Record<string, string>>): Promise<readonly Assertion[]> {
  const config = fileURLToPath(new URL('./compatibility/vitest.config.ts', import.meta.url));
  const program = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, 'run', '--config', config, '--reporter=json'], {
    env: { ...process.env, ...addresses },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    printed.out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    printed.err += text.toString();
  });
  await once(child, 'close');
  const json = printed.out.slice(printed.out.indexOf('{'));
  if (json === '') throw new Error(`the suite did not run: ${printed.err}`);
  return (JSON.parse(json) as { testResults: { assertionResults: Assertion[] }[] }).testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  );
}

test.each(COLUMNS)('column %s', (column) => {
  const own = assertions.filter(({ ancestorTitles, fullName }) => (ancestorTitles[0] ?? fullName) === column);
  expect(own.length).toBeGreaterThan(0);
  expect(
    own
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join('\n')}`),
  ).toEqual([]);
});

test('and the suite has no other', () => {
  expect([...new Set(assertions.map(({ ancestorTitles, fullName }) => ancestorTitles[0] ?? fullName))].sort()).toEqual(
    [...COLUMNS].sort(),
  );
});
