/**
 * The data of a server that has a database: the version that is current, loaded; then whatever becomes current, as it does;
 * and older ones for questions that name them. A version was checked when it was published, so it is not checked again.
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

interface Around {
  readonly log: Pick<ServerLogger, 'event'>;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
  /** Works out beforehand what the first asker of a graph would wait for. */
  readonly warm: (graph: Graph) => Promise<Graph>;
}

export interface DatabaseSource extends DataSource {
  readonly first: Graph;
  /** Its state before it was read. */
  readonly before: string;
  /** Begins to follow what is current, and to find older versions. */
  readonly follow: (
    reloading: Pick<ServerStatus, 'current' | 'lastReload' | 'reload'>,
    metrics: Pick<Metrics, 'followed'>,
  ) => VersionPoller & { readonly findVersion: FindVersion };
}

/** From one try at the start to the next, in milliseconds: at first, and at most. */
const pause = { first: 250, most: 5_000 };

/**
 * Resolves once the current version is loaded. While the database fails in a way that passes, or is empty, it tries again
 * for as long as the settings say; then, and at once for what does not pass, it rejects with a Refusal.
 */
export async function databaseSource(
  { address, waitSeconds, pollSeconds, versionsHeld }: DatabaseSettings,
  { log, now, warm }: Around,
): Promise<DatabaseSource> {
  const store = openDatabase(address, 'to read');
  const numbers = new WeakMap<Graph, number>();
  const load = async (number: number): Promise<Graph> => {
    const { graph, why } = await store.open(number);
    if (why !== null) log.event('a version was read from its entries', { version: number, why, remedy }, 'warn');
    numbers.set(graph, number);
    return graph;
  };
  const numberOf = (graph: Graph): number => numbers.get(graph) ?? 0;
  const first = await started(store, load, waitSeconds, log);
  let held = (): Graph => first;
  /** The same content is not read again, whatever its number is by now. */
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
    // A version never changes, so nothing can be read while half of it is written.
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
      const tellOfChanges = teller(log);
      const following = createVersionPoller({
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
        tell: (followed) => {
          metrics.followed(followed);
          tellOfChanges(followed);
        },
      });
      return {
        status: following.status,
        findVersion: async (name) => {
          if (name === String(heldVersion().number)) return current();
          return versionsHeld === 0 ? 'UNKNOWN' : holding.version(name);
        },
        stop: async () => {
          await following.stop();
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

/** Logs when the database begins to fail, fails for another reason, or works again; not each look in between. */
function teller(log: Around['log']): (followed: DatabaseStatus) => void {
  let last: string | undefined;
  return ({ problem, reason = '', version }) => {
    if (problem === last) return;
    last = problem;
    if (problem === undefined) log.event('the database is back', { version });
    else log.event('the database is away; what is loaded goes on answering', { problem, reason }, 'warn');
  };
}

/** After a failover a number may name other content than before, so the numbers of what is held are compared again. */
async function forgetChanged(holding: VersionCache, store: VersionStore): Promise<void> {
  const meanings = [...holding.meanings()].filter(([name]) => /^\d{1,7}$/.test(name));
  if (meanings.length === 0) return;
  const digests = await store.digests(meanings.map(([name]) => Number(name)));
  for (const [name, digest] of meanings) if (digests.get(Number(name)) !== digest) holding.forget(name);
}

async function started(
  store: VersionStore,
  load: (number: number) => Promise<Graph>,
  seconds: number,
  log: Around['log'],
): Promise<Graph> {
  const deadline = performance.now() + seconds * 1_000;
  let lastCode = '';
  for (let wait = pause.first; ; wait = Math.min(wait * 2, pause.most)) {
    try {
      await store.check();
      return await load(await store.current());
    } catch (error) {
      const left = deadline - performance.now();
      if (!(error instanceof DatabaseError) || !error.passes || left <= 0) {
        await store.close();
        throw error instanceof DatabaseError ? new CliError([error.message]) : error;
      }
      if (error.code !== lastCode) log.event('waiting for the database', { reason: error.message, seconds }, 'warn');
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
