/**
 * What is loaded, and how it is swapped: read and checked whole while the graph before it answers, and put in its place in
 * one assignment. A set that breaks a law changes nothing but what operators see. One loading at a time; a request for
 * another while one runs is answered by the one after it, since the files may have changed after the first read them.
 *
 * SIGHUP, the operator's call, the file watcher and the version poller all load by `reload`, which never rejects: what it
 * did not expect is an outcome of its own, reported like any other.
 */
import type { Graph } from '../graph/entries.ts';
import type { LoadedData } from '../http/snapshot.ts';
import type { ReloadResult, ServerStatus } from '../http/server-status.ts';

export interface ReadResult {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  readonly problems: readonly string[];
  /** Whether it is the place where the data is kept that has the problem, and not the data. */
  readonly isUnreachable?: boolean;
}

export interface DataSource {
  /** Reads and checks everything. Does not reject for what the files hold. */
  readonly read: () => Promise<ReadResult>;
  /** Changes whenever a file does. */
  readonly state: () => Promise<string>;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
}

/** A set that is being written while it is read may be one that never was; so many times it is read again. */
const mostReadings = 5;

/**
 * `first` is the graph that the server starts with; `tell` hears how each later loading ended, and of the error where that
 * was not expected.
 */
export function createHotReload(
  first: Graph,
  { read, state, now }: DataSource,
  tell: (reloaded: ReloadResult, unexpected: unknown) => void,
): Pick<ServerStatus, 'current' | 'lastReload' | 'reload'> {
  let current: LoadedData = { graph: first, loadedAt: now() };
  let last: ReloadResult = { at: current.loadedAt, outcome: 'LOADED', dataVersion: first.version, problems: [] };
  let running: Promise<ReloadResult> | null = null;
  let next: Promise<ReloadResult> | null = null;

  const readAll = async (): Promise<{ found: ReadResult; unexpected: unknown }> => {
    try {
      return { found: await steadily(read, state), unexpected: null };
    } catch (error) {
      return { found: { graph: null, problems: [unexpectedly(error)] }, unexpected: error };
    }
  };
  const load = async (): Promise<ReloadResult> => {
    const { found, unexpected } = await readAll();
    const outcome = unexpected === null ? outcomeOf(found, current.graph) : 'FAILED';
    const at = now();
    if (found.graph !== null && outcome === 'LOADED') current = { graph: found.graph, loadedAt: at };
    last = { at, outcome, dataVersion: current.graph.version, problems: found.problems };
    tellOf(last, unexpected);
    return last;
  };
  /** A report that fails is no reason to stop loading. */
  const tellOf = (reloaded: ReloadResult, unexpected: unknown): void => {
    try {
      tell(reloaded, unexpected);
    } catch {
      // What is loaded answers all the same, and `lastReload` has the outcome.
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

function unexpectedly(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `The data could not be loaded, for a reason that this program does not know: ${what}. What was loaded before goes on answering. See the log, mend what it names, and load again.`;
}

async function steadily(read: DataSource['read'], state: DataSource['state']): Promise<ReadResult> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const before = await state();
    const found = await read();
    if ((await state()) === before) return found;
  }
  return {
    graph: null,
    problems: ['The files changed each time that they were read. Load them again once they are written.'],
  };
}
