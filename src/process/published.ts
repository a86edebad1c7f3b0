/**
 * The data of a server that has a database: the version that is current, loaded; then whatever becomes current, as it does;
 * and older ones for questions that name them. A version was checked when it was published, so it is not checked again.
 */
import type { DatabaseSettings } from '../config/database.ts';
import { Refusal } from '../errors.ts';
import type { Graph } from '../graph/entries.ts';
import type { FindVersion, OlderVersion } from '../http/as-of.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Standing } from '../http/standing.ts';
import { openDatabase, type VersionStore } from '../store/postgres/database.ts';
import { Fault } from '../store/postgres/faults.ts';
import { follow, type Following } from './following.ts';
import { createHolding } from './holding.ts';
import type { Log } from './log.ts';
import type { Source } from './reloading.ts';

interface Around {
  readonly log: Pick<Log, 'event'>;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
  /** Works out beforehand what the first asker of a graph would wait for. */
  readonly warm: (graph: Graph) => Promise<Graph>;
}

export interface PublishedData extends Source {
  readonly first: Graph;
  /** Its state before it was read. */
  readonly before: string;
  /** Begins to follow what is current, and to find older versions. */
  readonly follow: (
    reloading: Pick<Standing, 'current' | 'reload'>,
    metrics: Pick<Metrics, 'followed'>,
  ) => Following & { readonly findVersion: FindVersion };
}

/** From one try at the start to the next, in milliseconds. */
const pause = 500;

/** Resolves once the current version is loaded; where the database is away or empty it tries for as long as it is told to, and then rejects with a Refusal. */
export async function publishedData(
  { address, waitSeconds, pollSeconds, versionsHeld }: DatabaseSettings,
  { log, now, warm }: Around,
): Promise<PublishedData> {
  const store = openDatabase(address, 'to read');
  const numbers = new WeakMap<Graph, number>();
  const load = async (number: number): Promise<Graph> => {
    const { graph } = await store.open(number);
    numbers.set(graph, number);
    return graph;
  };
  const numberOf = (graph: Graph): number => numbers.get(graph) ?? 0;

  return {
    first: await started(store, load, waitSeconds, log),
    now,
    before: '',
    // A version never changes, so nothing can be read while half of it is written.
    state: () => Promise.resolve(''),
    read: async () => {
      try {
        return { graph: await warm(await load(await store.current())), problems: [] };
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { graph: null, problems: [error.message], isUnreachable: error.passes };
      }
    },
    follow: ({ current, reload }, metrics) => {
      const held = (): number => numberOf(current().graph);
      const holding = createHolding(
        versionsHeld,
        (name) => older(store, name, (number) => (number === held() ? Promise.resolve(current().graph) : load(number))),
        now,
      );
      let wasReachable = true;
      const following = follow({
        current: store.current,
        held,
        take: reload,
        listen: store.listen,
        olderVersionsHeld: holding.held,
        every: pollSeconds * 1_000,
        now,
        tell: (followed, failure) => {
          metrics.followed(followed);
          if (followed.isReachable === wasReachable) return;
          wasReachable = followed.isReachable;
          if (wasReachable) log.event('the database is back', { version: followed.version });
          else
            log.event(
              'the database is away; what is loaded goes on answering',
              { reason: failure instanceof Error ? failure.message : 'unknown' },
              'warn',
            );
        },
      });
      return {
        followed: following.followed,
        findVersion: async (name) => {
          if (name === String(held())) return current();
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

async function started(
  store: VersionStore,
  load: (number: number) => Promise<Graph>,
  seconds: number,
  log: Around['log'],
): Promise<Graph> {
  const deadline = performance.now() + seconds * 1_000;
  for (let tries = 0; ; tries += 1) {
    try {
      await store.check();
      return await load(await store.current());
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!error.passes || performance.now() + pause > deadline) {
        await store.close();
        throw new Refusal([error.message]);
      }
      if (tries === 0) log.event('waiting for the database', { reason: error.message, seconds }, 'warn');
      await new Promise((resolve) => setTimeout(resolve, pause));
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
    if (!(error instanceof Fault)) throw error;
    return error.code === 'UNKNOWN_VERSION' ? 'UNKNOWN' : 'UNAVAILABLE';
  }
}
