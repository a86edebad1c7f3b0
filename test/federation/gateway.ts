/** Hive Gateway over a composed supergraph, as a process of its own on a free port of this machine, ended by its id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatewayFolder } from './installed.ts';

/** The program itself: a wrapper such as npx would leave the server alive when it is ended. */
const program = fileURLToPath(new URL('@graphql-hive/gateway/dist/bin.js', gatewayFolder));

export interface Gateway {
  /** Where it answers. */
  readonly url: string;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}
interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once it answers; rejects with what it printed where it ends first, or takes longer than a minute. */
export async function startGateway(supergraph: string): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-gateway-'));
  writeFileSync(join(folder, 'supergraph.graphql'), supergraph);
  const at = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=512',
      program,
      'supergraph',
      'supergraph.graphql',
      '--host',
      '127.0.0.1',
      '--port',
      String(at),
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      printed += text.toString();
    });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  };
  const address = `http://127.0.0.1:${String(at)}`;
  for (const patience = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (child.exitCode !== null || Date.now() > patience) {
      await close();
      throw new Error(`the gateway does not answer: ${printed}`);
    }
    if (
      await fetch(`${address}/readiness`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
  }
  return {
    url: `${address}/graphql`,
    close,
    ask: async (query, variables = {}) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
  };
}
