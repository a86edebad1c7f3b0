/**
 * Prometheus metrics. No label holds text of a client: operations are known by name or by the root field that they select,
 * so the schema and the trusted documents bound the number of series.
 */
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { operationOf, type RequestLog } from './request-context.ts';
import type { Observer } from './request-observer.ts';
import type { DatabaseStatus, ReloadResult } from './server-status.ts';
import {
  batchedCounter,
  createHistogram,
  type HistogramSeries,
  type PendingCount,
  type SeriesHistogram,
} from './metric-batching.ts';

/** Upper bounds in seconds: from a cached answer to the most expensive answer that the limits allow. */
const durationBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const costBuckets = [1, 10, 100, 1_000, 5_000, 10_000, 20_000, 30_000];

export interface Metrics {
  readonly observer: Observer;
  /** Records how a loading of the data ended. */
  readonly reloaded: (result: ReloadResult) => void;
  /** Records the state of the database connection. Never called if there is no database. */
  readonly followed: (status: DatabaseStatus) => void;
  readonly contentType: string;
  /** Returns the metrics in the text format of Prometheus. */
  readonly text: () => Promise<string>;
  /** Releases what the collection of the process metrics holds. */
  readonly close: () => void;
}

/** The numbers that other parts of the server count, each since the start. */
export interface CountedElsewhere {
  /** Log lines that could not be written. */
  readonly logLinesDropped: () => number;
  /** Connections that were refused, by reason. */
  readonly connectionsRefused: () => ReadonlyMap<string, number>;
}

export function createMetrics({ logLinesDropped, connectionsRefused }: Partial<CountedElsewhere> = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = createRequestMetrics(registers);
  const reloaded = createReloadMetrics(registers);
  new Counter({
    name: 'covergraph_log_lines_dropped_total',
    help: 'Log lines that could not be written, because the disk was full or the reader of the log had stopped.',
    registers,
    collect() {
      this.reset();
      this.inc(logLinesDropped?.() ?? 0);
    },
  });
  new Counter({
    name: 'covergraph_connections_refused_total',
    help: 'Connections that were refused, or ended before a request was complete, by reason.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of connectionsRefused?.() ?? []) this.inc({ reason }, count);
    },
  });
  const databaseGauges = createDatabaseGauges();

  return {
    observer: { answered: requests.answered },
    reloaded,
    followed: (status) => {
      for (const [name, gauge] of Object.entries(databaseGauges)) {
        registry.registerMetric(gauge);
        gauge.set(Number(status[name as keyof typeof databaseGauges]));
      }
    },
    contentType: registry.contentType,
    text: async () => `${await registry.metrics()}\n${requests.text()}`,
    close: () => {
      registry.clear();
    },
  };
}

