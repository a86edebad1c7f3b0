/**
 * The data source of a server with a database. It loads the current version at the start, loads each new current version,
 * and loads older versions for questions with `asOf`. A version was checked when it was published and is not checked again.
 */
import type { DatabaseSettings } from '../config/database.ts';
import { CliError } from '../errors.ts';
import type { Graph } from '../graph/entries.ts';
import type { FindVersion, OlderVersion } from '../http/as-of.ts';
import type { Metrics } from '../http/metrics.ts';
import type { DatabaseStatus, ServerStatus } from '../http/server-status.ts';
import { openDatabase, type VersionStore } from '../store/postgres/database.ts';
import { DatabaseError } from '../store/postgres/database-errors.ts';
import { createVersionPoller, type VersionPoller, type VersionId } from './version-poller.ts';
import { createVersionCache, type VersionCache } from './version-cache.ts';
import type { ServerLogger } from './logger.ts';
import type { DataSource } from './hot-reload.ts';

interface DatabaseSourceOptions {
  readonly log: Pick<ServerLogger, 'event'>;
  /** The current time, as in RFC 3339, in UTC. */
  readonly now: () => string;
  /** Computes what the first request of a graph would otherwise wait for, and resolves to the graph. */
  readonly warm: (graph: Graph) => Promise<Graph>;
}

export interface DatabaseSource extends DataSource {
  /** The graph of the version that was current at the start. */
  readonly first: Graph;
  /** The state before `first` was read. */
  readonly before: string;
  /** Starts to poll for new versions, and to load older ones on request. */
  readonly follow: (
    reloading: Pick<ServerStatus, 'current' | 'lastReload' | 'reload'>,
    metrics: Pick<Metrics, 'followed'>,
  ) => VersionPoller & { readonly findVersion: FindVersion };
}

/** The first and the longest pause between two attempts to load at the start, in milliseconds. */
const RETRY_PAUSE = { first: 250, longest: 5_000 };

/**
 * Resolves when the current version is loaded. A transient failure, or a database without a version, is retried for
 * `waitSeconds`. After that, and at once for a permanent failure, the promise rejects with a `CliError`.
 */
export async function databaseSource(
  { address, waitSeconds, pollSeconds, versionsHeld }: DatabaseSettings,
  { log, now, warm }: DatabaseSourceOptions,
): Promise<DatabaseSource> {
  const store = openDatabase(address, 'to read');
  const numbers = new WeakMap<Graph, number>();
  const load = async (number: number): Promise<Graph> => {
    const { graph, why } = await store.open(number);
    if (why !== null) log.event('snapshot.rejected', { version: number, reason: why, remedy }, 'warn');
    numbers.set(graph, number);
    return graph;
  };
  const numberOf = (graph: Graph): number => numbers.get(graph) ?? 0;
  const first = await loadCurrent(store, load, waitSeconds, log);
  let held = (): Graph => first;
  /** Does not read the same content again if only its number changed. */
  const readCurrent = async (): Promise<Graph> => {
    const { number, digest } = await store.look();
    const graph = held();
    if (graph.version !== digest) return warm(await load(number));
    numbers.set(graph, number);
    return graph;
  };

  return {
    first,
    now,
    before: '',
    // A published version never changes, so it cannot be read half written.
    state: () => Promise.resolve(''),
    read: async () => {
      try {
        return { graph: await readCurrent(), problems: [] };
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        return { graph: null, problems: [error.message], isUnreachable: !error.isOfTheVersion };
      }
    },
    follow: ({ current, lastReload, reload }, metrics) => {
      held = () => current().graph;
      const heldVersion = (): VersionId => ({ number: numberOf(held()), digest: held().version });
      const holding = createVersionCache(
        versionsHeld,
        (name) =>
          older(store, name, (number) => (number === heldVersion().number ? Promise.resolve(held()) : load(number))),
        now,
      );
      const logChanges = createChangeLogger(log);
      const poller = createVersionPoller({
        current: async () => {
          const found = await store.look();
          await forgetChanged(holding, store);
          return found;
        },
        held: heldVersion,
        take: reload,
        hasFailed: () => lastReload().problems.length > 0,
        listen: store.listen,
        olderVersionsHeld: holding.held,
        every: pollSeconds * 1_000,
        now,
        explain,
        report: (status) => {
          metrics.followed(status);
          logChanges(status);
        },
      });
      return {
        status: poller.status,
        findVersion: async (name) => {
          if (name === String(heldVersion().number)) return current();
          return versionsHeld === 0 ? 'UNKNOWN' : holding.version(name);
        },
        stop: async () => {
          await poller.stop();
          await store.close();
        },
      };
    },
  };
}

const remedy = 'Publish the same data again with this release: that writes its snapshot again.';

function explain(failure: unknown): { code: string; reason: string } {
  if (failure instanceof DatabaseError) return { code: failure.code, reason: failure.message };
  return {
    code: 'INTERNAL',
    reason: failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure),
  };
}

/** Returns a function that logs when the database starts to fail, fails for another reason, or recovers; not each poll. */
function createChangeLogger(log: DatabaseSourceOptions['log']): (followed: DatabaseStatus) => void {
  let last: string | undefined;
  return ({ problem, reason = '', version }) => {
    if (problem === last) return;
    last = problem;
    if (problem === undefined) log.event('database.recovered', { version });
    else log.event('database.failed', { problem, reason }, 'warn');
  };
}

/** After a failover a number may name other content, so each number that is held is compared with its digest again. */
async function forgetChanged(holding: VersionCache, store: VersionStore): Promise<void> {
  const meanings = [...holding.meanings()].filter(([name]) => /^\d{1,7}$/.test(name));
  if (meanings.length === 0) return;
  const digests = await store.digests(meanings.map(([name]) => Number(name)));
  for (const [name, digest] of meanings) if (digests.get(Number(name)) !== digest) holding.forget(name);
}

async function loadCurrent(
  store: VersionStore,
  load: (number: number) => Promise<Graph>,
  seconds: number,
  log: DatabaseSourceOptions['log'],
): Promise<Graph> {
  const deadline = performance.now() + seconds * 1_000;
  let lastCode = '';
  for (let wait = RETRY_PAUSE.first; ; wait = Math.min(wait * 2, RETRY_PAUSE.longest)) {
    try {
      await store.check();
      return await load(await store.current());
    } catch (error) {
      const left = deadline - performance.now();
      if (!(error instanceof DatabaseError) || !error.passes || left <= 0) {
        await store.close();
        throw error instanceof DatabaseError ? new CliError([error.message]) : error;
      }
      if (error.code !== lastCode) log.event('database.awaited', { reason: error.message, seconds }, 'warn');
      lastCode = error.code;
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, left)));
    }
  }
}

async function older(
  store: VersionStore,
  name: string,
  load: (number: number) => Promise<Graph>,
): Promise<OlderVersion> {
  try {
    return await load(await store.find(name));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return error.code === 'UNKNOWN_VERSION' ? 'UNKNOWN' : 'UNAVAILABLE';
  }
}
