/**
 * The way out: from the first word to stop, clients are told not to come back on the same line and proxies that the server is
 * not ready. Then the door is shut at a moment at which nobody stands before it, and the process ends when the last request
 * under way is answered, or the time is over.
 */
import type { Server } from 'node:http';

/** A request that was sent before its sender could know may still lie unread on a line that looks idle; in milliseconds. */
const grace = 500;
/** Nobody has come for so long, and so long is waited for that at most. */
const quiet = 50;
const mostHeld = 500;

export interface Shutdown {
  readonly isLeaving: () => boolean;
  /** What a new request has to wait for; null, for most of a process's life: nothing. */
  readonly held: () => Promise<void> | null;
  /** Resolves to whether everybody was answered. Called again, it is the same leaving. */
  readonly leave: () => Promise<boolean>;
}

/** `seconds` is how long all of it may take at most. */
export function createShutdown(server: () => Server, seconds: number): Shutdown {
  let left: Promise<boolean> | null = null;
  let held: Promise<void> | null = null;
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, seconds * 250)));

  /**
   * A line that the system has taken and this process has not yet is cut when the door is shut. Who is answered comes back on a
   * new line, so answers are held until nobody comes any more, and given once the door is shut.
   */
  const shut = async (closed: () => void): Promise<void> => {
    let open = (): void => undefined;
    held = new Promise((resolve) => {
      open = resolve;
    });
    let came = performance.now();
    const note = (): void => {
      came = performance.now();
    };
    server().on('connection', note);
    for (
      const until = came + Math.min(mostHeld, seconds * 250);
      performance.now() - came < quiet && performance.now() < until;
    )
      await wait(quiet / 5);
    await new Promise((resolve) => setImmediate(resolve)); // right after lines were taken
    server().close(closed);
    server().off('connection', note);
    held = null;
    open();
  };

  const leave = async (): Promise<boolean> => {
    const from = performance.now();
    if ((await connections(server())) > 0) await wait(grace);
    return await new Promise((resolve) => {
      let isWhole = true;
      let last: NodeJS.Timeout | undefined = undefined;
      void shut(() => {
        clearTimeout(last);
        resolve(isWhole);
      });
      last = setTimeout(
        () => {
          isWhole = false;
          server().closeAllConnections();
        },
        Math.max(0, seconds * 1_000 - (performance.now() - from)),
      );
    });
  };
  return { isLeaving: () => left !== null, held: () => held, leave: () => (left ??= leave()) };
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => {
      resolve(error === null ? count : 1);
    });
  });
}
