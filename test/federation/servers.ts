/** A larger graph at work: this server over its own data, siblings, and a gateway over all of them, composed by one of the composers. */
import { createServer } from 'node:http';
import { coverageSubgraph } from '../../src/federation/index.ts';
import type { Failure } from '../../src/http/errors.ts';
import { createHttp } from '../../src/http/http.ts';
import { context } from '../schema/ask.ts';
import { composed, type COMPOSERS } from './composed.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { startServer, startSibling, type Listening, type Sibling } from './siblings/sibling.ts';

export interface Servers {
  readonly gateway: Gateway;
  readonly own: Listening;
  readonly siblings: ReadonlyMap<string, Listening>;
  /** Whatever this server had to log. */
  readonly logged: readonly Failure[];
  readonly close: () => Promise<void>;
}

export async function start(composer: (typeof COMPOSERS)[number], others: readonly Sibling[]): Promise<Servers> {
  const { schema, sdl } = coverageSubgraph();
  const logged: Failure[] = [];
  const own = await startServer(
    createServer(
      createHttp({
        schema,
        current: () => context,
        today: () => context.today,
        log: (failure) => logged.push(failure),
      }),
    ),
  );
  const siblings = new Map(
    await Promise.all(others.map(async (sibling) => [sibling.name, await startSibling(sibling)] as const)),
  );
  const parts = others.map((sibling) => ({ ...sibling, url: siblings.get(sibling.name)?.url ?? '' }));
  const { supergraph = '' } = composed(composer, [{ name: 'covergraph', sdl: sdl(), url: own.url }, ...parts]);
  const gateway = await startGateway(supergraph);
  return {
    gateway,
    own,
    siblings,
    logged,
    close: async () => {
      await Promise.all([gateway, own, ...siblings.values()].map((server) => server.close()));
    },
  };
}

export const down = (servers: Servers, name: string): Promise<void> | undefined => servers.siblings.get(name)?.close();
