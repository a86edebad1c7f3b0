/**
 * Signal handlers, from the start of the process to its end. The default actions do not fit: process 1 of a container
 * ignores SIGTERM by default, and SIGHUP would end a server that is still reading its data.
 */

/** The running server that signals act on. */
export interface SignalTarget {
  /** Accepts no new request. Resolves when the requests in progress have ended, to whether all were answered. */
  readonly close: () => Promise<boolean>;
  readonly reload: () => Promise<unknown>;
  /** Resolves when the log is written, or after this many milliseconds. */
  readonly logWritten: (milliseconds: number) => Promise<void>;
}

export interface Signals {
  /** From this call on SIGTERM and SIGINT let requests in progress end, and SIGHUP reloads the data. */
  readonly listening: (running: SignalTarget) => void;
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof NUMBERS;

/** The longest time that shutdown waits for the log, in milliseconds. */
const longestWrite = 500;
/** Ctrl-C under npm sends two signals, one from the terminal and one from npm, at most this many milliseconds apart. */
const sameKeyPress = 1_000;

/** src/start.ts runs before the bundle and has a copy of this module; both copies share the handlers by this key. */
const shared = globalThis as { [key: symbol]: Signals | undefined };
const key = Symbol.for('covergraph.signals');

/**
 * Installs the handlers of a server. Before it listens, SIGTERM and SIGINT end the process at once with exit code 0, and
 * SIGHUP is remembered until it listens. After that, the first SIGTERM or SIGINT shuts down gracefully and a second one ends
 * the process at once with exit code 1. Further calls return the same object.
 */
export function serverSignals(): Signals {
  const signals = shared[key] ?? installHandlers();
  shared[key] = signals;
  return signals;
}

function installHandlers(): Signals {
  let running: SignalTarget | null = null;
  let isLeaving = false;
  let leftAt = 0;
  let isReloadPending = false;

  const leave = async ({ close, logWritten }: SignalTarget): Promise<void> => {
    const isWhole = await close().catch(() => false);
    await logWritten(longestWrite);
    process.exit(isWhole ? 0 : 1);
  };
  const end = (signal: Signal): void => {
    if (running === null) process.exit(0);
    if (!isLeaving) {
      isLeaving = true;
      leftAt = performance.now();
      void leave(running);
    } else if (signal === 'SIGTERM' || performance.now() - leftAt > sameKeyPress) process.exit(1);
  };
  const reload = (): void => {
    if (running === null) isReloadPending = true;
    else if (!isLeaving) running.reload().catch(() => undefined); // the log has the error
  };
  const actions = { SIGTERM: end, SIGINT: end, SIGHUP: reload };
  for (const [signal, action] of Object.entries(actions)) {
    process.removeAllListeners(signal); // a command that was not known to be a server installed its own
    process.on(signal, action);
  }
  return {
    listening: (started) => {
      running = started;
      if (isReloadPending) reload();
    },
  };
}

/** Gives any other command the default actions, which the system does not give to process 1. */
export function commandSignals(): void {
  if (process.pid !== 1) return;
  for (const [signal, number] of Object.entries(NUMBERS)) process.on(signal, () => process.exit(128 + number));
}