/** Returns the observer that adds each request to the metrics, and a function that returns the text of the histograms. */
function createRequestMetrics(registers: Registry[]) {
  const cost = createHistogram(
    'covergraph_request_cost',
    'Cost of operations, calculated before they run.',
    costBuckets,
  );
  const costSeries = cost.series({});
  const duration = createHistogram(
    'covergraph_request_duration_seconds',
    'Time from the first byte of a request to the last of its answer.',
    durationBuckets,
  );
  const durationFor = createDurations(duration);
  const addCounts = createRequestCounters(registers);
  const errors = new Counter({
    name: 'covergraph_errors_total',
    help: 'Answers with at least one error of a code.',
    labelNames: ['code'],
    registers,
  });
  const refusals = new Counter({
    name: 'covergraph_refusals_total',
    help: 'Requests refused by a limit.',
    labelNames: ['limit'],
    registers,
  });
  const aborted = new Counter({
    name: 'covergraph_aborted_requests_total',
    help: 'Requests whose connection ended before the answer was sent, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const answered: Observer['answered'] = ({ status, abortReason, from, to, requestLog }) => {
    if (status === null) aborted.inc({ reason: abortReason ?? 'disconnected' });
    else durationFor(requestLog, status).observe((to - from) / 1_000);
    if (requestLog.cost !== undefined) costSeries.observe(requestLog.cost);
    addCounts(requestLog);
    if (requestLog.errorCodes !== undefined) for (const code of requestLog.errorCodes) errors.inc({ code });
    if (requestLog.refusedBy !== undefined) refusals.inc({ limit: requestLog.refusedBy });
  };
  return { answered, text: () => `${cost.text()}\n${duration.text()}` };
}

/** Returns a function that finds the duration series of an answer. */
function createDurations(duration: SeriesHistogram) {
  const byStatus = new Map<number, Map<string, Map<string, HistogramSeries>>>();
  return (requestLog: RequestLog, status: number): HistogramSeries => {
    const { route } = requestLog;
    const operation = operationOf(requestLog);
    const byRoute = getOrAdd(byStatus, status, () => new Map<string, Map<string, HistogramSeries>>());
    const byOperation = getOrAdd(byRoute, route, () => new Map<string, HistogramSeries>());
    return getOrAdd(byOperation, operation, () => duration.series({ route, operation, status: String(status) }));
  };
}

/** Returns a function that counts the cache lookups and the determinations of a request. */
function createRequestCounters(registers: Registry[]): (requestLog: RequestLog) => void {
  const caches = new Map<string, Record<'hits' | 'misses', PendingCount>>();
  batchedCounter(
    {
      name: 'covergraph_cache_requests_total',
      help: 'Lookups in each cache, by whether they found what they looked for.',
      labelNames: ['cache', 'hit'],
      registers,
    },
    () => [...caches.values()].flatMap(({ hits, misses }) => [hits, misses]),
  );
  const determinations = new Map<string, PendingCount>();
  batchedCounter(
    {
      name: 'covergraph_determinations_total',
      help: 'Determinations in answers by status, including those of cached answers.',
      labelNames: ['status'],
      registers,
    },
    () => determinations.values(),
  );
  const countersOfCache = (cache: string) =>
    getOrAdd(caches, cache, () => ({
      hits: { labels: { cache, hit: 'true' }, pending: 0 },
      misses: { labels: { cache, hit: 'false' }, pending: 0 },
    }));
  const counterOfStatus = (status: string) =>
    getOrAdd(determinations, status, () => ({ labels: { status }, pending: 0 }));
  return ({ caches: lookups, statuses }) => {
    for (const { cache, hit } of lookups) countersOfCache(cache)[hit ? 'hits' : 'misses'].pending += 1;
    if (statuses !== undefined) for (const [status, count] of statuses) counterOfStatus(status).pending += count;
  };
}

function createReloadMetrics(registers: Registry[]): Metrics['reloaded'] {
  const version = new Gauge({
    name: 'covergraph_data_info',
    help: 'The data version in use.',
    labelNames: ['version'],
    registers,
  });
  const loadedAt = new Gauge({
    name: 'covergraph_data_loaded_timestamp_seconds',
    help: 'When the data in use was loaded.',
    registers,
  });
  const reloads = new Counter({
    name: 'covergraph_reloads_total',
    help: 'Loadings of the data, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const problemCount = new Gauge({
    name: 'covergraph_data_problems',
    help: 'Problems that the last loading found. If it is not 0, the older data is still in use.',
    registers,
  });
  return ({ outcome, dataVersion, at, problems }) => {
    reloads.inc({ outcome });
    problemCount.set(problems.length);
    if (outcome !== 'LOADED') return;
    version.reset();
    version.set({ version: dataVersion }, 1);
    loadedAt.set(Date.parse(at) / 1_000);
  };
}

/** Gauges by the field of `DatabaseStatus` that they show. They are not registered yet. */
function createDatabaseGauges() {
  const gauge = (name: string, help: string) => new Gauge({ name: `covergraph_database_${name}`, help, registers: [] });
  return {
    isReachable: gauge(
      'reachable',
      '1 if the last attempt to reach the database succeeded, else 0. Answers need none.',
    ),
    version: gauge('version', 'The number of the data version in use.'),
    currentVersion: gauge(
      'current_version',
      'The number of the version that was current when the database was last reached. If it differs from the version in use, it is still to be loaded.',
    ),
    olderVersionsHeld: gauge(
      'older_versions_held',
      'How many older versions are in memory for requests that name them.',
    ),
  };
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}
