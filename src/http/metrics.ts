/**
 * What Prometheus is told. No label holds a word of an asker's: operations are those that this server knows by name, or
 * the field of the root that was asked for, so that the number of series is bounded by the schema.
 */
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { operationOf, type RequestLog } from './request-context.ts';
import type { Observer } from './request-observer.ts';
import type { DatabaseStatus, ReloadResult } from './server-status.ts';
import { batchedCounter, BatchedHistogram, type HistogramSeries, type PendingCount } from './metric-batching.ts';

/** Seconds: from an answer that was kept already to the dearest that the limits let through. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export interface Metrics {
  readonly observer: Observer;
  readonly reloaded: (reloaded: ReloadResult) => void;
  /** How the server stands to its database; never called where there is none. */
  readonly followed: (followed: DatabaseStatus) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
  /** Stops what the collecting of the process's own metrics holds on to. */
  readonly close: () => void;
}

/** What an answer adds to, found once where the answer is kept and sent over and over. */
interface Sums {
  readonly status: number | null;
  readonly duration: HistogramSeries | null;
  readonly counts: readonly { readonly tally: PendingCount; readonly count: number }[];
  readonly cost: number | undefined;
  /** How often it was sent and not added yet. */
  since: number;
}
/** So many answers may wait to be added, so that nothing grows where nobody asks for metrics. */
const mostWaiting = 1_000;

