/** Listening on a port: the line that says where the server listens, or why it cannot listen. */
import type { AddressInfo, Server } from 'node:net';
import { CliError } from '../errors.ts';

/** The flags and variables that choose a port and its address, for messages. */
export interface PortSettings {
  readonly port: string;
  readonly host: string;
}
const MAIN_PORT_SETTINGS: PortSettings = { port: '--port or PORT', host: '--host or HOST' };
/** Those of the operator's port. */
export const ADMIN_PORT_SETTINGS: PortSettings = {
  port: '--admin-port or ADMIN_PORT',
  host: '--admin-host or ADMIN_HOST',
};

/** Resolves to the port that the server listens on. Rejects with a `CliError` if the port is not available. */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  settings: PortSettings = MAIN_PORT_SETTINGS,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(cannotListen(error, host, port, settings));
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Why the port is not available, in one line with what to do. */
export function cannotListen(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  settings: PortSettings = MAIN_PORT_SETTINGS,
): CliError {
  const at = `${bracketed(host)}:${String(port)}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Cannot listen at ${at}: the port is taken. Stop what listens there, or choose another with ${settings.port} (0 takes any free one).`,
    EACCES: `Cannot listen at ${at}: the port is not allowed to this user. Choose one above 1023 with ${settings.port}.`,
    EADDRNOTAVAIL: `Cannot listen at ${at}: this machine has no such address. Choose another with ${settings.host}, such as 127.0.0.1.`,
    ENOTFOUND: `Cannot listen at ${at}: no machine has this name. Choose another with ${settings.host}, such as 127.0.0.1.`,
  };
  return new CliError([reasons[error.code ?? ''] ?? `Cannot listen at ${at}: ${error.message}`]);
}

/** The endpoint, and the address to open in a browser on this machine. */
export function listeningAt(host: string, port: number): string {
  const address = addressOf(host, port);
  return `Covergraph listens at ${address}graphql, with a page for people at ${address}`;
}

/** The addresses of the operator's port. */
export function adminListeningAt(host: string, port: number): string {
  const address = addressOf(host, port);
  return `Health, metrics and reloading are at ${address}health/ready, ${address}metrics and ${address}admin/reload`;
}

function addressOf(host: string, port: number): string {
  const open = host === '0.0.0.0' || host === '::' ? 'localhost' : bracketed(host);
  return `http://${open}:${String(port)}/`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
