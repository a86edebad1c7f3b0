/**
 * The loaded graph and its replacement. New data is read and checked completely while the current graph answers; then one
 * assignment replaces the graph. Data that breaks a constraint is refused and reported. One load runs at a time; a request to
 * load during a load starts another one after it, because the files may have changed after the first load read them.
 *
 * SIGHUP, the admin endpoint, the file watcher and the version poller all call `reload`, which never rejects: an unexpected
 * error is an outcome of its own and is reported like the others.
 */
import type { Graph } from '../graph/entries.ts';
import type { LoadedData } from '../http/snapshot.ts';
import type { ReloadResult, ServerStatus } from '../http/server-status.ts';

export interface ReadResult {
  /** Null if there is any problem. */
  readonly graph: Graph | null;
  readonly problems: readonly string[];
  /** Whether the database could not be read, as opposed to data that has problems. */
  readonly isUnreachable?: boolean;
}

export interface DataSource {
  /** Reads and checks all data. Problems of the data are returned; they do not reject. */
  readonly read: () => Promise<ReadResult>;
  /** A fingerprint that changes whenever a file does. */
  readonly state: () => Promise<string>;
  /** The current time, as in RFC 3339, in UTC. */
  readonly now: () => string;
}

/** Files that change while they are read may be inconsistent. They are read this many times at most. */
const mostReadings = 5;

/**
 * `first` is the graph that the server starts with. `report` receives the result of each later load, and the error if it
 * was unexpected, otherwise null.
 */
export function createHotReload(
  first: Graph,
  { read, state, now }: DataSource,
  report: (reloaded: ReloadResult, unexpected: unknown) => void,
): Pick<ServerStatus, 'current' | 'lastReload' | 'reload'> {
  let current: LoadedData = { graph: first, loadedAt: now() };
  let last: ReloadResult = { at: current.loadedAt, outcome: 'LOADED', dataVersion: first.version, problems: [] };
  let running: Promise<ReloadResult> | null = null;
  let next: Promise<ReloadResult> | null = null;

  const readAll = async (): Promise<{ found: ReadResult; unexpected: unknown }> => {
    try {
      return { found: await readConsistently(read, state), unexpected: null };
    } catch (error) {
      return { found: { graph: null, problems: [unexpectedProblem(error)] }, unexpected: error };
    }
  };
  const load = async (): Promise<ReloadResult> => {
    const { found, unexpected } = await readAll();
    const outcome = unexpected === null ? outcomeOf(found, current.graph) : 'FAILED';
    const at = now();
    if (found.graph !== null && outcome === 'LOADED') current = { graph: found.graph, loadedAt: at };
    last = { at, outcome, dataVersion: current.graph.version, problems: found.problems };
    reportSafely(last, unexpected);
    return last;
  };
  const reportSafely = (reloaded: ReloadResult, unexpected: unknown): void => {
    try {
      report(reloaded, unexpected);
    } catch {
      // A report that fails must not stop the server; `lastReload` has the outcome.
    }
  };
  const start = (): Promise<ReloadResult> => {
    const own = load().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
  const reload = (): Promise<ReloadResult> => {
    if (running === null) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
  return { current: () => current, lastReload: () => last, reload };
}

function outcomeOf({ graph, isUnreachable = false }: ReadResult, before: Graph): ReloadResult['outcome'] {
  if (graph !== null) return graph.version === before.version ? 'UNCHANGED' : 'LOADED';
  return isUnreachable ? 'UNREACHABLE' : 'UNSOUND';
}

function unexpectedProblem(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `The data could not be loaded because of an unexpected error: ${what}. The data from before goes on answering. Look up the error in the log, correct its cause, and load again.`;
}

/** Reads until the files have not changed during a read. */
async function readConsistently(read: DataSource['read'], state: DataSource['state']): Promise<ReadResult> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const before = await state();
    const found = await read();
    if ((await state()) === before) return found;
  }
  return {
    graph: null,
    problems: [
      'The files changed during every attempt to read them. Load them again when they are completely written.',
    ],
  };
}
