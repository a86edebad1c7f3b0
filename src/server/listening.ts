/** What the server prints about its port: the line that says where it listens, or why it cannot listen. */
import { CliError } from '../errors.ts';

/** Why the port is not available, in one line with what to do. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): CliError {
  const at = `${bracketed(host)}:${String(port)}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Cannot listen at ${at}: the port is taken. Stop what listens there, or choose another with --port or PORT (0 takes any free one).`,
    EACCES: `Cannot listen at ${at}: the port is not allowed to this user. Choose one above 1023 with --port or PORT.`,
    EADDRNOTAVAIL: `Cannot listen at ${at}: this machine has no such address. Choose another with --host or HOST, such as 127.0.0.1.`,
    ENOTFOUND: `Cannot listen at ${at}: no machine has this name. Choose another with --host or HOST, such as 127.0.0.1.`,
  };
  return new CliError([reasons[error.code ?? ''] ?? `Cannot listen at ${at}: ${error.message}`]);
}

/** The endpoint, and the address to open in a browser on this machine. */
export function listeningAt(host: string, port: number): string {
  const open = host === '0.0.0.0' || host === '::' ? 'localhost' : bracketed(host);
  const address = `http://${open}:${String(port)}/`;
  return `Covergraph listens at ${address}graphql, with a page for people at ${address}`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