/** `logLinesDropped` counts the lines of the log that could not be written. */
export function createMetrics(logLinesDropped: () => number = () => 0): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new BatchedHistogram(
    {
      name: 'covergraph_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['route', 'operation', 'status'],
      registers,
    },
    buckets,
  );
  const cost = new BatchedHistogram(
    { name: 'covergraph_request_cost', help: 'Cost of operations as worked out before they run.', registers },
    [1, 10, 100, 1_000, 5_000, 10_000, 20_000, 30_000],
  ).series({});
  const refusals = new Counter({
    name: 'covergraph_refusals_total',
    help: 'Requests refused by a limit.',
    labelNames: ['limit'],
    registers,
  });
  const errors = new Counter({
    name: 'covergraph_errors_total',
    help: 'Answers with at least one error of a code.',
    labelNames: ['code'],
    registers,
  });
  const caches = new Map<string, Record<'hits' | 'misses', PendingCount>>();
  batchedCounter(
    {
      name: 'covergraph_cache_requests_total',
      help: 'Requests that could be answered from work already done, and were or were not.',
      labelNames: ['cache', 'hit'],
      registers,
    },
    () => [...caches.values()].flatMap(({ hits, misses }) => [hits, misses]),
  );
  const left = new Counter({
    name: 'covergraph_aborted_requests_total',
    help: 'Requests whose client disconnected before the answer.',
    registers,
  });
  const determinations = new Map<string, PendingCount>();
  batchedCounter(
    {
      name: 'covergraph_determinations_total',
      help: 'Determinations answered with, by status, from memory too.',
      labelNames: ['status'],
      registers,
    },
    () => determinations.values(),
  );
  const version = new Gauge({
    name: 'covergraph_data_info',
    help: 'The data version that answers now.',
    labelNames: ['version'],
    registers,
  });
  const loadedAt = new Gauge({
    name: 'covergraph_data_loaded_timestamp_seconds',
    help: 'When the data that answers now was loaded.',
    registers,
  });
  const reloads = new Counter({
    name: 'covergraph_reloads_total',
    help: 'Loadings of the data, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const problems = new Gauge({
    name: 'covergraph_data_problems',
    help: 'Problems that the last loading found; not 0 means that older data answers.',
    registers,
  });
  new Counter({
    name: 'covergraph_log_lines_dropped_total',
    help: 'Lines of the log that could not be written, because the disk was full or the reader of the log had stopped.',
    registers,
    collect() {
      this.reset();
      this.inc(logLinesDropped());
    },
  });

  const gauge = (name: string, help: string) => new Gauge({ name: `covergraph_database_${name}`, help, registers: [] });
  const database = {
    isReachable: gauge(
      'reachable',
      '1 where the database was reached when it was last looked at, else 0; answers need none.',
    ),
    version: gauge('version', 'The number of the version that answers.'),
    currentVersion: gauge(
      'current_version',
      'The number of the version that was current when the database was last reached; another one than that which answers is still to be loaded.',
    ),
    olderVersionsHeld: gauge('older_versions_held', 'How many older versions are held for questions that name them.'),
  };
  const durations = new Map<number, Map<string, Map<string, HistogramSeries>>>();
  const durationOf = (route: string, operation: string, status: number): HistogramSeries => {
    const byOperation = had(
      had(durations, status, () => new Map<string, Map<string, HistogramSeries>>()),
      route,
      () => new Map<string, HistogramSeries>(),
    );
    return had(byOperation, operation, () => duration.series({ route, operation, status: String(status) }));
  };
  const statusOf = (status: string) => had(determinations, status, () => ({ labels: { status }, since: 0 }));
  const cacheOf = (cache: string) =>
    had(caches, cache, () => ({
      hits: { labels: { cache, hit: 'true' }, since: 0 },
      misses: { labels: { cache, hit: 'false' }, since: 0 },
    }));
  const lasting = new WeakMap<RequestLog, Sums>();
  let waiting: Sums[] = [];
  const counted = (noted: RequestLog, take: (tally: PendingCount, count: number) => void): void => {
    for (const { cache, hit } of noted.caches) take(cacheOf(cache)[hit ? 'hits' : 'misses'], 1);
    if (noted.statuses !== undefined) for (const [outcome, count] of noted.statuses) take(statusOf(outcome), count);
  };
  const durationFor = (noted: RequestLog, status: number | null): HistogramSeries | null =>
    status === null ? null : durationOf(noted.route, operationOf(noted), status);
  const sumsOf = (noted: RequestLog, status: number | null): Sums => {
    const counts: { tally: PendingCount; count: number }[] = [];
    counted(noted, (tally, count) => {
      counts.push({ tally, count });
    });
    return { status, duration: durationFor(noted, status), counts, cost: noted.cost, since: 0 };
  };
  const addAtOnce = (tally: PendingCount, count: number): void => {
    tally.since += count;
  };
  const add = ({ counts, cost: worth, since }: Sums): void => {
    for (const { tally, count } of counts) tally.since += since * count;
    if (worth !== undefined) cost.observe(worth, since);
  };
  const addWaiting = (): void => {
    for (const sums of waiting) {
      add(sums);
      sums.since = 0;
    }
    waiting = [];
  };
  const sumsOfKept = (noted: RequestLog, status: number | null): Sums => {
    let sums = lasting.get(noted);
    if (sums?.status !== status) lasting.set(noted, (sums = sumsOf(noted, status)));
    return sums;
  };

  return {
    observer: {
      answered: ({ status, from, to, noted }) => {
        if (status === null) left.inc();
        if (noted.refusedBy !== undefined) refusals.inc({ limit: noted.refusedBy });
        if (noted.errorCodes !== undefined) for (const code of noted.errorCodes) errors.inc({ code });
        if (noted.isLasting !== true) {
          counted(noted, addAtOnce);
          if (noted.cost !== undefined) cost.observe(noted.cost, 1);
          durationFor(noted, status)?.observe((to - from) / 1_000, 1);
        } else {
          const sums = sumsOfKept(noted, status);
          sums.duration?.observe((to - from) / 1_000, 1);
          sums.since += 1;
          if (sums.since === 1 && waiting.push(sums) > mostWaiting) addWaiting();
        }
      },
    },
    reloaded: ({ outcome, dataVersion, at, problems: found }) => {
      reloads.inc({ outcome });
      problems.set(found.length);
      if (outcome !== 'LOADED') return;
      version.reset();
      version.set({ version: dataVersion }, 1);
      loadedAt.set(Date.parse(at) / 1_000);
    },
    followed: (followed) => {
      for (const [name, each] of Object.entries(database)) {
        registry.registerMetric(each);
        each.set(Number(followed[name as keyof typeof database]));
      }
    },
    contentType: registry.contentType,
    text: () => {
      addWaiting();
      return registry.metrics();
    },
    close: () => {
      registry.clear();
    },
  };
}

function had<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
