/**
 * The operator's port: a listener of its own for health, metrics and reloading, with connections of its own. Idle or silent
 * connections at the port for clients cannot shut it out. It stays open until the end of a shutdown.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import { ADMIN_PORT_SETTINGS, listen } from './listening.ts';

/** Enough for the probes and scrapes of some machines. */
const MAX_CONNECTIONS = 100;
/** In milliseconds. There is no limit on the time of an answer, because a reload takes as long as the data does. */
const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };
/** Requests in progress at the end of the shutdown may take this many milliseconds more. */
const CLOSE_GRACE = 200;

export interface AdminServer {
  readonly port: number;
  /** Resolves when every connection is closed. */
  readonly close: () => Promise<void>;
}

/** Starts to listen. Rejects with a `CliError` if the port is not available. `watch` is called with the server before. */
export async function startAdminServer(
  listener: RequestListener,
  { host, port, watch }: { readonly host: string; readonly port: number; readonly watch: (server: Server) => void },
): Promise<AdminServer> {
  const server = createServer(TIMEOUTS, listener);
  server.maxConnections = MAX_CONNECTIONS;
  watch(server);
  const actualPort = await listen(server, { host, port }, ADMIN_PORT_SETTINGS);
  return {
    port: actualPort,
    close: () =>
      new Promise((resolve) => {
        const timeout = setTimeout(() => {
          server.closeAllConnections();
        }, CLOSE_GRACE);
        server.close(() => {
          clearTimeout(timeout);
          resolve();
        });
      }),
  };
}
