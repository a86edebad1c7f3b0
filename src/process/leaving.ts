/**
 * The way out: from the first word to stop, clients are told not to come back and proxies that the server is not ready;
 * then no new line is taken, and the process ends when the last request under way is answered, or the time is over.
 */
import type { Server } from 'node:http';

/** A request that was sent before its sender could know may still lie unread on a line that looks idle. */
const grace = 500;

export interface Leaving {
  readonly isLeaving: () => boolean;
  /** Resolves to whether everybody was answered. Called again, it is the same leaving. */
  readonly leave: () => Promise<boolean>;
}

/** `seconds` is how long all of it may take at most. */
export function createLeaving(server: () => Server, seconds: number): Leaving {
  let left: Promise<boolean> | null = null;
  const leave = async (): Promise<boolean> => {
    const open = await connections(server());
    if (open > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(grace, seconds * 500)));
    return await new Promise((resolve) => {
      let isWhole = true;
      const last = setTimeout(() => {
        isWhole = false;
        server().closeAllConnections();
      }, Math.max(0, seconds * 1_000 - grace));
      server().close(() => {
        clearTimeout(last);
        resolve(isWhole);
      });
    });
  };
  return { isLeaving: () => left !== null, leave: () => left ??= leave() };
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => { server.getConnections((error, count) => { resolve(error === null ? count : 1); }); });
}
