/**
 * What signals do, from the first moment of the process to its last. The default actions do not serve: as process 1 of a
 * container SIGTERM would have none, and SIGHUP would end a server that is still reading its data.
 */

/** What signals act on once the server listens. */
export interface SignalTarget {
  /** Takes no new request and resolves once those under way are answered, to whether all of them were. */
  readonly close: () => Promise<boolean>;
  readonly reload: () => Promise<unknown>;
  /** Resolves once the log is written, at the latest after so many milliseconds. */
  readonly logWritten: (milliseconds: number) => Promise<void>;
}

export interface Signals {
  /** From now on SIGTERM and SIGINT let requests under way end, and SIGHUP loads the data again. */
  readonly listening: (running: SignalTarget) => void;
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof NUMBERS;

/** How long the way out waits for the log, in milliseconds. */
const longestWrite = 500;
/** Ctrl-C under npm comes twice at once, from the terminal and from npm; in milliseconds. */
const sameKeyPress = 1_000;

/** The small program that runs before the bundle is loaded has a copy of this module, and both must share the signals. */
const shared = globalThis as { [key: symbol]: Signals | undefined };
const key = Symbol.for('covergraph.signals');

/**
 * Signals of a server. Before it listens SIGTERM and SIGINT end the process at once with 0, and SIGHUP is kept for the
 * moment when it does; afterwards the first of them lets it finish and a second ends it at once with 1. Called again, it
 * gives the same signals.
 */
export function serverSignals(): Signals {
  return (shared[key] ??= heard());
}

function heard(): Signals {
  let running: SignalTarget | null = null;
  let isLeaving = false;
  let leftAt = 0;
  let isReloadWanted = false;

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
    if (running === null) isReloadWanted = true;
    else if (!isLeaving) running.reload().catch(() => undefined); // how it ended is in the log
  };
  const actions = { SIGTERM: end, SIGINT: end, SIGHUP: reload };
  for (const [signal, action] of Object.entries(actions)) {
    process.removeAllListeners(signal); // of a command that was not known to be a server
    process.on(signal, action);
  }
  return {
    listening: (started) => {
      running = started;
      if (isReloadWanted) reload();
    },
  };
}

/** Signals of any other command: their default actions, which process 1 does not have and needs a stand-in for. */
export function commandSignals(): void {
  if (process.pid !== 1) return;
  for (const [signal, number] of Object.entries(NUMBERS)) process.on(signal, () => process.exit(128 + number));
}
