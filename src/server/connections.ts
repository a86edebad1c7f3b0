/**
 * Counts and logs the connections that the server refuses or ends before a request is complete: those above the limit, those
 * that do not speak HTTP, and those that take too long. The client's address is not logged.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { AbortReason } from '../http/request-observer.ts';
import type { ServerLogger } from './logger.ts';

type Socket = IncomingMessage['socket'];

/** Why a connection was refused or ended. */
export type RefusalReason =
  'max_connections' | 'bad_request' | 'request_timeout' | 'headers_too_large' | 'chunk_extensions_too_large';

/** The answers of Node's own handler to a connection that it cannot read a request from. */
const ANSWERS = {
  bad_request: '400 Bad Request',
  request_timeout: '408 Request Timeout',
  chunk_extensions_too_large: '413 Payload Too Large',
  headers_too_large: '431 Request Header Fields Too Large',
} as const satisfies Partial<Record<RefusalReason, string>>;
type ProtocolRefusal = keyof typeof ANSWERS;

/** Every other code of the parser is a bad request. */
const REASONS: Readonly<Record<string, ProtocolRefusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'chunk_extensions_too_large',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/** The shortest time between two log lines for the same reason, in milliseconds. */
const LOG_PERIOD = 60_000;

export interface ConnectionWatch {
  /** Handles the refusals and timeouts of a server. */
  readonly watch: (server: Server) => void;
  /** How many connections were refused for each reason, since the start. */
  readonly refused: () => ReadonlyMap<RefusalReason, number>;
  /** Why this server ended the connection; undefined if it did not. */
  readonly endedFor: (socket: Socket) => AbortReason | undefined;
}

/** Creates a watch that counts the connections of all servers that it is given. */
export function createConnectionWatch(log: Pick<ServerLogger, 'event'>): ConnectionWatch {
  const refused = new Map<RefusalReason, number>(
    (['max_connections', ...Object.keys(ANSWERS)] as RefusalReason[]).map((reason) => [reason, 0]),
  );
  const ended = new WeakMap<Socket, AbortReason>();
  const logRefusal = createRefusalLog(log);
  const count = (reason: RefusalReason): void => {
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
    logRefusal(reason);
  };
  const refuse = (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const reason = REASONS[error.code ?? ''] ?? 'bad_request';
    count(reason);
    ended.set(socket, reason === 'request_timeout' ? 'timed_out' : 'protocol_error');
    socket.write(`HTTP/1.1 ${ANSWERS[reason]}\r\nConnection: close\r\n\r\n`);
    socket.destroySoon();
  };
  return {
    watch: (server) => {
      server.on('drop', () => {
        count('max_connections');
      });
      server.on('clientError', refuse);
      server.on('timeout', (socket: Socket) => {
        ended.set(socket, 'timed_out');
        socket.destroy();
      });
    },
    refused: () => refused,
    endedFor: (socket) => ended.get(socket),
  };
}

/**
 * Returns a function that logs the first refusal for a reason at once, and further ones as a number once a minute, so that
 * a client cannot fill the log.
 */
function createRefusalLog(log: Pick<ServerLogger, 'event'>): (reason: RefusalReason) => void {
  const waiting = new Map<RefusalReason, number>();
  const write = (reason: RefusalReason, count: number): void => {
    // Scanners and browsers that connect in advance cause the other reasons every day.
    log.event('connection.refused', { reason, count }, reason === 'max_connections' ? 'warn' : 'info');
    waiting.set(reason, 0);
    setTimeout(() => {
      const more = waiting.get(reason) ?? 0;
      if (more > 0) write(reason, more);
      else waiting.delete(reason);
    }, LOG_PERIOD).unref();
  };
  return (reason) => {
    const before = waiting.get(reason);
    if (before === undefined) write(reason, 1);
    else waiting.set(reason, before + 1);
  };
}
