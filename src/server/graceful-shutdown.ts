/**
 * Graceful shutdown. From the first signal on, responses carry `Connection: close` and readiness answers 503. The listening
 * socket is closed at a moment when no new connection arrives. The process ends when the last request in progress is
 * answered, or when the time limit has passed.
 */
import type { Server } from 'node:http';

/** A connection that looks idle may hold a request that was sent but not read yet; wait this many milliseconds for it. */
const idleGrace = 500;
/** The socket is closed once no connection has arrived for `quietPeriod`, and after `longestHold` in any case (ms). */
const quietPeriod = 50;
const longestHold = 500;

export interface Shutdown {
  /** Whether shutdown has started. */
  readonly isLeaving: () => boolean;
  /** Whether the time limit has passed, so that requests in progress were cut off. */
  readonly hasTimedOut: () => boolean;
  /** A promise that a new request must wait for before it is answered; null when there is none, which is the usual case. */
  readonly held: () => Promise<void> | null;
  /** Shuts down. Resolves to whether every request was answered. Further calls return the same promise. */
  readonly leave: () => Promise<boolean>;
}

/** `seconds` is the longest time that the whole shutdown may take. */
export function createShutdown(server: () => Server, seconds: number): Shutdown {
  let shutdown: Promise<boolean> | null = null;
  let held: Promise<void> | null = null;
  let hasTimedOut = false;
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, seconds * 250)));

  /**
   * Closing a listening socket resets connections that the kernel has accepted and the process has not. A client that gets
   * an answer may open a new connection, so answers are held back until no connection arrives any more.
   */
  const closeListener = async (onClosed: () => void): Promise<void> => {
    let release = (): void => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    let lastConnection = performance.now();
    const deadline = lastConnection + Math.min(longestHold, seconds * 250);
    const noteConnection = (): void => {
      lastConnection = performance.now();
    };
    const isQuiet = (): boolean => performance.now() - lastConnection >= quietPeriod;
    server().on('connection', noteConnection);
    while (!isQuiet() && performance.now() < deadline) await wait(quietPeriod / 5);
    await new Promise((resolve) => setImmediate(resolve)); // immediately after the event loop accepted connections
    server().close(onClosed);
    server().off('connection', noteConnection);
    held = null;
    release();
  };

  const start = async (): Promise<boolean> => {
    const startedAt = performance.now();
    if ((await countConnections(server())) > 0) await wait(idleGrace);
    return await new Promise((resolve) => {
      let timeout: NodeJS.Timeout | undefined = undefined;
      // Closing the server closes idle connections once; a connection that is answered later would stay open for the next request.
      const closingIdle = setInterval(() => {
        if (!server().listening) server().closeIdleConnections();
      }, idleGrace);
      void closeListener(() => {
        clearTimeout(timeout);
        clearInterval(closingIdle);
        resolve(!hasTimedOut);
      });
      timeout = setTimeout(
        () => {
          hasTimedOut = true;
          server().closeAllConnections();
        },
        Math.max(0, seconds * 1_000 - (performance.now() - startedAt)),
      );
    });
  };
  return {
    isLeaving: () => shutdown !== null,
    hasTimedOut: () => hasTimedOut,
    held: () => held,
    leave: () => {
      shutdown ??= start();
      return shutdown;
    },
  };
}

/** The number of open connections; 1 when the system cannot say. */
function countConnections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => {
      resolve(error === null ? count : 1);
    });
  });
}
