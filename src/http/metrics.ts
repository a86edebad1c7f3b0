/**
 * Prometheus metrics. No label holds text of a client: operations are known by name or by the root field that they select,
 * so the schema and the trusted documents bound the number of series. Each request is added at once: that takes about a
 * microsecond, a fiftieth of an answer from the response cache.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { operationOf } from './request-context.ts';
import type { Observer } from './request-observer.ts';
import type { DatabaseStatus, ReloadResult } from './server-status.ts';

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

/** `logLinesDropped` returns the number of log lines that could not be written. */
export function createMetrics(logLinesDropped: () => number = () => 0): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answered = createRequestMetrics(registers);
  const reloaded = createReloadMetrics(registers);
  new Counter({
    name: 'covergraph_log_lines_dropped_total',
    help: 'Log lines that could not be written, because the disk was full or the reader of the log had stopped.',
    registers,
    collect() {
      this.reset();
      this.inc(logLinesDropped());
    },
  });
  const databaseGauges = createDatabaseGauges();

  return {
    observer: { answered },
    reloaded,
    followed: (status) => {
      for (const [name, gauge] of Object.entries(databaseGauges)) {
        registry.registerMetric(gauge);
        gauge.set(Number(status[name as keyof typeof databaseGauges]));
      }
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    close: () => {
      registry.clear();
    },
  };
}

/** Returns the observer that adds each request to the metrics. */
function createRequestMetrics(registers: Registry[]): Observer['answered'] {
  const duration = new Histogram({
    name: 'covergraph_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['route', 'operation', 'status'],
    buckets: durationBuckets,
    registers,
  });
  const cost = new Histogram({
    name: 'covergraph_request_cost',
    help: 'Cost of operations, calculated before they run.',
    buckets: costBuckets,
    registers,
  });
  const caches = new Counter({
    name: 'covergraph_cache_requests_total',
    help: 'Lookups in each cache, by whether they found what they looked for.',
    labelNames: ['cache', 'hit'],
    registers,
  });
  const determinations = new Counter({
    name: 'covergraph_determinations_total',
    help: 'Determinations in answers by status, including those of cached answers.',
    labelNames: ['status'],
    registers,
  });
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
    help: 'Requests whose client disconnected before the answer was sent.',
    registers,
  });
  return ({ status, from, to, requestLog }) => {
    const { route, cost: requestCost, caches: lookups, statuses, errorCodes, refusedBy } = requestLog;
    if (status === null) aborted.inc();
    else duration.observe({ route, operation: operationOf(requestLog), status }, (to - from) / 1_000);
    if (requestCost !== undefined) cost.observe(requestCost);
    for (const { cache, hit } of lookups) caches.inc({ cache, hit: String(hit) });
    if (statuses !== undefined) for (const [each, count] of statuses) determinations.inc({ status: each }, count);
    if (errorCodes !== undefined) for (const code of errorCodes) errors.inc({ code });
    if (refusedBy !== undefined) refusals.inc({ limit: refusedBy });
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
